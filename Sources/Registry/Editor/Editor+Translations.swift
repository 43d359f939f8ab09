import MessageFormat
import RegistryCatalog
import RegistrySQLite

/// The result of setting a text.
public struct SetTextResult: Sendable {
  /// The number of the code.
  public let code: Int
  /// The language of the text.
  public let language: LanguageTag
  /// The revision of the row after the edit.
  public let revision: Int
  /// Whether anything was changed; false when the same text was already stored.
  public let isChanged: Bool
  /// The state of the text that was replaced; nil when there was none.
  public let replacedState: Translation.State?
  /// The effect of a changed source text on its translations; nil for every other edit.
  public let impact: SourceImpact?
  /// Whether the code is retired, so that services do not answer the text.
  public internal(set) var isRetired = false
  /// The text that was replaced by another one; nil when there was none, or the text itself was not changed.
  public let replaced: ReplacedText?
  /// What copying had added to the text and was removed from it, in words such as `U+200F at the end`.
  public let removed: [String]
  /// The plural forms that the language needs and the text does not have; none when nothing was changed.
  public internal(set) var missingForms: [MessagePattern.MissingForm] = []
  /// The warnings and notes of the checks; none when nothing was changed.
  public internal(set) var findings: [Finding] = []
}

extension Editor {
  /// Sets the text of a code in a language, with the state ``Translation/State/translated``.
  ///
  /// Setting the same text again changes nothing, unless the text is stale. A stale text then counts as made from the
  /// current source text.
  ///
  /// What copying adds around a text is removed first (`TextRules.cleaned(_:)`), unless exactly this text is stored.
  ///
  /// - Parameters:
  ///   - code: The number of the code, or its symbol in any case.
  ///   - language: A language of the registry, in any BCP 47 form.
  ///   - text: A message pattern of at most 4,000 characters.
  ///   - revision: The revision that the change is based on; 0 when there is no text, nil to accept every revision
  ///     unless its text is the reviewed or final text of somebody else. When this actor has already set the same text
  ///     from that revision, nothing changes.
  ///   - impact: The effect of a changed source text on its translations; nil uses ``SourceImpact/typo`` when
  ///     ``SourceImpact/inferred(from:to:)`` returns it, and ``SourceImpact/major`` otherwise.
  /// - Returns: The result of the edit.
  /// - Throws: `RegistryError.Code.codeNotFound` or `RegistryError.Code.languageNotFound` when the code or the language
  ///   does not exist; `RegistryError.Code.invalidLanguageTag` when the language is not a language tag;
  ///   `RegistryError.Code.invalidText` when the text is not valid; `RegistryError.Code.invalidPattern` when a brace
  ///   does not belong to an argument; `RegistryError.Code.checkFailed`, with what was found, when a check finds an
  ///   error; `RegistryError.Code.invalidValue` when `impact` is given for a text that is not
  ///   in the source language; `RegistryError.Code.argumentsDiffer` when a translation has other arguments than its
  ///   source text, or the arguments of a source text change and `impact` is not ``SourceImpact/major``;
  ///   `RegistryError.Code.changedSince`, with the texts of all sides, when the text is at another revision;
  ///   `RegistryError.Code.replacesAcceptedText`, with both texts, when `revision` is nil and somebody else wrote the
  ///   stored text, which is reviewed or final.
  @discardableResult
  public func setTranslation(
    code: String, language: String, text: String, ifRevision revision: Int? = nil, impact: SourceImpact? = nil
  ) throws(RegistryError) -> SetTextResult {
    let found = try registry.code(named: code).value
    let language = try registry.language(named: language).value
    if impact != nil, language.fallback != nil {
      throw RegistryError(
        .invalidValue, "A text in \(language.tag) has no impact on others: only the source text has translations.")
    }
    var result = try setTranslation(
      found.number, language, text, ifRevision: revision, impact: impact, confirmsStale: true)
    result.isRetired = found.state == .retired
    return result
  }

  /// Sets the text of a code in a language.
  ///
  /// - Parameters:
  ///   - confirmsStale: Whether the same text again makes a stale text count as made from the current source text.
  ///   - seenSource: The meaning of the source text that the translator saw; nil for the current one.
  ///   - replacesAccepted: Whether an edit without a revision replaces the reviewed or final text of somebody else.
  func setTranslation(
    _ code: Int, _ language: Language, _ typed: String, ifRevision revision: Int?, impact: SourceImpact?,
    confirmsStale: Bool, seenSource: SourceMeaning? = nil, replacesAccepted: Bool = false
  ) throws(RegistryError) -> SetTextResult {
    let current = try registry.translationRow(code: code, language: language.tag)
    let isStored = current?.value.text.hasSameBytes(as: typed) ?? false
    let cleaned = isStored ? CleanedText(unchanged: typed) : TextRules.cleaned(typed)
    let text = cleaned.text
    let pattern = try TextRules.validateMessage(text, in: language.tag)
    let isSame = current?.value.text.hasSameBytes(as: text) ?? false
    if !isSame { try TextRules.requireVisible(text) }
    try requireText(code, language.tag, current, base: revision, changesNothing: isSame, mine: text)
    var impactOfEdit: SourceImpact?
    var row = TranslationRow(
      text: text, state: .translated, meaningRevision: current?.value.meaningRevision ?? operation,
      sourceRevision: operation, sourceMajorRevision: current?.value.sourceMajorRevision)
    if language.fallback == nil {
      let weight = current.map { impact ?? SourceImpact.inferred(from: $0.value.text, to: text) ?? .major } ?? .minor
      if let current { try requireMajor(weight, from: current.value.text, to: text) }
      impactOfEdit = current == nil ? nil : weight
      if weight != .typo { row.meaningRevision = operation }
      if weight == .major { row.sourceMajorRevision = operation }
      row.sourceRevision = row.meaningRevision
    }
    let source = language.fallback == nil ? nil : try source(ofCode: code)
    if let source { row.source = seenSource ?? source.meaning }
    if let current, isSame, !confirmsStale || language.fallback == nil || current.value.source == row.source {
      return SetTextResult(
        code: code, language: language.tag, revision: current.revision, isChanged: false,
        replacedState: current.value.state, impact: nil, replaced: nil, removed: cleaned.removed)
    }
    if let source { try TextRules.validateArguments(of: text, asIn: source.text) }
    let findings = try requireNoErrors(in: text, code, language, source: source?.text)
    let replaced =
      try isSame
      ? nil
      : current.map { (row) throws(RegistryError) in
        try registry.replacedText(code, language.tag, row, by: intent.actor)
      }
    if let replaced, revision == nil, !replacesAccepted {
      try requireReplaceable(replaced, by: text, code, language.tag)
    }
    try write(row, code, language.tag, replacing: current)
    return SetTextResult(
      code: code, language: language.tag, revision: operation, isChanged: true, replacedState: current?.value.state,
      impact: impactOfEdit, replaced: replaced, removed: cleaned.removed, missingForms: pattern.missingForms,
      findings: findings)
  }

  /// Removes the text of a code in a language.
  ///
  /// The message is then answered in the fallback of the language. When this actor made the last removal of the text,
  /// nothing changes.
  ///
  /// - Parameters:
  ///   - code: The number of the code, or its symbol in any case.
  ///   - language: A language of the registry, in any BCP 47 form.
  ///   - revision: The revision that the change is based on; nil accepts every revision.
  /// - Throws: `RegistryError.Code.codeNotFound` or `RegistryError.Code.languageNotFound` when the code or the language
  ///   does not exist; `RegistryError.Code.invalidLanguageTag` when the language is not a language tag;
  ///   `RegistryError.Code.translationNotFound` when there is no text; `RegistryError.Code.ruleBroken` when the text is
  ///   in the source language; `RegistryError.Code.changedSince`, with the texts of all sides, when the text is at
  ///   another revision.
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
  /// - Throws: `RegistryError.Code.changedSince`, with the texts of all sides, when the text is at another revision and
  ///   this actor has not already made the same edit.
  func requireText(
    _ code: Int, _ language: LanguageTag, _ current: Revised<TranslationRow>?, base: Int?, changesNothing: Bool,
    mine: String?
  ) throws(RegistryError) {
    let found = try compare(
      .translation(code, language), base: base, current: current?.revision ?? 0,
      changesNothing: changesNothing && current != nil)
    guard found == .conflict, let base else { return }
    let now = current.map { "it is at \($0.revision)" } ?? "it has no text now"
    let isPast = current.map { base < $0.revision } ?? true
    let change = try registry.stateChange(of: code, language, since: base).map { " \($0)" } ?? ""
    throw RegistryError(
      .changedSince,
      "\(code) in \(language) \(isPast ? "has changed since" : "was never at") revision \(base): \(now).\(change)",
      .decide(revision: current?.revision ?? 0),
      details: .conflict(
        RegistryError.TextConflict(
          base: try registry.text(code, language, at: base), theirs: current?.value.text, mine: mine)))
  }

  /// Writes a row, or removes it when it is nil.
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

  /// Requires that a changed source text keeps its arguments, unless its translations are wrong from then on.
  private func requireMajor(_ impact: SourceImpact, from old: String, to new: String) throws(RegistryError) {
    guard impact != .major, let difference = TextRules.sourceArgumentDifference(new, from: old) else { return }
    throw RegistryError(
      .argumentsDiffer,
      "The new source text has \(difference.found) instead of \(difference.expected), so its translations are wrong: "
        + "the impact is major, not \(impact.rawValue).", .useMajorImpact,
      details: .arguments(found: TextRules.arguments(of: new), expected: TextRules.arguments(of: old)))
  }

  /// Returns the source text of a code with its current meaning.
  func source(ofCode code: Int) throws(RegistryError) -> (text: String, meaning: SourceMeaning) {
    let row = try database.queryOne(
      """
      SELECT meaning_revision, source_major_revision, text FROM translation
      WHERE code = ? AND language = (SELECT tag FROM language WHERE fallback IS NULL)
      """, [.init(code)])
    guard let row else { throw RegistryError(.corrupt, "\(code) has no source text.") }
    return (
      try row.text(2), SourceMeaning(revision: try row.integer(0), majorRevision: try row.optionalInteger(1))
    )
  }
}
