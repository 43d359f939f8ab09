import MessageFormat
import RegistryCatalog

/// Finds the forms of a source text that are used for the same values as a form of a translation.
struct SourceForms {
  private let source: CheckedText
  private let profile: LanguageProfile
  /// The selectors of each argument by which the source text chooses a form.
  private let selectors: [String: Set<MessagePattern.Forms.Selector>]

  /// Looks at the forms of a source text.
  ///
  /// - Parameters:
  ///   - profile: The language of the translation.
  init(_ source: CheckedText, for profile: LanguageProfile) {
    (self.source, self.profile) = (source, profile)
    var selectors: [String: Set<MessagePattern.Forms.Selector>] = [:]
    for choice in source.leaves.flatMap({ $0.reading?.choices ?? [] }) {
      selectors[choice.name, default: []].insert(choice.selector)
    }
    self.selectors = selectors
  }

  /// Returns whether a program passes an argument whenever a leaf of a translation is used: every leaf of the source
  /// text that is used for the same values shows it, or chooses by it.
  func alwaysHave(_ name: String, for leaf: CheckedLeaf) -> Bool {
    source.leaves.allSatisfy { candidate in
      candidate.argumentNames.contains(name)
        || candidate.reading?.choices.contains { $0.name == name } == true
        || !isUsed(candidate, with: leaf)
    }
  }

  /// Returns whether some values choose both leaves.
  private func isUsed(_ candidate: CheckedLeaf, with leaf: CheckedLeaf) -> Bool {
    (candidate.reading?.choices ?? []).allSatisfy { choice in
      guard let own = leaf.reading?.choices.first(where: { $0.name == choice.name }) else { return true }
      let known = selectors[choice.name] ?? []
      guard case .plural(let kind, let offset) = own.choice else {
        // Words that the source text does not list choose its form `other`.
        return known.contains(own.selector) ? own.selector == choice.selector : choice.selector == .keyword("other")
      }
      guard case .plural(let sourceKind, let sourceOffset) = choice.choice else { return true }
      let rules = PluralRules(for: source.profile.tag.description, sourceKind)
      return Self.numbers(of: own.selector, kind, offset, profile).contains { number in
        Self.selected(by: number, of: known, rules, sourceOffset) == choice.selector
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
