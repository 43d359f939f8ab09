import Registry

/// A release that the registry on the command line recorded, replayed from its history and compared with its digest.
struct RecordedRelease {
  let record: ReleaseRecord
  let snapshot: Snapshot
  /// What the release was compared with; nil when that was nothing or is not known.
  let gate: RecordedGate?

  /// Replays the release of a name, for which there is no file.
  init(_ name: String, in registry: LazyRegistry) throws {
    do {
      (record, snapshot, gate) = try registry.store().read { registry throws(RegistryError) in
        (try registry.release(named: name), try registry.snapshot(ofRelease: name), try registry.gates()[name])
      }
    } catch let error as RegistryError where [.releaseNotFound, .fileNotFound].contains(error.code) {
      throw CommandFailure(
        code: error.code.description,
        message: "\(name) is neither a file nor a release that \(registry.shared.path) recorded.",
        hint: error.remedy?.advice, exit: 4)
    }
  }

  /// The metadata and message counts. What only a file has is null in JSON.
  var facts: Facts {
    Facts(
      title: ["RELEASE", record.name],
      values: [
        (name: "revision", value: .integer(record.revision)), (name: "created_at", value: .string(record.createdAt)),
        (name: "recorded_at", value: .string(record.recordedAt)), (name: "actor", value: .string(record.actor)),
        (name: "last_reviewed", value: .bool(record.usesLastReviewedTexts)),
        (name: "content_digest", value: .string(record.contentDigest)),
      ] + snapshot.counts,
      besides: [
        "release": .string(record.name), "path": .null, "manifest": .bool(false), "file_sha256": .null, "size": .null,
        "contract": .null, "schema_version": .null, "languages": snapshot.languageFacts,
      ].merging(RecordedGate.members(gate)) { _, new in new })
  }
}

extension Snapshot {
  /// The numbers of rows.
  var counts: [(name: String, value: JSON)] {
    [
      (name: "categories", value: .integer(categories.count)), (name: "codes", value: .integer(codes.count)),
      (name: "messages", value: .integer(messages.count)),
    ]
  }

  /// The number of messages of each language, as JSON.
  var languageFacts: JSON {
    let languages = messagesByLanguage.map { ($0.tag.description, JSON.object(["messages": .integer($0.count)])) }
    return .object(Dictionary(languages) { first, _ in first })
  }

  /// The languages with the number of their messages.
  var messagesByLanguage: [(tag: LanguageTag, count: Int)] {
    let counts = Dictionary(grouping: messages, by: \.language).mapValues(\.count)
    return languages.map { ($0.tag, counts[$0.tag] ?? 0) }
  }
}
