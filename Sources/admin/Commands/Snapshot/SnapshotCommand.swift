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

extension SnapshotFile {
  /// Returns the metadata and message counts of a verified snapshot.
  func facts(path: RegistryPath) -> Facts {
    let counts = Dictionary(grouping: snapshot.messages, by: \.language).mapValues(\.count)
    let languages = snapshot.languages.map { language in
      (language.tag.description, JSON.object(["messages": .integer(counts[language.tag] ?? 0)]))
    }
    return Facts(
      title: ["SNAPSHOT", path.description],
      values: [
        (name: "release", value: .string(info.release)), (name: "revision", value: .integer(info.revision)),
        (name: "created_at", value: .string(info.createdAt)),
        (name: "content_digest", value: .string(info.contentDigest)),
        (name: "file_sha256", value: .string(info.fileSHA256)), (name: "size", value: .integer(info.size)),
        (name: "contract", value: .integer(info.contract)),
        (name: "schema_version", value: .integer(info.schemaVersion)),
        (name: "categories", value: .integer(snapshot.categories.count)),
        (name: "codes", value: .integer(snapshot.codes.count)),
        (name: "messages", value: .integer(snapshot.messages.count)),
      ],
      besides: [
        "path": .string(path.description), "manifest": .bool(hasManifest),
        "languages": .object(Dictionary(languages) { first, _ in first }),
      ])
  }
}
