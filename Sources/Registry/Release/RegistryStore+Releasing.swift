import RegistryBytes
import RegistryCatalog

/// The content of a release, for functions that write it in another format.
public struct ReleaseContent: Sendable {
  /// The content.
  public let snapshot: Snapshot
  /// The name of the release.
  public let release: String
  /// The date of the release.
  public let createdAt: Timestamp
}

extension RegistryStore {
  /// Exports the content of the registry as a release into a folder, and records the release.
  ///
  /// The write lock is held until the release is recorded, so that no release is exported without a record. The
  /// revision of the registry does not change.
  ///
  /// A release that is recorded already is written again as it was, whatever was edited since: its content is replayed
  /// from the history, and its revision, its date, the texts that were chosen and its gate are those of the record. A
  /// manifest of it in the folder keeps its companions.
  ///
  /// - Parameters:
  ///   - name: The name of the release: ASCII letters, digits, `.`, `_`, `+` and `-`, beginning with a letter or digit,
  ///     at most 64 characters.
  ///   - folder: The folder for the files, which is created if its parent exists.
  ///   - createdAt: The date of the release; nil uses `defaultDate`.
  ///   - defaultDate: The date of a release that is not recorded yet; nil uses the time of the operation that made the
  ///     revision.
  ///   - revision: The revision that is released; nil uses the current one. An earlier one is replayed from the
  ///     history.
  ///   - policy: The requirements for the release.
  ///   - companions: Returns the bytes of other files with the same content, by file extension.
  ///   - actor: The person or program that makes the release.
  ///   - isDryRun: Whether to check everything without writing or recording anything.
  /// - Returns: The paths and the manifest of the release.
  /// - Throws: `RegistryError.Code.unfit`, with all findings, when a text of a required language is missing, is stale
  ///   because of a major change of its source text, or is below the state that `policy` requires, when a check finds
  ///   an error in a text, when a breaking change is not allowed, or when `name` is a version that is too low;
  ///   `RegistryError.Code.releaseExists` when the release is recorded with another date, revision, choice of texts or
  ///   gate than is asked for, or the folder contains it with other content; `RegistryError.Code.operationNotFound`
  ///   when the registry never had the revision; `RegistryError.Code.unverified` when the history cannot reproduce a
  ///   recorded release that is written again or compared with; `RegistryError.Code.downgrade` when the folder contains
  ///   the release at a higher revision; `RegistryError.Code.invalidValue` when the name or the path of the folder is
  ///   not valid; `RegistryError.Code.invalidText` when the actor or the reason of a skipped gate is not valid;
  ///   `RegistryError.Code.sidecar` when there is a journal beside the destination or a foreign journal beside the
  ///   registry; `RegistryError.Code.fileReplaced` when the registry was replaced by another file;
  ///   `RegistryError.Code.busy` when another writer holds the lock for more than 5 s, or a reader for more than 15 s
  ///   at the commit; `RegistryError.Code.fileNotFound`, `RegistryError.Code.readOnly`, `RegistryError.Code.diskFull`
  ///   or `RegistryError.Code.inputOutput` when a system call fails.
  public func release(
    _ name: String, in folder: RegistryPath, createdAt: Timestamp? = nil, defaultDate: Timestamp? = nil,
    revision: Int? = nil, policy: ReleasePolicy = ReleasePolicy(),
    companions: (ReleaseContent) -> [String: [UInt8]] = { _ in [:] }, actor: String, isDryRun: Bool = false
  ) throws(RegistryError) -> SnapshotFile.Created {
    try TextRules.validateLine(actor, name: "The actor", limit: TextRules.maximumNameLength)
    func export(
      _ registry: RegistryReader, as publication: Publication?
    ) throws(RegistryError) -> SnapshotFile.Created {
      var candidate: ReleaseCandidate
      var date = createdAt
      let releases = try registry.releases()
      let earlier = Array(releases.prefix { $0.name != name })
      if let known = releases.first(where: { $0.name == name }) {
        try known.requireSame(createdAt: createdAt, revision: revision, policy)
        candidate = try registry.releaseCandidate(repeating: known, policy)
        candidate.gate = try registry.gate(repeating: known, candidate, after: earlier, policy.gate)
      } else {
        // The current content is not replayed: another program may have changed it without the history.
        let current = try registry.revision()
        candidate = try registry.releaseCandidate(policy, at: revision == current ? nil : revision)
        date = date ?? defaultDate
        candidate.gate = try registry.gate(of: candidate, name, after: earlier, policy.gate)
      }
      let content = ReleaseContent(
        snapshot: candidate.snapshot, release: name, createdAt: date ?? candidate.changedAt)
      return try SnapshotFile.create(candidate, content, in: folder, companions: companions, as: publication)
    }
    if isDryRun { return try read { (registry) throws(RegistryError) in try export(registry, as: nil) } }
    return try withDatabase { (database) throws(RegistryError) in
      let publication = Publication()
      do throws(RegistryError) {
        let created = try database.transaction(.immediate) { () throws(RegistryError) in
          let created = try export(RegistryReader(database), as: publication)
          if created.recorded == nil { try database.record(created, policy, actor: actor) }
          return created
        }
        publication.finish()
        return created
      } catch  where error.code == .notDurable {
        publication.finish()
        throw error
      } catch {
        throw publication.isEmpty ? error : DatabaseFile.withdraw(publication, after: error)
      }
    }
  }
}

extension Database {
  fileprivate func record(
    _ created: SnapshotFile.Created, _ policy: ReleasePolicy, actor: String
  ) throws(RegistryError) {
    let manifest = created.manifest
    try execute(
      """
      INSERT INTO release (id, name, revision, content_digest, created_at, recorded_at, actor, last_reviewed)
      VALUES ((SELECT coalesce(max(id), 0) + 1 FROM release), ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(manifest.release), .init(manifest.revision), .text(manifest.contentDigest), .text(manifest.createdAt),
        .text(Timestamp.now.description), .text(actor), .init(policy.usesLastReviewedTexts),
      ])
    if let gate = created.gate { try record(gate) }
  }
}

extension ReleaseRecord {
  /// Refuses what would make the release another one than it was.
  ///
  /// - Throws: `RegistryError.Code.releaseExists` when the release has another date, revision or choice of texts.
  fileprivate func requireSame(
    createdAt date: Timestamp?, revision: Int?, _ policy: ReleasePolicy
  ) throws(RegistryError) {
    let difference: String? =
      if let date, date.description != createdAt {
        "with the date \(createdAt), not \(date)"
      } else if let revision, revision != self.revision {
        "of revision \(self.revision), not \(revision)"
      } else if policy.usesLastReviewedTexts, !usesLastReviewedTexts {
        "with its current texts, not with those reviewed last"
      } else {
        nil
      }
    guard let difference else { return }
    throw RegistryError(
      .releaseExists, "The release \(name) was made at \(recordedAt) by \(actor) \(difference).", .renameRelease)
  }
}
