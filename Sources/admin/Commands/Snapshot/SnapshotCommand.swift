import ArgumentParser
import Registry

/// `admin snapshot …`
struct SnapshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot",
    abstract: "Create, list, show, verify, compare, gate, publish and follow released snapshots.",
    subcommands: [
      SnapshotCreate.self, SnapshotList.self, SnapshotShow.self, SnapshotVerify.self, SnapshotDiffCommand.self,
      SnapshotGate.self, SnapshotPublish.self, SnapshotFollow.self,
    ])
}

extension SnapshotFile {
  /// Returns the metadata and message counts of a verified snapshot.
  func facts(path: RegistryPath) -> Facts {
    Facts(
      title: ["SNAPSHOT", path.description],
      values: [
        (name: "release", value: .string(info.release)), (name: "revision", value: .integer(info.revision)),
        (name: "created_at", value: .string(info.createdAt)),
        (name: "content_digest", value: .string(info.contentDigest)),
        (name: "file_sha256", value: .string(info.fileSHA256)), (name: "size", value: .integer(info.size)),
        (name: "contract", value: .integer(info.contract)),
        (name: "schema_version", value: .integer(info.schemaVersion)),
      ] + snapshot.counts,
      besides: [
        "path": .string(path.description), "manifest": .bool(hasManifest),
        "languages": snapshot.languageFacts,
      ])
  }
}
