import ArgumentParser
import Registry

/// Shows what a snapshot holds.
struct SnapshotShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print what is inside a snapshot, after verifying it.")

  @Argument(help: "The snapshot.", completion: .file(extensions: ["db"]))
  var file: PathArgument

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let file = try SnapshotFile(verifying: self.file.path)
    let (info, snapshot) = (file.info, file.snapshot)
    let messages = Dictionary(grouping: snapshot.messages, by: \.language)
    let facts: [[String?]] = [
      ["release", info.release], ["revision", "\(info.revision)"], ["created_at", info.createdAt],
      ["content_digest", info.contentDigest], ["file_sha256", info.fileSHA256], ["size", "\(info.size)"],
      ["contract", "\(info.contract)"], ["schema_version", "\(info.schemaVersion)"],
      ["categories", "\(snapshot.categories.count)"], ["codes", "\(snapshot.codes.count)"],
      ["messages", "\(snapshot.messages.count)"],
    ]
    let languages = snapshot.languages.map { ["messages_\($0.tag)", "\(messages[$0.tag]?.count ?? 0)"] as [String?] }
    try shared.console.print(
      Table(columns: ["SNAPSHOT", self.file.path.description], rows: facts + languages),
      json: .object(JSON.snapshot(file, path: self.file.path)))
  }
}
