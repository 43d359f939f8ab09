import ArgumentParser
import Registry

/// Lists releases.
struct SnapshotList: SharedCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the releases that were made of the registry, oldest first.")

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let (releases, gates) = try shared.reading().read { registry throws(RegistryError) in
      (try registry.releases(), try registry.gates())
    }
    let report = Report(releases, ReleaseRecord.columns)
    let rows = releases.map { JSON.object($0.members.merging(RecordedGate.members(gates[$0.name])) { _, new in new }) }
    try shared.console.print(report.table, json: .array(rows))
  }
}

extension ReleaseRecord {
  fileprivate static let columns: [Column<ReleaseRecord>] = [
    Column("RELEASE", "name") { .string($0.name) }, Column("REVISION", "revision") { .integer($0.revision) },
    Column("CREATED", "created_at") { .string($0.createdAt) },
    Column("RECORDED", "recorded_at") { .string($0.recordedAt) },
    Column("TEXTS", "last_reviewed", cell: { $0.usesLastReviewedTexts ? "last-reviewed" : "current" }) {
      .bool($0.usesLastReviewedTexts)
    },
    Column("CONTENT", "content_digest") { .string($0.contentDigest) }, Column("BY", "actor") { .string($0.actor) },
  ]

  /// The JSON members of the release, as every command prints them.
  var members: [String: JSON] { Report([self], Self.columns).members(of: self) }
}
