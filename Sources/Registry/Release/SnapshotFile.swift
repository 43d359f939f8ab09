import RegistryBytes
import RegistryCatalog

/// A released snapshot that was verified completely.
///
/// The file is read once and used from memory, so it cannot change between the verification and its use.
///
/// ```swift
/// let file = try SnapshotFile(verifying: "dist/registry-1.0.db")
/// print(file.info.release, file.snapshot.codes.count)
/// ```
///
/// A service needs only a `Catalog`, which loads faster and verifies everything that its answers depend on.
public struct SnapshotFile: Sendable {
  /// The metadata of the snapshot. All of it was verified.
  public let info: SnapshotInfo
  /// The content of the snapshot.
  public let snapshot: Snapshot
  /// Whether the file was compared with a manifest.
  public let hasManifest: Bool

  /// Reads and verifies a snapshot.
  ///
  /// The size and the SHA-256 of the file, and of all files that were released with it, are compared with the manifest.
  /// The format, the schema, the integrity, the foreign keys, the content digest and the counts are checked, and that
  /// the content follows the rules of a registry.
  ///
  /// - Parameters:
  ///   - path: The path of the snapshot, or of a link to it.
  ///   - manifest: The path of its manifest; nil uses the manifest beside the snapshot if there is one.
  ///   - requiresManifest: Whether a snapshot without a manifest is refused. Without one, only what the file states of
  ///     itself is checked.
  /// - Throws: `RegistryError.Code.fileNotFound` when there is no file at one of the paths;
  ///   `RegistryError.Code.notASnapshot` when the file is not a regular file or not a snapshot;
  ///   `RegistryError.Code.sidecar` when there is a journal or log beside the file; `RegistryError.Code.corrupt` when
  ///   the file is damaged; `RegistryError.Code.unverified` when the content does not match its digest or breaks a
  ///   rule, or the manifest is not valid or is missing although it is required; `RegistryError.Code.manifestMismatch`
  ///   when the file is intact but does not match the manifest.
  public init(
    verifying path: RegistryPath, manifest: RegistryPath? = nil, requiresManifest: Bool = false
  ) throws(RegistryError) {
    let verification = try SnapshotVerification(of: path)
    let claims = try ManifestClaims(at: manifest, beside: verification.file, isRequired: requiresManifest)
    try self.init(try verification.image(), verification, against: claims)
  }

  /// Verifies an image, which is the content of the file.
  init(
    _ image: DatabaseImage, _ verification: SnapshotVerification, against claims: ManifestClaims?
  ) throws(RegistryError) {
    let hash = image.sha256
    try verification.checkFile(image)
    let tables = try ReleasedTables(image)
    try verification.check(try tables.schema())
    // A damaged file is a more serious error than a file that does not match the manifest, and is reported first.
    if let damage = try tables.damage() { throw verification.damaged(damage) }
    info = try tables.info(verification, size: image.count, fileSHA256: hash)
    snapshot = try tables.snapshot(revision: info.revision)
    try verification.compare(snapshot.contentDigest, with: info)
    try tables.checkFallbacks(of: snapshot.languages, verification)
    if let claims {
      try verification.compare(
        claims, info, fileSHA256: hash, codes: snapshot.codes.count, messages: snapshot.messages.count,
        requiresCompanions: true)
    }
    let findings = snapshot.brokenRules()
    if let first = findings.first {
      let others = findings.count == 1 ? "" : " \(findings.count - 1) other rows break rules too."
      throw RegistryError(
        .unverified, "\(verification.file) holds content that no registry may hold. \(first.message)\(others)",
        .takeReleaseAgain)
    }
    hasManifest = claims != nil
  }
}
