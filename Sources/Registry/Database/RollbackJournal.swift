import RegistryBytes
import RegistryCatalog
import RegistrySQLite

/// The rollback journal beside a registry, inspected before SQLite reads the file.
///
/// SQLite trusts every file with this name: it writes the pages of the journal into the database, deletes the
/// super-journal that is named at its end, and waits forever when either file is a FIFO. A user who can create a file
/// in the folder could therefore make any command delete files of the user who runs it (sqlite.org/fileformat2.html,
/// section 3; sqlite.org/atomiccommit.html, 5.5).
struct RollbackJournal: Equatable {
  /// The time of the last write to the journal.
  let date: Timestamp
  private let identity: FileSystem.Identity

  private static let magic: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]

  /// Inspects the journal of a registry before its first read.
  ///
  /// - Parameters:
  ///   - path: The path of the registry.
  ///   - connection: A connection to the registry that has not read it yet.
  /// - Returns: The journal of a killed writer, which the next read rolls back; nil when there is none, or while a
  ///   writer is active.
  /// - Throws: `RegistryError.Code.sidecar` for a file that SQLite must not use: a journal that is not a regular file
  ///   with one link, that belongs to another user than the owner of the registry or this user, that names a
  ///   super-journal, that does not begin like a journal, or whose header does not fit the registry's pages; also for a
  ///   `-wal` or `-shm` file, because a registry is never in WAL mode. `RegistryError.Code.inputOutput` when a system
  ///   call fails.
  static func inspect(beside path: RegistryPath, _ connection: Connection) throws(RegistryError) -> RollbackJournal? {
    for suffix in ["-wal", "-shm"] where DatabaseFile.exists(path.suffixed(suffix)) {
      throw refusal(path.suffixed(suffix), "is beside the registry, which is never in WAL mode")
    }
    let journal = path.suffixed("-journal")
    guard let status = try status(of: journal) else { return nil }
    let registry: FileSystem.Status
    do { registry = try FileSystem.status(path.bytes) } catch { throw RegistryError(error, path) }
    guard status.kind == .file else { throw refusal(journal, "is \(status.kind.rawValue), not a journal") }
    guard status.links == 1 else { throw refusal(journal, "has \(status.links) hard links") }
    guard status.owner == registry.owner || status.owner == FileSystem.user else {
      throw refusal(
        journal, "belongs to the user \(status.owner), who does not own the registry",
        .letOwnerRecover(user: status.owner))
    }
    let ends: (head: [UInt8], tail: [UInt8], size: Int)
    do { ends = try FileSystem.ends(of: journal.bytes, head: headerSize, tail: magic.count) } catch {
      // A writer removes its journal after its commit.
      if error.isMissing { return nil }
      throw RegistryError(error, journal)
    }
    // A journal that begins with a zero is empty or finished, and SQLite does not roll it back.
    guard let first = ends.head.first, first != 0 else { return nil }
    let isJournal = ends.head.count == headerSize && ends.head.starts(with: magic)
    // The name of a super-journal also ends with the magic number.
    guard ends.tail != magic else { throw refusal(journal, "names a super-journal, which SQLite would delete") }
    if isJournal {
      let header = try Database(connection).headerBytes()
      try checkHeader(ends.head, size: ends.size, of: registry, header: header, journal)
    }
    // The order matters: an active writer removes its journal before it releases its lock.
    guard !connection.hasWriter, try self.status(of: journal)?.identity == status.identity else { return nil }
    // SQLite would delete the file without rolling anything back.
    guard isJournal else { throw refusal(journal, "does not begin like a journal of SQLite") }
    return RollbackJournal(date: Timestamp(of: status.identity), identity: status.identity)
  }

  /// Returns the header that the registry had before the edit, from the journal's copy of the first page.
  ///
  /// The journal consists of sections that begin at a multiple of the sector size with a header. Records follow: the
  /// number of a page, the page, and a checksum (sqlite.org/fileformat2.html, section 3).
  ///
  /// - Parameter path: The path of the registry.
  /// - Returns: The header; nil when the journal has no copy of the first page, or the size of the registry is not a
  ///   multiple of the size of its pages.
  /// - Throws: `RegistryError.Code.inputOutput` when the journal cannot be read.
  func header(of path: RegistryPath) throws(RegistryError) -> DatabaseFile.Header? {
    let registry: FileSystem.Status
    do { registry = try FileSystem.status(path.bytes) } catch { throw RegistryError(error, path) }
    let bytes = try DatabaseFile.read(path.suffixed("-journal"), limit: 2 * registry.size + 1_048_576)
    var section = 0
    while section + Self.headerSize <= bytes.count, bytes[section...].starts(with: Self.magic) {
      let count = Self.number(bytes, section + 8)
      let (sector, pageSize) = (Self.number(bytes, section + 20), Self.number(bytes, section + 24))
      guard sector >= 32, pageSize >= 512, registry.size.isMultiple(of: pageSize) else { return nil }
      var record = section + sector
      var left = count
      while left > 0, record + pageSize + 8 <= bytes.count {
        if Self.number(bytes, record) == 1 { return DatabaseFile.Header(bytes[(record + 4)...]) }
        record += pageSize + 8
        left -= 1
      }
      section = (record + sector - 1) / sector * sector
    }
    return nil
  }

  /// Returns whether the journal is no longer beside the registry.
  func isGone(from path: RegistryPath) -> Bool {
    (try? Self.status(of: path.suffixed("-journal")))?.identity != identity
  }

  private static func status(of path: RegistryPath) throws(RegistryError) -> FileSystem.Status? {
    do { return try FileSystem.status(path.bytes) } catch {
      if error.isMissing { return nil }
      throw RegistryError(error, path)
    }
  }

  /// The size of the magic number, the number of records, a nonce, the number of pages of the registry before the edit,
  /// the sector size and the page size.
  private static let headerSize = 28

  /// Requires that the header fits the registry, because SQLite truncates or extends the file to the number of pages in
  /// the header.
  private static func checkHeader(
    _ bytes: [UInt8], size: Int, of registry: FileSystem.Status, header: [UInt8], _ journal: RegistryPath
  ) throws(RegistryError) {
    guard header.count == 100 else { return }
    let (pages, sector, pageSize) = (number(bytes, 16), number(bytes, 20), number(bytes, 24))
    // A header that is not one of SQLite was written in part. The page of the journal is checked instead.
    let isTorn = !DatabaseFile.Header(header).isSQLite
    let stated = Int(header[16]) << 8 | Int(header[17])
    guard pageSize == (stated == 1 ? 65_536 : stated) || isTorn, pageSize >= 512 else {
      throw refusal(journal, "is of a database with pages of \(pageSize) bytes")
    }
    guard (32...65_536).contains(sector), sector.nonzeroBitCount == 1 else {
      throw refusal(journal, "states sectors of \(sector) bytes")
    }
    // A record consists of a page number, the page and a checksum. An edit can only make the file longer, and pages
    // that a VACUUM removed are in records.
    let most = registry.size / pageSize + max(0, size - sector) / (pageSize + 8)
    guard (1...max(most, 1)).contains(pages) else {
      throw refusal(journal, "is of a database with \(pages) pages; this one has \(registry.size / pageSize)")
    }
  }

  private static func number(_ bytes: [UInt8], _ offset: Int) -> Int {
    bytes[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func refusal(_ file: RegistryPath, _ reason: String, _ remedy: Remedy = .inspectJournal)
    -> RegistryError
  {
    RegistryError(
      .sidecar, "\(file) \(reason); the registry was not opened, and nothing was changed.",
      remedy)
  }
}

extension Timestamp {
  /// The time at which the content of a file was last changed.
  fileprivate init(of identity: FileSystem.Identity) {
    self.init(secondsSinceEpoch: Int(identity.modified / 1_000_000_000))
  }
}
