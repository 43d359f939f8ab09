import RegistryCatalog
import RegistrySQLite

extension Database {
  /// When a transaction takes its lock (sqlite.org/lang_transaction.html).
  enum Locking {
    /// At the first read: several reads of one state of the file.
    case deferred
    /// At once, as a writer, so that what the body reads cannot change before it writes. A deferred transaction would
    /// fail when it begins to write, without waiting.
    case immediate
  }

  /// Runs `body` in a transaction, which is committed when `body` returns and rolled back when it throws.
  ///
  /// - Parameters:
  ///   - locking: when the lock is taken.
  ///   - isKept: whether to commit a value that `body` returned; a transaction that is not kept is rolled back.
  ///   - body: what to do.
  func transaction<Value>(
    _ locking: Locking, keeping isKept: (Value) -> Bool = { _ in true }, _ body: () throws(RegistryError) -> Value
  ) throws(RegistryError) -> Value {
    switch locking {
    case .deferred: try execute("BEGIN DEFERRED")
    case .immediate:
      // On a read-only connection BEGIN IMMEDIATE silently starts a read transaction. Refuse first: `body` may also
      // write other files.
      if connection.isReadOnly { throw RegistryError(SQLiteError.readOnly) }
      try execute("BEGIN IMMEDIATE")
    }
    do {
      let value = try body()
      if isKept(value) { try commit() } else { rollBack() }
      return value
    } catch {
      rollBack()
      throw error
    }
  }

  /// A reader that still holds its lock makes COMMIT busy and leaves the transaction open. COMMIT is then tried again,
  /// for three busy timeouts in all.
  private func commit() throws(RegistryError) {
    for attempt in 1...3 {
      do {
        return try connection.execute("COMMIT")
      } catch {
        guard error.isBusy, attempt < 3, connection.isInTransaction else { throw RegistryError(error) }
      }
    }
  }

  /// Rolls back the open transaction; after some errors SQLite has done so itself.
  private func rollBack() {
    if connection.isInTransaction { try? connection.execute("ROLLBACK") }
  }
}
