import RegistryCatalog

/// The record of a release.
public struct ReleaseRecord: Sendable, Hashable {
  /// The name of the release.
  public let name: String
  /// The revision of the registry that was released.
  public let revision: Int
  /// The digest of the content alone: `sha256:` and 64 hexadecimal digits.
  public let contentDigest: String
  /// The date of the release, which is stored in the snapshot.
  public let createdAt: String
  /// The time at which the release was recorded.
  public let recordedAt: String
  /// The person or program that made the release.
  public let actor: String
  /// Whether texts that nobody had reviewed were replaced by the last reviewed text of their message.
  public let usesLastReviewedTexts: Bool
}

extension RegistryReader {
  /// Returns the recorded release with a name.
  ///
  /// - Parameter name: The name of the release.
  /// - Returns: The release.
  /// - Throws: `RegistryError.Code.releaseNotFound` when no release with this name is recorded;
  ///   `RegistryError.Code.corrupt` when the file is damaged.
  public func release(named name: String) throws(RegistryError) -> ReleaseRecord {
    let releases = try releases()
    if let release = releases.first(where: { $0.name == name }) { return release }
    let known = releases.suffix(5).map(\.name)
    throw RegistryError(
      .releaseNotFound, "The registry has no release '\(name)'.",
      known.isEmpty ? .releaseFirst : .chooseRelease(known, of: releases.count))
  }

  /// Returns the recorded releases, oldest first.
  ///
  /// - Returns: The releases.
  /// - Throws: `RegistryError.Code.corrupt` when the file is damaged.
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
