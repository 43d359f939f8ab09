import RegistrySQLite

extension Connection {
  /// Several reads of one state of the file.
  func reading<Value>(_ body: () throws(RegistryError) -> Value) throws(RegistryError) -> Value {
    try change("BEGIN DEFERRED")
    do {
      let value = try body()
      try change("COMMIT")
      return value
    } catch {
      abandon()
      throw error
    }
  }

  /// Takes the write lock first, so that what `body` reads cannot change before it writes: DEFERRED would fail later,
  /// without waiting (sqlite.org/lang_transaction.html).
  func writing<Value>(
    keeping isKept: (Value) -> Bool = { _ in true }, _ body: () throws(RegistryError) -> Value
  ) throws(RegistryError) -> Value {
    // There BEGIN IMMEDIATE begins to read and says nothing; `body` may do more than write to the file.
    if isReadOnly { throw RegistryError(SQLiteError.readOnly) }
    try change("BEGIN IMMEDIATE")
    do {
      let value = try body()
      if isKept(value) { try commit() } else { abandon() }
      return value
    } catch {
      abandon()
      throw error
    }
  }

  /// A reader that still holds its lock makes COMMIT busy and leaves the transaction open: it is tried again, for three
  /// busy timeouts in all.
  private func commit() throws(RegistryError) {
    for attempt in 1...3 {
      do {
        return try run("COMMIT")
      } catch {
        guard error.isBusy, attempt < 3, isInTransaction else { throw RegistryError(error) }
      }
    }
  }

  /// Rolls back whatever is open; after some errors SQLite has done so itself.
  private func abandon() {
    if isInTransaction { try? run("ROLLBACK") }
  }
}
