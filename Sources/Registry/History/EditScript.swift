/// The shortest list of changes that turns one sequence into another one.
///
/// This is the linear-space algorithm of Eugene W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986),
/// section 4b: two searches, one from each end, meet in the middle of a shortest script, and divide the sequences
/// there. The memory is proportional to the length of the sequences, and the recursion is as deep as the logarithm of
/// the number of edits.
struct EditScript {
  /// A place where the sequences differ: elements of the old sequence, and those of the new one in their place.
  struct Change: Equatable {
    var old: Range<Int>
    var new: Range<Int>

    var isEmpty: Bool { old.isEmpty && new.isEmpty }
  }

  /// The changes in order. At least one element is kept between two of them.
  let changes: [Change]

  /// Compares two sequences.
  ///
  /// An edit removes or adds one element. A script of more than 1,000 edits is not searched for, because the number of
  /// comparisons grows with the square of the edits: everything between the common beginning and the common end of the
  /// sequences is then one change.
  init<Element: Equatable>(from old: [Element], to new: [Element]) {
    var search = Search(old, new, limit: 1_000)
    search.divide(Change(old: old.indices, new: new.indices))
    changes = search.changes
  }

  private struct Search<Element: Equatable> {
    private let old: [Element]
    private let new: [Element]
    /// How many elements of the old sequence each search has passed on each diagonal. On diagonal `k` a search has
    /// passed `k` more elements of the old sequence than of the new one. Diagonal 0 is in the middle of the arrays.
    private var forward: [Int]
    private var backward: [Int]
    private let center: Int
    private(set) var changes: [Change] = []

    init(_ old: [Element], _ new: [Element], limit: Int) {
      (self.old, self.new) = (old, new)
      // Each search makes half of the edits, and looks at one diagonal beyond.
      center = limit / 2 + 1
      forward = Array(repeating: 0, count: 2 * center + 1)
      backward = forward
    }

    /// Appends the changes of a part of the sequences.
    mutating func divide(_ part: Change) {
      let part = part.trimmed(old, new)
      if part.isEmpty { return }
      guard !part.old.isEmpty, !part.new.isEmpty, let (x, y) = middle(of: part) else { return append(part) }
      divide(Change(old: part.old.lowerBound..<x, new: part.new.lowerBound..<y))
      divide(Change(old: x..<part.old.upperBound, new: y..<part.new.upperBound))
    }

    private mutating func append(_ change: Change) {
      if let last = changes.last, last.old.upperBound == change.old.lowerBound,
        last.new.upperBound == change.new.lowerBound
      {
        changes.removeLast()
        changes.append(last.joined(change))
      } else {
        changes.append(change)
      }
    }

    /// Returns a place on a shortest script, with at least one edit before it and one after it; nil when the script has
    /// more edits than the limit.
    ///
    /// Both sides of the part differ in their first and in their last element, so at least two edits are needed.
    private mutating func middle(of part: Change) -> (old: Int, new: Int)? {
      let (oldCount, newCount) = (part.old.count, part.new.count)
      // The backward search counts from the end, where the diagonals have other numbers.
      let last = oldCount - newCount
      let isOdd = !last.isMultiple(of: 2)
      for edits in 0..<center {
        for edge in [center - edits - 1, center + edits + 1] { (forward[edge], backward[edge]) = (-1, -1) }
        for diagonal in stride(from: -edits, through: edits, by: 2) {
          var x = max(forward[center + diagonal + 1], forward[center + diagonal - 1] + 1)
          while x < oldCount, x - diagonal < newCount,
            old[part.old.lowerBound + x] == new[part.new.lowerBound + x - diagonal]
          { x += 1 }
          forward[center + diagonal] = x
          if isOdd, abs(last - diagonal) < edits, x + backward[center + last - diagonal] >= oldCount {
            return (part.old.lowerBound + x, part.new.lowerBound + x - diagonal)
          }
        }
        for diagonal in stride(from: -edits, through: edits, by: 2) {
          var x = max(backward[center + diagonal + 1], backward[center + diagonal - 1] + 1)
          while x < oldCount, x - diagonal < newCount,
            old[part.old.upperBound - 1 - x] == new[part.new.upperBound - 1 - x + diagonal]
          { x += 1 }
          backward[center + diagonal] = x
          if !isOdd, abs(last - diagonal) <= edits, x + forward[center + last - diagonal] >= oldCount {
            return (part.old.upperBound - x, part.new.upperBound - x + diagonal)
          }
        }
      }
      return nil
    }
  }
}

extension EditScript.Change {
  /// Returns this change and a later one as one change, with what is between them.
  func joined(_ later: Self) -> Self {
    Self(old: old.lowerBound..<later.old.upperBound, new: new.lowerBound..<later.new.upperBound)
  }

  /// Returns the change without the elements at its beginning and at its end that are the same on both sides.
  fileprivate func trimmed<Element: Equatable>(_ before: [Element], _ after: [Element]) -> Self {
    var (start, end) = (0, 0)
    let shorter = min(old.count, new.count)
    while start < shorter, before[old.lowerBound + start] == after[new.lowerBound + start] { start += 1 }
    while end < shorter - start, before[old.upperBound - 1 - end] == after[new.upperBound - 1 - end] { end += 1 }
    return Self(
      old: old.lowerBound + start..<old.upperBound - end, new: new.lowerBound + start..<new.upperBound - end)
  }
}
