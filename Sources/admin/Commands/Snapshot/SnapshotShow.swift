import ArgumentParser
import Registry

/// Shows the metadata of a snapshot.
struct SnapshotShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print what is inside a snapshot, after verifying it.")

  @Argument(help: "The snapshot.", completion: .file(extensions: ["db"]))
  var file: PathArgument

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let file = try SnapshotFile(verifying: self.file.path)
    let facts = file.facts(path: self.file.path)
    let counts = Dictionary(grouping: file.snapshot.messages, by: \.language).mapValues(\.count)
    // Values that are nested in JSON are rows of the table.
    let languages = file.snapshot.languages.map { ["messages_\($0.tag)", "\(counts[$0.tag] ?? 0)"] as [String?] }
    try shared.console.print(
      Table(columns: facts.title, rows: facts.table.rows + languages), json: facts.json)
  }
}
