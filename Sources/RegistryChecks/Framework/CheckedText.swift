import MessageFormat
import RegistryCatalog

/// A text with its leaves.
final class CheckedText: Sendable {
  let text: String
  let profile: LanguageProfile
  let leaves: [CheckedLeaf]
  /// The pattern; nil when the text has no syntax, or is not a pattern.
  let pattern: MessagePattern?

  init(_ text: String, _ profile: LanguageProfile) {
    (self.text, self.profile) = (text, profile)
    // Most texts have neither braces nor apostrophes: they are their own leaf.
    let hasSyntax = text.utf8.contains { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "'") }
    pattern = hasSyntax ? try? MessagePattern(text, locale: profile.tag.description) : nil
    let readings = pattern?.readings() ?? []
    guard !readings.isEmpty else {
      leaves = [Self.leaf(Array(text.unicodeScalars), of: text, nil, profile)]
      return
    }
    leaves = readings.map { Self.leaf($0.scalars, of: text, $0, profile) }
  }

  private static func leaf(
    _ scalars: [Unicode.Scalar], of text: String, _ reading: MessagePattern.Reading?, _ profile: LanguageProfile
  ) -> CheckedLeaf {
    CheckedLeaf(
      TextLeaf(scalars: scalars, language: profile.tag, direction: profile.direction), of: text, reading, profile)
  }

  /// Returns the part of the stored text at a place.
  func excerpt(_ range: Range<Int>) -> String {
    let scalars = text.unicodeScalars.dropFirst(range.lowerBound).prefix(range.count)
    return String(String.UnicodeScalarView(scalars))
  }

  /// Returns the leaf with which a leaf of a translation of this text is compared: the same words of selects, else
  /// `other`, and `other` of plurals.
  func counterpart(of leaf: CheckedLeaf) -> CheckedLeaf {
    guard leaves.count > 1 else { return leaves[0] }
    var best = (score: -1, leaf: leaves[0])
    for candidate in leaves {
      guard let score = Self.score(candidate, for: leaf), score > best.score else { continue }
      best = (score, candidate)
    }
    return best.leaf
  }

  private static func score(_ candidate: CheckedLeaf, for leaf: CheckedLeaf) -> Int? {
    var score = 0
    for choice in candidate.reading?.choices ?? [] {
      let other = leaf.reading?.choices.first { $0.name == choice.name && $0.choice == .select }
      if choice.choice == .select, let other, other.selector == choice.selector {
        score += 2
      } else {
        guard choice.selector == .keyword("other") else { return nil }
        score += 1
      }
    }
    return score
  }
}
