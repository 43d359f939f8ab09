import ArgumentParser
import Registry

/// Shows the metadata of a snapshot or a recorded release.
struct SnapshotShow: SharedCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print what is inside a snapshot, after verifying it.",
    discussion: "The name of a recorded release shows it as the history replays it, when there is no such file.")

  @Argument(help: "The snapshot, or the name of a release.", completion: .file(extensions: ["db"]))
  var file: PathArgument

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let (facts, snapshot, gate) = try shown()
    // Values that are nested in JSON are rows of the table.
    let languages = snapshot.messagesByLanguage.map { ["messages_\($0.tag)", "\($0.count)"] as [String?] }
    try shared.console.print(
      Table(columns: facts.title, rows: facts.table.rows + languages + RecordedGate.rows(gate)), json: facts.json)
  }

  private func shown() throws -> (facts: Facts, snapshot: Snapshot, gate: RecordedGate?) {
    do {
      let verified = try SnapshotFile(verifying: file.path)
      return (verified.facts(path: file.path), verified.snapshot, nil)
    } catch  where error.code == .fileNotFound {
      let release = try RecordedRelease(file.path.description, in: LazyRegistry(shared))
      return (release.facts, release.snapshot, release.gate)
    }
  }
}
