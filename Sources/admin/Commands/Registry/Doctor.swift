import ArgumentParser
import Registry

/// Checks the registry.
struct Doctor: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check that the file is sound and that its history accounts for everything in it.",
    discussion: """
      Replays the whole history and compares it with the tables and with every recorded release; a row that another \
      program changed past it, or that breaks a rule, is named. --adopt writes such changes into the history, from \
      where 'undo' can take them back. The files of releases are not examined: see 'snapshot verify'. Nothing can \
      confirm the times, names and notes of the history.
      """)

  @Flag(help: "Write what was changed past the history into it.")
  var adopt = false

  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  var writes: Bool { adopt }

  func run() throws {
    let store = try adopt ? shared.editing() : shared.reading()
    if adopt { return try adoptChanges(in: store) }
    let examination = try store.read { try $0.examine() }
    shared.console.note("The files of releases are not examined; see 'admin snapshot verify'.")
    try show(examination)
    let errors = examination.findings.filter { $0.severity == .error }.count
    guard errors > 0 else { return }
    let areAdoptable = examination.findings.allSatisfy { $0.severity != .error || $0.check == "unrecorded-change" }
    throw CommandFailure(
      code: examination.isDamaged ? "corrupt" : "findings",
      message: "\(counted(errors, "finding")) in \(shared.path).",
      hint: areAdoptable
        ? "\(SuggestedCommand("doctor --adopt").quoted) writes unrecorded changes into the history."
        : "Correct each invalid text with the command that changes it; restore everything else from a backup.",
      exit: examination.isDamaged ? 7 : 2)
  }

  private func adoptChanges(in store: RegistryStore) throws {
    let result = try store.edit(as: try write.intent("doctor --adopt")) {
      (editor) throws(RegistryError) in try editor.adoptUnrecordedChanges()
    }
    let rows = result.value
    let verb = write.dryRun ? "Would write" : "Wrote"
    let undo = result.operation.map { " (operation \($0)); \(SuggestedCommand("undo").quoted) takes them back." } ?? "."
    try shared.console.print(
      WriteReport(
        sentence: rows.isEmpty
          ? "The history accounts for everything; nothing was changed."
          : "\(verb) the changes of \(counted(rows.count, "row")) into the history\(undo)",
        values: [
          .cell("operation", .init(result.operation)), .cell(nil, .integer(rows.count)),
          .cell("changed", .bool(result.isChanged)), .member("dry_run", .bool(write.dryRun)),
          .member("rows", .array(rows.map { .object($0.json) })),
        ]))
  }

  private func show(_ examination: Examination) throws {
    let findings = Report(examination.findings, Finding.columns)
    let facts = Facts(
      title: ["REGISTRY", "\(shared.path)"],
      values: [
        (name: "engine", value: .string(examination.engine)),
        (name: "schema_version", value: .integer(examination.schemaVersion)),
        (name: "revision", value: .integer(examination.revision)),
        (name: "changes_replayed", value: .integer(examination.changes)),
        (name: "fields_compared", value: .integer(examination.fields)),
        (name: "releases_replayed", value: .integer(examination.releases)),
      ], besides: ["findings": .array(examination.findings.map(\.json))],
      cells: ["engine": "SQLite \(examination.engine)"])
    // JSON contains the findings as a list; the table shows their number before it lists them.
    let count: [[String?]] = [["findings", "\(findings.rows.count)"]]
    let table = Table(columns: facts.title, rows: facts.table.rows + count)
    try shared.console.print(findings.rows.isEmpty ? [table] : [table, findings.table], json: facts.json)
  }
}
