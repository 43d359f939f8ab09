import RegistryCatalog

/// What an import does with a text that has changed since the revision that its line names.
public enum ConflictPolicy: String, Sendable, Hashable, CaseIterable {
  /// Refuses the whole import.
  case fail
  /// Leaves that text as it is.
  case skip
  /// Replaces it.
  case overwrite
}

/// What an import came to.
public struct ImportResult: Sendable {
  /// Texts that were set.
  public internal(set) var changed = 0
  /// Lines whose text was there already; they make no history.
  public internal(set) var unchanged = 0
  /// Of those that were set, the ones that replaced a reviewed or final text.
  public internal(set) var unreviewed = 0
  /// Source texts that were changed, by what that means for their translations.
  public internal(set) var impacts: [SourceImpact: Int] = [:]
  /// Texts that had changed since, and were skipped or overwritten.
  public internal(set) var conflicts: [RegistryError.RefusedLine] = []
}

extension Editor {
  /// Sets the texts of many lines: all, or none where one of them is wrong.
  ///
  /// Source texts go first, so that translations that came with a new source text are made from it.
  ///
  /// - Parameters:
  ///   - policy: what happens to a text that has changed since the revision that its line names.
  ///   - impact: the impact of changed source texts; nil as for ``setTranslation(code:language:text:ifRevision:impact:)``.
  ///   - entries: passes every entry to the closure that it receives, in order. It is called twice, and must pass the same
  ///     entries both times. An entry that could not be read is passed as its refusal.
  /// - Returns: what the import came to.
  /// - Throws: `RegistryError.Code.invalidRows` with every line that is wrong; `RegistryError.Code.changedSince` with
  ///   every conflict when `policy` is ``ConflictPolicy/fail``; what `entries` throws.
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
    if !work.failures.isEmpty {
      throw RegistryError(
        .invalidRows, "\(work.failures.count) of \(work.seen) lines cannot be imported; nothing was changed.",
        .correctLines, details: .lines(work.failures))
    }
    if policy == .fail, !work.outcome.conflicts.isEmpty {
      throw RegistryError(
        .changedSince,
        "\(work.outcome.conflicts.count) of \(work.seen) texts have changed since; nothing was changed.",
        .decideConflicts, details: .lines(work.outcome.conflicts))
    }
    return work.outcome
  }
}

/// One text to import, wherever it comes from.
public struct TranslationEntry: Sendable {
  /// The number of its line in the source, counted from 1.
  public let line: Int
  /// A number, or a symbol in any case.
  public let code: String
  /// Any BCP 47 form of a known language.
  public let language: String
  /// The text.
  public let text: String
  /// The revision of the text that it replaces, 0 for a missing one; nil to replace whatever is there.
  public let revision: Int?

  /// Creates an entry from its parts.
  public init(line: Int, code: String, language: String, text: String, revision: Int?) {
    self.line = line
    self.code = code
    self.language = language
    self.text = text
    self.revision = revision
  }
}

/// An entry, or why it could not be read.
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
  private var tags: [String: Int?] = [:]
  /// Codes whose source text this import changes: a translation that comes with it is made from it, changed or not.
  private var changedSources: Set<Int> = []
  private var lineOfText: [Int: Int] = [:]

  init(editor: Editor, policy: ConflictPolicy, impact: SourceImpact?, languages: [Language]) {
    self.editor = editor
    self.policy = policy
    self.impact = impact
    self.languages = languages
  }

  /// A line belongs to the pass of its language; what names no language is told in the first.
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
        guard [.invalid, .notFound].contains(error.code.kind) else { throw error }
        failures.append(RegistryError.RefusedLine(line: entry.line, error))
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

  private mutating func set(_ entry: TranslationEntry, _ language: Language) throws(RegistryError) {
    let code = try editor.registry.number(ofCode: entry.code)
    let key = code * 1_000 + (languages.firstIndex { $0.tag == language.tag } ?? 0)
    if let first = lineOfText.updateValue(entry.line, forKey: key) {
      throw RegistryError(.invalidValue, "\(code) in \(language.tag) is already in line \(first).")
    }
    do {
      count(try edit(entry, code, language, ifRevision: entry.revision))
    } catch {
      guard error.code == .changedSince else { throw error }
      // Somebody else has set the very same text.
      if Self.isAgreed(error) { return outcome.unchanged += 1 }
      outcome.conflicts.append(RegistryError.RefusedLine(line: entry.line, error))
      if policy == .overwrite { count(try edit(entry, code, language, ifRevision: nil)) }
    }
  }

  private static func isAgreed(_ error: RegistryError) -> Bool {
    guard let conflict = error.conflict else { return false }
    return FieldValue(conflict.theirs) == FieldValue(conflict.mine)
  }

  private mutating func count(_ edit: SetTextResult) {
    if edit.isChanged { outcome.changed += 1 } else { outcome.unchanged += 1 }
    if edit.isChanged, edit.replacedState == .reviewed || edit.replacedState == .final { outcome.unreviewed += 1 }
    guard let impact = edit.impact else { return }
    outcome.impacts[impact, default: 0] += 1
    if impact != .typo { changedSources.insert(edit.code) }
  }

  private func edit(
    _ entry: TranslationEntry, _ code: Int, _ language: Language, ifRevision revision: Int?
  ) throws(RegistryError) -> SetTextResult {
    try editor.setTranslation(
      code, language, entry.text, ifRevision: revision, impact: language.fallback == nil ? impact : nil,
      confirmsStale: changedSources.contains(code))
  }
}
