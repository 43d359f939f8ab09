/// The metadata of a released snapshot.
public struct SnapshotInfo: Sendable, Equatable {
  /// The release's name.
  public let release: String
  /// The revision of the registry that was released.
  public let revision: Int
  /// The SHA-256 of the content alone: `sha256:` and 64 hexadecimal digits.
  public let contentDigest: String
  /// The date and time of the release in UTC, in the form of RFC 3339.
  public let createdAt: String
  /// The schema version of the registry that the snapshot was made from.
  public let schemaVersion: Int
  /// The number of the reader contract.
  public let contract: Int
  /// The SHA-256 of the file in lower-case hexadecimal.
  public let fileSHA256: String
  /// The size of the file in bytes.
  public let size: Int
}
