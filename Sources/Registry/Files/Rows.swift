import RegistrySQLite

/// The rows of one query, read strictly and with the registry's own errors; columns count from 0.
struct Rows: RowReading, ~Copyable {
  private let statement: Statement

  fileprivate init(_ statement: Statement) { self.statement = statement }

  /// True with a row, false at the end.
  func next() throws(RegistryError) -> Bool {
    do { return try statement.step() } catch { throw RegistryError(error) }
  }

  func text(_ column: Int) throws(RegistryError) -> String {
    do { return try statement.text(column) } catch { throw RegistryError(error) }
  }

  func value(_ column: Int) throws(RegistryError) -> SQLiteValue {
    do { return try statement.value(column) } catch { throw RegistryError(error) }
  }

  func optionalInteger(_ column: Int) throws(RegistryError) -> Int? {
    do { return try statement.optionalInteger(column) } catch { throw RegistryError(error) }
  }

  func isNull(_ column: Int) -> Bool { statement.isNull(column) }
}

extension Connection {
  /// The rows of a query.
  ///
  /// - Parameter factor: how many rows of the result one stored row can come to: a file that was made to hang its readers
  ///   has more rows than room for them.
  func rows(_ sql: String, _ values: [SQLiteValue] = [], rowsPerRow factor: Int = 1) throws(RegistryError) -> Rows {
    do {
      let statement = try statement(sql, rowsPerRow: factor)
      try statement.bind(values)
      return Rows(statement)
    } catch { throw RegistryError(error) }
  }

  /// The single integer that the query gives.
  func integer(_ sql: String, _ values: [SQLiteValue] = []) throws(RegistryError) -> Int {
    let rows = try rows(sql, values)
    guard try rows.next() else { throw RegistryError(.corrupt, "The file lacks a row that it must have.") }
    return try rows.integer(0)
  }

  /// The first column of every row as text.
  func texts(_ sql: String, _ values: [SQLiteValue] = []) throws(RegistryError) -> [String] {
    let rows = try rows(sql, values)
    var texts: [String] = []
    while try rows.next() { texts.append(try rows.text(0)) }
    return texts
  }

  /// Runs one statement and gives the number of rows that it changed.
  @discardableResult
  func change(_ sql: String, _ values: [SQLiteValue] = []) throws(RegistryError) -> Int {
    do {
      try run(sql, values)
      return changes
    } catch { throw RegistryError(error) }
  }

  /// Runs one statement for each element, with the values that `values` makes of it.
  func change<Element>(
    _ sql: String, for elements: [Element], _ values: (Element) -> [SQLiteValue]
  ) throws(RegistryError) {
    do {
      let statement = try statement(sql)
      for element in elements {
        try statement.bind(values(element))
        while try statement.step() {}
      }
    } catch { throw RegistryError(error) }
  }

  /// Runs a script of several statements.
  func script(_ sql: String) throws(RegistryError) {
    do { try execute(sql) } catch { throw RegistryError(error) }
  }
}
