import MessageFormat

/// The effect of a changed source text on its translations.
public enum SourceImpact: String, Sendable, Hashable, CaseIterable {
  /// The meaning has not changed. The translations remain valid.
  case typo
  /// The translations should be checked. They are stale, but can still be released.
  case minor
  /// The translations are wrong. They are stale and cannot be released.
  case major

  /// Returns ``typo`` when two texts differ only in whitespace, punctuation, case or normalization; nil when a person
  /// must decide.
  ///
  /// Arguments, signs, percent signs and marks before digits are part of the content: 1.5 is not 15, and -5 is not 5.
  ///
  /// - Parameters:
  ///   - old: The old source text.
  ///   - new: The new source text.
  /// - Returns: ``typo`` or nil.
  public static func inferred(from old: String, to new: String) -> SourceImpact? {
    guard let old = content(of: old), let new = content(of: new), old == new else { return nil }
    return .typo
  }

  /// Returns the parts of the pattern without characters that are ignored. Swift compares the literals by canonical
  /// equivalence.
  private static func content(of text: String) -> [MessagePattern.Part]? {
    (try? MessagePattern(text)).map { content(of: $0.parts) }
  }

  private static func content(of parts: [MessagePattern.Part]) -> [MessagePattern.Part] {
    parts.compactMap { part in
      switch part {
      case .literal(let literal):
        let counted = counted(literal)
        return counted.isEmpty ? nil : .literal(counted)
      case .forms(let forms): return .forms(forms.replacing { content(of: $0) })
      case .argument, .number, .pound: return part
      }
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
  /// Whether the scalar is whitespace or punctuation of prose (UAX #44, General_Category Z and P). Unicode also
  /// classifies `%`, `#`, `&`, `@`, `*` and slashes as punctuation, but they are content.
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
