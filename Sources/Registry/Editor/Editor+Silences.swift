import RegistryCatalog
import RegistrySQLite

extension Editor {
  /// Silences a check for a text of a code in a language: for the one that is stored, or for one that is about to be.
  ///
  /// The silence ends when the text changes. A silence of the same check that has ended, or that has another reason, is
  /// replaced. The same silence again changes nothing.
  ///
  /// - Parameters:
  ///   - code: The number of the code, or its symbol in any case.
  ///   - language: A language of the registry, in any BCP 47 form.
  ///   - check: The name of the check, such as `end-mark`. The editor does not know which checks there are.
  ///   - reason: Why the finding is no fault.
  ///   - text: The text, which need not be stored; nil for the stored one. A text in which the check finds an error can
  ///     be stored after that.
  ///   - revision: The revision of the silence that the edit is based on, and 0 when there was none; nil accepts every
  ///     revision.
  /// - Returns: The silence with its new revision.
  /// - Throws: `RegistryError.Code.codeNotFound` or `RegistryError.Code.languageNotFound` when the code or the language
  ///   does not exist; `RegistryError.Code.invalidLanguageTag` when the language is not a language tag;
  ///   `RegistryError.Code.translationNotFound` when `text` is nil and the code has no text in the language;
  ///   `RegistryError.Code.invalidKey` when the name cannot be that of a check; `RegistryError.Code.invalidText` when
  ///   the reason or the text is not valid; `RegistryError.Code.changedSince` when the silence is at another revision.
  @discardableResult
  public func silence(
    code: String, language: String, check: String, reason: String, of text: String? = nil,
    ifRevision revision: Int? = nil
  ) throws(RegistryError) -> Revised<Silence> {
    let number = try registry.code(named: code).value.number
    let tag = try registry.language(named: language).value.tag
    let given = text.map { TextRules.cleaned($0).text }
    if let given { try TextRules.validateMessage(given, in: tag) }
    let stored = try registry.translationRow(code: number, language: tag)?.value.text
    guard let text = given ?? stored else {
      throw RegistryError(.translationNotFound, "\(number) has no text in \(tag).")
    }
    guard Silence.isCheck(check) else {
      throw RegistryError(
        .invalidKey, "'\(check)' cannot be the name of a check.",
        .follow(
          rule: "A name is lower-case ASCII letters, digits and '-', begins with a letter, and has at most 64 "
            + "characters."))
    }
    let reason = TextRules.cleaned(reason).text
    try TextRules.validateLine(reason, name: "The reason", limit: TextRules.maximumNoteLength)
    let silence = Silence(code: number, language: tag, check: check, text: text, reason: reason)
    let current = try registry.silence(number, tag, check: check)
    let goesOn = try requireRevision(
      silence.row, base: revision, current: current?.revision ?? 0, changesNothing: current?.value == silence)
    if let current, !goesOn { return current }
    try write(silence, replacing: current)
    return Revised(silence, revision: self.revision(after: current?.revision ?? 0))
  }

  /// Takes back the silence of a check, in force or ended.
  ///
  /// When this actor made the last removal of the silence, nothing changes.
  ///
  /// - Parameters:
  ///   - code: The number of the code, or its symbol in any case.
  ///   - language: A language of the registry, in any BCP 47 form.
  ///   - check: The name of the check.
  ///   - revision: The revision of the silence that the edit is based on; nil accepts every revision.
  /// - Throws: `RegistryError.Code.codeNotFound` or `RegistryError.Code.languageNotFound` when the code or the language
  ///   does not exist; `RegistryError.Code.invalidLanguageTag` when the language is not a language tag;
  ///   `RegistryError.Code.silenceNotFound` when there is no such silence; `RegistryError.Code.changedSince` when it is
  ///   at another revision.
  public func unsilence(
    code: String, language: String, check: String, ifRevision revision: Int? = nil
  ) throws(RegistryError) {
    let number = try registry.code(named: code).value.number
    let tag = try registry.language(named: language).value.tag
    let row = RegistryRow.silence(number, tag, check: check)
    guard let current = try registry.silence(number, tag, check: check) else {
      if try isRepeatedRemoval(of: row, base: revision) { return }
      throw RegistryError(.silenceNotFound, "The check \(check) is not silenced for \(number) in \(tag).")
    }
    _ = try requireRevision(row, base: revision, current: current.revision, changesNothing: false)
    try write(nil, replacing: current)
  }

  /// Writes a silence, or removes it when it is nil.
  func write(_ silence: Silence?, replacing current: Revised<Silence>?) throws(RegistryError) {
    let table = RegistryTables.silence
    switch (silence, current) {
    case (nil, nil): try beginOperation()
    case (nil, let current?): try delete(current, as: current.value.row, key: current.value.key, from: table)
    case (let new?, let current?): try update(current, to: new, as: new.row, key: new.key, in: table)
    case (let new?, nil): try insert(new, as: new.row, key: new.key, into: table)
    }
  }
}

extension Silence {
  fileprivate var row: RegistryRow { .silence(code, language, check: check) }

  fileprivate var key: [SQLiteValue] { [.init(code), .init(language), .text(check)] }
}
