import RegistryBytes
import RegistryCatalog
import RegistrySQLite

extension RegistryStore {
  /// A backup that was written.
  public struct Backup: Sendable {
    /// The revision of the registry.
    public let revision: Int
    /// The size in bytes.
    public let size: Int
    /// The SHA-256 in lower-case hexadecimal.
    public let sha256: String
    /// What the examination of the copy has found. Nothing of it is damage of the file.
    public let findings: [Finding]
  }

  /// Writes a copy of the registry, as it is at one moment, to a new file. Before it gets its name, it is examined as
  /// `RegistryReader.examine()` does, with its whole history.
  ///
  /// The registry is locked for reading only while it is copied into memory, not while the copy is examined. So editors
  /// wait for some milliseconds.
  ///
  /// - Parameter path: The path of the copy, where no file exists yet.
  /// - Returns: What was written. The copy is a registry like the original.
  /// - Throws: `RegistryError.Code.fileExists` when there is a file at the path; `RegistryError.Code.corrupt` when the
  ///   registry is damaged; `RegistryError.Code.fileNotFound`, `RegistryError.Code.readOnly`,
  ///   `RegistryError.Code.diskFull` or `RegistryError.Code.inputOutput` when a system call fails; otherwise as reading
  ///   the registry does. No file is written then.
  public func backup(to path: RegistryPath) throws(RegistryError) -> Backup {
    guard !path.bytes.isEmpty, !path.bytes.contains(0) else {
      throw RegistryError(.invalidValue, "The path is empty or holds a NUL.")
    }
    if DatabaseFile.exists(path) { throw RegistryError(.fileExists, "\(path) exists already; it was left as it is.") }
    try DatabaseFile.requireFolder(of: path)
    let bytes = try withDatabase { (database) throws(RegistryError) in
      try database.transaction(.deferred) { () throws(RegistryError) in
        // The first read takes the lock, which the copy keeps.
        _ = try database.integer("SELECT count(*) FROM sqlite_schema")
        return try database.image()
      }
    }
    let image: DatabaseImage
    do { image = try DatabaseImage(bytes) } catch { throw RegistryError(error, path) }
    let examination = try Self.examine(image)
    guard !examination.isDamaged else {
      throw RegistryError(
        .corrupt, "The registry is damaged, so there is no backup: \(examination.findings.first?.message ?? "")",
        .restoreBackup)
    }
    let publication = Publication()
    try DatabaseFile.publish([(bytes, path)], existing: .refuse, as: publication)
    publication.finish()
    return Backup(
      revision: examination.revision, size: bytes.count, sha256: image.sha256, findings: examination.findings)
  }

  private static func examine(_ image: DatabaseImage) throws(RegistryError) -> Examination {
    let database: Database
    do { database = Database(try Connection(image: image)) } catch { throw RegistryError(error) }
    return try database.transaction(.deferred) { () throws(RegistryError) in try RegistryReader(database).examine() }
  }
}
