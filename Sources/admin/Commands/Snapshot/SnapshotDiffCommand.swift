import ArgumentParser
import Registry

/// Compares two contents.
struct SnapshotDiffCommand: ParsableCommand {
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
    let old = try ReleasedContent(old, in: shared)
    let new = try new.map { try ReleasedContent($0, in: shared) } ?? ReleasedContent(registryOf: shared)
    let diff = SnapshotDiff(from: old.snapshot, to: new.snapshot)
    let console = shared.console
    switch console.format {
    case .json, .tsv:
      try console.print(
        Table(columns: [], rows: diff.changes.map(\.cells)),
        json: .object(["from": old.json, "to": new.json, "changes": .array(diff.changes.map(\.json))]))
    case .table, .markdown:
      let notes = ReleaseNotes(diff, from: old.snapshot, to: new.snapshot)
      try console.printText(console.format == .table ? notes.text(on: console) : notes.markdown)
    }
  }
}

extension ReleasedContent {
  /// The registry that the command line names, as it is now.
  init(registryOf shared: SharedOptions) throws {
    name = shared.path.description
    (snapshot, release) = (try shared.reading().snapshot(), nil)
  }
}

extension SnapshotChange {
  var cells: [String?] {
    [kind.rawValue, impact.rawValue] + row.cells + [field, before?.description, after?.description]
  }

  var json: JSON {
    let members: [String: JSON] = [
      "kind": .string(kind.rawValue), "impact": .string(impact.rawValue), "field": .string(field),
      "before": .init(before), "after": .init(after),
    ]
    return .object(row.json.merging(members) { _, new in new })
  }
}
