import RegistryCatalog

/// What a channel says: which release its followers use.
///
/// A channel, such as `production`, is one small object on a server. It is the only object that ever changes, and it is
/// signed. `docs/publishing.md` specifies its form to the byte, and the rules for those who follow it.
///
/// ```swift
/// let signed = try SignedPointer(bytes)
/// let pointer = try signed.verified(by: signers, for: "production")
/// print(pointer.serial, pointer.release)
/// ```
public struct ChannelPointer: Sendable, Equatable {
  /// The name of the channel: ``isChannelName(_:)``.
  public let channel: String
  /// The number of this pointer among those of its channel, from 1. It rises by one with every pointer and never falls.
  public let serial: Int
  /// The time at which the publisher signed it. It decides nothing except which keys were valid then.
  public let issuedAt: Timestamp
  /// The time from which followers report that the channel is stale; nil when there is none. They go on all the same.
  public let expiresAt: Timestamp?
  /// Why the publisher went back to an older release; nil when they did not.
  public let rollbackReason: String?
  /// The name of the release.
  public let release: String
  /// The revision of the registry that was released.
  public let revision: Int
  /// The number of the contract for readers.
  public let contract: Int
  /// The digest of the content: `sha256:` and 64 hexadecimal digits.
  public let contentDigest: String
  /// The size of the snapshot in bytes.
  public let size: Int
  /// The SHA-256 of the snapshot in lower-case hexadecimal.
  public let fileSHA256: String
  /// The size of the manifest in bytes.
  public let manifestSize: Int
  /// The SHA-256 of the manifest in lower-case hexadecimal.
  public let manifestSHA256: String

  /// The name of the snapshot's object, which is also its file name.
  public var file: String { "\(releasePrefix)db" }
  /// The name of the manifest's object, which is also its file name.
  public var manifest: String { "\(releasePrefix)manifest.json" }
  /// What the names of all files of the release begin with.
  var releasePrefix: String { "registry-\(release)." }

  /// Whether both pointers are of the same files.
  package func hasSameFiles(as other: ChannelPointer) -> Bool {
    (release, fileSHA256, manifestSHA256) == (other.release, other.fileSHA256, other.manifestSHA256)
  }

  /// Whether the pointer has expired at a time.
  public func isExpired(at time: Timestamp) -> Bool { expiresAt.map { $0.description < time.description } ?? false }

  /// The error that tells an operator that the pointer has expired.
  package var staleness: RegistryError {
    RegistryError(
      .staleChannel,
      "The pointer \(serial) of the channel \(channel) expired at \(expiresAt.map { "\($0)" } ?? "-"), and there is no "
        + "newer one.", .waitForPublisher)
  }

  /// Returns whether a text can be the name of a channel: lower-case ASCII letters, digits, `.`, `_` and `-`, beginning
  /// with a letter or digit, at most 64 characters.
  public static func isChannelName(_ name: String) -> Bool {
    let isPlain = { (byte: UInt8) in (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) }
    guard let first = name.utf8.first, name.utf8.count <= 64, isPlain(first) else { return false }
    return name.utf8.allSatisfy { isPlain($0) || "._-".utf8.contains($0) }
  }

  /// The rule for the name of a channel, as a sentence.
  package static let nameRule =
    "A name is lower-case ASCII letters, digits, '.', '_' and '-', begins with a letter or digit, and has at most 64 "
    + "characters."

  /// Creates the pointer to a release.
  ///
  /// - Parameters:
  ///   - release: What the manifest of the release states.
  ///   - manifest: The bytes of the manifest.
  ///   - snapshot: The bytes of the snapshot.
  ///   - channel: The name of the channel.
  ///   - serial: The number of the pointer.
  ///   - issuedAt: The time of the signature.
  ///   - expiresAt: The time from which followers report that the channel is stale.
  ///   - rollbackReason: Why the publisher goes back to an older release.
  /// - Throws: `RegistryError.Code.invalidValue` when the name of the channel is not one, the serial is outside 1 to
  ///   999,999,999,999,999, or the reason is empty, longer than 500 bytes, or has a control character, a quotation mark
  ///   (U+0022) or a backslash; `RegistryError.Code.manifestMismatch` when the snapshot is not the one of the
  ///   manifest; `RegistryError.Code.unverified` when the manifest states impossible values.
  package init(
    to release: ManifestClaims, manifest: [UInt8], snapshot: [UInt8], channel: String, serial: Int, issuedAt: Timestamp,
    expiresAt: Timestamp?, rollbackReason: String?
  ) throws(RegistryError) {
    guard Self.isChannelName(channel) else {
      throw RegistryError(
        .invalidValue, "'\(channel)' cannot be the name of a channel.",
        .follow(rule: Self.nameRule))
    }
    guard PointerText.numbers.contains(serial), serial > 0 else {
      throw RegistryError(.invalidValue, "The channel \(channel) has no serial number left.")
    }
    if let rollbackReason, rollbackReason.isEmpty || !PointerText.isString(Array(rollbackReason.utf8)) {
      throw RegistryError(
        .invalidValue, "The reason cannot be part of a pointer.",
        .follow(rule: "Write it on one line of at most 500 bytes, without \" and \\."))
    }
    guard snapshot.count == release.size, SHA256Text.hexadecimal(of: snapshot) == release.fileSHA256 else {
      throw RegistryError(
        .manifestMismatch, "The snapshot is not the file of the manifest of the release \(release.release).",
        .takeFilesOfOneRelease)
    }
    let pointer = ChannelPointer(
      channel: channel, serial: serial, issuedAt: issuedAt, expiresAt: expiresAt, rollbackReason: rollbackReason,
      release: release.release, revision: release.revision, contract: release.contract,
      contentDigest: release.contentDigest, size: release.size, fileSHA256: release.fileSHA256,
      manifestSize: manifest.count, manifestSHA256: SHA256Text.hexadecimal(of: manifest))
    // What every follower would refuse must not be signed.
    guard let read = try? ChannelPointer(parsing: pointer.json), read == pointer else {
      throw RegistryError(.unverified, "The manifest of the release \(release.release) states impossible values.")
    }
    self = pointer
  }

  package init(
    channel: String, serial: Int, issuedAt: Timestamp, expiresAt: Timestamp?, rollbackReason: String?, release: String,
    revision: Int, contract: Int, contentDigest: String, size: Int, fileSHA256: String, manifestSize: Int,
    manifestSHA256: String
  ) {
    (self.channel, self.serial, self.issuedAt, self.expiresAt) = (channel, serial, issuedAt, expiresAt)
    (self.rollbackReason, self.release, self.revision) = (rollbackReason, release, revision)
    (self.contract, self.contentDigest, self.size, self.fileSHA256) = (contract, contentDigest, size, fileSHA256)
    (self.manifestSize, self.manifestSHA256) = (manifestSize, manifestSHA256)
  }
}
