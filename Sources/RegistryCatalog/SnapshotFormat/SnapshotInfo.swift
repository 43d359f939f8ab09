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

extension SnapshotInfo {
  /// Returns whether a text can be the name of a release: ASCII letters, digits, `.`, `_`, `+` and `-`, beginning with
  /// a letter or digit, at most 64 characters.
  package static func isReleaseName(_ name: String) -> Bool {
    let isPlain = { (byte: UInt8) in
      (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }
    guard let first = name.utf8.first, name.utf8.count <= 64, isPlain(first) else { return false }
    return name.utf8.allSatisfy { isPlain($0) || "._+-".utf8.contains($0) }
  }
}
