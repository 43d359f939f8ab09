import CSQLite
import Glibc

/// The bytes of a whole database file, in memory that stays where it is: checked, hashed and read by SQLite without a
/// copy, and without a gap between a check and the use.
package final class DatabaseImage: Sendable {
  // Written before anybody else sees it, and then never again.
  nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  private let capacity: Int

  /// Zeros behind the end, as a damaged page can make a reader look a few bytes too far.
  private static let padding = 64

  /// `fill` gives the number of bytes that it wrote.
  ///
  /// Throws: what `fill` throws; `ENOMEM`.
  init(capacity: Int, _ fill: (UnsafeMutableRawBufferPointer) throws(FileError) -> Int) throws(FileError) {
    // All pages at once: touching thousands of them one by one takes longer than reading the file.
    let memory = mmap(
      nil, capacity + Self.padding, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0)
    guard let memory, memory != MAP_FAILED else { throw .noMemory }
    self.capacity = capacity
    do {
      let count = try fill(UnsafeMutableRawBufferPointer(start: memory, count: capacity))
      bytes = UnsafeRawBufferPointer(start: memory, count: count)
    } catch {
      munmap(memory, capacity + Self.padding)
      throw error
    }
  }

  /// An image of bytes from elsewhere.
  ///
  /// Throws: `ENOMEM`.
  package convenience init(_ array: [UInt8]) throws(FileError) {
    try self.init(capacity: array.count) { (memory) throws(FileError) in
      memory.copyBytes(from: array)
      return array.count
    }
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), capacity + Self.padding) }

  /// Its size in bytes.
  package var count: Int { bytes.count }

  /// The first 100 bytes, or all where there are fewer.
  package var header: [UInt8] { Array(bytes.prefix(100)) }

  /// For SQLite, which takes a pointer that could be written through and is told not to.
  var mutableStart: UnsafeMutablePointer<UInt8>? {
    UnsafeMutableRawPointer(mutating: bytes.baseAddress)?.assumingMemoryBound(to: UInt8.self)
  }

  /// Lends all bytes to `body`.
  package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    body(bytes)
  }
}

extension Connection {
  /// A read-only connection to a database whose whole file is `image`. Whether its bytes are a database shows at the
  /// first statement (sqlite.org/c3ref/deserialize.html).
  package convenience init(image: DatabaseImage) throws(SQLiteError) {
    try self.init(inMemoryIsLimited: true)
    let size = sqlite3_int64(image.count)
    let result = sqlite3_deserialize(
      handle, "main", image.mutableStart, size, size,
      UInt32(SQLITE_DESERIALIZE_READONLY))
    guard result == SQLITE_OK else { throw SQLiteError(code: result, connection: handle) }
    retain(image)
    // Pages are then read where they lie. Nothing can truncate them, which is why no file is read like that.
    try run("PRAGMA mmap_size = 2147418112")
  }

  /// The database as the bytes of a file.
  package func image() throws(SQLiteError) -> [UInt8] {
    var size: sqlite3_int64 = 0
    guard let start = sqlite3_serialize(handle, "main", &size, 0) else {
      throw SQLiteError(code: SQLITE_NOMEM, message: "the database does not fit into memory")
    }
    defer { sqlite3_free(start) }
    return [UInt8](UnsafeBufferPointer(start: start, count: Int(size)))
  }
}
