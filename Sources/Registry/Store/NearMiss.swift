/// Finds what was probably meant by a mistyped name.
enum NearMiss {
  /// The candidate with the fewest single-character edits from `text`, if at most a third of its characters differ;
  /// the first one of several.
  static func closest(to text: String, in candidates: [String]) -> String? {
    guard text.count <= 100 else { return nil }
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let distance = distance(Array(text), Array(candidate))
      if distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    guard let best, best.distance <= max(1, text.count / 3) else { return nil }
    return best.candidate
  }

  /// The Levenshtein distance, with a swap of neighbours as one edit: the usual slip on a number pad.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        var cost = min(
          previous[column + 1] + 1, current[column] + 1, previous[column] + (left[row] == right[column] ? 0 : 1))
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
