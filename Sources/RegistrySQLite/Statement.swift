import CSQLite

/// A compiled statement. The connection's cache owns it, and at most one `Statement` uses it at a time.
final class PreparedStatement {
  let handle: OpaquePointer
  var isInUse = false

  init(_ sql: String, on database: OpaquePointer, isCached: Bool) throws(SQLiteError) {
    var prepared: OpaquePointer?
    let flags = isCached ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
    let result = sqlite3_prepare_v3(database, sql, -1, flags, &prepared, nil)
    guard result == SQLITE_OK, let prepared else {
      throw SQLiteError(code: result == SQLITE_OK ? SQLITE_MISUSE : result, connection: database, sql: sql)
    }
    handle = prepared
  }

  deinit { sqlite3_finalize(handle) }
}

/// A statement in use. When it is released, it is reset and returns to the cache.
///
/// Columns are read strictly: a value of another type, or text that is not UTF-8, is an error that names the column.
/// Values are never converted.
///
/// A statement keeps its connection alive, because the optimizer may release the caller's reference to the connection
/// before the last row is read.
package final class Statement {
  private let prepared: PreparedStatement
  private let connection: Connection
  /// The SQL of the statement.
  package let sql: String
  private let factor: Int
  /// The budget of the current execution, from its first step to its end.
  private var usage: WorkMeter.Usage?

  private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

  init(_ prepared: PreparedStatement, of sql: String, on connection: Connection, _ factor: Int) {
    self.factor = factor
    self.prepared = prepared
    self.connection = connection
    self.sql = sql
    prepared.isInUse = true
  }

  deinit {
    reset()
    prepared.isInUse = false
  }

  private var handle: OpaquePointer { prepared.handle }
  private var database: OpaquePointer { connection.handle }

  /// Binds the values of all parameters, in order.
  ///
  /// - Throws: ``SQLiteError`` when the number of values is not the number of parameters, or a value is too large.
  package func bind(_ values: [SQLiteValue]) throws(SQLiteError) {
    guard values.count == Int(sqlite3_bind_parameter_count(handle)) else {
      throw SQLiteError(
        code: SQLITE_RANGE,
        message: "\(values.count) values for \(sqlite3_bind_parameter_count(handle)) parameters", sql: sql)
    }
    for (offset, value) in values.enumerated() {
      let index = Int32(offset + 1)
      let result: Int32
      switch value {
      case .null: result = sqlite3_bind_null(handle, index)
      case .integer(let number): result = sqlite3_bind_int64(handle, index, number)
      case .real(let number): result = sqlite3_bind_double(handle, index, number)
      case .text(var text):
        result = text.withUTF8 { bytes in
          bytes.withMemoryRebound(to: CChar.self) {
            sqlite3_bind_text64(
              handle, index, $0.baseAddress, UInt64($0.count), Self.transient, UInt8(SQLITE_UTF8))
          }
        }
      case .blob(let bytes):
        result = sqlite3_bind_blob64(handle, index, bytes, UInt64(bytes.count), Self.transient)
      }
      guard result == SQLITE_OK else { throw SQLiteError(code: result, connection: database, sql: sql) }
    }
  }

  /// Moves to the next row.
  ///
  /// - Returns: False at the end; the statement is then already reset.
  /// - Throws: ``SQLiteError`` when the statement fails, returns more rows than the file can hold, or takes more steps
  ///   or memory than the size of the file allows.
  package func step() throws(SQLiteError) -> Bool {
    let usage = self.usage ?? connection.meter.makeUsage(factor: factor)
    self.usage = usage
    let result = connection.meter.run(usage) { sqlite3_step(handle) }
    switch result {
    case SQLITE_ROW:
      guard usage.countRow() else { throw SQLiteError.exhausted(sql) }
      return true
    case SQLITE_DONE:
      end()
      return false
    default:
      let error = SQLiteError(code: result, connection: database, sql: sql)
      end()
      throw error
    }
  }

  /// Ends the execution, so that the statement can be executed again.
  private func end() {
    sqlite3_reset(handle)
    usage = nil
  }

  /// Resets the statement and clears its bound values.
  package func reset() {
    end()
    sqlite3_clear_bindings(handle)
  }

  /// The number of columns of each row.
  package var columnCount: Int { Int(sqlite3_column_count(handle)) }

  /// Returns whether a column holds NULL.
  package func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }

  /// Returns the integer in a column.
  ///
  /// - Throws: ``SQLiteError`` when the column holds NULL or another type.
  package func integer(_ column: Int) throws(SQLiteError) -> Int {
    guard let value = try optionalInteger(column) else { throw mismatch(column, expected: "an integer") }
    return value
  }

  /// Returns the integer in a column; nil for NULL.
  ///
  /// - Throws: ``SQLiteError`` when the column holds another type.
  package func optionalInteger(_ column: Int) throws(SQLiteError) -> Int? {
    switch sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_INTEGER: return Int(sqlite3_column_int64(handle, Int32(column)))
    case SQLITE_NULL: return nil
    default: throw mismatch(column, expected: "an integer")
    }
  }

  /// Returns the text in a column.
  ///
  /// - Throws: ``SQLiteError`` when the column holds NULL, another type, or text that is not UTF-8.
  package func text(_ column: Int) throws(SQLiteError) -> String {
    let text = try withTextBytes(column) { String(validating: $0, as: UTF8.self) }
    guard let text else { throw mismatch(column, expected: "UTF-8") }
    return text
  }

  /// Calls `body` with the stored bytes of the text in a column, which may be invalid UTF-8.
  ///
  /// - Parameters:
  ///   - column: The index of the column, from 0.
  ///   - body: A closure that must not keep the pointer after it returns.
  /// - Returns: The result of `body`.
  /// - Throws: ``SQLiteError`` when the column holds NULL or another type.
  package func withTextBytes<Result>(
    _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) throws(SQLiteError) -> Result {
    guard sqlite3_column_type(handle, Int32(column)) == SQLITE_TEXT else { throw mismatch(column, expected: "text") }
    // The order matters: sqlite3_column_text may convert the value, and sqlite3_column_bytes must return the size after
    // that.
    let start = sqlite3_column_text(handle, Int32(column))
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    guard usage?.countBytes(count) != false else { throw SQLiteError.exhausted(sql) }
    return body(UnsafeBufferPointer(start: start, count: count))
  }

  /// Returns the value in a column.
  ///
  /// - Throws: ``SQLiteError`` for text that is not UTF-8.
  package func value(_ column: Int) throws(SQLiteError) -> SQLiteValue {
    switch sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, Int32(column)))
    case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, Int32(column)))
    case SQLITE_TEXT: return .text(try text(column))
    case SQLITE_BLOB:
      let start = sqlite3_column_blob(handle, Int32(column))
      let count = Int(sqlite3_column_bytes(handle, Int32(column)))
      guard usage?.countBytes(count) != false else { throw SQLiteError.exhausted(sql) }
      return .blob([UInt8](UnsafeRawBufferPointer(start: start, count: count)))
    default: return .null
    }
  }

  private func mismatch(_ column: Int, expected: String) -> SQLiteError {
    let names = [
      SQLITE_INTEGER: "an integer", SQLITE_FLOAT: "a real", SQLITE_TEXT: "text", SQLITE_BLOB: "a blob",
      SQLITE_NULL: "NULL",
    ]
    let name = sqlite3_column_name(handle, Int32(column)).map { String(cString: $0) } ?? "?"
    let found = names[sqlite3_column_type(handle, Int32(column))] ?? "nothing"
    return .mismatch("column \(column) (\(name)) holds \(found), not \(expected)", sql: sql)
  }
}
