import MessageFormat

/// How much a change of a source text weighs for its translations.
public enum SourceImpact: String, Sendable, Hashable, CaseIterable {
  /// The meaning is the same: every translation stays as it is.
  case typo
  /// The translations should be looked at: they are stale, and may still be released.
  case minor
  /// The translations are wrong now: they are stale, and not fit for release.
  case major

  /// `typo` where the texts differ in whitespace, punctuation, case or normalization alone; nil where only a person can
  /// say.
  ///
  /// Arguments count as content, and so do signs, percent and marks between digits: 1.5 is not 15, and -5 is not 5.
  public static func inferred(from old: String, to new: String) -> SourceImpact? {
    guard let old = content(of: old), let new = content(of: new), old == new else { return nil }
    return .typo
  }

  /// The parts of the pattern without what does not count; Swift compares the literals by canonical equivalence.
  private static func content(of text: String) -> [MessagePattern.Part]? {
    guard let pattern = try? MessagePattern(text) else { return nil }
    return pattern.parts.compactMap { part in
      guard case .literal(let literal) = part else { return part }
      let counted = counted(literal)
      return counted.isEmpty ? nil : .literal(counted)
    }
  }

  private static func counted(_ literal: String) -> String {
    let scalars = Array(literal.lowercased().unicodeScalars)
    var kept = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let isBeforeDigit = index + 1 < scalars.count && scalars[index + 1].properties.numericType != nil
      if !scalar.isProse || isBeforeDigit && !scalar.properties.isWhitespace { kept.append(scalar) }
    }
    return String(kept)
  }
}

extension Unicode.Scalar {
  /// Whitespace and the punctuation of prose (UAX #44, General_Category Z and P); `%`, `#`, `&`, `@`, `*` and slashes
  /// are punctuation to Unicode and content to a reader.
  fileprivate var isProse: Bool {
    switch properties.generalCategory {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation:
      true
    case .otherPunctuation: !"%‰‱٪#&@*/\\".unicodeScalars.contains(self)
    default: false
    }
  }
}
