import RegistryCatalog
import RegistrySQLite

/// A database connection whose errors are the registry's. Five verbs run SQL: ``query(_:_:rowsPerRow:)``,
/// ``queryOne(_:_:)``, ``execute(_:_:)``, ``executeScript(_:)`` and ``transaction(_:keeping:_:)``.
struct Database {
  let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// An empty database in memory.
  static func inMemory() throws(RegistryError) -> Database {
    do { return Database(try Connection()) } catch { throw RegistryError(error) }
  }

  /// The rows of a query.
  ///
  /// - Parameters:
  ///   - sql: one statement.
  ///   - values: the values of its parameters.
  ///   - factor: how many rows of the result one stored row can come to. A file that was made to hang its readers returns
  ///     more rows than it has room for, and is refused.
  func query(_ sql: String, _ values: [SQLiteValue] = [], rowsPerRow factor: Int = 1) throws(RegistryError) -> Rows {
    do {
      let statement = try connection.statement(sql, rowsPerRow: factor)
      try statement.bind(values)
      return Rows(statement)
    } catch { throw RegistryError(error) }
  }

  /// The first row of a query; nil when it has none.
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

  /// Runs one statement for each element, prepared once, with the values that `values` makes of the element.
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

  /// The database as the bytes of a file.
  func image() throws(RegistryError) -> [UInt8] {
    do { return try connection.image() } catch { throw RegistryError(error) }
  }
}

extension Database {
  /// The single integer of a query that always has one row.
  func integer(_ sql: String, _ values: [SQLiteValue] = []) throws(RegistryError) -> Int {
    guard let row = try queryOne(sql, values) else {
      throw RegistryError(.corrupt, "A required row is missing in the file.")
    }
    return try row.integer(0)
  }

  /// The text in the first column of the first row; nil when there is no row.
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
