import RegistryBytes
import RegistryCatalog

/// A released snapshot, every byte of which was read once, verified, and is used from memory: nothing can change between
/// the check and the use.
///
/// ```swift
/// let file = try SnapshotFile(verifying: "dist/registry-1.0.db")
/// print(file.info.release, file.snapshot.codes.count)
/// ```
///
/// A service needs only a `Catalog`, which loads faster and checks everything that its answers depend on.
public struct SnapshotFile: Sendable {
  /// What the file says of itself; all of it was recomputed.
  public let info: SnapshotInfo
  /// The content.
  public let snapshot: Snapshot
  /// Whether a manifest was compared with the file.
  public let hasManifest: Bool

  /// Reads the file and recomputes everything: size and SHA-256 against the manifest, format, exact schema, integrity,
  /// foreign keys, the content digest and the counts.
  ///
  /// - Parameters:
  ///   - path: the snapshot, or a link to it.
  ///   - manifest: its manifest; nil takes the one beside it, if there is one.
  /// - Throws: `RegistryError.Code.fileNotFound`; `RegistryError.Code.notASnapshot` for anything but a regular file
  ///   that is a snapshot; `RegistryError.Code.sidecar` for a journal or log beside it;
  ///   `RegistryError.Code.corrupt` for damage; `RegistryError.Code.unverified` for content that differs from its
  ///   digest; `RegistryError.Code.manifestMismatch` for a sound file that is not the manifest's.
  public init(verifying path: RegistryPath, manifest: RegistryPath? = nil) throws(RegistryError) {
    let verification = try SnapshotVerification(of: path)
    let claims = try ManifestClaims(at: manifest, beside: verification.file)
    try self.init(try verification.image(), verification, against: claims)
  }

  /// Verifies `image`, which is the content of the file.
  init(
    _ image: DatabaseImage, _ verification: SnapshotVerification, against claims: ManifestClaims?
  ) throws(RegistryError) {
    let hash = image.sha256
    try verification.checkHeader(of: image)
    let tables = try ReleasedTables(image)
    try verification.check(try tables.schema())
    // A file that is damaged in itself is worse than one that is not the manifest's, and is reported first.
    if let damage = try tables.damage() { throw verification.damaged(damage) }
    info = try tables.info(verification, size: image.count, fileSHA256: hash)
    snapshot = try tables.snapshot(revision: info.revision)
    try verification.compare(snapshot.contentDigest, with: info)
    try tables.checkFallbacks(of: snapshot.languages, verification)
    if let claims {
      try verification.compare(
        claims, info, fileSHA256: hash, codes: snapshot.codes.count, messages: snapshot.messages.count)
    }
    hasManifest = claims != nil
  }
}
