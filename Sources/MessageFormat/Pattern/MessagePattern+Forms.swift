extension MessagePattern {
  /// A form that a language needs and a pattern does not have.
  public struct MissingForm: Sendable, Hashable {
    /// The name of the argument.
    public let argument: String
    /// The category of the form.
    public let category: PluralCategory
    /// Numbers that the form is for.
    public let samples: [MessageNumber]
  }

  /// The forms that the language needs and the pattern does not have. For their numbers, `other` is used, whose words
  /// are likely to be wrong.
  ///
  /// A form whose numbers all have an exact form is not missing: `=1` takes the place of `one` in English, and not in
  /// Russian, where `one` is also 21.
  public var missingForms: [MissingForm] {
    var missing: [MissingForm] = []
    Self.visit(parts) { forms in
      guard case .plural(let kind, let offset) = forms.choice else { return }
      let rules = PluralRules(for: locale, kind)
      let exact = forms.forms.compactMap { form in
        if case .exact(let number) = form.selector { number } else { nil }
      }
      for category in rules.neededCategories
      where !forms.forms.contains(where: { $0.selector == .keyword(category.rawValue) }) {
        let samples = rules.samples(of: category, limit: 3 + exact.count).filter { sample in
          !exact.contains { $0.subtracting(offset).isEqualInValue(to: sample) }
        }
        let form = MissingForm(argument: forms.name, category: category, samples: Array(samples.prefix(3)))
        if !samples.isEmpty, !missing.contains(form) { missing.append(form) }
      }
    }
    return missing
  }

  /// Calls a function with each plural and select, the outer ones first.
  package static func visit(_ parts: [Part], _ body: (Forms) -> Void) {
    for case .forms(let forms) in parts {
      body(forms)
      for form in forms.forms { visit(form.parts, body) }
    }
  }

  /// Returns a plural with all forms of a language and empty texts, to be filled in.
  ///
  /// ```swift
  /// MessagePattern.frame(for: "ru", argument: "count")  // "{count, plural, one {#} few {#} many {#} other {#}}"
  /// ```
  ///
  /// - Parameters:
  ///   - locale: A BCP 47 language tag.
  ///   - argument: The name of the argument.
  ///   - kind: What the number says.
  /// - Returns: A pattern.
  public static func frame(for locale: String, argument: String, _ kind: PluralRules.Kind = .cardinal) -> String {
    let rules = PluralRules(for: locale, kind)
    let forms = (rules.neededCategories + [.other]).map { "\($0.rawValue) {#}" }.joined(separator: " ")
    return "{\(argument), \(kind == .cardinal ? "plural" : "selectordinal"), \(forms)}"
  }

  /// Returns values for the arguments, so that each form is used once.
  ///
  /// - Parameters:
  ///   - given: Values that are used in every case.
  ///   - limit: The largest number of cases. When there are more combinations of values, each value is used once.
  /// - Returns: The cases in the order of the forms. An argument without forms has its name in braces as its value, or
  ///   the number 1,234 when it must be a number.
  public func sampleArguments(given: [String: MessageValue] = [:], limit: Int = 64) -> [[String: MessageValue]] {
    var domains: [String: [MessageValue]] = [:]
    Self.visit(parts) { forms in
      for value in values(of: forms) where domains[forms.name]?.contains(value) != true {
        domains[forms.name, default: []].append(value)
      }
    }
    let open = arguments.filter { given[$0] == nil }.map { name in
      let plain: MessageValue = argumentKinds[name] == .number ? 1_234 : .text("{\(name)}")
      return (name: name, values: domains[name] ?? [plain])
    }
    let product = open.reduce(1) { $0 > limit ? $0 : $0 * $1.values.count }
    guard product <= limit else {
      // Every value once, instead of all combinations.
      return (0..<min(limit, open.map(\.values.count).max() ?? 0)).map { index in
        open.reduce(into: given) { $0[$1.name] = $1.values[min(index, $1.values.count - 1)] }
      }
    }
    return open.reduce([given]) { cases, argument in
      cases.flatMap { values in argument.values.map { values.merging([argument.name: $0]) { first, _ in first } } }
    }
  }

  /// Returns a value for each form.
  private func values(of forms: Forms) -> [MessageValue] {
    guard case .plural(let kind, let offset) = forms.choice else {
      return forms.forms.compactMap { form in
        if case .keyword(let word) = form.selector { .text(word) } else { nil }
      }
    }
    let exact = forms.forms.compactMap { form in
      if case .exact(let number) = form.selector { number } else { nil }
    }
    let rules = PluralRules(for: locale, kind)
    return forms.forms.compactMap { form -> MessageValue? in
      switch form.selector {
      case .exact(let number): return .number(number)
      case .keyword(let word):
        let samples = PluralCategory(rawValue: word).map { rules.samples(of: $0, limit: 1 + exact.count) } ?? []
        let numbers = samples.map { $0.subtracting(-offset) }
        return numbers.first { number in !exact.contains { $0.isEqualInValue(to: number) } }.map { .number($0) }
      }
    }
  }

  /// Returns the pattern in lines for an editor: one form of an outer plural or select in each line.
  ///
  /// Joined with spaces, the lines are a pattern with the same parts. Spaces between forms mean nothing.
  ///
  /// - Returns: The lines; one when the pattern has no plural or select.
  package var lines: [String] {
    let bytes = text.utf8Span.span
    var cursor = PatternCursor()
    var starts: [Int] = []
    // The pattern was parsed before, so nothing is thrown.
    while let token = try? cursor.next(in: bytes, pound: .literal), token != .end {
      guard token == .open, let head = try? cursor.argument(in: bytes), head.hasForms else { continue }
      while true {
        cursor.skipSpace(in: bytes)
        let start = cursor.offset
        guard (try? cursor.selector(in: bytes, of: head)) != nil else { break }
        starts.append(start)
        guard (try? cursor.skipForm(in: bytes, pound: head.pound(in: .literal), depth: 1)) != nil else { break }
      }
    }
    return zip([0] + starts, starts + [bytes.count]).map { start, next in
      var end = next
      // What stands before a form is a space that means nothing. The last line may end with spaces of the text.
      while end < bytes.count, end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
      return PatternCursor.string(bytes, start..<end)
    }
  }
}
