import ArgumentParser
import Registry

/// `admin snapshot …`
struct SnapshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot", abstract: "Create, list, show, verify, compare and gate released snapshots.",
    subcommands: [
      SnapshotCreate.self, SnapshotList.self, SnapshotShow.self, SnapshotVerify.self, SnapshotDiffCommand.self,
      SnapshotGate.self,
    ])
}

extension JSON {
  /// What a verified snapshot says of itself.
  static func snapshot(_ file: SnapshotFile, path: FilePath) -> [String: JSON] {
    let info = file.info
    let messages = Dictionary(grouping: file.snapshot.messages, by: \.language)
    return [
      "path": .string(path.description), "release": .string(info.release), "revision": .integer(info.revision),
      "created_at": .string(info.createdAt), "content_digest": .string(info.contentDigest),
      "file_sha256": .string(info.fileSHA256), "size": .integer(info.size), "contract": .integer(info.contract),
      "schema_version": .integer(info.schemaVersion), "manifest": .bool(file.hasManifest),
      "categories": .integer(file.snapshot.categories.count), "codes": .integer(file.snapshot.codes.count),
      "messages": .integer(file.snapshot.messages.count),
      "languages": .object(
        Dictionary(
          uniqueKeysWithValues: file.snapshot.languages.map {
            ($0.tag.description, .object(["messages": .integer(messages[$0.tag]?.count ?? 0)]))
          })),
    ]
  }
}
