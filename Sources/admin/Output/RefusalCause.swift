import Registry

/// What is wrong with one or more lines of a file. Lines with the same cause are reported together.
struct RefusalCause {
  let text: String
  let conflict: RegistryError.TextConflict?
  /// Whether the line names no revision, so that the conflict has no base.
  let isBlind: Bool
  private var lines: [Int]

  /// The number of ranges of lines that are named.
  private static let shownRanges = 20

  /// Returns the causes in the order of their first lines.
  static func all(of lines: [RegistryError.RefusedLine]) -> [RefusalCause] {
    var causes: [RefusalCause] = []
    var known: [String: Int] = [:]
    for line in lines {
      if line.error.conflict == nil, let index = known[line.text] {
        causes[index].lines.append(line.line)
      } else {
        if line.error.conflict == nil { known[line.text] = causes.count }
        causes.append(
          RefusalCause(
            text: line.text, conflict: line.error.conflict, isBlind: line.error.code == .replacesAcceptedText,
            lines: [line.line]))
      }
    }
    return causes
  }

  /// The lines, such as `line 4`, or `3 lines (2, 7-8)`.
  var place: String {
    guard lines.count > 1 else { return "line \(lines.first ?? 0)" }
    var ranges: [ClosedRange<Int>] = []
    for line in lines {
      if let last = ranges.last, last.upperBound + 1 == line {
        ranges[ranges.count - 1] = last.lowerBound...line
      } else {
        ranges.append(line...line)
      }
    }
    var shown = ranges.prefix(Self.shownRanges).map { range in
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
    }
    if ranges.count > Self.shownRanges { shown.append("…") }
    return "\(lines.count) lines (\(shown.joined(separator: ", ")))"
  }
}
