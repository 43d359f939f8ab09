import RegistrySQLite

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
public struct ImportOutcome: Sendable {
  /// Texts that were set.
  public internal(set) var changed = 0
  /// Lines whose text was there already; they make no history.
  public internal(set) var unchanged = 0
  /// Of those that were set, the ones that replaced a reviewed or final text.
  public internal(set) var unreviewed = 0
  /// Source texts that were changed, by what that means for their translations.
  public internal(set) var impacts: [SourceImpact: Int] = [:]
  /// Texts that had changed since, and were skipped or overwritten.
  public internal(set) var conflicts: [RegistryError.Row] = []
}

extension Editor {
  /// Sets the texts of many lines: all, or none where one of them is wrong.
  ///
  /// Source texts go first, so that translations that came with a new source text are made from it.
  ///
  /// - Parameters:
  ///   - impact: of changed source texts; nil as in `setTranslation`.
  ///   - lines: calls what it is given with every line, in order; it is called twice, and says the same both times. It
  ///     gives lines that could not be read as errors.
  ///
  /// Throws: `invalid-rows` with every line that is wrong, or `changed-since` with every conflict where `policy` is to
  /// fail; what `lines` throws itself.
  public func importTranslations(
    policy: ConflictPolicy, impact: SourceImpact?,
    lines: (_ body: (TranslationImportLine) throws(RegistryError) -> Void) throws(RegistryError) -> Void
  ) throws(RegistryError) -> ImportOutcome {
    var work = TranslationImport(
      editor: self, policy: policy, impact: impact, languages: try connection.languages())
    for isSource in [true, false] {
      try lines { (line) throws(RegistryError) in
        try work.take(line, isSource: isSource)
      }
    }
    work.failures.sort { $0.line < $1.line }
    work.outcome.conflicts.sort { $0.line < $1.line }
    if !work.failures.isEmpty {
      throw RegistryError(
        .invalidRows, "\(work.failures.count) of \(work.seen) lines cannot be taken; nothing was changed.",
        hint: "Mend them and try again.", rows: work.failures)
    }
    if policy == .fail, !work.outcome.conflicts.isEmpty {
      throw RegistryError(
        .changedSince,
        "\(work.outcome.conflicts.count) of \(work.seen) texts have changed since; nothing was changed.",
        hint: "Decide which are right, then repeat with --on-conflict skip or overwrite.", rows: work.outcome.conflicts)
    }
    return work.outcome
  }
}

/// A line, or why it could not be read.
public typealias TranslationImportLine = Result<TranslationLine, RegistryError.Row>

/// The state of one import.
private struct TranslationImport {
  let editor: Editor
  let policy: ConflictPolicy
  let impact: SourceImpact?
  let languages: [Language]
  var outcome = ImportOutcome()
  var failures: [RegistryError.Row] = []
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
  mutating func take(_ line: TranslationImportLine, isSource: Bool) throws(RegistryError) {
    if isSource { seen += 1 }
    switch line {
    case .failure(let row): if isSource { failures.append(row) }
    case .success(let line):
      do {
        guard let language = try language(of: line, isFirstPass: isSource), (language.fallback == nil) == isSource
        else { return }
        try set(line, language)
      } catch {
        guard [.invalid, .notFound].contains(error.code.kind) else { throw error }
        failures.append(RegistryError.Row(line: line.number, error))
      }
    }
  }

  private mutating func language(of line: TranslationLine, isFirstPass: Bool) throws(RegistryError) -> Language? {
    if let known = tags[line.language] {
      if let known { return languages[known] }
      guard isFirstPass else { return nil }
    }
    tags[line.language] = .some(nil)
    let language = try editor.connection.language(named: line.language)
    tags[line.language] = languages.firstIndex { $0.tag == language.tag }
    return language
  }

  private mutating func set(_ line: TranslationLine, _ language: Language) throws(RegistryError) {
    let code = try editor.connection.number(ofCode: line.code)
    let key = code * 1_000 + (languages.firstIndex { $0.tag == language.tag } ?? 0)
    if let first = lineOfText.updateValue(line.number, forKey: key) {
      throw RegistryError(.invalidValue, "\(code) in \(language.tag) stands in line \(first) already.")
    }
    do {
      count(try edit(line, code, language, ifRevision: line.revision))
    } catch {
      guard error.code == .changedSince else { throw error }
      // Somebody else has set the very same text.
      if Self.isAgreed(error) { return outcome.unchanged += 1 }
      outcome.conflicts.append(RegistryError.Row(line: line.number, error))
      if policy == .overwrite { count(try edit(line, code, language, ifRevision: nil)) }
    }
  }

  private static func isAgreed(_ conflict: RegistryError) -> Bool {
    let sides = conflict.quotations.filter { $0.label != "base" }.map { $0.text.map { Array($0.utf8) } }
    return sides.count == 2 && sides[0] == sides[1]
  }

  private mutating func count(_ edit: TranslationEdit) {
    if edit.isChanged { outcome.changed += 1 } else { outcome.unchanged += 1 }
    if edit.isChanged, edit.replacedState == .reviewed || edit.replacedState == .final { outcome.unreviewed += 1 }
    guard let impact = edit.impact else { return }
    outcome.impacts[impact, default: 0] += 1
    if impact != .typo { changedSources.insert(edit.code) }
  }

  private func edit(
    _ line: TranslationLine, _ code: Int, _ language: Language, ifRevision revision: Int?
  ) throws(RegistryError) -> TranslationEdit {
    try editor.setTranslation(
      code, language, line.text, ifRevision: revision, impact: language.fallback == nil ? impact : nil,
      confirmsStale: changedSources.contains(code))
  }
}
