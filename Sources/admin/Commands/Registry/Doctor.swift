import ArgumentParser
import Registry

/// Examines the registry.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Check that the file is sound and that its history accounts for everything in it.",
    discussion: """
      Replays the whole history and compares it with the tables; a row that another program changed past it is named. \
      --adopt writes such changes into the history, from where 'undo' can take them back.
      """)

  @Flag(help: "Write what was changed past the history into it.")
  var adopt = false

  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    if adopt {
      let outcome = try shared.editing().edit(as: try write.intent("doctor --adopt")) {
        (editor) throws(RegistryError) in try editor.adoptUnrecordedChanges()
      }
      let rows = outcome.value
      let verb = write.dryRun ? "Would write" : "Wrote"
      return try shared.console.print(
        rows.isEmpty
          ? "The history accounts for everything; nothing was changed."
          : "\(verb) the changes of \(counted(rows.count, "row")) into the history"
            + (outcome.operation.map { " (operation \($0)); 'admin undo' takes them back." } ?? "."),
        row: [outcome.operation.map { "\($0)" }, "\(rows.count)", "\(outcome.isChanged)"],
        json: .object([
          "operation": .init(outcome.operation), "changed": .bool(outcome.isChanged), "dry_run": .bool(write.dryRun),
          "rows": .array(rows.map { .object($0.json) }),
        ]))
    }
    let examination = try shared.reading().examine()
    try show(examination)
    let errors = examination.findings.filter { $0.severity == .error }.count
    guard errors > 0 else { return }
    throw CommandFailure(
      code: examination.isDamaged ? "corrupt" : "findings",
      message: "\(counted(errors, "finding")) in \(shared.path).",
      hint: examination.isDamaged
        ? "Restore the file from a backup." : "'admin doctor --adopt' writes unrecorded changes into the history.",
      exit: examination.isDamaged ? 7 : 2)
  }

  private func show(_ examination: Examination) throws {
    let facts = [
      ["engine", "SQLite \(examination.engine)"], ["schema_version", "\(examination.schemaVersion)"],
      ["revision", "\(examination.revision)"], ["changes_replayed", "\(examination.changes)"],
      ["fields_compared", "\(examination.fields)"], ["findings", "\(examination.findings.count)"],
    ]
    let findings = examination.findings.map { [$0.severity.rawValue, $0.check] + $0.row.cells + [$0.message] }
    var tables = [Table(columns: ["REGISTRY", "\(shared.path)"], rows: facts)]
    if !findings.isEmpty {
      tables.append(
        Table(columns: ["SEVERITY", "CHECK", "ENTITY", "ROW", "LANGUAGE", "MESSAGE"], rows: findings))
    }
    try shared.console.print(
      tables,
      json: .object([
        "engine": .string(examination.engine), "schema_version": .integer(examination.schemaVersion),
        "revision": .integer(examination.revision), "changes_replayed": .integer(examination.changes),
        "fields_compared": .integer(examination.fields),
        "findings": .array(examination.findings.map(\.json)),
      ]))
  }
}

extension RegistryRow? {
  fileprivate var cells: [String?] { self?.cells ?? [nil, nil, nil] }
}
