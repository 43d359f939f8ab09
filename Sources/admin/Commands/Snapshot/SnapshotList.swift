import ArgumentParser
import Registry

/// Lists releases.
struct SnapshotList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the releases that were made of the registry, oldest first.")

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let releases = try shared.reading().releases()
    try shared.console.print(
      Table(
        columns: ["RELEASE", "REVISION", "CREATED", "RECORDED", "TEXTS", "CONTENT", "BY"],
        rows: releases.map {
          [
            $0.name, "\($0.revision)", $0.createdAt, $0.recordedAt, $0.isLastReviewed ? "last-reviewed" : "current",
            $0.contentDigest, $0.actor,
          ]
        }),
      json: .array(releases.map { .object($0.json) }))
  }
}

extension ReleaseRecord {
  var json: [String: JSON] {
    [
      "name": .string(name), "revision": .integer(revision), "content_digest": .string(contentDigest),
      "created_at": .string(createdAt), "recorded_at": .string(recordedAt), "actor": .string(actor),
      "last_reviewed": .bool(isLastReviewed),
    ]
  }
}
