import RegistryCatalog

/// The handling of a line of an import that is in conflict: its text has changed since the revision in the line, or the
/// line has no revision and would replace a reviewed or final text of somebody else.
public enum ConflictPolicy: String, Sendable, Hashable, CaseIterable {
  /// The whole import fails.
  case fail
  /// The stored text is kept.
  case skip
  /// The stored text is replaced.
  case overwrite
}

extension Editor {
  /// Sets the texts of many lines, all or none.
  ///
  /// Source texts are set first, so that translations in the same import are made from the new source texts. When an
  /// entry names the source text that its translator saw, and the source text means something else now, the text is
  /// stale: it counts as made from the source text that was seen.
  ///
  /// - Parameters:
  ///   - policy: The handling of a line that is in conflict with what is stored.
  ///   - impact: The effect of changed source texts on translations; nil as for
  ///     ``setTranslation(code:language:text:ifRevision:impact:)``.
  ///   - entries: Passes every entry to the closure that it receives, in order. It is called twice, and must pass the
  ///     same entries both times. An entry that cannot be read is passed as its error.
  /// - Returns: The counts and the conflicts of the import.
  /// - Throws: `RegistryError.Code.invalidRows`, with every line that cannot be imported;
  ///   `RegistryError.Code.changedSince`, with every conflict, when `policy` is ``ConflictPolicy/fail``;
  ///   `RegistryError.Code.replacesAcceptedText` instead when no text has changed, but a line without a revision would
  ///   replace a reviewed or final text of somebody else; the error that `entries` throws.
  public func importTranslations(
    policy: ConflictPolicy, impact: SourceImpact?,
    entries: (_ body: (ImportEntry) throws(RegistryError) -> Void) throws(RegistryError) -> Void
  ) throws(RegistryError) -> ImportResult {
    var work = TranslationImport(
      editor: self, policy: policy, impact: impact, languages: try registry.languages().map(\.value))
    for isSource in [true, false] {
      try entries { (entry) throws(RegistryError) in
        try work.take(entry, isSource: isSource)
      }
    }
    work.failures.sort { $0.line < $1.line }
    work.outcome.conflicts.sort { $0.line < $1.line }
    work.outcome.skipped.sort { $0.line < $1.line }
    work.outcome.replaced.sort { $0.line < $1.line }
    work.outcome.cleaned.sort { $0.line < $1.line }
    work.outcome.incomplete.sort { $0.line < $1.line }
    work.outcome.outdated.sort { $0.line < $1.line }
    work.outcome.checked.sort { $0.line < $1.line }
    if !work.failures.isEmpty {
      throw RegistryError(refusing: work.failures, of: work.seen)
    }
    if policy == .fail, !work.outcome.conflicts.isEmpty {
      throw RegistryError(conflicts: work.outcome.conflicts, of: work.seen)
    }
    if !work.changedCodes.isEmpty {
      let retired = try registry.codes(CodeFilter(state: .retired)).map(\.value.number)
      work.outcome.retiredCodes = retired.filter(work.changedCodes.contains)
    }
    return work.outcome
  }
}

/// A text to import.
public struct TranslationEntry: Sendable {
  /// The number of the line in the imported file, counted from 1.
  public let line: Int
  /// The number of the code, or its symbol in any case.
  public let code: String
  /// A language of the registry, in any BCP 47 form.
  public let language: String
  /// The text.
  public let text: String
  /// The revision of the text that is replaced, 0 when there is none; nil accepts every revision.
  public let revision: Int?
  /// The source text that the translator saw; nil when the line does not say it.
  public let source: String?
  /// The text with the quotation marks of its cell, when they may be part of it. They are if exactly this is stored.
  public let textWithMarks: String?

  /// Creates an entry from its parts.
  public init(
    line: Int, code: String, language: String, text: String, revision: Int?, source: String? = nil,
    textWithMarks: String? = nil
  ) {
    self.line = line
    self.code = code
    self.language = language
    self.text = text
    self.revision = revision
    self.source = source
    self.textWithMarks = textWithMarks
  }
}

/// An entry, or the error of a line that cannot be read.
public typealias ImportEntry = Result<TranslationEntry, RegistryError.RefusedLine>

/// The state of one import.
private struct TranslationImport {
  let editor: Editor
  let policy: ConflictPolicy
  let impact: SourceImpact?
  let languages: [Language]
  var outcome = ImportResult()
  var failures: [RegistryError.RefusedLine] = []
  var seen = 0
  private(set) var changedCodes: Set<Int> = []
  private var tags: [String: Int?] = [:]
  /// The codes whose source text this import changes. A translation in the same import is made from the new source
  /// text, even when the translation itself has not changed.
  private var changedSources: Set<Int> = []
  private var lineOfText: [Int: Int] = [:]

  init(editor: Editor, policy: ConflictPolicy, impact: SourceImpact?, languages: [Language]) {
    self.editor = editor
    self.policy = policy
    self.impact = impact
    self.languages = languages
  }

  /// Imports an entry if this is the pass for its language. An unknown language is reported in the first pass.
  mutating func take(_ entry: ImportEntry, isSource: Bool) throws(RegistryError) {
    if isSource { seen += 1 }
    switch entry {
    case .failure(let refusal): if isSource { failures.append(refusal) }
    case .success(let entry):
      do {
        guard let language = try language(of: entry, isFirstPass: isSource), (language.fallback == nil) == isSource
        else { return }
        try set(entry, language)
      } catch {
        failures.append(try RegistryError.RefusedLine(line: entry.line, refusing: error))
      }
    }
  }

  private mutating func language(of entry: TranslationEntry, isFirstPass: Bool) throws(RegistryError) -> Language? {
    if let known = tags[entry.language] {
      if let known { return languages[known] }
      guard isFirstPass else { return nil }
    }
    tags[entry.language] = .some(nil)
    let language = try editor.registry.language(named: entry.language).value
    tags[entry.language] = languages.firstIndex { $0.tag == language.tag }
    return language
  }

  /// The number of refused lines after which no further one gets a suggestion. Each is looked for among all codes.
  private static let suggestions = 20

  private mutating func set(_ entry: TranslationEntry, _ language: Language) throws(RegistryError) {
    let code = try editor.registry.number(ofCode: entry.code, suggestsName: failures.count < Self.suggestions)
    let key = code * 1_000 + (languages.firstIndex { $0.tag == language.tag } ?? 0)
    if let first = lineOfText.updateValue(entry.line, forKey: key) {
      throw RegistryError(.invalidValue, "\(code) in \(language.tag) is already in line \(first).")
    }
    if let text = entry.textWithMarks,
      try editor.registry.translationRow(code: code, language: language.tag)?.value.text.hasSameBytes(as: text) == true
    {
      return outcome.unchanged += 1
    }
    do {
      count(try edit(entry, code, language), entry)
    } catch {
      guard error.isConflictOfLine, let conflict = error.conflict else { throw error }
      if Self.isAgreed(conflict, typed: entry.text) { return outcome.unchanged += 1 }
      outcome.conflicts.append(RegistryError.RefusedLine(line: entry.line, error))
      switch policy {
      case .fail: break
      case .skip:
        outcome.skipped.append(
          SkippedText(line: entry.line, code: code, language: language.tag, conflict, revision: error.currentRevision))
      case .overwrite: count(try edit(entry, code, language, overwrites: true), entry)
      }
    }
  }

  /// Returns whether nobody disagrees: another user has set the same text, or the line still has the text of its
  /// revision, so that only they have changed it.
  private static func isAgreed(_ conflict: RegistryError.TextConflict, typed: String) -> Bool {
    let mine = FieldValue(conflict.mine)
    let base = FieldValue(conflict.base)
    return FieldValue(conflict.theirs) == mine || base == mine || base == .text(typed)
  }

  private mutating func count(_ edit: SetTextResult, _ entry: TranslationEntry) {
    if !edit.removed.isEmpty { outcome.cleaned.append(CleanedLine(line: entry.line, removed: edit.removed)) }
    if edit.isChanged {
      outcome.changed += 1
      changedCodes.insert(edit.code)
      if !edit.missingForms.isEmpty {
        outcome.incomplete.append(
          IncompleteLine(line: entry.line, code: edit.code, language: edit.language, missingForms: edit.missingForms))
      }
      let findings = edit.otherFindings
      if !findings.isEmpty { outcome.checked.append(CheckedLine(line: entry.line, findings: findings)) }
    } else {
      outcome.unchanged += 1
    }
    if edit.isChanged, edit.replacedState?.isReviewed == true { outcome.unreviewed += 1 }
    if let replaced = edit.replaced, replaced.isOfSomebodyElse {
      outcome.replaced.append(
        ReplacedLine(line: entry.line, code: edit.code, language: edit.language, replaced: replaced))
    }
    guard let impact = edit.impact else { return }
    outcome.impacts[impact, default: 0] += 1
    if impact != .typo { changedSources.insert(edit.code) }
  }

  private mutating func edit(
    _ entry: TranslationEntry, _ code: Int, _ language: Language, overwrites: Bool = false
  ) throws(RegistryError) -> SetTextResult {
    let seen = try changedSources.contains(code) ? .now : editor.source(seenIn: entry, of: code, language)
    let result = try editor.setTranslation(
      code, language, entry.text, ifRevision: overwrites ? nil : entry.revision,
      impact: language.fallback == nil ? impact : nil, confirmsStale: changedSources.contains(code),
      seenSource: seen.meaning, replacesAccepted: overwrites)
    if result.isChanged, let staleness = seen.staleness {
      outcome.outdated.append(
        OutdatedLine(line: entry.line, code: code, language: language.tag, staleness: staleness))
    }
    if result.isChanged, seen.isUnknown { outcome.unknownSources.append(entry.line) }
    return result
  }
}
