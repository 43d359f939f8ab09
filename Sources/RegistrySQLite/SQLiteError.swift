import CSQLite
import RegistryBytes

/// An error of SQLite. It never contains bound values, which may be secret.
package struct SQLiteError: Error, Sendable {
  /// The extended result code, for example 2067 for `SQLITE_CONSTRAINT_UNIQUE` (sqlite.org/rescode.html).
  package let code: Int32
  /// SQLite's description of the error.
  package let message: String
  /// The SQL of the statement; nil when no statement was involved.
  package let sql: String?
  /// The value of `errno` for a failed system call; 0 for every other error.
  let systemError: Int32

  /// The primary result code: the low byte of ``code``.
  package var primaryCode: Int32 { code & 0xff }

  /// Creates an error from its parts.
  package init(code: Int32, message: String, sql: String? = nil, systemError: Int32 = 0) {
    self.code = code
    self.message = message
    self.sql = sql
    self.systemError = systemError
  }

  init(code: Int32, connection: OpaquePointer?, sql: String? = nil) {
    // For a corrupt file, sqlite3_errmsg can contain invalid UTF-8. It is repaired, because the message is only
    // displayed.
    self.init(
      code: code, message: connection.map { String(cString: sqlite3_errmsg($0)) } ?? "", sql: sql,
      systemError: connection.map { Self.systemError(code: code, $0) } ?? 0)
  }

  /// Returns the `errno` of the system call that led to an error; 0 when none did.
  ///
  /// `sqlite3_system_errno` can be that of a later call, such as one of the rollback that followed. The open file keeps
  /// the `errno` of the last call on it that failed. SQLite reports `EIO` of a read as a damaged file: see seekAndRead
  /// and SQLITE_IOERR_CORRUPTFS in its os_unix.c and vdbe.c.
  private static func systemError(code: Int32, _ connection: OpaquePointer) -> Int32 {
    let ofFile = lastErrorOfFile(connection)
    switch code & 0xff {
    case SQLITE_CORRUPT: return FileError.ofDevice.contains(ofFile) ? ofFile : 0
    case SQLITE_IOERR: return ofFile != 0 ? ofFile : sqlite3_system_errno(connection)
    case SQLITE_CANTOPEN: return sqlite3_system_errno(connection)
    default: return 0
    }
  }

  private static func lastErrorOfFile(_ connection: OpaquePointer) -> Int32 {
    var number: Int32 = 0
    sqlite3_file_control(connection, "main", SQLITE_FCNTL_LAST_ERRNO, &number)
    return number
  }

  /// Returns the error of a read that failed because of the device; nil when no read of the open file did.
  static func ofDevice(_ connection: OpaquePointer) -> SQLiteError? {
    let number = lastErrorOfFile(connection)
    guard FileError.ofDevice.contains(number) else { return nil }
    let code = SQLITE_IOERR | 1 << 8  // SQLITE_IOERR_READ
    return SQLiteError(code: code, message: String(cString: sqlite3_errstr(code)), systemError: number)
  }

  /// The error of SQLite at the first write to a file that cannot be written.
  package static let readOnly = SQLiteError(code: SQLITE_READONLY, message: "attempt to write a readonly database")

  static let noMemory = SQLiteError(code: SQLITE_NOMEM, message: "out of memory")

  /// The error for a statement that returns more rows or bytes than its file can hold. Such a file refers to the same
  /// pages repeatedly, which no writer does.
  static func exhausted(_ sql: String) -> SQLiteError {
    SQLiteError(code: SQLITE_CORRUPT, message: "more rows than the file has room for", sql: sql)
  }

  /// The error for a stored value whose type or encoding is not the one that was asked for.
  static func mismatch(_ message: String, sql: String) -> SQLiteError {
    SQLiteError(code: SQLITE_MISMATCH, message: message, sql: sql)
  }
}

/// The groups of result codes that callers distinguish. They are defined here so that no other module imports the C
/// header.
extension SQLiteError {
  /// Whether another connection holds a lock.
  package var isBusy: Bool { primaryCode == SQLITE_BUSY || primaryCode == SQLITE_LOCKED }
  /// Whether a constraint was violated.
  package var isConstraint: Bool { primaryCode == SQLITE_CONSTRAINT }
  /// Whether the disk is full, or a quota or a limit of the size of files is reached. SQLite has a code of its own only
  /// for the first.
  package var isFull: Bool {
    primaryCode == SQLITE_FULL || [FileError.noSpace, FileError.quota, FileError.tooLarge].contains(systemError)
  }
  /// Whether a file could not be opened because of its permissions or those of its folder.
  package var isDenied: Bool {
    primaryCode == SQLITE_CANTOPEN && [FileError.denied, FileError.notPermitted].contains(systemError)
  }
  /// Whether the database cannot be written.
  package var isReadOnly: Bool { primaryCode == SQLITE_READONLY }
  /// Whether a killed writer left a journal that only a connection with write access can roll back.
  package var needsRollback: Bool { code == SQLITE_READONLY | 3 << 8 }  // SQLITE_READONLY_ROLLBACK
  /// Whether a system call failed.
  package var isInputOutput: Bool {
    primaryCode == SQLITE_IOERR || primaryCode == SQLITE_CANTOPEN || primaryCode == SQLITE_CORRUPT && systemError != 0
  }
  /// Whether the file is damaged or not a database, or a value has an unexpected type.
  package var isCorrupt: Bool {
    primaryCode == SQLITE_CORRUPT || primaryCode == SQLITE_NOTADB || primaryCode == SQLITE_MISMATCH
      || primaryCode == SQLITE_FORMAT
  }
  /// Whether the statement was stopped because it took more steps or memory than the size of its file allows.
  package var isInterrupted: Bool { primaryCode == SQLITE_INTERRUPT }
  /// Whether a value is too large, or memory could not be allocated.
  package var isTooBig: Bool { primaryCode == SQLITE_TOOBIG || primaryCode == SQLITE_NOMEM }
}
