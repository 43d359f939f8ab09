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

  @Test(arguments: [499, 500, 501])
  func `beyond 1,000 edits, all between the first and the last difference is one change`(replaced: Int) {
    let old = Array(0..<2_000)
    var new = old
    for index in 0..<replaced { new[100 + 2 * index] = -1 - index }
    let each = (0..<replaced).map { EditScript.Change(at: 100 + 2 * $0..<101 + 2 * $0) }
    let whole = EditScript.Change(at: 100..<99 + 2 * replaced)
    #expect(EditScript(from: old, to: new).changes == (replaced > 500 ? [whole] : each))
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

  @Test func `the comparisons of sequences that have nothing in common do not grow with the square of their length`() {
    let counter = Counted.Counter()
    let (old, new) = (0..<6_000, 6_000..<12_000)
    let script = EditScript(
      from: old.map { Counted(value: $0, counter: counter) }, to: new.map { Counted(value: $0, counter: counter) })
    #expect(script.changes == [EditScript.Change(at: 0..<6_000)])
    #expect(counter.count < 1_000_000, "\(counter.count)")
  }
}

extension EditScript.Change {
  /// A change of the same places in both sequences.
  fileprivate init(at places: Range<Int>) { self.init(old: places, new: places) }
}
