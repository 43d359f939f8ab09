/// Finds the name that a mistyped name probably means.
package enum NearMiss {
  /// Returns the candidate with the fewest single-character edits from `text`, if at most a third of its characters
  /// differ; nil when there is none.
  ///
  /// A swap of two neighboring characters counts less than another edit. Of several equal candidates the first one is
  /// returned.
  package static func closest(to text: String, in candidates: [String]) -> String? {
    guard text.count <= 100 else { return nil }
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let distance = distance(Array(text), Array(candidate))
      if distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    guard let best, best.distance <= edit * max(1, text.count / 3) else { return nil }
    return best.candidate
  }

  /// The cost of an insertion, deletion or substitution. A swap of two neighboring characters, the usual mistake on a
  /// number pad, costs 1.
  private static let edit = 2

  /// Returns the Levenshtein distance with swaps (optimal string alignment).
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var beforePrevious: [Int] = []
    var previous = (0...right.count).map { $0 * edit }
    for row in left.indices {
      var current = [(row + 1) * edit]
      for column in right.indices {
        var cost = min(
          previous[column + 1] + edit, current[column] + edit,
          previous[column] + (left[row] == right[column] ? 0 : edit))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforePrevious[column - 1] + 1)
        }
        current.append(cost)
      }
      (beforePrevious, previous) = (previous, current)
    }
    return previous[right.count]
  }
}
