import Registry

extension Words {
  /// Returns the name of a language in the language of the interface. A language that the interface does not know keeps
  /// the name that its speakers give it.
  func name(of tag: LanguageTag, _ languages: [Language]) -> Phrase.Part {
    if let name = names.languages[tag.description] { return .words(name) }
    guard let language = languages.first(where: { $0.tag == tag }) else { return .code("\(tag)") }
    return .value(language, [.words(language.ownName)])
  }

  /// Returns the name of a category in the language of the interface, or else in the source language.
  func name(ofCategory key: String, _ categories: [StatusCategory], _ languages: [Language]) -> Phrase.Part {
    guard let category = categories.first(where: { $0.key == key }) else { return .code(key) }
    if let name = category.names[language.tag] { return .words(name) }
    guard let source = languages.first(where: { $0.fallback == nil }), let name = category.names[source.tag] else {
      return .code(key)
    }
    return .value(source, [.words(name)])
  }

  /// Returns the name of a field of a row.
  func name(ofField field: String) -> Phrase.Part { names.fields[field].map { .words($0) } ?? .code(field) }

  /// Returns what was done through a command.
  func name(ofCommand command: String) -> Phrase.Part { names.commands[command].map { .words($0) } ?? .code(command) }

  /// Returns the value of a field.
  ///
  /// - Parameter language: The language of the row; nil when it has none.
  func value(
    _ value: String, ofField field: String, _ language: Language?, _ languages: [Language]
  ) -> Phrase.Part {
    switch field {
    case "state":
      StatusCode.State(rawValue: value).map { .words(self(StateWords.word($0))) }
        ?? Translation.State(rawValue: value).map { .words(self(StateWords.word($0, in: language))) } ?? .code(value)
    case "retryable", "required": .words(self(value == "1" ? .yes : .no))
    case "direction": .words(self(value == "rtl" ? .rightToLeft : .leftToRight))
    case "fallback": LanguageTag(value).map { name(of: $0, languages) } ?? .code(value)
    case "symbol", "category", "ranges": .code(value)
    case "note", "description", "reason": visible(value, in: languages.language(ofNote: value))
    case "english_name": visible(value, in: Words.english.language)
    default: visible(value, in: language)
    }
  }

  /// Returns what a row is.
  func subject(_ row: RegistryRow, _ languages: [Language]) -> Phrase {
    let language = row.language.map { Phrase.Value.part(name(of: $0, languages)) } ?? .parts([])
    let code = Phrase.Value.name(row.code.map { "\($0)" } ?? "")
    let source = languages.first { $0.fallback == nil }
    let term = Phrase.Value.part(visible(row.term ?? "", in: source))
    return switch row {
    case .language: phrase(.rowLanguage, ["language": language])
    case .category(let key): phrase(.rowCategory, ["category": .code(key)])
    case .categoryName(let key, _): phrase(.rowCategoryName, ["category": .code(key), "language": language])
    case .statusCode: phrase(.rowCode, ["code": code])
    case .translation: phrase(.rowText, ["code": code, "language": language])
    case .term: phrase(.rowTerm, ["term": term])
    case .termRendering: phrase(.rowRendering, ["term": term, "language": language])
    case .silence(_, _, let check):
      phrase(.rowSilence, ["check": .part(name(ofCheck: check)), "code": code, "language": language])
    @unknown default: Phrase(parts: [.code(row.entity)])
    }
  }

  /// Returns why an undo leaves a row alone.
  func phrase(for conflict: ReversalConflict, _ languages: [Language]) -> Phrase {
    let reason: Phrase
    switch conflict.cause {
    case .changedSince(let operation?, let actor):
      reason = phrase(.changedSinceBy, ["number": .name("\(operation)"), "name": .name(actor ?? "?")])
    case .changedPastHistory: reason = phrase(.changedPastHistory)
    case .refused(let error):
      reason = Phrase(parts: Array(phrases(for: error, languages).map(\.parts).joined(separator: space.parts)))
    default: reason = phrase(.changedSince)
    }
    return subject(conflict.row, languages) + Phrase(parts: [.words(self(.colon))]) + reason
  }
}
