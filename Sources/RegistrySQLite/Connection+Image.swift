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
