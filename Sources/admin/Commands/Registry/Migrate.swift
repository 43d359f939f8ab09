import ArgumentParser
import Registry

/// Applies the pending migrations.
struct Migrate: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Apply pending migrations.",
    discussion: "Each runs in one transaction with its row in the history of migrations.")

  @Flag(name: [.customShort("n"), .long], help: "List what is pending and change nothing.")
  var dryRun = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let result = try RegistryStore.migrate(shared.path, isDryRun: dryRun)
    let (pending, console) = (result.migrations, shared.console)
    console.note(recoveredJournal: result.recoveredJournal)
    if pending.isEmpty { console.note("The schema is up to date.") }
    let names = Report(pending, [Column(dryRun ? "PENDING" : "APPLIED", nil) { .string($0) }])
    let marked = Table(columns: [], rows: names.table.rows.map { $0 + [WriteReport.dryRunMark] })
    try console.print(
      dryRun && console.format == .tsv ? marked : names.table,
      json: .object([
        "changed": .bool(!pending.isEmpty), "dry_run": .bool(dryRun),
        "migrations": .array(pending.map(JSON.string)),
      ]))
  }
}
