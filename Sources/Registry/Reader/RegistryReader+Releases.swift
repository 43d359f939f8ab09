import RegistryCatalog

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
  /// Whether it has the last reviewed text of each message instead of a later one.
  public let usesLastReviewedTexts: Bool
}

extension RegistryReader {
  /// The recorded releases, oldest first.
  public func releases() throws(RegistryError) -> [ReleaseRecord] {
    let rows = try database.query(
      "SELECT name, revision, content_digest, created_at, recorded_at, actor, last_reviewed FROM release ORDER BY id")
    var releases: [ReleaseRecord] = []
    while try rows.next() {
      releases.append(
        ReleaseRecord(
          name: try rows.text(0), revision: try rows.integer(1), contentDigest: try rows.text(2),
          createdAt: try rows.text(3), recordedAt: try rows.text(4), actor: try rows.text(5),
          usesLastReviewedTexts: try rows.flag(6)))
    }
    return releases
  }
}
