import CSQLite

/// The memory that a deserialized database reads from.
final class DatabaseImageStorage {
  let bytes: UnsafeMutableBufferPointer<UInt8>

  init(copying image: [UInt8]) {
    bytes = .allocate(capacity: image.count)
    _ = bytes.initialize(from: image)
  }

  deinit { bytes.deallocate() }
}

extension Connection {
  /// A read-only connection to a database whose whole file is `image`, so nothing can change between a check of those
  /// bytes and their use. Whether they are a database shows at the first statement (sqlite.org/c3ref/deserialize.html).
  package convenience init(image: [UInt8]) throws(SQLiteError) {
    try self.init()
    let storage = DatabaseImageStorage(copying: image)
    let size = sqlite3_int64(image.count)
    let result = sqlite3_deserialize(
      handle, "main", storage.bytes.baseAddress, size, size, UInt32(SQLITE_DESERIALIZE_READONLY))
    guard result == SQLITE_OK else { throw SQLiteError(code: result, connection: handle) }
    retain(storage)
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
