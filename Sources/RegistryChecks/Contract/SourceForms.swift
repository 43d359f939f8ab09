import MessageFormat
import RegistryCatalog

/// Finds the forms of a source text that are used for the same values as a form of a translation.
enum SourceForms {
  /// Returns whether a program passes an argument whenever a leaf of a translation is used: every leaf of the source
  /// text that is used for the same values shows it, or chooses by it.
  static func alwaysHave(
    _ name: String, _ source: CheckedText, for leaf: CheckedLeaf, _ profile: LanguageProfile
  ) -> Bool {
    source.leaves.allSatisfy { candidate in
      candidate.argumentNames.contains(name)
        || candidate.reading?.choices.contains { $0.name == name } == true
        || !isUsed(candidate, with: leaf, source, profile)
    }
  }

  /// Returns whether some values choose both leaves.
  private static func isUsed(
    _ candidate: CheckedLeaf, with leaf: CheckedLeaf, _ source: CheckedText, _ profile: LanguageProfile
  ) -> Bool {
    (candidate.reading?.choices ?? []).allSatisfy { choice in
      guard let own = leaf.reading?.choices.first(where: { $0.name == choice.name }) else { return true }
      let known = Set(
        source.leaves.flatMap { $0.reading?.choices ?? [] }.filter { $0.name == choice.name }.map(\.selector))
      guard case .plural(let kind, let offset) = own.choice else {
        // Words that the source text does not list choose its form `other`.
        return known.contains(own.selector) ? own.selector == choice.selector : choice.selector == .keyword("other")
      }
      guard case .plural(let sourceKind, let sourceOffset) = choice.choice else { return true }
      let rules = PluralRules(for: source.profile.tag.description, sourceKind)
      return numbers(of: own.selector, kind, offset, profile).contains { number in
        selected(by: number, of: known, rules, sourceOffset) == choice.selector
      }
    }
  }

  /// Returns some numbers for which a form is used.
  private static func numbers(
    of selector: MessagePattern.Forms.Selector, _ kind: PluralRules.Kind, _ offset: Int, _ profile: LanguageProfile
  ) -> [MessageNumber] {
    switch selector {
    case .exact(let number): return [number]
    case .keyword(let word):
      guard let category = PluralCategory(rawValue: word) else { return [] }
      let rules = PluralRules(for: profile.tag.description, kind)
      return rules.samples(of: category, limit: 3).map { $0.subtracting(-offset) }
    }
  }

  private static func selected(
    by number: MessageNumber, of known: Set<MessagePattern.Forms.Selector>, _ rules: PluralRules, _ offset: Int
  ) -> MessagePattern.Forms.Selector {
    if known.contains(.exact(number.reduced)) { return .exact(number.reduced) }
    let category = MessagePattern.Forms.Selector.keyword(rules.category(of: number.subtracting(offset)).rawValue)
    return known.contains(category) ? category : .keyword("other")
  }
}
