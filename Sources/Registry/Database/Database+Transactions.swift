import RegistryCatalog
import RegistrySQLite

extension Database {
  /// The time at which a transaction takes its lock (sqlite.org/lang_transaction.html).
  enum Locking {
    /// The lock is taken by the first read. All reads of the transaction see one state of the file.
    case deferred
    /// The write lock is taken at the start, so that the data that `body` reads cannot change before it writes. A
    /// deferred transaction would fail at its first write without waiting.
    case immediate
  }

  /// Runs `body` in a transaction, which is committed when `body` returns and rolled back when `body` throws.
  ///
  /// - Parameters:
  ///   - locking: When the lock is taken.
  ///   - isKept: Returns whether to commit the transaction, from the value that `body` returned. Otherwise it is rolled
  ///     back.
  ///   - body: Reads and writes.
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
      switch locking {
      case _ where !isKept(value): rollBack()
      case .deferred: try execute("COMMIT")
      case .immediate: try commit()
      }
      return value
    } catch {
      rollBack()
      throw error
    }
  }

  /// Commits the transaction.
  ///
  /// COMMIT fails as busy while a reader holds its lock, and leaves the transaction open. No new reader can begin then,
  /// so only those that are reading already are waited for. The work is done and other writers wait, so COMMIT is tried
  /// three times: it waits three times as long as other statements, 15 s in total.
  private func commit() throws(RegistryError) {
    let before = try changeCounter()
    for attempt in 1...3 {
      do {
        return try connection.execute("COMMIT")
      } catch {
        guard error.isBusy, connection.isInTransaction else { throw outcome(of: error, changeCounter: before) }
        guard attempt < 3 else {
          throw RegistryError(
            .busy, "Another process is reading the registry and did not finish in time; nothing was changed.",
            .tryAgain)
        }
      }
    }
  }

  /// Returns the error for a COMMIT that failed, which says whether the transaction is stored.
  ///
  /// The transaction is stored as soon as the journal is removed. A failure to sync the folder comes after that
  /// (sqlite.org/atomiccommit.html, 3.11).
  private func outcome(of error: SQLiteError, changeCounter before: [UInt8]) -> RegistryError {
    rollBack()
    do {
      // This read rolls the journal back when it is still there.
      _ = try integer("PRAGMA schema_version")
      if try changeCounter() == before { return RegistryError(error) }
      return RegistryError(
        .notDurable, "The edit is stored, but a power loss could still take it back: \(error.message) (\(error.code)).",
        .showHistory)
    } catch let cause {
      return RegistryError(
        .notDurable,
        "It is not known whether the edit is stored: \(error.message) (\(error.code)), then: \(cause.message)",
        .showHistory)
    }
  }

  /// The file change counter in the header of the file, which every commit increments (sqlite.org/fileformat2.html,
  /// 1.3.4).
  private func changeCounter() throws(RegistryError) -> [UInt8] {
    Array(try headerBytes().dropFirst(24).prefix(4))
  }

  /// Rolls back the open transaction. After some errors SQLite has already done so.
  private func rollBack() {
    if connection.isInTransaction { try? connection.execute("ROLLBACK") }
  }
}
