import RegistryTestSupport
import Testing

@testable import RegistrySearch

/// Tests the three readings of a query.
@Suite struct AlignerTests {
  private func align(_ query: String, _ text: String, gaps: [Int] = []) -> Alignment {
    var aligner = Aligner([Letter](folding: query))
    return aligner.align([Letter](folding: text), gaps: gaps)
  }

  @Test func `the same text has the score 1`() {
    #expect(align("Insufficient balance", "insufficient BALANCE").score == 1)
  }

  @Test func `a part and a text inside the query fit, and count less`() {
    let part = align("cient bal", "insufficient balance")
    #expect(part.reading == .part && part.fit == 1 && part.score < 0.95)
    let inside = align("my insufficient balance today", "insufficient balance")
    #expect(inside.reading == .inside && inside.fit == 1 && inside.score < 0.93)
  }

  @Test func `an exchange of neighbors is one edit, and a space is half of one`() {
    #expect(align("abcdefghij", "abcdefghji").whole == 0.9)
    #expect(align("abcdefghij", "abcde fghij").whole == 1 - 1.0 / 21)
  }

  @Test func `what stands in a gap costs nothing when the rest is the whole text`() {
    #expect(align("pay 1234567 now", "pay now", gaps: [3]).whole > 0.9)
    #expect(align("completely different", "pay now", gaps: [0]).score < 0.5)
  }

  @Test func `empty texts have no score`() {
    #expect(align("", "abc").score == 0)
    #expect(align("abc", "").score == 0)
  }

  @Test func `the distance is that of the definition`() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      // Of texts of very different lengths, the whole reading is not calculated.
      let length = Int.random(in: 1...8, using: &random)
      let left = (0..<length).map { _ in Letter(0x61 + UInt16.random(in: 0..<3, using: &random)) }
      let right = (0..<length).map { _ in Letter(0x61 + UInt16.random(in: 0..<3, using: &random)) }
      var aligner = Aligner(left)
      let expected = 1 - Double(Self.distance(left, right)) / Double(max(left.count, right.count))
      #expect(abs(aligner.align(right).whole - expected) < 1e-9, "\(left) \(right)")
    }
  }

  /// The optimal string alignment distance, as it is defined.
  private static func distance(_ left: [Letter], _ right: [Letter]) -> Int {
    var table = [[Int]](repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
    for row in 0...left.count {
      for column in 0...right.count {
        if row == 0 || column == 0 {
          table[row][column] = row + column
          continue
        }
        let same = left[row - 1] == right[column - 1]
        var cost = min(
          table[row - 1][column] + 1, table[row][column - 1] + 1, table[row - 1][column - 1] + (same ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          cost = min(cost, table[row - 2][column - 2] + 1)
        }
        table[row][column] = cost
      }
    }
    return table[left.count][right.count]
  }
}
