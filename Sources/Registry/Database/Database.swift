import RegistryCatalog
import RegistrySQLite

/// A database connection that throws the errors of the registry.
///
/// SQL is run by ``query(_:_:rowsPerRow:)``, ``queryOne(_:_:)``, ``execute(_:_:)``, ``executeScript(_:)`` and
/// ``transaction(_:keeping:_:)``.
struct Database {
  let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// Creates an empty database in memory.
  static func inMemory() throws(RegistryError) -> Database {
    do { return Database(try Connection()) } catch { throw RegistryError(error) }
  }

  /// Runs a query and returns its rows.
  ///
  /// - Parameters:
  ///   - sql: One statement.
  ///   - values: The values of its parameters.
  ///   - factor: The largest number of result rows per stored row. A query that returns more rows than the size of the
  ///     file allows is stopped, because the file was made to hang its readers.
  func query(_ sql: String, _ values: [SQLiteValue] = [], rowsPerRow factor: Int = 1) throws(RegistryError) -> Rows {
    do {
      let statement = try connection.statement(sql, rowsPerRow: factor)
      try statement.bind(values)
      return Rows(statement)
    } catch { throw RegistryError(error) }
  }

  /// Runs a query and returns its first row; nil when there is none.
  func queryOne(_ sql: String, _ values: [SQLiteValue] = []) throws(RegistryError) -> Rows? {
    let rows = try query(sql, values)
    if try rows.next() { return rows }
    return nil
  }

  /// Runs one statement and returns the number of rows that it changed.
  @discardableResult
  func execute(_ sql: String, _ values: [SQLiteValue] = []) throws(RegistryError) -> Int {
    do {
      try connection.execute(sql, values)
      return connection.changes
    } catch { throw RegistryError(error) }
  }

  /// Runs one statement for each element. It is prepared once, and `values` returns its parameters for an element.
  func execute<Element>(
    _ sql: String, for elements: some Sequence<Element>, _ values: (Element) -> [SQLiteValue]
  ) throws(RegistryError) {
    do {
      let statement = try connection.statement(sql)
      for element in elements {
        try statement.bind(values(element))
        while try statement.step() {}
      }
    } catch { throw RegistryError(error) }
  }

  /// Runs a script of several statements without parameters.
  func executeScript(_ sql: String) throws(RegistryError) {
    do { try connection.executeScript(sql) } catch { throw RegistryError(error) }
  }

  /// Returns a copy in memory, which can be written to. All of it is of one state when a transaction is open.
  func copy() throws(RegistryError) -> Database {
    do { return Database(try Connection(copyOf: connection)) } catch { throw RegistryError(error) }
  }

  /// Returns the database as the bytes of a file.
  func image() throws(RegistryError) -> [UInt8] {
    do { return try connection.image() } catch { throw RegistryError(error) }
  }
}

extension Database {
  /// Returns the single integer of a query that always has one row.
  func integer(_ sql: String, _ values: [SQLiteValue] = []) throws(RegistryError) -> Int {
    guard let row = try queryOne(sql, values) else {
      throw RegistryError(.corrupt, "A required row is missing in the file.")
    }
    return try row.integer(0)
  }

  /// Reads the header of the file.
  func header() throws(RegistryError) -> DatabaseFile.Header { DatabaseFile.Header(try headerBytes()) }

  /// Reads the first 100 bytes of the file; none when the file is shorter.
  func headerBytes() throws(RegistryError) -> [UInt8] {
    do { return try connection.header() } catch { throw RegistryError(error) }
  }

  /// Returns the text in the first column of the first row; nil when there is no row.
  func text(_ sql: String, _ values: [SQLiteValue] = []) throws(RegistryError) -> String? {
    guard let row = try queryOne(sql, values) else { return nil }
    return try row.optionalText(0)
  }
}

extension DatabaseSchema {
  /// Reads the schema of an open database.
  init(of database: Database) throws(RegistryError) {
    var rows = try database.query("SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema")
    try self.init(&rows)
  }
}
