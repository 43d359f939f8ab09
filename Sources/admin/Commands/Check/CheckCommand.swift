import ArgumentParser
import Registry

/// Checks the texts, and silences checks.
struct CheckCommand: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find faults in the texts, or say that a finding is none.",
    discussion: """
      Checks all texts of codes in use, or those that the options choose: arguments and forms, spaces, numbers, marks, \
      the glossary, characters. Errors are refused when a text is stored or released; warnings and notes are not. \
      docs/checks.md describes every check; --list names them. Fails when there are errors, with --strict also when \
      there are warnings.

      --silence says that the findings of a check in the texts of these codes are no faults, with a reason for the \
      history. It ends when the text changes. With --for it is said of a text that is not stored yet, which is refused \
      otherwise.
      """)

  @Argument(
    help: "Numbers, symbols in any case, or ranges such as 1400-1499; all codes when none is given.",
    completion: .codes)
  var codes: [String] = []

  @Option(help: "Only texts in this language.", completion: .languages)
  var language: String?

  @Option(help: "Only the codes of this category.", completion: .categories)
  var category: String?

  @Option(help: ArgumentHelp("Only what this check finds.", valueName: "id"), completion: .checks)
  var check: String?

  @Flag(help: "Fail when there are warnings too.")
  var strict = false

  @Flag(help: "The silenced findings, with their reasons, instead of those that count.")
  var silenced = false

  @Flag(help: "List the checks instead.")
  var list = false

  @Option(
    help: ArgumentHelp("Silence this check for the texts, as they are now.", valueName: "id"), completion: .checks)
  var silence: String?

  @Option(help: "Why the findings are no faults.")
  var reason: TextArgument?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("Silence it for this text, which need not be stored yet.", valueName: "text"))
  var text: TextArgument?

  @Option(help: ArgumentHelp("Take a silence of this check back.", valueName: "id"), completion: .checks)
  var unsilence: String?

  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  var writes: Bool { silence != nil || unsilence != nil }

  func validate() throws {
    for id in [check, silence].compactMap(\.self) where Check.named(id) == nil {
      let near = Check.all.map(\.id).filter { $0.contains(id) || id.contains($0) }
      let hint = near.first.map { "Did you mean \($0)?" } ?? "\(SuggestedCommand("check --list").quoted) names them."
      throw ValidationError("There is no check '\(id)'. \(hint)")
    }
    if silence != nil, unsilence != nil { throw ValidationError("Give --silence or --unsilence, not both.") }
    if writes, codes.isEmpty || language == nil {
      throw ValidationError("Name the texts: give their codes and --language.")
    }
    if writes, check != nil || category != nil || strict || silenced || list {
      throw ValidationError("--silence and --unsilence go with codes, --language and --reason only.")
    }
    if text != nil, silence == nil || codes.count != 1 {
      throw ValidationError("--for goes with --silence and one code.")
    }
    if (silence != nil) != (reason != nil) { throw ValidationError("--silence and --reason belong together.") }
  }

  func run() throws {
    if list { return try shared.console.print(Report(Check.all, Check.columns)) }
    let store = try writes ? shared.editing() : shared.reading()
    if writes { return try changeSilences(in: store) }
    let filter = TranslationFilter(language: language, codes: codes, category: category)
    let isFiltered = language != nil || category != nil || !codes.isEmpty
    let found = try store.read { registry in
      let rows = isFiltered ? Set(try registry.translations(filter).map(\.translationRow)) : nil
      return (findings: try registry.textFindings(), rows: rows)
    }
    let accepts = { (finding: Finding) in
      (check == nil || finding.check == check)
        && found.rows.map { rows in finding.row.map(rows.contains) ?? false } ?? true
    }
    let hidden = found.findings.silenced.filter { accepts($0.finding) }
    if silenced { return try shared.console.print(Report(hidden, TextFindings.Silenced.columns)) }
    try show(found.findings.open.filter(accepts), silenced: hidden.count)
  }

  private func show(_ findings: [Finding], silenced: Int) throws {
    if silenced > 0 {
      shared.console.note(
        "\(counted(silenced, "finding")) silenced; see \(SuggestedCommand("check --silenced").quoted).")
    }
    if findings.isEmpty { shared.console.note("No findings.") }
    try shared.console.print(Report(findings, Finding.columnsOfTexts))
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count { $0.severity == .warning }
    guard errors > 0 || strict && warnings > 0 else { return }
    let counts = [errors > 0 ? counted(errors, "error") : nil, warnings > 0 ? counted(warnings, "warning") : nil]
    throw CommandFailure(
      code: "findings", message: "\(counts.compactMap(\.self).joined(separator: " and ")) in \(shared.path).",
      hint: nil, exit: 2)
  }

  private func changeSilences(in store: RegistryStore) throws {
    let intent = try write.intent(silence == nil ? "check --unsilence" : "check --silence")
    let reason = try reason?.text() ?? ""
    let text = try text?.text()
    let result = try store.edit(as: intent) { [codes, language, silence, unsilence] (editor) throws(RegistryError) in
      for code in codes {
        if let silence {
          try editor.silence(code: code, language: language ?? "", check: silence, reason: reason, of: text)
        } else {
          try editor.unsilence(code: code, language: language ?? "", check: unsilence ?? "")
        }
      }
    }
    let id = silence ?? unsilence ?? ""
    try shared.console.print(
      WriteReport(
        sentence: result.sentence(
          "\(id) of \(counted(codes.count, "text"))", verb: silence == nil ? "no longer silenced" : "silenced",
          isDryRun: write.dryRun),
        values: [
          .cell("check", .string(id)), .cell(nil, .integer(codes.count)), .cell("operation", .init(result.operation)),
          .cell("changed", .bool(result.isChanged)), .member("dry_run", .bool(write.dryRun)),
          .member("texts", .integer(codes.count)),
        ]))
  }
}

extension TranslationSlot {
  fileprivate var translationRow: RegistryRow { .translation(code, language) }
}
