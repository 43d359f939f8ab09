import RegistryCatalog

extension RegistryStore {
  /// Reads one consistent state of the registry.
  ///
  /// Edits of other processes are not visible while `body` runs. Writers wait for readers before they commit, so do not
  /// wait for other processes or for input inside `body`.
  ///
  /// - Parameter body: Reads from the registry. The reader must not be used after `body` returns.
  /// - Returns: The value that `body` returns.
  /// - Throws: The error that `body` throws; `RegistryError.Code.busy` when a writer holds the lock for more than 5 s;
  ///   `RegistryError.Code.fileReplaced` when the registry was replaced by another file; `RegistryError.Code.sidecar`
  ///   when there is a foreign journal beside it; `RegistryError.Code.corrupt` when the file is damaged;
  ///   `RegistryError.Code.inputOutput` when the file cannot be read.
  public func read<Value: Sendable>(
    _ body: (RegistryReader) throws(RegistryError) -> Value
  ) throws(RegistryError) -> Value {
    try withDatabase { (database) throws(RegistryError) in
      try database.transaction(.deferred) { () throws(RegistryError) in try body(RegistryReader(database)) }
    }
  }

  /// Reads one consistent state of the registry, with a closure that can throw any error.
  ///
  /// - Parameter body: Reads from the registry. The reader must not be used after `body` returns.
  /// - Returns: The value that `body` returns.
  /// - Throws: The error that `body` throws, or a `RegistryError` when the file cannot be read.
  public func read<Value: Sendable>(_ body: (RegistryReader) throws -> Value) throws -> Value {
    try read { (registry) throws(RegistryError) in Result { try body(registry) } }.get()
  }
}
