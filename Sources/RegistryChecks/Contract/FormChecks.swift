import MessageFormat
import RegistryCatalog

/// The checks of plural forms and of the words of a select.
enum FormChecks {
  static let all = [missing, unreachable, repeated, unknownWord, missingWord]

  private static let missing = TextCheck(
    "missing-form", .warning, .contract, "a plural form that the language needs"
  ) { comparison, faults in
    guard let pattern = comparison.text.pattern else { return }
    for form in pattern.missingForms {
      let samples = form.samples.map(\.description).joined(separator: ", ")
      faults.append(
        Fault(
          range: nil,
          message: "The text has no form '\(form.category.rawValue)' of {\(form.argument)}, which is for \(samples).",
          suggestion: "\(form.category.rawValue) {…}",
          values: [.argument: form.argument, .form: form.category.rawValue, .numbers: samples]))
    }
  }

  private static let unreachable = TextCheck(
    "unreachable-form", .warning, .contract, "a form that no value chooses"
  ) { comparison, faults in
    guard let pattern = comparison.text.pattern else { return }
    var found: [(name: String, selector: MessagePattern.Forms.Selector)] = []
    visit(pattern.parts, [:]) { forms, chosen in
      for form in forms.forms where form.selector != .keyword("other") {
        let isHidden = isCovered(form, of: forms, comparison.text.profile)
        let outer = chosen[forms.name]
        let isExcluded =
          outer.map { outer in
            // Inside a form of the same argument only the same form is chosen; `=3` may be one of `few`.
            if case .exact = form.selector, case .keyword = outer, outer != .keyword("other") { return false }
            return outer != form.selector && outer != .keyword("other")
          } ?? false
        if isHidden || isExcluded { found.append((forms.name, form.selector)) }
      }
    }
    for (name, selector) in found {
      let choices = comparison.text.leaves.lazy.flatMap { $0.reading?.choices ?? [] }
      let choice = choices.last { $0.name == name && $0.selector == selector }
      faults.append(
        Fault(
          range: choice?.range, message: "No value chooses the form '\(choice?.spelled ?? "")' of {\(name)}.",
          values: [.argument: name, .form: choice?.spelled ?? ""]))
    }
  }

  /// Calls a function with each plural and select, and the forms around it.
  private static func visit(
    _ parts: [MessagePattern.Part], _ chosen: [String: MessagePattern.Forms.Selector],
    _ body: (MessagePattern.Forms, [String: MessagePattern.Forms.Selector]) -> Void
  ) {
    for case .forms(let forms) in parts {
      body(forms, chosen)
      for form in forms.forms {
        visit(form.parts, chosen.merging([forms.name: form.selector]) { _, new in new }, body)
      }
    }
  }

  /// Returns whether the one number of a form has an exact form, as `one` has beside `=1` in English.
  private static func isCovered(
    _ form: MessagePattern.Forms.Form, of forms: MessagePattern.Forms, _ profile: LanguageProfile
  ) -> Bool {
    guard case .plural(let kind, let offset) = forms.choice, case .keyword(let word) = form.selector,
      let category = PluralCategory(rawValue: word), profile.isSingleValue(category, kind)
    else { return false }
    let number = PluralRules(for: profile.tag.description, kind).samples(of: category, limit: 1).first
    return forms.forms.contains { other in
      guard case .exact(let exact) = other.selector, let number else { return false }
      return exact.subtracting(offset).isEqualInValue(to: number)
    }
  }

  private static let repeated = TextCheck(
    "repeated-form", .warning, .contract, "plural forms with the same words"
  ) { comparison, faults in
    guard let pattern = comparison.text.pattern else { return }
    let profile = comparison.text.profile
    MessagePattern.visit(pattern.parts) { forms in
      guard case .plural(let kind, _) = forms.choice, forms.forms.count > 1 else { return }
      var same: MessagePattern.Forms.Form?
      if Set(forms.forms.map(\.parts)).count == 1, !unchangedAfterNumbers.contains(profile.primary) {
        same = forms.forms.last
      } else {
        // Two forms that each say one number in words cannot have the same words.
        let single = forms.forms.filter { form in
          switch form.selector {
          case .exact: true
          case .keyword(let word): PluralCategory(rawValue: word).map { profile.isSingleValue($0, kind) } ?? false
          }
        }
        for (index, form) in single.enumerated() where !form.parts.contains(.pound) {
          let hasNumber = form.parts.contains { $0 == .argument(forms.name) }
          if !hasNumber, single[..<index].contains(where: { $0.parts == form.parts }) { same = form }
        }
      }
      guard let same else { return }
      let choices = comparison.text.leaves.lazy.flatMap { $0.reading?.choices ?? [] }
      let choice = choices.first { $0.name == forms.name && $0.selector == same.selector }
      faults.append(
        Fault(
          range: choice?.range,
          message: "The form '\(choice?.spelled ?? "")' of {\(forms.name)} has the words of another form.",
          values: [.argument: forms.name, .form: choice?.spelled ?? ""]))
    }
  }

  /// Languages whose nouns do not change after a number.
  private static let unchangedAfterNumbers: Set<String> = [
    "tr", "az", "kk", "ky", "uz", "tk", "tt", "ug", "hu", "ka", "fa", "ku", "ckb", "bn", "tl", "fil", "cy", "eu",
  ]

  private static let unknownWord = TextCheck(
    "unknown-word", .warning, .contract, "a word of a select that the source text does not have"
  ) { comparison, faults in
    differences(in: comparison) { name, unknown, missing in
      for choice in unknown {
        let only = unknown.count == 1 && missing.count == 1 ? missing.first : nil
        faults.append(
          Fault(
            range: choice.range,
            message: "The source text has no word '\(choice.spelled)' of {\(name)}: programs may never pass it.",
            suggestion: only, values: [.argument: name, .form: choice.spelled]))
      }
    }
  }

  private static let missingWord = TextCheck(
    "missing-word", .warning, .contract, "a word of a select for which the text has no form"
  ) { comparison, faults in
    differences(in: comparison) { name, unknown, missing in
      guard unknown.count != 1 || missing.count != 1 else { return }
      for word in missing {
        faults.append(
          Fault(
            range: nil, message: "The text has no form for the word '\(word)' of {\(name)}; 'other' is used for it.",
            values: [.argument: name, .form: word]))
      }
    }
  }

  /// Calls a function for each select with the words that are not in the source text, and those that only it has.
  private static func differences(
    in comparison: Comparison, _ body: (String, [MessagePattern.Reading.Choice], [String]) -> Void
  ) {
    guard let source = comparison.source, comparison.text.pattern != nil else { return }
    let wanted = words(of: source)
    let found = words(of: comparison.text)
    for name in found.keys.sorted() {
      guard let own = found[name], let known = wanted[name] else { continue }
      let spelled = Set(own.map(\.spelled))
      let words = Set(known.map(\.spelled))
      body(name, own.filter { !words.contains($0.spelled) }, words.subtracting(spelled).sorted())
    }
  }

  /// Returns the choices of each select, each word once.
  private static func words(of text: CheckedText) -> [String: [MessagePattern.Reading.Choice]] {
    var words: [String: [MessagePattern.Reading.Choice]] = [:]
    for choice in text.leaves.lazy.flatMap({ $0.reading?.choices ?? [] }) where choice.choice == .select {
      if words[choice.name]?.contains(where: { $0.selector == choice.selector }) != true {
        words[choice.name, default: []].append(choice)
      }
    }
    return words
  }
}
