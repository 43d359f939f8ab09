import CSQLite
import RegistryBytes

/// A connection to one database, hardened before its first statement.
///
/// A connection is not `Sendable`: protect it with a lock to share it between threads.
package final class Connection {
  let handle: OpaquePointer
  private var cache: [String: PreparedStatement] = [:]
  private var recency: [String] = []
  /// Limits the work of the connection's statements.
  let meter: WorkMeter
  private let lockWait: LockWait
  private var source: DatabaseImage?
  private var grant: MemoryGrant?

  /// The number of prepared statements to keep. When the cache is full, the least recently used statement is removed.
  private static let cacheCapacity = 48

  /// How to open a file. Neither mode creates one.
  package enum Access: Sendable {
    /// Open the file for reading.
    case readOnly
    /// Open the file for reading and writing.
    case readWrite
  }

  /// Opens a database file.
  ///
  /// `SQLITE_OPEN_URI` is not set, so SQLite never interprets the path as a URI.
  ///
  /// - Parameters:
  ///   - path: The absolute path of a file that `FileSystem` has inspected, without a NUL.
  ///   - access: How to open the file.
  /// - Throws: ``SQLiteError`` when SQLite cannot open the file.
  package convenience init(path: [UInt8], access: Access) throws(SQLiteError) {
    let mode = access == .readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE
    let flags = mode | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_NOMUTEX
    try self.init(name: path.map { CChar(bitPattern: $0) } + [0], flags: flags, isLimited: true)
  }

  /// Opens an empty database in memory, whose statements have no work limit.
  ///
  /// - Throws: ``SQLiteError`` when SQLite cannot open the database.
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
    lockWait = LockWait(opened)
    try harden()
  }

  deinit {
    // Every statement in use keeps the connection alive, so no statement outside the cache exists here.
    cache.removeAll()
    sqlite3_close_v2(handle)
  }

  /// Sets the options of sqlite.org/security.html, so that a hostile schema cannot run functions with side effects or
  /// exhaust memory.
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
    try execute("PRAGMA cell_size_check = ON")
    try execute("PRAGMA mmap_size = 0")
    try execute("PRAGMA temp_store = MEMORY")
  }

  /// Runs one statement to its end and ignores its rows.
  ///
  /// - Parameters:
  ///   - sql: The SQL of one statement.
  ///   - values: The values of its parameters, in order.
  /// - Throws: ``SQLiteError`` when the statement fails.
  package func execute(_ sql: String, _ values: [SQLiteValue] = []) throws(SQLiteError) {
    let statement = try statement(sql)
    try statement.bind(values)
    while try statement.step() {}
  }

  /// Runs a script of statements without parameters, such as a migration or the seed.
  ///
  /// - Throws: ``SQLiteError`` when a statement fails. The statements before it stay executed.
  package func executeScript(_ script: String) throws(SQLiteError) {
    let result = meter.run(meter.makeUsage()) { sqlite3_exec(handle, script, nil, nil, nil) }
    guard result == SQLITE_OK else { throw SQLiteError(code: result, connection: handle, sql: nil) }
  }

  /// Returns a statement that is ready to bind.
  ///
  /// The statement comes from the cache. When the cached one is in use, a new one is prepared.
  ///
  /// - Parameters:
  ///   - sql: The SQL of one statement.
  ///   - factor: The largest number of result rows for each stored row, which scales the work limit.
  /// - Throws: ``SQLiteError`` when the SQL cannot be prepared.
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
    // Preparing a statement can read the whole schema, which counts as work too.
    let prepared = try meter.run(meter.makeUsage()) {
      () throws(SQLiteError) in try PreparedStatement(sql, on: handle, isCached: true)
    }
    if recency.count == Self.cacheCapacity { cache.removeValue(forKey: recency.removeFirst()) }
    cache[sql] = prepared
    recency.append(sql)
    return Statement(prepared, of: sql, on: self, factor)
  }

  /// The number of rows that the last statement inserted, updated or deleted, without the changes of triggers.
  package var changes: Int { Int(sqlite3_changes64(handle)) }

  /// How long a statement waits for a lock that another connection holds before it fails as busy: 5 s.
  package var lockWaitLimit: Duration {
    get { lockWait.limit }
    set { lockWait.limit = newValue }
  }

  /// Whether a transaction is open.
  package var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

  /// Whether the database cannot be written, because it was opened for reading or the system does not permit writing.
  package var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

  /// Reads the first 100 bytes of the open file through SQLite's own file descriptor.
  ///
  /// Opening the file again would be unsafe: closing that second descriptor would drop this process's locks on the
  /// file.
  ///
  /// - Returns: The 100 bytes; an empty array when the file is shorter.
  /// - Throws: ``SQLiteError`` when the file cannot be read.
  package func header() throws(SQLiteError) -> [UInt8] {
    var file: UnsafeMutablePointer<sqlite3_file>?
    guard sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK, let file,
      let read = file.pointee.pMethods?.pointee.xRead
    else { return [] }
    var bytes = [UInt8](repeating: 0, count: 100)
    let result = read(file, &bytes, 100, 0)
    if result == SQLITE_IOERR | 2 << 8 { return [] }  // SQLITE_IOERR_SHORT_READ
    guard result == SQLITE_OK else { throw SQLiteError(code: result, message: "the header cannot be read") }
    return bytes
  }

  /// The error of a read that failed because of the device; nil when none did. `PRAGMA integrity_check` reports such a
  /// page as damaged.
  package var deviceError: SQLiteError? { SQLiteError.ofDevice(handle) }

  /// The size of the open file in bytes; 0 when it is unknown.
  package var fileSize: Int { RegistrySQLite.fileSize(of: handle) }

  /// Whether any connection, in this process or another, holds a writer's lock.
  ///
  /// A journal beside the file while there is no writer was left by a writer that was killed
  /// (sqlite.org/lockingv3.html, section 4.2).
  package var hasWriter: Bool {
    var file: UnsafeMutablePointer<sqlite3_file>?
    guard sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK, let file,
      let check = file.pointee.pMethods?.pointee.xCheckReservedLock
    else { return false }
    var isHeld: Int32 = 0
    return check(file, &isHeld) == SQLITE_OK && isHeld != 0
  }

  /// Keeps an image alive as long as the connection, which reads from it.
  func retain(_ image: DatabaseImage) { source = image }

  /// Keeps a grant of memory as long as the connection, whose pages take it.
  func retain(_ grant: MemoryGrant) { self.grant = grant }
}

/// Returns the size in bytes of the main database file, through SQLite's own file descriptor; 0 when it is unknown.
func fileSize(of database: OpaquePointer) -> Int {
  var file: UnsafeMutablePointer<sqlite3_file>?
  var size: sqlite3_int64 = 0
  guard sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK, let file,
    let read = file.pointee.pMethods?.pointee.xFileSize, read(file, &size) == SQLITE_OK
  else { return 0 }
  return Int(size)
}
