import RegistryCatalog
import RegistrySQLite

/// Writes one row with its history. The caller has already validated the row against all others.
extension Editor {
  /// Inserts a row.
  func insert<Row>(
    _ value: Row, as row: RegistryRow, key: [SQLiteValue], into table: RowTable<Row>
  ) throws(RegistryError) {
    try beginOperation()
    try database.execute(table.insert, key + table.values(of: value) + [.init(operation)])
    try record(row, from: nil, to: value)
  }

  /// Updates a row, which must not have changed since it was read.
  func update<Row>(
    _ current: Revised<Row>, to value: Row, as row: RegistryRow, key: [SQLiteValue], in table: RowTable<Row>
  ) throws(RegistryError) {
    try beginOperation()
    let parameters = table.values(of: value) + [.init(operation)] + key + [.init(current.revision)]
    try requireOneRow(try database.execute(table.update, parameters))
    try record(row, from: current.value, to: value)
  }

  /// Deletes a row, which must not have changed since it was read.
  func delete<Row>(
    _ current: Revised<Row>, as row: RegistryRow, key: [SQLiteValue], from table: RowTable<Row>
  ) throws(RegistryError) {
    try beginOperation()
    try requireOneRow(try database.execute(table.delete, key + [.init(current.revision)]))
    try record(row, from: current.value, to: nil)
  }

  /// Requires that a statement changed its row, which it finds by the revision that was read.
  private func requireOneRow(_ changedRows: Int) throws(RegistryError) {
    guard changedRows == 1 else {
      throw RegistryError(.changedSince, "The row has changed while it was being written.", .tryAgain)
    }
  }

  /// Appends the fields that differ to the history. `before` is nil for a new row, and `after` is nil for a removed
  /// one.
  func record<Row: FieldListed>(_ row: RegistryRow, from before: Row?, to after: Row?) throws(RegistryError) {
    for field in Row.fields {
      try record(row, field.name, from: before.flatMap(field.value), to: after.flatMap(field.value))
    }
  }

  /// Appends one field to the history if its values differ.
  func record(
    _ row: RegistryRow, _ field: String, from before: FieldValue?, to after: FieldValue?
  ) throws(RegistryError) {
    guard before != after else { return }
    lastSequence += 1
    try database.execute(
      """
      INSERT INTO change (operation, sequence, \(RegistryRow.columnNames), field, before, after)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [.init(operation), .init(lastSequence)] + row.columns + [.text(field), .init(before), .init(after)])
  }
}
