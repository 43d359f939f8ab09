import MessageFormat
import RegistryCatalog

/// What checks need to know about a language, found once for all texts.
struct LanguageProfile: Sendable {
  let tag: LanguageTag
  /// The primary language, such as `zh`.
  let primary: String
  let direction: Direction
  /// Whether the language is the one that translations are made from.
  let isSource: Bool
  /// The leaf checks that apply to the language.
  let leafChecks: [LeafCheck]
  let cardinal: PluralRules
  private let single: [PluralRules.Kind: Set<PluralCategory>]

  init(_ language: Language) { self.init(language.tag, language.direction, isSource: language.fallback == nil) }

  init(_ tag: LanguageTag, _ direction: Direction, isSource: Bool) {
    (self.tag, self.direction, self.isSource) = (tag, direction, isSource)
    primary = tag.language
    leafChecks = LeafCheck.families.flatMap(\.checks).filter { $0.applies(tag) }
    cardinal = PluralRules(for: tag.description, .cardinal)
    single = Dictionary(
      uniqueKeysWithValues: [PluralRules.Kind.cardinal, .ordinal].map { kind in
        let rules = PluralRules(for: tag.description, kind)
        return (kind, Set(rules.categories.filter { $0 != .other && rules.samples(of: $0, limit: 2).count == 1 }))
      })
  }

  /// Returns whether a form is used for one number only, as `=5` in every language, `one` in English, and `two` in
  /// Arabic. `one` in Russian is also 21, and in French also 0.
  func isSingleValue(_ choice: MessagePattern.Reading.Choice) -> Bool {
    guard case .plural(let kind, _) = choice.choice else { return false }
    switch choice.selector {
    case .exact: return true
    case .keyword(let word): return PluralCategory(rawValue: word).map { single[kind]?.contains($0) == true } ?? false
    }
  }
}
