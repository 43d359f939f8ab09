import RegistrySQLite

/// What a release must be, and what goes into it.
public struct ReleasePolicy: Sendable {
  /// The least state of the texts of required languages; nil takes any.
  public var requiredState: Translation.State?
  /// Whether the last reviewed text of each message is released instead of a later one that nobody has reviewed.
  public var isLastReviewed: Bool
  /// What the release follows, with the breaking changes that are allowed; nil compares it with nothing.
  public var gate: (against: String, old: Snapshot, allowing: [ReleaseGate.Allowance])?

  /// A policy from its parts.
  public init(requiredState: Translation.State? = nil, isLastReviewed: Bool = false) {
    self.requiredState = requiredState
    self.isLastReviewed = isLastReviewed
  }
}

extension RegistryStore {
  /// Exports what the registry holds now as the release `name` into an existing folder, and records it. The write lock is
  /// held meanwhile, so that nothing is exported that could not be recorded; the registry's revision does not move.
  ///
  /// Doing it again for the same content changes nothing. With `isDryRun` nothing is written or recorded.
  ///
  /// - Parameters:
  ///   - name: ASCII letters, digits, `.`, `_`, `+` and `-`, beginning with a letter or digit, at most 64.
  ///   - createdAt: the date of the release; nil takes the time at which the revision came to be.
  ///   - formats: what is written beside the SQLite file.
  ///
  /// Throws: `unfit`, with each finding, where a text of a required language is missing, stale by a major change of its
  /// source, or below the state that `policy` asks for, or where a breaking change is not allowed; `release-exists` where
  /// the name was used for other content; `downgrade` where the folder holds the release at a higher revision, or a
  /// release of a higher one was recorded; `invalid-value` for a name that cannot be a release's; `sidecar` for a journal
  /// beside the destination; `busy`, `file-not-found`, `read-only`, `disk-full` or `input-output` as the system has it.
  public func release(
    _ name: String, in folder: FilePath, createdAt: Timestamp? = nil, policy: ReleasePolicy = ReleasePolicy(),
    also formats: [ReleaseFormat] = [], actor: String, isDryRun: Bool = false
  ) throws(RegistryError) -> SnapshotFile.Created {
    try TextRules.line(actor, name: "The actor", limit: 200)
    let export = { @Sendable (connection: Connection) throws(RegistryError) -> SnapshotFile.Created in
      var candidate = try connection.releaseCandidate(policy)
      if let known = try connection.recordedRelease(name, contentDigest: candidate.contentDigest) {
        candidate.repeats(known)
      }
      candidate.gate = try connection.checkGate(candidate.snapshot, policy)
      return try SnapshotFile.create(
        candidate, release: name, createdAt: createdAt ?? candidate.changedAt, in: folder, also: formats,
        isDryRun: isDryRun)
    }
    if isDryRun { return try read(export) }
    return try withConnection { (connection) throws(RegistryError) in
      try connection.writing { () throws(RegistryError) in
        let created = try export(connection)
        try connection.record(created.manifest, policy, actor: actor)
        return created
      }
    }
  }

  /// The recorded releases, oldest first.
  public func releases() throws(RegistryError) -> [ReleaseRecord] {
    try read { (connection) throws(RegistryError) in try connection.releases() }
  }

  /// The content of a recorded release, replayed from the history and held against its digest.
  ///
  /// Throws: `release-not-found`; `unverified` where the history gives another content than was released.
  public func snapshot(ofRelease name: String) throws(RegistryError) -> Snapshot {
    try read { (connection) throws(RegistryError) in
      let releases = try connection.releases()
      guard let release = releases.first(where: { $0.name == name }) else {
        let known = releases.suffix(5).map(\.name).joined(separator: ", ")
        throw RegistryError(
          .releaseNotFound, "The registry has no release '\(name)'.",
          hint: known.isEmpty ? "Nothing was released yet." : "The last ones are \(known).")
      }
      let snapshot = try connection.snapshot(at: release.revision, lastReviewed: release.isLastReviewed)
      guard snapshot.contentDigest == release.contentDigest else {
        throw RegistryError(
          .unverified, "The history does not give what was released as \(name).",
          hint: "Compare with the release's own file; 'admin doctor' says what was changed past the history.")
      }
      return snapshot
    }
  }
}

extension Connection {
  fileprivate func record(
    _ manifest: Manifest, _ policy: ReleasePolicy, actor: String
  ) throws(RegistryError) {
    if try releases().contains(where: { $0.name == manifest.release }) { return }
    try change(
      """
      INSERT INTO release (id, name, revision, content_digest, created_at, recorded_at, actor, last_reviewed)
      VALUES ((SELECT coalesce(max(id), 0) + 1 FROM release), ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(manifest.release), .init(manifest.revision), .text(manifest.contentDigest), .text(manifest.createdAt),
        .text(Timestamp.now.description), .text(actor), .init(policy.isLastReviewed),
      ])
  }

  /// Nil where there is none of the name.
  fileprivate func recordedRelease(
    _ name: String, contentDigest: String
  ) throws(RegistryError) -> ReleaseRecord? {
    guard let known = try releases().first(where: { $0.name == name }) else { return nil }
    guard known.contentDigest == contentDigest else {
      throw RegistryError(
        .releaseExists,
        "The release \(name) was made at \(known.recordedAt) by \(known.actor) with other content.",
        hint: "A release's name means one content for ever: take another name.")
    }
    return known
  }

  fileprivate func checkGate(_ new: Snapshot, _ policy: ReleasePolicy) throws(RegistryError) -> Manifest.Gate? {
    guard let (against, old, allowances) = policy.gate else { return nil }
    let gate = ReleaseGate(from: old, to: new, allowing: allowances)
    guard gate.isOpen else {
      throw RegistryError(
        .unfit, "Callers of \(against) would break; changes that nobody allowed: \(gate.violations.count).",
        hint: "Take each back, or allow it with --allow KIND:SUBJECT=REASON.",
        findings: gate.violations.map { change in
          Finding(
            check: change.kind.rawValue, severity: .error, row: change.row,
            message: "\(change.row): \(change.kind.rawValue), \(change.field) from "
              + "\(change.before?.description ?? "-") to \(change.after?.description ?? "-").")
        })
    }
    return Manifest.Gate(
      against: against, contentDigest: old.contentDigest, suggested: gate.suggested.rawValue, allowed: gate.allowed)
  }
}
