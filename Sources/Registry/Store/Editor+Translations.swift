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
  /// Of a source text that was changed: what that means for its translations; nil for every other edit.
  public let impact: SourceImpact?
}

extension Editor {
  /// Sets the text of a code in a language, in state `translated`.
  ///
  /// The same text again is "already so"; where it is stale, it is confirmed: it counts as made from the source text as
  /// it is now.
  ///
  /// - Parameters:
  ///   - code: a number, or a symbol in any case.
  ///   - language: any BCP 47 form of a known language.
  ///   - revision: the revision that the change was made from: 0 for a text that was missing, nil to overwrite
  ///     whatever is there. The same text set by the same actor at the next revision is "already so".
  ///   - impact: what changing a source text means for its translations; nil infers `typo` where
  ///     `SourceImpact.inferred` does, and takes `major` otherwise.
  ///
  /// Throws: `code-not-found`, `language-not-found`, `invalid-language-tag`, `invalid-text`, `invalid-pattern`;
  /// `invalid-value` for an impact of another than the source language's text; `changed-since` with the texts of all
  /// sides where the row is at another revision.
  @discardableResult
  public func setTranslation(
    code: String, language: String, text: String, ifRevision revision: Int? = nil, impact: SourceImpact? = nil
  ) throws(RegistryError) -> TranslationEdit {
    let number = try connection.code(named: code).code.code
    let language = try connection.language(named: language)
    if impact != nil, language.fallback != nil {
      throw RegistryError(
        .invalidValue, "A text in \(language.tag) has no impact on others: only the source text has translations.")
    }
    return try setTranslation(
      number, language, text, ifRevision: revision, impact: impact, confirmsStale: true)
  }

  func setTranslation(
    _ code: Int, _ language: Language, _ text: String, ifRevision revision: Int?, impact: SourceImpact?,
    confirmsStale: Bool
  ) throws(RegistryError) -> TranslationEdit {
    try TextRules.message(text)
    let current = try connection.translationRow(code: code, language: language.tag)
    let isSame = current.map { $0.text.utf8.elementsEqual(text.utf8) } ?? false
    if let revision, revision != current?.revision ?? 0 {
      guard let current, isSame, try wasRepeated(.translation(code, language.tag), from: revision, at: current.revision)
      else { throw try conflict(code, language.tag, base: revision, current: current, mine: text) }
    }
    var impactOfEdit: SourceImpact?
    var row = TranslationRow(
      text: text, state: .translated, meaningRevision: current?.meaningRevision ?? operation,
      sourceRevision: operation, sourceMajorRevision: current?.sourceMajorRevision, revision: operation)
    if language.fallback == nil {
      let weight = current.map { impact ?? SourceImpact.inferred(from: $0.text, to: text) ?? .major } ?? .minor
      impactOfEdit = current == nil ? nil : weight
      if weight != .typo { row.meaningRevision = operation }
      if weight == .major { row.sourceMajorRevision = operation }
      row.sourceRevision = row.meaningRevision
    } else {
      (row.sourceRevision, row.sourceMajorRevision) = try sourceMeaning(ofCode: code)
    }
    if let current, isSame,
      !confirmsStale || language.fallback == nil
        || (current.sourceRevision, current.sourceMajorRevision) == (row.sourceRevision, row.sourceMajorRevision)
    {
      return TranslationEdit(
        code: code, language: language.tag, revision: current.revision, isChanged: false,
        replacedState: current.state, impact: nil)
    }
    try write(row, code, language.tag, replacing: current)
    return TranslationEdit(
      code: code, language: language.tag, revision: operation, isChanged: true, replacedState: current?.state,
      impact: impactOfEdit)
  }

  /// Removes the text of a code in a language; its fallback answers from then on.
  ///
  /// A text that this actor took away last is "already so".
  ///
  /// Throws: `code-not-found`, `language-not-found`; `translation-not-found` where there is no text; `rule-broken` for
  /// the source language; `changed-since` as `setTranslation` does.
  public func unsetTranslation(
    code: String, language: String, ifRevision revision: Int? = nil
  ) throws(RegistryError) {
    let number = try connection.code(named: code).code.code
    let language = try connection.language(named: language)
    guard let current = try connection.translationRow(code: number, language: language.tag) else {
      if try wasRemoved(number, language.tag, from: revision) { return }
      throw RegistryError(.translationNotFound, "\(number) has no text in \(language.tag).")
    }
    if let revision, revision != current.revision {
      throw try conflict(number, language.tag, base: revision, current: current, mine: nil)
    }
    guard language.fallback != nil else {
      throw RegistryError(
        .ruleBroken, "\(number) cannot lose its \(language.englishName) text: every other language falls back to it.",
        hint: "Change it with 'admin translation set', or retire the code.")
    }
    try write(nil, number, language.tag, replacing: current)
  }

  /// Whether this actor took the text away last, from this revision if one is named: the answer to that was lost.
  private func wasRemoved(
    _ code: Int, _ language: LanguageTag, from revision: Int?
  ) throws(RegistryError) -> Bool {
    let removal = try connection.integer(
      "SELECT coalesce(max(operation), 0) FROM change WHERE code = ? AND language = ? AND entity = 'translation'",
      [.init(code), .text(language.description)])
    let base = try revision ?? connection.previousRevision(of: .translation(code, language), before: removal)
    return try wasRepeated(.translation(code, language), from: base, at: removal)
  }

  /// Writes the row, or takes it away where it is nil.
  func write(
    _ row: TranslationRow?, _ code: Int, _ language: LanguageTag, replacing current: TranslationRow?
  ) throws(RegistryError) {
    try beginOperation()
    let key: [SQLiteValue] = [.init(code), .text(language.description)]
    switch (row, current) {
    case (nil, nil): return
    case (nil, let current?):
      try compared(
        try connection.change(
          "DELETE FROM translation WHERE code = ? AND language = ? AND revision = ?", key + [.init(current.revision)]))
    case (let row?, let current?):
      try compared(
        try connection.change(
          """
          UPDATE translation
          SET text = ?, state = ?, meaning_revision = ?, source_revision = ?, source_major_revision = ?, revision = ?
          WHERE code = ? AND language = ? AND revision = ?
          """, row.fields.map(\.value) + [.init(row.revision)] + key + [.init(current.revision)]))
    case (let row?, nil):
      try connection.change(
        """
        INSERT INTO translation (
          text, state, meaning_revision, source_revision, source_major_revision, revision, code, language)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """, row.fields.map(\.value) + [.init(row.revision)] + key)
    }
    try record(.translation(code, language), from: current?.fields ?? [], to: row?.fields ?? [])
  }

  /// What the source text of the code says now, as a translation made from it remembers it.
  func sourceMeaning(ofCode code: Int) throws(RegistryError) -> (revision: Int, majorRevision: Int?) {
    let rows = try connection.rows(
      """
      SELECT meaning_revision, source_major_revision FROM translation
      WHERE code = ? AND language = (SELECT tag FROM language WHERE fallback IS NULL)
      """, [.init(code)])
    guard try rows.next() else { throw RegistryError(.corrupt, "\(code) has no source text.") }
    return (try rows.integer(0), try rows.optionalInteger(1))
  }

  func conflict(
    _ code: Int, _ language: LanguageTag, base: Int, current: TranslationRow?, mine: String?
  ) throws(RegistryError) -> RegistryError {
    let now = current.map { "it is at \($0.revision)" } ?? "it has no text now"
    return RegistryError(
      .changedSince, "\(code) in \(language) has changed since revision \(base): \(now).",
      hint: "Decide which is right, then repeat with --if-revision \(current?.revision ?? 0).",
      quotations: [
        RegistryError.Quotation(label: "base", text: try connection.text(code, language, at: base)),
        RegistryError.Quotation(label: "theirs", text: current?.text),
        RegistryError.Quotation(label: "mine", text: mine),
      ])
  }
}
