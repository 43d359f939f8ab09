import ArgumentParser
import Registry

/// Compares the contents of two snapshots, releases or registries.
struct SnapshotDiffCommand: SharedCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Show every field that differs between two snapshots, registries or releases.",
    discussion: """
      OLD and NEW are files, or the names of releases that the registry recorded. Without NEW the registry itself is \
      compared. As a table it reads as release notes, by category; --format markdown is fit for a changelog.
      """)

  @Argument(help: "A snapshot, a registry, or the name of a release.", completion: .file())
  var old: PathArgument

  @Argument(help: "A snapshot, a registry, or the name of a release; else the registry.", completion: .file())
  var new: PathArgument?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let registry = LazyRegistry(shared)
    let old = try ReleasedContent(old, in: registry)
    let new = try new.map { try ReleasedContent($0, in: registry) } ?? ReleasedContent(registry)
    let diff = SnapshotDiff(from: old.snapshot, to: new.snapshot)
    let console = shared.console
    switch console.format {
    case .json, .tsv:
      try console.print(
        Table(columns: [], rows: Report(diff.changes, SnapshotChange.columns).table.rows),
        json: .object(["from": old.json, "to": new.json, "changes": .array(diff.changes.map(\.json))]))
    case .table, .markdown:
      let notes = ReleaseNotes(diff, from: old.snapshot, to: new.snapshot)
      try console.printText(console.format == .table ? notes.text(on: console) : notes.markdown)
    }
  }
}

extension SnapshotChange {
  /// The columns of a change, including those that identify its row. Values are shown as they are stored.
  static let columns: [Column<SnapshotChange>] = [
    Column("KIND", "kind") { .string($0.kind.rawValue) }, Column("IMPACT", "impact") { .string($0.impact.rawValue) },
    Column("ENTITY", nil) { .string($0.row.entity) }, Column("ROW", nil) { .init($0.row.cells[1]) },
    Column("LANGUAGE", nil) { .init($0.row.language?.description) }, Column("FIELD", "field") { .string($0.field) },
    Column("BEFORE", "before") { JSON($0.before, role: nil) }, Column("AFTER", "after") { JSON($0.after, role: nil) },
  ]

  /// The change as JSON, as every command prints it.
  var json: JSON {
    let members = Report([self], Self.columns).members(of: self)
    return .object(row.json.merging(members) { _, new in new })
  }
}
