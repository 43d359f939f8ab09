import Registry

extension Words {
  /// Returns the name of a check; its name for programs when the interface does not know it.
  func name(ofCheck check: String) -> Phrase.Part { checks[check].map { .words($0.name) } ?? .code(check) }

  /// Returns the word for a severity.
  func word(_ severity: Finding.Severity) -> Word {
    switch severity {
    case .error: .severityError
    case .warning: .severityWarning
    default: .severityNote
    }
  }

  /// Returns what a finding says: the problem and what to do, the part of the text, and what to write instead.
  ///
  /// - Parameter languages: The languages of the registry.
  func phrase(for finding: Finding, _ languages: [Language]) -> Phrase {
    let language = languages.first { $0.tag == finding.row?.language }
    let source = languages.first { $0.fallback == nil }
    var values: [String: Phrase.Value] = [:]
    for (name, value) in finding.values {
      values[name.rawValue] = self.value(name, value, of: finding, language, source, languages)
    }
    let patterns = checks[finding.check]?.findings ?? []
    if let evidence = finding.evidence, evidence.range != nil, !evidence.excerpt.isEmpty {
      values["found"] = .part(visible(evidence.excerpt, in: language))
    }
    guard var phrase = phrase(firstOf: patterns, values) else {
      return Phrase(parts: [.value(Words.english.language, [.words(finding.message)])])
    }
    // A sentence that has the part of the text says what to write, too.
    let isWhole = values["found"] != nil && patterns.contains { $0.contains("{found}") }
    guard let evidence = finding.evidence, !isWhole else { return phrase }
    if evidence.range != nil, !evidence.excerpt.isEmpty {
      phrase = phrase + space + self.phrase(.findingPlace, ["text": .part(visible(evidence.excerpt, in: language))])
    }
    if let suggestion = evidence.suggestion, !suggestion.isEmpty {
      phrase = phrase + space + self.phrase(.findingSuggestion, ["text": .part(visible(suggestion, in: language))])
    }
    return phrase
  }

  /// The space between two sentences.
  var space: Phrase { Phrase(parts: [.words(self(.sentenceSpace))]) }

  private func value(
    _ name: Finding.ValueName, _ value: String, of finding: Finding, _ language: Language?, _ source: Language?,
    _ languages: [Language]
  ) -> Phrase.Value {
    switch name {
    case .length, .sourceLength, .factor: Int(value).map { .number($0) } ?? .name(value)
    case .argument: .code("{\(value)}")
    case .tag: .code("<\(value)>")
    case .form, .displayed, .address, .release: .code(value)
    case .mark, .renderings: .part(visible(value, in: language))
    case .sourceMark, .term: .part(visible(value, in: source))
    case .field: .parts([self.name(ofField: value)])
    case .stored, .recorded: .part(self.value(value, ofField: finding.values[.field] ?? "", language, languages))
    default: .name(value)
    }
  }
}
