import RegistrySQLite

/// The two kinds of file that are ours, told apart by the `application_id` in the header.
enum DatabaseFile {
  /// 'SCRG': the live registry.
  static let registryID: UInt32 = 0x5343_5247
  /// 'SCRS': a released snapshot.
  static let snapshotID: UInt32 = 0x5343_5253

  /// What the first 100 bytes of a file say (sqlite.org/fileformat2.html, section 1.3).
  struct Header {
    let isSQLite: Bool
    let isWriteAheadLog: Bool
    let userVersion: UInt32
    let applicationID: UInt32

    init(_ bytes: some Collection<UInt8>) {
      let bytes = Array(bytes.prefix(100))
      isSQLite = bytes.count == 100 && bytes.starts(with: Array("SQLite format 3\0".utf8))
      isWriteAheadLog = isSQLite && (bytes[18] == 2 || bytes[19] == 2)
      userVersion = isSQLite ? Self.number(bytes, 60) : 0
      applicationID = isSQLite ? Self.number(bytes, 68) : 0
    }

    private static func number(_ bytes: [UInt8], _ offset: Int) -> UInt32 {
      bytes[offset..<(offset + 4)].reduce(0) { $0 << 8 | UInt32($1) }
    }
  }

  /// The absolute path of a registry: a regular, non-empty file with one name, itself no link. SQLite sees no other.
  ///
  /// A FIFO would hang it, an empty file opens as an empty database, and by a second name two processes could lock the
  /// same file apart from each other (sqlite.org/howtocorrupt.html, section 2.5).
  static func inspectRegistry(_ path: FilePath) throws(RegistryError) -> FilePath {
    let (absolute, status) = try locate(path, missing: "Make one with 'admin init'.") { (bytes) throws(FileError) in
      try FileSystem.absolute(bytes)
    }
    try requireContent(status, path, refusal: .notARegistry)
    guard status.links == 1 else {
      throw RegistryError(
        .notARegistry, "\(path) has \(status.links) hard links; locks on one name would not protect the others.",
        hint: "Keep one name and remove the other links.")
    }
    return absolute
  }

  /// The absolute path of the file that a snapshot's path leads to: a regular, non-empty one. Links are followed, as
  /// releases are often switched by them, and a snapshot is read once and never locked.
  static func inspectSnapshot(_ path: FilePath) throws(RegistryError) -> FilePath {
    let missing = "Make one with 'admin snapshot create'."
    let (file, status) = try locate(path, missing: missing) { (bytes) throws(FileError) in
      try FileSystem.resolved(bytes)
    }
    try requireContent(status, path, refusal: .notASnapshot)
    return file
  }

  private static func requireContent(
    _ status: FileSystem.Status, _ path: FilePath, refusal: RegistryError.Code
  ) throws(RegistryError) {
    guard status.kind == .file else {
      throw RegistryError(refusal, "\(path) is \(status.kind.rawValue), not a regular file; it was not opened.")
    }
    guard status.size > 0 else { throw RegistryError(refusal, "\(path) is an empty file.") }
  }

  private static func locate(
    _ path: FilePath, missing: String, _ resolve: ([UInt8]) throws(FileError) -> [UInt8]
  ) throws(RegistryError) -> (FilePath, FileSystem.Status) {
    guard !path.bytes.isEmpty, !path.bytes.contains(0) else {
      throw RegistryError(.invalidValue, "The path is empty or holds a NUL.")
    }
    do {
      let absolute = try resolve(path.bytes)
      return (FilePath(bytes: absolute), try FileSystem.status(absolute))
    } catch {
      guard error.isMissing else { throw RegistryError(error, path) }
      throw RegistryError(.fileNotFound, "There is no file \(path).", hint: missing)
    }
  }

  /// The bytes of a regular file.
  static func read(_ path: FilePath, limit: Int = .max) throws(RegistryError) -> [UInt8] {
    do { return try FileSystem.read(path.bytes, limit: limit) } catch { throw RegistryError(error, path) }
  }

  /// The same bytes as the image of a database.
  static func image(_ path: FilePath, limit: Int) throws(RegistryError) -> DatabaseImage {
    do { return try FileSystem.image(path.bytes, limit: limit) } catch { throw RegistryError(error, path) }
  }

  /// Writes a whole file atomically and durably.
  static func publish(_ bytes: [UInt8], at path: FilePath, existing: FileSystem.Existing) throws(RegistryError) {
    do { try FileSystem.publish(bytes, at: path.bytes, existing: existing) } catch { throw RegistryError(error, path) }
  }

  /// Whether anything lies at the path, a dangling link included.
  static func exists(_ path: FilePath) -> Bool {
    (try? FileSystem.status(path.bytes)) != nil
  }
}
