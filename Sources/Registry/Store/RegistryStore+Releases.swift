import RegistrySQLite

/// A release that was recorded.
public struct ReleaseRecord: Sendable, Hashable {
  /// The release's name.
  public let name: String
  /// The registry's revision that it contains.
  public let revision: Int
  /// `sha256:` and 64 hexadecimal digits over the content alone.
  public let contentDigest: String
  /// The date written into the snapshot.
  public let createdAt: String
  /// When it was recorded.
  public let recordedAt: String
  /// Who released it.
  public let actor: String
}

/// What a release made now would be.
public struct ReleaseCandidate: Sendable {
  /// The content.
  public let snapshot: Snapshot
  /// The numbers of each language.
  public let coverage: [LanguageCoverage]
  /// When the revision came to be.
  public let changedAt: Timestamp
}

extension RegistryStore {
  /// Records that `manifest` was released. Doing it again for the same content changes nothing; the registry's revision
  /// does not move.
  ///
  /// Throws: `release-exists` where the name was used for other content.
  public func record(_ manifest: Manifest, actor: String) throws(RegistryError) {
    try TextRules.line(actor, name: "The actor", limit: 200)
    try connection.withLock { (connection) throws(RegistryError) in
      let connection = connection
      try connection.writing { () throws(RegistryError) in
        if try connection.checkRelease(manifest.release, contentDigest: manifest.contentDigest) { return }
        try connection.change(
          """
          INSERT INTO release (id, name, revision, content_digest, created_at, recorded_at, actor)
          VALUES ((SELECT coalesce(max(id), 0) + 1 FROM release), ?, ?, ?, ?, ?, ?)
          """,
          [
            .text(manifest.release), .init(manifest.revision), .text(manifest.contentDigest),
            .text(manifest.createdAt), .text(Timestamp.now.description), .text(actor),
          ])
      }
    }
  }

  /// Whether the release is recorded already, with this content.
  ///
  /// Throws: `release-exists` where the name was used for other content.
  public func isRecorded(release name: String, contentDigest: String) throws(RegistryError) -> Bool {
    try connection.withLock { (connection) throws(RegistryError) in
      try connection.checkRelease(name, contentDigest: contentDigest)
    }
  }
}

extension Connection {
  /// The recorded releases, oldest first.
  func releases() throws(RegistryError) -> [ReleaseRecord] {
    let rows = try rows(
      "SELECT name, revision, content_digest, created_at, recorded_at, actor FROM release ORDER BY id")
    var releases: [ReleaseRecord] = []
    while try rows.next() {
      releases.append(
        ReleaseRecord(
          name: try rows.text(0), revision: try rows.integer(1), contentDigest: try rows.text(2),
          createdAt: try rows.text(3), recordedAt: try rows.text(4), actor: try rows.text(5)))
    }
    return releases
  }

  fileprivate func checkRelease(_ name: String, contentDigest: String) throws(RegistryError) -> Bool {
    guard let known = try releases().first(where: { $0.name == name }) else { return false }
    guard known.contentDigest == contentDigest else {
      throw RegistryError(
        .releaseExists,
        "The release \(name) was made at \(known.recordedAt) by \(known.actor) with other content.",
        hint: "A release's name means one content for ever: take another name.")
    }
    return true
  }
}
