import Crypto
import RegistrySQLite

/// A released snapshot whose every byte was read once, verified, and is used from memory: there is no gap between the
/// check and the use.
///
/// Not `Sendable`: take the `Snapshot` or the `Catalog` out of it and let it go.
public final class SnapshotFile {
  /// What the file says of itself.
  public struct Info: Sendable, Equatable {
    /// The release's name.
    public let release: String
    /// The registry's revision.
    public let revision: Int
    /// `sha256:` and 64 hexadecimal digits over the content alone.
    public let contentDigest: String
    /// The date of the release.
    public let createdAt: String
    /// The schema of the registry that it was made from.
    public let schemaVersion: Int
    /// The reader contract's number.
    public let contract: Int
    /// SHA-256 of the file's bytes, in lower-case hexadecimal.
    public let fileSHA256: String
    /// The file's size in bytes.
    public let size: Int
  }

  /// What the file says of itself; all of it was recomputed.
  public let info: Info
  /// The content.
  public let snapshot: Snapshot
  /// Whether a manifest was compared with the file.
  public let hasManifest: Bool

  /// The largest snapshot that is read, in bytes.
  static let sizeLimit = 2_147_483_647

  /// Reads the file and recomputes everything: size and SHA-256 against the manifest, format, exact schema, integrity,
  /// foreign keys, the content digest and the counts.
  ///
  /// - Parameters:
  ///   - path: the snapshot, or a link to it.
  ///   - manifest: its manifest; nil takes the one beside it, where there is one.
  ///
  /// Throws: `file-not-found`; `not-a-snapshot` for anything but a regular file of ours; `sidecar` for a journal or log
  /// beside it; `corrupt` for damage; `unverified` for content that differs from its digest; `manifest-mismatch` for a
  /// sound file that is not the manifest's.
  public convenience init(verifying path: FilePath, manifest: FilePath? = nil) throws(RegistryError) {
    let file = try DatabaseFile.inspectSnapshot(path)
    try self.init(verifying: file, shown: path, against: try Self.manifest(manifest, of: file))
  }

  /// `file` is where the path that is `shown` leads to.
  convenience init(verifying file: FilePath, shown path: FilePath, against manifest: Manifest.Claims?)
    throws(RegistryError)
  {
    let image = try DatabaseFile.image(file, limit: Self.sizeLimit)
    // First, as a journal beside a live registry says nothing of a snapshot.
    try Self.checkHeader(image, path)
    try Self.refuseSidecars(of: file)
    try self.init(image, of: file, shown: path, against: manifest)
  }

  /// `image` is what lies at `file`.
  init(
    _ image: DatabaseImage, of file: FilePath, shown path: FilePath, against manifest: Manifest.Claims?
  ) throws(RegistryError) {
    let hash = image.sha256
    try Self.checkHeader(image, path)
    // A file that is damaged in itself is worse than one that is not the manifest's, and is said first.
    let connection = try Self.connect(image)
    try Self.check(try DatabaseSchema(of: connection), path)
    try Self.checkIntegrity(of: connection, path)
    var infoRows = try connection.rows("SELECT key, value FROM registry_info")
    let info = try Self.info(&infoRows, size: image.count, hash: hash, path: path)
    let snapshot = try connection.releasedSnapshot(revision: info.revision)
    try Self.compare(snapshot.contentDigest, with: info, path)
    var fallbacks = try connection.rows("SELECT language, step, tag FROM language_fallback ORDER BY language, step")
    try Self.checkFallbacks(of: snapshot.languages, &fallbacks, path)
    if let manifest {
      try Self.compare(
        manifest, info, fileSHA256: hash, codes: snapshot.codes.count, messages: snapshot.messages.count, file)
    }
    self.info = info
    self.snapshot = snapshot
    hasManifest = manifest != nil
  }

  /// The manifest at `path`, else the one beside the file, where there is one.
  static func manifest(_ path: FilePath?, of file: FilePath) throws(RegistryError) -> Manifest.Claims? {
    let path = path ?? manifestPath(of: file).flatMap { DatabaseFile.exists($0) ? $0 : nil }
    return try path.map { (path) throws(RegistryError) in try Manifest.Claims(at: path) }
  }

  /// `registry-R.manifest.json` for `registry-R.db`; nil for another ending.
  static func manifestPath(of path: FilePath) -> FilePath? {
    guard path.bytes.suffix(3) == Array(".db".utf8) else { return nil }
    return FilePath(bytes: Array(path.bytes.dropLast(3))).suffixed(".manifest.json")
  }

  /// A stale journal or log beside a snapshot would be played into it by other readers.
  static func refuseSidecars(of path: FilePath) throws(RegistryError) {
    for suffix in ["-journal", "-wal", "-shm"] {
      let sidecar = path.suffixed(suffix)
      guard DatabaseFile.exists(sidecar) else { continue }
      throw RegistryError(
        .sidecar, "\(sidecar) lies beside the snapshot; a reader could take it for a part of it.",
        hint: "A snapshot is one file. Find out who left it there and remove it.")
    }
  }
}
