import CSQLite
import RegistryBytes

extension Connection {
  /// Opens a read-only connection to a database image.
  ///
  /// The first statement fails when the bytes are not a database (sqlite.org/c3ref/deserialize.html).
  ///
  /// - Parameter image: The bytes of the whole database file. The connection keeps the image alive.
  /// - Throws: ``SQLiteError`` when SQLite cannot open the image.
  package convenience init(image: DatabaseImage) throws(SQLiteError) {
    try self.init(inMemoryIsLimited: true)
    let size = sqlite3_int64(image.count)
    let result = sqlite3_deserialize(
      handle, "main", image.mutableStart, size, size,
      UInt32(SQLITE_DESERIALIZE_READONLY))
    guard result == SQLITE_OK else { throw SQLiteError(code: result, connection: handle) }
    retain(image)
    // With memory mapping SQLite reads the pages in place. For a file this would be unsafe, because another process can
    // truncate a file; nothing can truncate an image.
    try execute("PRAGMA mmap_size = 2147418112")
  }

  /// Opens a connection to a copy in memory of the database of another connection. The copy can be written to.
  ///
  /// - Parameter other: A connection in a transaction, so that all pages are those of one state.
  /// - Throws: ``SQLiteError`` when a page cannot be read, or the copy does not fit into memory.
  package convenience init(copyOf other: Connection) throws(SQLiteError) {
    try self.init(inMemoryIsLimited: true)
    // No statement takes the pages of the copy, which are in memory for as long as the copy exists.
    retain(MemoryGrant(2 * other.fileSize))
    var size: sqlite3_int64 = 0
    guard let start = sqlite3_serialize(other.handle, "main", &size, 0) else { throw other.deviceError ?? .noMemory }
    // In the place of a page that cannot be read, SQLite writes zeros.
    if let error = other.deviceError {
      sqlite3_free(start)
      throw error
    }
    // SQLite frees the pages, also when this fails.
    let flags = SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE
    let result = sqlite3_deserialize(handle, "main", start, size, size, UInt32(flags))
    guard result == SQLITE_OK else { throw SQLiteError(code: result, connection: handle) }
  }

  /// Returns the whole database as the bytes of a file.
  ///
  /// - Throws: ``SQLiteError`` when the database does not fit into memory.
  package func image() throws(SQLiteError) -> [UInt8] {
    var size: sqlite3_int64 = 0
    guard let start = sqlite3_serialize(handle, "main", &size, 0) else {
      throw SQLiteError(code: SQLITE_NOMEM, message: "the database does not fit into memory")
    }
    defer { sqlite3_free(start) }
    return [UInt8](UnsafeBufferPointer(start: start, count: Int(size)))
  }
}
