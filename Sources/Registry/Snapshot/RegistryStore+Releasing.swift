import RegistrySQLite

/// What a release made now would be.
struct ReleaseCandidate: Sendable {
  /// The content.
  let snapshot: Snapshot
  /// The numbers of each language.
  let coverage: [LanguageCoverage]
  /// When the revision came to be.
  let changedAt: Timestamp
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
  ///
  /// Throws: `release-exists` where the name was used for other content; `downgrade` where the folder holds the release at
  /// a higher revision; `invalid-value` for a name that cannot be a release's; `sidecar` for a journal beside the
  /// destination; `busy`, `file-not-found`, `read-only`, `disk-full` or `input-output` as the system has it.
  public func release(
    _ name: String, in folder: FilePath, createdAt: Timestamp? = nil, actor: String, isDryRun: Bool = false
  ) throws(RegistryError) -> SnapshotFile.Created {
    try TextRules.line(actor, name: "The actor", limit: 200)
    let export = { @Sendable (connection: Connection) throws(RegistryError) -> SnapshotFile.Created in
      let candidate = try connection.releaseCandidate()
      try connection.checkRelease(name, contentDigest: candidate.snapshot.contentDigest)
      return try SnapshotFile.create(
        candidate, release: name, createdAt: createdAt ?? candidate.changedAt, in: folder, isDryRun: isDryRun)
    }
    if isDryRun { return try read(export) }
    return try connection.withLock { (connection) throws(RegistryError) in
      let connection = connection
      return try connection.writing { () throws(RegistryError) in
        let created = try export(connection)
        try connection.record(created.manifest, actor: actor)
        return created
      }
    }
  }
}

extension Connection {
  /// What a release made now would be; call it inside a transaction.
  fileprivate func releaseCandidate() throws(RegistryError) -> ReleaseCandidate {
    let snapshot = try snapshot()
    let time = try texts("SELECT at FROM operation WHERE id = ?", [.init(snapshot.revision)]).first
    return ReleaseCandidate(
      snapshot: snapshot, coverage: try status().languages, changedAt: time.flatMap { Timestamp($0) } ?? Timestamp.epoch
    )
  }

  fileprivate func record(_ manifest: Manifest, actor: String) throws(RegistryError) {
    if try releases().contains(where: { $0.name == manifest.release }) { return }
    try change(
      """
      INSERT INTO release (id, name, revision, content_digest, created_at, recorded_at, actor)
      VALUES ((SELECT coalesce(max(id), 0) + 1 FROM release), ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(manifest.release), .init(manifest.revision), .text(manifest.contentDigest), .text(manifest.createdAt),
        .text(Timestamp.now.description), .text(actor),
      ])
  }

  fileprivate func checkRelease(_ name: String, contentDigest: String) throws(RegistryError) {
    guard let known = try releases().first(where: { $0.name == name }) else { return }
    guard known.contentDigest == contentDigest else {
      throw RegistryError(
        .releaseExists,
        "The release \(name) was made at \(known.recordedAt) by \(known.actor) with other content.",
        hint: "A release's name means one content for ever: take another name.")
    }
  }
}
