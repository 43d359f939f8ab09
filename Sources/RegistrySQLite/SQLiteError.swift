import CSQLite

/// What libsqlite3 refused, as it said it. Bound values are never part of it: they may be secret.
package struct SQLiteError: Error, Sendable {
  /// The extended result code, for example 2067 for `SQLITE_CONSTRAINT_UNIQUE` (sqlite.org/rescode.html).
  package let code: Int32
  package let message: String
  /// The statement's text, where there was one.
  package let sql: String?

  /// The low byte of `code`: the family that the extended code belongs to.
  package var primaryCode: Int32 { code & 0xff }

  package init(code: Int32, message: String, sql: String? = nil) {
    self.code = code
    self.message = message
    self.sql = sql
  }

  init(code: Int32, connection: OpaquePointer?, sql: String? = nil) {
    // On a corrupt file sqlite3_errmsg can carry bytes that are not UTF-8; this text is only shown, so it is repaired.
    self.init(code: code, message: connection.map { String(cString: sqlite3_errmsg($0)) } ?? "", sql: sql)
  }

  /// What SQLite says at the first write to a file that cannot be written.
  package static let readOnly = SQLiteError(code: SQLITE_READONLY, message: "attempt to write a readonly database")

  static let noMemory = SQLiteError(code: SQLITE_NOMEM, message: "out of memory")

  /// More rows, or more bytes in them, than the file has room for: its pages refer to each other in a way that no writer
  /// makes.
  static func exhausted(_ sql: String) -> SQLiteError {
    SQLiteError(code: SQLITE_CORRUPT, message: "more rows than the file has room for", sql: sql)
  }

  /// A stored value whose type or encoding is not what the reader of the column needs.
  static func mismatch(_ message: String, sql: String) -> SQLiteError {
    SQLiteError(code: SQLITE_MISMATCH, message: message, sql: sql)
  }
}

/// The result codes that callers tell apart, so that no other room needs the C header.
extension SQLiteError {
  package var isBusy: Bool { primaryCode == SQLITE_BUSY || primaryCode == SQLITE_LOCKED }
  package var isConstraint: Bool { primaryCode == SQLITE_CONSTRAINT }
  package var isFull: Bool { primaryCode == SQLITE_FULL }
  package var isReadOnly: Bool { primaryCode == SQLITE_READONLY }
  /// A crashed writer left a journal that only a connection with write access can roll back.
  package var needsRollback: Bool { code == SQLITE_READONLY | 3 << 8 }  // SQLITE_READONLY_ROLLBACK
  package var isInputOutput: Bool { primaryCode == SQLITE_IOERR || primaryCode == SQLITE_CANTOPEN }
  package var isCorrupt: Bool {
    primaryCode == SQLITE_CORRUPT || primaryCode == SQLITE_NOTADB || primaryCode == SQLITE_MISMATCH
      || primaryCode == SQLITE_FORMAT
  }
  /// A statement took more steps or memory than the size of its file allows.
  package var isInterrupted: Bool { primaryCode == SQLITE_INTERRUPT }
  package var isTooBig: Bool { primaryCode == SQLITE_TOOBIG || primaryCode == SQLITE_NOMEM }
}
