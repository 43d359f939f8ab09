import MessageFormat
import RegistryCatalog

/// What checks need to know about a language, found once for all texts.
final class LanguageProfile: Sendable {
  let tag: LanguageTag
  /// The primary language, such as `zh`.
  let primary: String
  let direction: Direction
  /// Whether the language is known to be written in another script than Latin.
  let isOfOtherScript: Bool
  /// Whether the language is the one that translations are made from.
  let isSource: Bool
  /// The leaf checks that apply to the language.
  let leafChecks: [AppliedCheck]
  /// How words of the language change.
  let inflection: Inflection
  /// Whether there is a glossary.
  let hasGlossary: Bool
  private let single: [PluralRules.Kind: Set<PluralCategory>]

  init(_ language: Language, hasGlossary: Bool) {
    tag = language.tag
    direction = language.direction
    isOfOtherScript = language.tag.likelyScript.map { $0 != "Latn" } ?? false
    isSource = language.fallback == nil
    self.hasGlossary = hasGlossary
    inflection = Inflection(tag.language)
    let tag = tag
    primary = tag.language
    leafChecks = LeafCheck.families.flatMap { family, checks in
      checks.filter { $0.applies(tag) }.map { AppliedCheck($0, family) }
    }
    single = Dictionary(
      uniqueKeysWithValues: [PluralRules.Kind.cardinal, .ordinal].map { kind in
        let rules = PluralRules(for: tag.description, kind)
        let numbers = (Array(0...130) + Array(1_000...1_005)).map { rules.category(of: MessageNumber($0)) }
        return (
          kind, Set(rules.categories.filter { category in category != .other && numbers.count { $0 == category } == 1 })
        )
      })
  }

  /// Returns whether a form is used for one number only, as `=5` in every language, `one` in English, and `two` in
  /// Arabic. `one` in Russian is also 21, and in French also 0.
  func isSingleValue(_ choice: MessagePattern.Reading.Choice) -> Bool {
    guard case .plural(let kind, _) = choice.choice else { return false }
    switch choice.selector {
    case .exact: return true
    case .keyword(let word): return PluralCategory(rawValue: word).map { isSingleValue($0, kind) } ?? false
    }
  }

  /// Returns whether a category has one number only.
  func isSingleValue(_ category: PluralCategory, _ kind: PluralRules.Kind) -> Bool {
    single[kind]?.contains(category) == true
  }
}

/// A leaf check that applies to a language.
final class AppliedCheck: Sendable {
  let check: Check
  let find: @Sendable (TextLeaf) -> [Occurrence]

  init(_ check: LeafCheck, _ family: Check.Family) {
    self.check = Check(check.id, check.severity, family, check.summary)
    find = check.find
  }
}
