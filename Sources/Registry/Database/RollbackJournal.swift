import RegistryBytes
import RegistryCatalog
import RegistrySQLite

/// The rollback journal beside a registry, inspected before SQLite reads the file.
///
/// SQLite trusts whatever lies at this name: it plays the journal into the file, deletes the super-journal that its end
/// names, and waits for ever where either is a FIFO. So whoever can put a file into the folder could make any command
/// delete files of the user who runs it (sqlite.org/fileformat2.html, section 3; sqlite.org/atomiccommit.html, 5.5).
struct RollbackJournal: Equatable {
  /// When it was last written.
  let date: Timestamp
  private let identity: FileSystem.Identity

  private static let magic: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]

  /// Inspects what lies beside the registry at `path`, which `connection` has open and has not read yet.
  ///
  /// - Returns: the journal of a writer that was killed, which the next read rolls back; nil where there is none, also
  ///   while a writer is at work.
  /// - Throws: `sidecar` for anything that SQLite must not see: something other than a regular file with one link that
  ///   belongs to the registry's owner or to this user; the name of a super-journal; a header that does not fit the
  ///   registry's pages; a `-wal` or `-shm` file, which a registry never has.
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
      // A writer removes its journal when it is done.
      if error.isMissing { return nil }
      throw RegistryError(error, journal)
    }
    // A journal that begins with zeros was ended, and SQLite rolls back nothing.
    guard let first = ends.head.first, first != 0 else { return nil }
    // The magic number stands at the end of a super-journal's name, too.
    guard ends.tail != magic else { throw refusal(journal, "names a super-journal, which SQLite would delete") }
    if ends.head.starts(with: magic) {
      try checkHeader(ends.head, size: ends.size, of: registry, header: connection.header(), journal)
    }
    let found = RollbackJournal(date: Timestamp(of: status.identity), identity: status.identity)
    // In this order: a writer at work removes its journal before it lets go of its lock.
    guard !connection.hasWriter, try self.status(of: journal)?.identity == status.identity else { return nil }
    return found
  }

  /// Whether the journal is no longer beside the registry.
  func isGone(from path: RegistryPath) -> Bool {
    (try? Self.status(of: path.suffixed("-journal")))?.identity != identity
  }

  private static func status(of path: RegistryPath) throws(RegistryError) -> FileSystem.Status? {
    do { return try FileSystem.status(path.bytes) } catch {
      if error.isMissing { return nil }
      throw RegistryError(error, path)
    }
  }

  /// The magic number, the number of records, a nonce, the number of pages of the registry before the edit, the size of
  /// a sector, and the size of a page.
  private static let headerSize = 28

  /// What the header says must fit the registry: SQLite cuts or stretches the file to the stated number of pages. One
  /// that is shorter than a header, or is no header at all, is what a power loss can leave; SQLite rolls back nothing.
  private static func checkHeader(
    _ bytes: [UInt8], size: Int, of registry: FileSystem.Status, header: [UInt8], _ journal: RegistryPath
  ) throws(RegistryError) {
    guard bytes.count == headerSize, header.count == 100 else { return }
    let (pages, sector, pageSize) = (number(bytes, 16), number(bytes, 20), number(bytes, 24))
    let stated = Int(header[16]) << 8 | Int(header[17])
    guard pageSize == (stated == 1 ? 65_536 : stated), pageSize >= 512 else {
      throw refusal(journal, "is of a database with pages of \(pageSize) bytes")
    }
    guard (32...65_536).contains(sector), sector.nonzeroBitCount == 1 else {
      throw refusal(journal, "states sectors of \(sector) bytes")
    }
    // A record is the number of a page, the page and a checksum. An edit can only make the file longer, and whatever a
    // VACUUM cut off lies in records.
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
  /// When the content of a file was last changed.
  fileprivate init(of identity: FileSystem.Identity) {
    self.init(secondsSinceEpoch: Int(identity.modified / 1_000_000_000))
  }
}
