import MessageFormat
import Registry

/// A text as the customer gets it: with values in the place of its arguments, once for each form that its language has.
struct TextPreview: Sendable {
  /// One way in which the text is shown.
  struct Case: Sendable, Equatable {
    /// The values that choose the form, such as `count = 3`; empty when there are no forms.
    let values: String
    /// The category of the number, such as `few`; nil when there is none to be named.
    let category: String?
    /// The text, with each value between isolates.
    let text: String
    /// Whether the text has no form of its own for the number.
    let lacksForm: Bool
  }

  /// The largest number of cases.
  static let limit = 12

  /// The cases in the order of the forms; none when the customer gets the text as it is written, or when it is no
  /// pattern.
  let cases: [Case]

  init(_ text: String, in language: LanguageTag) {
    guard text.contains(where: { "{}'".contains($0) }),
      let pattern = try? MessagePattern(text, locale: language.description)
    else {
      cases = []
      return
    }
    var plain: [String: MessageValue] = [:]
    for name in pattern.arguments {
      plain[name] = SampleValues.value(of: name, pattern.argumentKinds[name] ?? .any, in: language)
    }
    let chosen = pattern.sampleArguments(limit: Self.limit)
    let missing = pattern.missingForms
    // The arguments that choose among forms.
    let choosers = Set(
      pattern.arguments.filter { name in
        pattern.argumentKinds[name] == .choice || Set(chosen.compactMap { $0[name] }).count > 1
          || missing.contains { $0.argument == name }
      })
    var cases: [Case] = []
    let add = { (values: [String: MessageValue], lacksForm: Bool) in
      guard let shown = try? pattern.format(values), cases.count < Self.limit else { return }
      cases.append(
        Case(
          values: pattern.arguments.filter(choosers.contains).compactMap { name in
            values[name].map { "\(name) = \($0)" }
          }.joined(separator: ", "),
          category: Self.category(values, choosers, pattern), text: shown, lacksForm: lacksForm))
    }
    for var values in chosen {
      for name in choosers where values[name] == .number(0) && !text.contains("=") {
        // Several things are a better sample of a form than none.
        let several = PluralRules(for: pattern.locale).samples(of: .other).last
        if let several, PluralRules(for: pattern.locale).category(of: 0) == .other { values[name] = .number(several) }
      }
      add(plain.merging(values.filter { choosers.contains($0.key) }) { $1 }, false)
    }
    for form in missing {
      guard let sample = form.samples.first, let base = chosen.first else { continue }
      var values = plain.merging(base.filter { choosers.contains($0.key) }) { $1 }
      values[form.argument] = .number(sample)
      add(values, true)
    }
    self.cases = cases
  }

  /// Returns the category of the only number that chooses a form. An ordinal number has other categories.
  private static func category(
    _ values: [String: MessageValue], _ choosers: Set<String>, _ pattern: MessagePattern
  ) -> String? {
    let numbers = choosers.compactMap { name -> MessageNumber? in
      guard case .number(let number) = values[name] else { return nil }
      return number
    }
    guard let number = numbers.first, numbers.count == 1, !pattern.text.contains("selectordinal") else { return nil }
    return PluralRules(for: pattern.locale).category(of: number).rawValue
  }

  /// Returns the preview; nil when there is nothing to show.
  func html(in language: Language, _ words: Words) -> HTML? {
    guard !cases.isEmpty else { return nil }
    let rows = cases.map { shown -> HTML in
      let category: HTML? = shown.category.map { " \(words.names.categories[$0] ?? $0)" }
      let label: HTML =
        shown.values.isEmpty ? "" : "<span class=\"small\">\(HTML.code(shown.values))\(category)</span> "
      let lack: HTML = " <span class=\"small\">\(words(.formMissing))</span>"
      return "<li>\(label)\(HTML.text(shown.text, in: language))\(lack, if: shown.lacksForm)</li>"
    }
    return "<p class=\"small\">\(words(.previewTitle))</p><ul class=\"preview\">\(rows)</ul>"
  }
}
