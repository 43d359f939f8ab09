import RegistrySQLite

/// What setting one text came to.
public struct TranslationEdit: Sendable {
  /// The code's number.
  public let code: Int
  /// The language that was set.
  public let language: LanguageTag
  /// The row's revision now.
  public let revision: Int
  /// False where the text was already so.
  public let isChanged: Bool
  /// The state of the text that was replaced; nil where there was none.
  public let replacedState: Translation.State?
}

extension Editor {
  /// Sets the text of a code in a language, in state `translated`.
  ///
  /// - Parameters:
  ///   - code: a number, or a symbol in any case.
  ///   - language: any BCP 47 form of a known language.
  ///   - revision: the revision that the change was made from: 0 for a text that was missing, nil to overwrite
  ///     whatever is there. The same text set by the same actor at the next revision is "already so".
  ///
  /// Throws: `code-not-found`, `language-not-found`, `invalid-language-tag`, `invalid-text`, `invalid-pattern`;
  /// `changed-since` with both texts where the row is at another revision.
  @discardableResult
  public func setTranslation(
    code: String, language: String, text: String, ifRevision revision: Int? = nil
  ) throws(RegistryError) -> TranslationEdit {
    let number = try connection.code(named: code).code.code
    let language = try connection.language(named: language)
    try TextRules.message(text)
    return try setTranslation(number, language, text, ifRevision: revision)
  }

  func setTranslation(
    _ code: Int, _ language: Language, _ text: String, ifRevision revision: Int?
  ) throws(RegistryError) -> TranslationEdit {
    let current = try connection.translationRow(code: code, language: language.tag)
    if let revision, revision != current?.revision ?? 0 {
      guard let current, current.text.utf8.elementsEqual(text.utf8),
        try wasRepeated(.translation(code, language.tag), from: revision, at: current.revision)
      else { throw conflict(code, language.tag, base: revision, current: current, mine: text) }
    }
    if let current, current.text.utf8.elementsEqual(text.utf8) {
      return TranslationEdit(
        code: code, language: language.tag, revision: current.revision, isChanged: false,
        replacedState: current.state)
    }
    let source = try language.fallback.map { (_) throws(RegistryError) in try sourceMeaning(ofCode: code) }
    let row = TranslationRow(
      text: text, state: .translated, meaningRevision: operation, sourceRevision: source ?? operation,
      revision: operation)
    try write(row, code, language.tag, replacing: current)
    return TranslationEdit(
      code: code, language: language.tag, revision: operation, isChanged: true, replacedState: current?.state)
  }

  /// Removes the text of a code in a language; its fallback answers from then on.
  ///
  /// Throws: `code-not-found`, `language-not-found`; `translation-not-found` where there is no text; `rule-broken` for
  /// the source language; `changed-since` as `setTranslation` does.
  public func unsetTranslation(
    code: String, language: String, ifRevision revision: Int? = nil
  ) throws(RegistryError) {
    let number = try connection.code(named: code).code.code
    let language = try connection.language(named: language)
    guard let current = try connection.translationRow(code: number, language: language.tag) else {
      throw RegistryError(.translationNotFound, "\(number) has no text in \(language.tag).")
    }
    if let revision, revision != current.revision {
      throw conflict(number, language.tag, base: revision, current: current, mine: nil)
    }
    guard language.fallback != nil else {
      throw RegistryError(
        .ruleBroken, "\(number) cannot lose its \(language.englishName) text: every other language falls back to it.",
        hint: "Change it with 'admin translation set', or retire the code.")
    }
    try beginOperation()
    try compared(
      try connection.change(
        "DELETE FROM translation WHERE code = ? AND language = ? AND revision = ?",
        [.init(number), .text(language.tag.description), .init(current.revision)]))
    try record(.translation(number, language.tag), from: fields(of: current), to: [])
  }

  func write(
    _ row: TranslationRow, _ code: Int, _ language: LanguageTag, replacing current: TranslationRow?
  ) throws(RegistryError) {
    try beginOperation()
    if let current {
      try compared(
        try connection.change(
          """
          UPDATE translation SET text = ?, state = ?, meaning_revision = ?, source_revision = ?, revision = ?
          WHERE code = ? AND language = ? AND revision = ?
          """,
          [
            .text(row.text), .text(row.state.rawValue), .init(row.meaningRevision), .init(row.sourceRevision),
            .init(row.revision), .init(code), .text(language.description), .init(current.revision),
          ]))
    } else {
      try connection.change(
        """
        INSERT INTO translation (text, state, meaning_revision, source_revision, revision, code, language)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        [
          .text(row.text), .text(row.state.rawValue), .init(row.meaningRevision), .init(row.sourceRevision),
          .init(row.revision), .init(code), .text(language.description),
        ])
    }
    try record(.translation(code, language), from: current.map(fields) ?? [], to: fields(of: row))
  }

  private func fields(of row: TranslationRow) -> Fields {
    [
      ("text", .text(row.text)), ("state", .text(row.state.rawValue)),
      ("meaning_revision", .init(row.meaningRevision)), ("source_revision", .init(row.sourceRevision)),
    ]
  }

  private func sourceMeaning(ofCode code: Int) throws(RegistryError) -> Int {
    try connection.integer(
      """
      SELECT meaning_revision FROM translation
      WHERE code = ? AND language = (SELECT tag FROM language WHERE fallback IS NULL)
      """, [.init(code)])
  }

  private func conflict(
    _ code: Int, _ language: LanguageTag, base: Int, current: TranslationRow?, mine: String?
  ) -> RegistryError {
    let now = current.map { "it is at \($0.revision)" } ?? "it has no text now"
    return RegistryError(
      .changedSince, "\(code) in \(language) has changed since revision \(base): \(now).",
      hint: "Decide which is right, then repeat with --if-revision \(current?.revision ?? 0).",
      quotations: [
        RegistryError.Quotation(label: "theirs", text: current?.text),
        RegistryError.Quotation(label: "yours", text: mine),
      ])
  }
}
