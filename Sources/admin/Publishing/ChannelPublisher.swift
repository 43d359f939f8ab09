import Registry
import RegistryFollowing

/// Publishes a release to a channel: the files first, and the signed pointer to them last.
struct ChannelPublisher {
  let store: any ReleaseStore
  let channel: String
  /// The keys that sign; each gives one signature.
  let keys: [SigningKey]
  /// The keys that followers accept; nil when they are not known here.
  let signers: AllowedSigners?

  /// What was published.
  struct Published {
    let pointer: ChannelPointer
    /// The pointer before; nil when it is the first one.
    let previous: ChannelPointer?
    /// Whether anything was written; false when the channel has had this release already.
    let isChanged: Bool
  }

  /// Publishes a release.
  ///
  /// - Parameters:
  ///   - release: The verified release.
  ///   - expiresAt: The time from which followers report that the channel is stale.
  ///   - rollbackReason: Why an older release is published; nil refuses one.
  ///   - serial: The number of the pointer when the one that is there is not trusted; nil builds on it.
  ///   - isDryRun: Whether to stop before anything is signed or written.
  func publish(
    _ release: PublishableRelease, expiresAt: Timestamp?, rollbackReason: String?, serial: Int?, isDryRun: Bool
  ) async throws -> Published {
    let name = "channels/\(channel)"
    let stored = try await store.object(name, limit: SignedPointer.sizeLimit)
    let (before, previous) = try self.previous(stored, isReplaced: serial != nil)
    let pointer = try ChannelPointer(
      to: release.claims, manifest: release.manifest, snapshot: release.snapshot, channel: channel,
      serial: serial ?? (previous?.serial ?? 0) + 1,
      issuedAt: .now, expiresAt: expiresAt, rollbackReason: rollbackReason)
    try requireProgress(from: previous, to: pointer)
    if isDryRun { return Published(pointer: pointer, previous: previous, isChanged: true) }
    let signed = try await sign(pointer)
    // Before anything is written, the pointer is checked as every follower will check it.
    try check(signed, before)
    if let before, let previous, previous.hasSameFiles(as: pointer), expiresAt == previous.expiresAt,
      rollbackReason == previous.rollbackReason, Set(before.signatures.map(\.key)) == Set(signed.signatures.map(\.key))
    {
      return Published(pointer: previous, previous: previous, isChanged: false)
    }
    try await upload(pointer.file, release.snapshot, contentType: "application/vnd.sqlite3")
    for (name, bytes) in release.companions { try await upload(name, bytes, contentType: "application/octet-stream") }
    try await upload(pointer.manifest, release.manifest, contentType: "application/json")
    guard try await store.replace(name, stored, by: .pointer(signed.bytes)) else {
      throw RegistryError(
        .channelChanged, "Somebody else has published to the channel \(channel) meanwhile.", .publishAgain)
    }
    return Published(pointer: pointer, previous: previous, isChanged: true)
  }

  /// Returns the pointer that is there and what it says. Without the file of keys, `check` decides whether it is
  /// trusted.
  ///
  /// - Parameter isReplaced: Whether it is to be replaced without building on it, which is refused when it is trusted.
  private func previous(
    _ stored: StoredObject?, isReplaced: Bool
  ) throws -> (object: SignedPointer?, pointer: ChannelPointer?) {
    guard let stored else { return (nil, nil) }
    do {
      let object = try SignedPointer(stored.bytes)
      let pointer =
        try signers.map { signers throws(RegistryError) in try object.verified(by: signers, for: channel) }
        ?? object.claimed(for: channel)
      if !isReplaced { return (object, pointer) }
    } catch {
      if isReplaced { return (nil, nil) }
      throw error
    }
    throw RegistryError(
      .invalidValue, "The pointer that is there is trusted, so the new one has the next number.",
      .follow(rule: "Leave --serial out."))
  }

  private func requireProgress(from previous: ChannelPointer?, to pointer: ChannelPointer) throws {
    guard let previous, pointer.revision < previous.revision, pointer.rollbackReason == nil else { return }
    throw RegistryError(
      .downgrade,
      "The channel \(channel) has the release \(previous.release) of revision \(previous.revision), and "
        + "\(pointer.release) is of revision \(pointer.revision).", .goBackWithReason)
  }

  private func sign(_ pointer: ChannelPointer) async throws -> SignedPointer {
    var bytes = pointer.json
    for key in keys { bytes += try await key.sign(pointer.json) }
    return try SignedPointer(bytes)
  }

  /// Refuses a pointer that followers would refuse, and one on top of a pointer that somebody else may have made: its
  /// serial number would then come from a stranger.
  private func check(_ signed: SignedPointer, _ before: SignedPointer?) throws {
    if let signers {
      _ = try signed.verified(by: signers, for: channel)
    } else if let before, !before.isSigned(byKeyOf: signed) {
      throw RegistryError(
        .untrustedPointer,
        "The pointer of the channel \(channel) is signed by \(before.fingerprints), and the new one would be signed by "
          + "\(signed.fingerprints).", .nameSigners)
    }
  }

  private func upload(_ name: String, _ bytes: [UInt8], contentType: String) async throws {
    if try await store.create(name, .immutable(bytes, contentType: contentType)) { return }
    guard let there = try? await store.object(name, limit: bytes.count), there.bytes == bytes else {
      throw RegistryError(
        .releaseExists, "\(name) is already published with other content.", .renameRelease)
    }
  }
}

/// A release whose files were verified together.
struct PublishableRelease {
  let claims: ManifestClaims
  let snapshot: [UInt8]
  let manifest: [UInt8]
  /// The files in other formats, by name.
  let companions: [(name: String, bytes: [UInt8])]

  /// Reads and verifies the files.
  ///
  /// - Throws: `RegistryError`, as `SnapshotFile(verifying:manifest:requiresManifest:)` does.
  init(_ path: RegistryPath) throws {
    let file = try DatabaseFile.inspectSnapshot(path)
    let info = try SnapshotFile(verifying: file, requiresManifest: true).info
    guard let place = ManifestClaims.path(beside: file), file.lastComponent.description == "registry-\(info.release).db"
    else {
      throw RegistryError(
        .invalidValue, "\(path) does not have the name of its release, registry-\(info.release).db.",
        .takeFilesOfOneRelease)
    }
    claims = try ManifestClaims(at: place)
    snapshot = try DatabaseFile.read(file, limit: info.size)
    manifest = try DatabaseFile.read(place, limit: 1_048_576)
    companions = try (claims.also ?? [:]).sorted { $0.key < $1.key }.map { name, companion in
      (name, try DatabaseFile.read(file.folder.appending(name), limit: companion.size))
    }
  }
}
