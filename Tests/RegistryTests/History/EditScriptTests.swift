import RegistryTestSupport
import Testing

@testable import Registry

struct EditScriptTests {
  /// Returns how many elements two sequences have in common at most, by the table of every textbook.
  private func commonCount(_ old: [Int], _ new: [Int]) -> Int {
    var row = [Int](repeating: 0, count: new.count + 1)
    for element in old {
      var diagonal = 0
      for (column, other) in new.enumerated() {
        let above = row[column + 1]
        row[column + 1] = element == other ? diagonal + 1 : max(above, row[column])
        diagonal = above
      }
    }
    return row[new.count]
  }

  /// Checks that the elements outside the changes are the same on both sides, and returns the number of edits.
  private func edits(of script: EditScript, _ old: [Int], _ new: [Int]) -> Int {
    var (kept, added, count) = (0, 0, 0)
    let end = EditScript.Change(old: old.count..<old.count, new: new.count..<new.count)
    for change in script.changes + [end] {
      #expect(old[kept..<change.old.lowerBound] == new[added..<change.new.lowerBound], "\(old) \(new)")
      #expect(change == end || kept == 0 || kept < change.old.lowerBound, "two changes touch: \(old) \(new)")
      (kept, added) = (change.old.upperBound, change.new.upperBound)
      count += change.old.count + change.new.count
    }
    return count
  }

  @Test func `a script has the fewest edits`() {
    var random = SeededGenerator(seed: 1)
    for round in 0..<4_000 {
      let longest = round.isMultiple(of: 40) ? 80 : 12
      let (old, new) = (0..<2).map { _ in
        (0..<Int.random(in: 0...longest, using: &random)).map { _ in Int.random(in: 0...round % 6, using: &random) }
      }.reduce(into: ([Int](), [Int]())) { pair, sequence in pair = (pair.1, sequence) }
      let fewest = old.count + new.count - 2 * commonCount(old, new)
      #expect(edits(of: EditScript(from: old, to: new), old, new) == fewest, "\(old) \(new)")
    }
  }

  @Test(arguments: [(499, 998), (500, 1_000), (501, 2_000)])
  func `beyond 1,000 edits, all between the first and the last difference is one change`(
    replaced: Int, edits expected: Int
  ) {
    // Every other element is replaced, so that the first and the last of them are 2 * replaced - 1 apart.
    let old = Array(0..<2_000)
    var new = old
    for index in 0..<replaced { new[100 + 2 * index] = -1 - index }
    let script = EditScript(from: old, to: new)
    let whole = 100..<100 + 2 * replaced - 1
    #expect(edits(of: script, old, new) == (replaced > 500 ? 2 * whole.count : expected))
    #expect(script.changes.count == (replaced > 500 ? 1 : replaced))
    #expect(script.changes.first?.old.lowerBound == whole.lowerBound)
    #expect(script.changes.last?.old.upperBound == whole.upperBound)
  }

  /// An element that counts how often it is compared.
  private struct Counted: Equatable {
    final class Counter { var count = 0 }
    let value: Int
    let counter: Counter

    static func == (left: Self, right: Self) -> Bool {
      left.counter.count += 1
      return left.value == right.value
    }
  }

  @Test(arguments: ["unrelated", "alike but for their ends"])
  func `the comparisons of long sequences have a limit`(kind: String) {
    let counter = Counted.Counter()
    let sequences = (1...2).map { number in
      (0..<60_000).map { index in
        let isShared = kind != "unrelated" && (10..<59_000).contains(index)
        return Counted(value: isShared ? 0 : number * 100_000 + index, counter: counter)
      }
    }
    let script = EditScript(from: sequences[0], to: sequences[1])
    #expect(script.changes == [EditScript.Change(old: 0..<60_000, new: 0..<60_000)])
    #expect(counter.count <= 16_000_000)
  }
}
