import RegistryCatalog

extension RegistryStore {
  /// Reads a copy of one consistent state of the registry, so that no writer waits while `body` runs.
  ///
  /// Writers wait only while the file is copied into memory. Use it for what takes long, such as an examination:
  ///
  /// ```swift
  /// let examination = try store.readCopy { (registry) throws(RegistryError) in try registry.examine() }
  /// ```
  ///
  /// - Parameter body: Reads from the copy. The reader must not be used after `body` returns.
  /// - Returns: The value that `body` returns.
  /// - Throws: The error that `body` throws, and the errors of `read`.
  public func readCopy<Value: Sendable>(
    _ body: (RegistryReader) throws(RegistryError) -> Value
  ) throws(RegistryError) -> Value {
    try withCopy { (copy) throws(RegistryError) in
      try copy.transaction(.deferred) { () throws(RegistryError) in try body(RegistryReader(copy)) }
    }
  }

  /// Makes edits in a copy of the registry, which is then forgotten, to find out what they would do.
  ///
  /// Unlike a dry run of ``edit(as:_:)`` it takes no write lock and needs no write access: it waits for no other
  /// writer, and no writer waits for `body`.
  ///
  /// - Parameters:
  ///   - intent: The actor, the command and the reason of the edits.
  ///   - body: Makes the edits. The editor must not be used after `body` returns.
  /// - Returns: The value that `body` returns, without an operation.
  /// - Throws: The error that `body` throws; `RegistryError.Code.invalidText` when the actor or the note is not valid;
  ///   the errors of `read`.
  public func rehearse<Value: Sendable>(
    as intent: OperationIntent, _ body: (Editor) throws(RegistryError) -> Value
  ) throws(RegistryError) -> EditResult<Value> {
    let rehearsal = OperationIntent(actor: intent.actor, command: intent.command, note: intent.note, isDryRun: true)
    return try withCopy { (copy) throws(RegistryError) in try Self.edit(copy, as: rehearsal, body) }
  }

  /// Passes a copy of the database to `body`. The file is read only while it is copied.
  func withCopy<Value: Sendable>(
    _ body: (Database) throws(RegistryError) -> Value
  ) throws(RegistryError) -> Value {
    try withDatabase { (database) throws(RegistryError) in
      try body(try database.transaction(.deferred) { () throws(RegistryError) in try database.copy() })
    }
  }
}
