import RegistryBytes

/// The two kinds of database file, which differ in the `application_id` of their header.
package enum DatabaseFile {
  /// The `application_id` of a live registry: `SCRG` in ASCII.
  package static let registryID: UInt32 = 0x5343_5247
  /// The `application_id` of a released snapshot: `SCRS` in ASCII.
  package static let snapshotID: UInt32 = 0x5343_5253

  /// The header of a database file: its first 100 bytes (sqlite.org/fileformat2.html, section 1.3).
  package struct Header {
    /// Whether the file is a SQLite database.
    package let isSQLite: Bool
    /// Whether the file is in WAL mode.
    package let isWriteAheadLog: Bool
    /// The `user_version`; 0 when the file is not a SQLite database.
    package let userVersion: UInt32
    /// The `application_id`; 0 when the file is not a SQLite database.
    package let applicationID: UInt32

    /// Decodes the header from the first 100 bytes of a file.
    package init(_ bytes: some Collection<UInt8>) {
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

  /// Checks that a path is a regular, non-empty file with one hard link, and returns its absolute path.
  ///
  /// SQLite must not open anything else: a FIFO would block it, an empty file is a valid empty database, and two
  /// processes that use different names of one file would not see each other's locks (sqlite.org/howtocorrupt.html,
  /// section 2.5).
  ///
  /// - Throws: ``RegistryError/Code/fileNotFound`` when the path does not exist; ``RegistryError/Code/notARegistry``
  ///   when it is not such a file; ``RegistryError/Code/invalidValue`` when the path is empty or contains a NUL.
  package static func inspectRegistry(_ path: RegistryPath) throws(RegistryError) -> RegistryPath {
    let (absolute, status) = try locate(path, missing: .createRegistry) { (bytes) throws(FileError) in
      try FileSystem.absolute(bytes)
    }
    try requireContent(status, path, refusal: .notARegistry)
    guard status.links == 1 else {
      throw RegistryError(
        .notARegistry, "\(path) has \(status.links) hard links; locks on one name would not protect the others.",
        .removeOtherLinks)
    }
    return absolute
  }

  /// Checks that a path leads to a regular, non-empty file, and returns the absolute path of that file.
  ///
  /// Symbolic links are followed: releases are often switched by a link, and a snapshot is read once and never locked.
  ///
  /// - Throws: ``RegistryError/Code/fileNotFound`` when the path does not exist; ``RegistryError/Code/notASnapshot``
  ///   when it is not such a file; ``RegistryError/Code/invalidValue`` when the path is empty or contains a NUL.
  package static func inspectSnapshot(_ path: RegistryPath) throws(RegistryError) -> RegistryPath {
    let (file, status) = try locate(path, missing: .createSnapshot) { (bytes) throws(FileError) in
      try FileSystem.resolved(bytes)
    }
    try requireContent(status, path, refusal: .notASnapshot)
    return file
  }

  private static func requireContent(
    _ status: FileSystem.Status, _ path: RegistryPath, refusal: RegistryError.Code
  ) throws(RegistryError) {
    guard status.kind == .file else {
      throw RegistryError(refusal, "\(path) is \(status.kind.rawValue), not a regular file; it was not opened.")
    }
    guard status.size > 0 else { throw RegistryError(refusal, "\(path) is an empty file.") }
  }

  private static func locate(
    _ path: RegistryPath, missing: Remedy, _ resolve: ([UInt8]) throws(FileError) -> [UInt8]
  ) throws(RegistryError) -> (RegistryPath, FileSystem.Status) {
    guard !path.bytes.isEmpty, !path.bytes.contains(0) else {
      throw RegistryError(.invalidValue, "The path is empty or holds a NUL.")
    }
    do {
      let absolute = try resolve(path.bytes)
      return (RegistryPath(bytes: absolute), try FileSystem.status(absolute))
    } catch {
      guard error.isMissing else { throw RegistryError(error, path) }
      throw RegistryError(.fileNotFound, "There is no file \(path).", missing)
    }
  }

  /// Reads a regular file, up to `limit` bytes.
  ///
  /// - Throws: ``RegistryError`` when a system call fails.
  package static func read(_ path: RegistryPath, limit: Int = .max) throws(RegistryError) -> [UInt8] {
    do { return try FileSystem.read(path.bytes, limit: limit) } catch { throw RegistryError(error, path) }
  }

  /// Reads a regular file as a database image, up to `limit` bytes.
  ///
  /// - Throws: ``RegistryError`` when a system call fails.
  package static func image(_ path: RegistryPath, limit: Int) throws(RegistryError) -> DatabaseImage {
    do { return try FileSystem.image(path.bytes, limit: limit) } catch { throw RegistryError(error, path) }
  }

  /// Writes a whole file atomically and durably.
  ///
  /// - Throws: ``RegistryError`` when a system call fails.
  package static func publish(_ bytes: [UInt8], at path: RegistryPath, existing: FileSystem.Existing)
    throws(RegistryError)
  {
    do { try FileSystem.publish(bytes, at: path.bytes, existing: existing) } catch { throw RegistryError(error, path) }
  }

  /// Returns whether there is a file, folder or symbolic link at a path, even a link to nothing.
  package static func exists(_ path: RegistryPath) -> Bool {
    (try? FileSystem.status(path.bytes)) != nil
  }
}
