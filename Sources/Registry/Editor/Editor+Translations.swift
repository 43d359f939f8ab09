import RegistryCatalog
import RegistrySQLite

/// What setting one text came to.
public struct SetTextResult: Sendable {
  /// The code's number.
  public let code: Int
  /// The language that was set.
  public let language: LanguageTag
  /// The revision of the row now.
  public let revision: Int
  /// Whether the text was changed; false when it was stored already.
  public let isChanged: Bool
  /// The state of the text that was replaced; nil when there was none.
  public let replacedState: Translation.State?
  /// What a changed source text means for its translations; nil for every other edit.
  public let impact: SourceImpact?
}

extension Editor {
  /// Sets the text of a code in a language, in the state ``Translation/State/translated``.
  ///
  /// Setting the same text again changes nothing, unless the text is stale. It is then confirmed: it counts as made from
  /// the source text as it is now.
  ///
  /// - Parameters:
  ///   - code: a number, or a symbol in any case.
  ///   - language: any BCP 47 form of a known language.
  ///   - text: a message pattern, at most 4,000 characters.
  ///   - revision: the revision that the change was made from: 0 for a missing text, nil to replace whatever is there.
  ///     When this actor set the same text from that revision before, the edit changes nothing.
  ///   - impact: what changing a source text means for its translations; nil infers ``SourceImpact/typo`` when
  ///     ``SourceImpact/inferred(from:to:)`` does, and takes ``SourceImpact/major`` otherwise.
  /// - Returns: what the edit came to.
  /// - Throws: `RegistryError.Code.codeNotFound`, `RegistryError.Code.languageNotFound`,
  ///   `RegistryError.Code.invalidLanguageTag`, `RegistryError.Code.invalidText`,
  ///   `RegistryError.Code.invalidPattern`; `RegistryError.Code.invalidValue` for the impact of a text that is not in
  ///   the source language; `RegistryError.Code.changedSince`, with the texts of all sides, when the row is at another
  ///   revision.
  @discardableResult
  public func setTranslation(
    code: String, language: String, text: String, ifRevision revision: Int? = nil, impact: SourceImpact? = nil
  ) throws(RegistryError) -> SetTextResult {
    let number = try registry.code(named: code).value.number
    let language = try registry.language(named: language).value
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
  ) throws(RegistryError) -> SetTextResult {
    try TextRules.validateMessage(text)
    let current = try registry.translationRow(code: code, language: language.tag)
    let isSame = current?.value.text.hasSameBytes(as: text) ?? false
    try requireText(code, language.tag, current, base: revision, changesNothing: isSame, mine: text)
    var impactOfEdit: SourceImpact?
    var row = TranslationRow(
      text: text, state: .translated, meaningRevision: current?.value.meaningRevision ?? operation,
      sourceRevision: operation, sourceMajorRevision: current?.value.sourceMajorRevision)
    if language.fallback == nil {
      let weight = current.map { impact ?? SourceImpact.inferred(from: $0.value.text, to: text) ?? .major } ?? .minor
      impactOfEdit = current == nil ? nil : weight
      if weight != .typo { row.meaningRevision = operation }
      if weight == .major { row.sourceMajorRevision = operation }
      row.sourceRevision = row.meaningRevision
    } else {
      row.source = try sourceMeaning(ofCode: code)
    }
    if let current, isSame, !confirmsStale || language.fallback == nil || current.value.source == row.source {
      return SetTextResult(
        code: code, language: language.tag, revision: current.revision, isChanged: false,
        replacedState: current.value.state, impact: nil)
    }
    try write(row, code, language.tag, replacing: current)
    return SetTextResult(
      code: code, language: language.tag, revision: operation, isChanged: true, replacedState: current?.value.state,
      impact: impactOfEdit)
  }

  /// Removes the text of a code in a language; its fallback answers from then on.
  ///
  /// Removing a text that this actor removed last changes nothing.
  ///
  /// - Parameters:
  ///   - code: a number, or a symbol in any case.
  ///   - language: any BCP 47 form of a known language.
  ///   - revision: the revision that the change was made from; nil accepts any.
  /// - Throws: `RegistryError.Code.codeNotFound`, `RegistryError.Code.languageNotFound`;
  ///   `RegistryError.Code.translationNotFound` when there is no text; `RegistryError.Code.ruleBroken` for the source
  ///   language; `RegistryError.Code.changedSince` when the row is at another revision.
  public func unsetTranslation(
    code: String, language: String, ifRevision revision: Int? = nil
  ) throws(RegistryError) {
    let number = try registry.code(named: code).value.number
    let language = try registry.language(named: language).value
    guard let current = try registry.translationRow(code: number, language: language.tag) else {
      if try isRepeatedRemoval(of: .translation(number, language.tag), base: revision) { return }
      throw RegistryError(.translationNotFound, "\(number) has no text in \(language.tag).")
    }
    try requireText(number, language.tag, current, base: revision, changesNothing: false, mine: nil)
    guard language.fallback != nil else {
      throw RegistryError(
        .ruleBroken, "\(number) must keep its \(language.englishName) text, which every other language falls back to.",
        .changeTextOrRetire)
    }
    try write(nil, number, language.tag, replacing: current)
  }

  /// Requires that a text can be edited from a revision.
  ///
  /// - Throws: `RegistryError.Code.changedSince`, with the texts of all sides, when the row is at another revision and
  ///   this actor has not made the same edit before.
  func requireText(
    _ code: Int, _ language: LanguageTag, _ current: Revised<TranslationRow>?, base: Int?, changesNothing: Bool,
    mine: String?
  ) throws(RegistryError) {
    let found = try compare(
      .translation(code, language), base: base, current: current?.revision ?? 0,
      changesNothing: changesNothing && current != nil)
    guard found == .conflict, let base else { return }
    let now = current.map { "it is at \($0.revision)" } ?? "it has no text now"
    throw RegistryError(
      .changedSince, "\(code) in \(language) has changed since revision \(base): \(now).",
      .decide(revision: current?.revision ?? 0),
      details: .conflict(
        RegistryError.TextConflict(
          base: try registry.text(code, language, at: base), theirs: current?.value.text, mine: mine)))
  }

  /// Writes the row, or removes it when it is nil.
  func write(
    _ row: TranslationRow?, _ code: Int, _ language: LanguageTag, replacing current: Revised<TranslationRow>?
  ) throws(RegistryError) {
    let key: [SQLiteValue] = [.init(code), .init(language)]
    let name = RegistryRow.translation(code, language)
    switch (row, current) {
    case (nil, nil): try beginOperation()
    case (nil, let current?): try delete(current, as: name, key: key, from: RegistryTables.translation)
    case (let row?, let current?): try update(current, to: row, as: name, key: key, in: RegistryTables.translation)
    case (let row?, nil): try insert(row, as: name, key: key, into: RegistryTables.translation)
    }
  }

  /// What the source text of the code says now.
  func sourceMeaning(ofCode code: Int) throws(RegistryError) -> SourceMeaning {
    let row = try database.queryOne(
      """
      SELECT meaning_revision, source_major_revision FROM translation
      WHERE code = ? AND language = (SELECT tag FROM language WHERE fallback IS NULL)
      """, [.init(code)])
    guard let row else { throw RegistryError(.corrupt, "\(code) has no source text.") }
    return SourceMeaning(revision: try row.integer(0), majorRevision: try row.optionalInteger(1))
  }
}
