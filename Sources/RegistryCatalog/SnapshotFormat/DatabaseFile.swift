import Crypto
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
    /// Whether the file is in rollback mode, as all our files are: both of its format versions are 1.
    package let isRollback: Bool
    /// The `user_version`; 0 when the file is not a SQLite database.
    package let userVersion: UInt32
    /// The `application_id`; 0 when the file is not a SQLite database.
    package let applicationID: UInt32
    /// The size of the file in bytes: the number of pages times their size.
    package let fileSize: Int

    /// Decodes the header from the first 100 bytes of a file.
    package init(_ bytes: some Collection<UInt8>) {
      let bytes = Array(bytes.prefix(100))
      isSQLite = bytes.count == 100 && bytes.starts(with: Array("SQLite format 3\0".utf8))
      isWriteAheadLog = isSQLite && (bytes[18] == 2 || bytes[19] == 2)
      isRollback = isSQLite && bytes[18] == 1 && bytes[19] == 1
      userVersion = isSQLite ? Self.number(bytes, 60) : 0
      applicationID = isSQLite ? Self.number(bytes, 68) : 0
      let pageSize = isSQLite ? Int(Self.number(bytes, 16) >> 16) : 0
      fileSize = isSQLite ? (pageSize == 1 ? 65_536 : pageSize) * Int(Self.number(bytes, 28)) : 0
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
  package static func read(_ path: RegistryPath, limit: Int) throws(RegistryError) -> [UInt8] {
    do { return try FileSystem.read(path.bytes, limit: limit) } catch { throw RegistryError(error, path) }
  }

  /// Returns whether a path leads to a regular file with exactly these bytes. A file of another size is not read.
  ///
  /// - Throws: ``RegistryError`` when a system call fails.
  package static func holds(_ bytes: [UInt8], at path: RegistryPath) throws(RegistryError) -> Bool {
    guard let status = try? FileSystem.status(path.bytes), status.kind == .file, status.size == bytes.count else {
      return false
    }
    return try read(path, limit: bytes.count) == bytes
  }

  /// Returns the SHA-256 of a regular file of a known size; nil when it has another size. Only a few bytes of the file
  /// are in memory at a time.
  ///
  /// - Throws: ``RegistryError`` when a system call fails.
  package static func sha256(_ path: RegistryPath, size: Int) throws(RegistryError) -> String? {
    var hash = SHA256()
    var count = 0
    do {
      guard try FileSystem.status(path.bytes).size == size else { return nil }
      try FileSystem.read(path.bytes) { part in
        hash.update(bufferPointer: part)
        count += part.count
        return count <= size
      }
    } catch { throw RegistryError(error, path) }
    return count == size ? hash.finalize().hexadecimal : nil
  }

  /// Returns the first 100 bytes and the size of a regular file.
  ///
  /// - Throws: ``RegistryError`` when a system call fails.
  package static func head(of path: RegistryPath) throws(RegistryError) -> (bytes: [UInt8], size: Int) {
    do {
      let ends = try FileSystem.ends(of: path.bytes, head: 100, tail: 0)
      return (ends.head, ends.size)
    } catch { throw RegistryError(error, path) }
  }

  /// Reads a regular file as a database image, up to `limit` bytes.
  ///
  /// - Throws: ``RegistryError`` when a system call fails.
  package static func image(_ path: RegistryPath, limit: Int) throws(RegistryError) -> DatabaseImage {
    do { return try FileSystem.image(path.bytes, limit: limit) } catch { throw RegistryError(error, path) }
  }

  /// Requires that the folder of a path exists.
  ///
  /// - Throws: ``RegistryError/Code/fileNotFound`` when it does not exist; ``RegistryError/Code/fileExists`` when it is
  ///   a file; ``RegistryError/Code/readOnly`` when it must not be searched.
  package static func requireFolder(of path: RegistryPath) throws(RegistryError) {
    let folder = RegistryPath(bytes: FileSystem.split(path.bytes).folder)
    do throws(FileError) {
      let status = try FileSystem.status(try FileSystem.resolved(folder.bytes))
      if status.kind == .directory { return }
    } catch {
      guard error.isMissing else { throw RegistryError(error, folder) }
      throw RegistryError(.fileNotFound, "There is no folder \(folder).", .createFolder)
    }
    throw RegistryError(
      .fileExists, "\(folder) is a file, not a folder.",
      .follow(rule: "Name a folder, or a new name in an existing folder."))
  }

  /// Returns whether a folder must be created, which is when it does not exist and its parent does.
  ///
  /// - Throws: ``RegistryError/Code/fileNotFound`` when the parent does not exist either, or the path is a link to
  ///   nothing; otherwise as ``requireFolder(of:)``.
  package static func isMissingFolder(_ folder: RegistryPath) throws(RegistryError) -> Bool {
    let path = withoutSlashes(folder)
    guard !exists(path) else {
      try requireFolder(of: path.appending("file"))
      return false
    }
    try requireFolder(of: path)
    return true
  }

  /// Creates a folder, which ``withdraw(_:after:)`` removes again.
  ///
  /// - Throws: ``RegistryError`` when a system call fails. Nothing has changed then, or the message names what has.
  package static func createFolder(_ folder: RegistryPath, as publication: Publication) throws(RegistryError) {
    do { try publication.createFolder(withoutSlashes(folder).bytes) } catch {
      throw withdraw(publication, after: RegistryError(error, folder))
    }
  }

  /// Returns the path of a folder without slashes at its end, so that its last component is its name.
  private static func withoutSlashes(_ folder: RegistryPath) -> RegistryPath {
    let end = folder.bytes.lastIndex { $0 != UInt8(ascii: "/") } ?? 0
    return RegistryPath(bytes: Array(folder.bytes.prefix(end + 1)))
  }

  /// Writes files atomically and durably.
  ///
  /// At every moment, and even after a power loss, each path holds all of its old bytes or all of the new ones.
  ///
  /// - Parameters:
  ///   - files: The content of each file and its path. They take their names in this order.
  ///   - existing: What to do when a path exists.
  ///   - publication: Writes the files, and can take them back.
  /// - Throws: ``RegistryError`` when a system call fails. Nothing has changed then, or the message names what has.
  package static func publish(
    _ files: [(bytes: [UInt8], path: RegistryPath)], existing: FileSystem.Existing, as publication: Publication
  ) throws(RegistryError) {
    var current = files.first?.path
    do {
      for file in files {
        current = file.path
        try publication.stage(file.bytes, at: file.path.bytes, existing: existing)
      }
      try publication.place()
    } catch {
      throw withdraw(publication, after: RegistryError(error, current ?? ""))
    }
  }

  /// Writes files as ``publish(_:existing:as:)`` does, when nothing follows after which they are to be taken back.
  ///
  /// - Throws: ``RegistryError`` when a system call fails. Nothing has changed then, or the message names what has.
  package static func publish(
    _ files: [(bytes: [UInt8], path: RegistryPath)], existing: FileSystem.Existing
  ) throws(RegistryError) {
    let publication = Publication()
    try publish(files, existing: existing, as: publication)
    publication.finish()
  }

  /// Takes files back after a failure.
  ///
  /// - Returns: The error, whose message states what has changed.
  package static func withdraw(_ publication: Publication, after error: RegistryError) -> RegistryError {
    let left = publication.withdraw().map { RegistryPath(bytes: $0).description }
    guard left.isEmpty else {
      return error.stating("These files could not be taken back: \(left.joined(separator: ", ")).")
    }
    return error.withNothingChanged
  }

  /// Returns whether there is a file, folder or symbolic link at a path, even a link to nothing.
  package static func exists(_ path: RegistryPath) -> Bool {
    (try? FileSystem.status(path.bytes)) != nil
  }
}
