import CSQLite

/// One connection to one database, hardened before its first statement. Not `Sendable`: whoever shares it holds a lock.
package final class Connection {
  let handle: OpaquePointer
  private var cache: [String: PreparedStatement] = [:]
  private var recency: [String] = []
  let meter: WorkMeter
  private var source: DatabaseImage?

  /// Statements kept prepared; the least recently used one goes first.
  private static let cacheCapacity = 48

  /// How a file is opened. Neither creates one.
  package enum Access: Sendable {
    case readOnly
    case readWrite
  }

  /// Opens the file at `path`: absolute, already inspected by `FileSystem`, its bytes without a NUL.
  ///
  /// `SQLITE_OPEN_URI` is not set, and an absolute path cannot begin with `file:`, so the name is only ever a name.
  package convenience init(path: [UInt8], access: Access) throws(SQLiteError) {
    let mode = access == .readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE
    let flags = mode | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_NOMUTEX
    try self.init(name: path.map { CChar(bitPattern: $0) } + [0], flags: flags, isLimited: true)
    // Before anything else, so that no statement below meets a lock without waiting.
    sqlite3_busy_timeout(handle, 5_000)
  }

  /// An empty database in memory, whose statements may take what they need.
  package convenience init() throws(SQLiteError) { try self.init(inMemoryIsLimited: false) }

  convenience init(inMemoryIsLimited isLimited: Bool) throws(SQLiteError) {
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_EXRESCODE
    try self.init(name: Array(":memory:".utf8CString), flags: flags | SQLITE_OPEN_NOMUTEX, isLimited: isLimited)
  }

  private init(name: [CChar], flags: Int32, isLimited: Bool) throws(SQLiteError) {
    var opened: OpaquePointer?
    let result = sqlite3_open_v2(name, &opened, flags, nil)
    guard result == SQLITE_OK, let opened else {
      let error = SQLiteError(code: result, connection: opened)
      sqlite3_close_v2(opened)
      throw error
    }
    handle = opened
    meter = WorkMeter(opened, isLimited: isLimited)
    try harden()
  }

  deinit {
    // Nothing else has a statement: one in use would keep the connection alive.
    cache.removeAll()
    sqlite3_close_v2(handle)
  }

  /// A hostile schema may neither run functions with side effects nor exhaust memory (sqlite.org/security.html).
  private func harden() throws(SQLiteError) {
    let options: [(Int32, Int32)] = [
      (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0), (SQLITE_DBCONFIG_DQS_DML, 0),
      (SQLITE_DBCONFIG_DQS_DDL, 0), (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0),
      (SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0), (SQLITE_DBCONFIG_ENABLE_FKEY, 1),
    ]
    for (option, value) in options {
      let result = csqlite_db_config(handle, option, value)
      guard result == SQLITE_OK else { throw SQLiteError(code: result, connection: handle) }
    }
    for (limit, value) in [
      (SQLITE_LIMIT_LENGTH, 1_048_576), (SQLITE_LIMIT_SQL_LENGTH, 1_048_576), (SQLITE_LIMIT_COLUMN, 100),
      (SQLITE_LIMIT_EXPR_DEPTH, 200), (SQLITE_LIMIT_COMPOUND_SELECT, 50), (SQLITE_LIMIT_ATTACHED, 0),
      (SQLITE_LIMIT_TRIGGER_DEPTH, 8), (SQLITE_LIMIT_WORKER_THREADS, 0), (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1_000),
    ] as [(Int32, Int32)] {
      sqlite3_limit(handle, limit, value)
    }
    try run("PRAGMA cell_size_check = ON")
    try run("PRAGMA mmap_size = 0")
    try run("PRAGMA temp_store = MEMORY")
  }

  /// Runs one statement to its end.
  package func run(_ sql: String, _ values: [SQLiteValue] = []) throws(SQLiteError) {
    let statement = try statement(sql)
    try statement.bind(values)
    while try statement.step() {}
  }

  /// Runs a script of statements without parameters: migrations and the seed.
  package func execute(_ script: String) throws(SQLiteError) {
    meter.run(meter.makeUsage())
    let result = sqlite3_exec(handle, script, nil, nil, nil)
    guard result == SQLITE_OK else { throw SQLiteError(code: result, connection: handle, sql: nil) }
  }

  /// A statement that is ready to bind: the cached one, or a new one while the cached one is in use.
  ///
  /// - Parameter factor: how many rows of the result one stored row can come to.
  package func statement(_ sql: String, rowsPerRow factor: Int = 1) throws(SQLiteError) -> Statement {
    if let cached = cache[sql] {
      if cached.isInUse {
        return Statement(try PreparedStatement(sql, on: handle, isCached: false), of: sql, on: self, factor)
      }
      if recency.last != sql, let index = recency.firstIndex(of: sql) {
        recency.remove(at: index)
        recency.append(sql)
      }
      return Statement(cached, of: sql, on: self, factor)
    }
    // Preparing can read the whole schema first.
    meter.run(meter.makeUsage())
    let prepared = try PreparedStatement(sql, on: handle, isCached: true)
    if recency.count == Self.cacheCapacity { cache.removeValue(forKey: recency.removeFirst()) }
    cache[sql] = prepared
    recency.append(sql)
    return Statement(prepared, of: sql, on: self, factor)
  }

  /// Rows that the last statement inserted, updated or deleted itself, not through triggers.
  package var changes: Int { Int(sqlite3_changes64(handle)) }

  /// True inside a transaction.
  package var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// True for a file that was opened for reading, or that the system lets nobody write here.
  package var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

  /// The first 100 bytes of the file that this connection has open, through its own descriptor; empty when it has fewer.
  ///
  /// Nothing else may open the file: closing that descriptor would drop this process's locks on it.
  package func header() -> [UInt8] {
    var file: UnsafeMutablePointer<sqlite3_file>?
    guard sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK, let file,
      let read = file.pointee.pMethods?.pointee.xRead
    else { return [] }
    var bytes = [UInt8](repeating: 0, count: 100)
    return read(file, &bytes, 100, 0) == SQLITE_OK ? bytes : []
  }

  /// True while some connection, of this process or another, holds the lock of a writer. A journal that lies beside the
  /// file while nobody does was left by a writer that was killed (sqlite.org/lockingv3.html, section 4.2).
  package var hasWriter: Bool {
    var file: UnsafeMutablePointer<sqlite3_file>?
    guard sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK, let file,
      let check = file.pointee.pMethods?.pointee.xCheckReservedLock
    else { return false }
    var isHeld: Int32 = 0
    return check(file, &isHeld) == SQLITE_OK && isHeld != 0
  }

  /// Keeps the bytes that the database reads from alive for as long as the connection.
  func retain(_ image: DatabaseImage) { source = image }
}
