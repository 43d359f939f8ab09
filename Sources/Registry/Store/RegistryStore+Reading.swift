import RegistryCatalog

extension RegistryStore {
  /// Reads one consistent state: what `body` reads does not change while it runs, whatever others write.
  ///
  /// Writers wait for readers when they commit, so do not wait for anybody inside `body`.
  ///
  /// - Parameter body: reads what it needs. The reader is of no use after it.
  /// - Returns: what `body` returns.
  /// - Throws: what `body` throws; `RegistryError.Code.busy` when a writer keeps the lock for over 5 s;
  ///   `RegistryError.Code.sidecar`, `RegistryError.Code.corrupt` or `RegistryError.Code.inputOutput` when the file
  ///   cannot be read.
  public func read<Value: Sendable>(
    _ body: (RegistryReader) throws(RegistryError) -> Value
  ) throws(RegistryError) -> Value {
    try withDatabase { (database) throws(RegistryError) in
      try database.transaction(.deferred) { () throws(RegistryError) in try body(RegistryReader(database)) }
    }
  }

  /// Reads one consistent state, for callers whose errors are not only the registry's.
  ///
  /// - Parameter body: reads what it needs. The reader is of no use after it.
  /// - Returns: what `body` returns.
  /// - Throws: what `body` throws, and `RegistryError` when the file cannot be read.
  public func read<Value: Sendable>(_ body: (RegistryReader) throws -> Value) throws -> Value {
    try read { (registry) throws(RegistryError) in Result { try body(registry) } }.get()
  }
}
