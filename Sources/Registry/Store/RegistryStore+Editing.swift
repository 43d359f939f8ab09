import RegistryCatalog

extension RegistryStore {
  /// Runs `body` as one operation: all of its edits or none, under the write lock, with its history.
  ///
  /// Edits that change nothing make no operation. Other writers wait, so do not wait for anybody inside `body`.
  ///
  /// - Parameters:
  ///   - intent: who writes, through what, and why.
  ///   - body: makes the edits.
  /// - Returns: what `body` returns, with the number of the operation.
  /// - Throws: what `body` throws, with nothing changed; `RegistryError.Code.busy` when another writer keeps the lock
  ///   for over 5 s; `RegistryError.Code.diskFull`, `RegistryError.Code.readOnly` or
  ///   `RegistryError.Code.inputOutput` when the system refuses.
  public func edit<Value: Sendable>(
    as intent: OperationIntent, _ body: (Editor) throws(RegistryError) -> Value
  ) throws(RegistryError) -> EditResult<Value> {
    try withDatabase { (database) throws(RegistryError) in
      try database.transaction(.immediate, keeping: { $0.operation != nil }) { () throws(RegistryError) in
        let editor = try Editor(database, as: intent)
        let value = try body(editor)
        let operation = editor.hasChanges && !intent.isDryRun ? editor.operation : nil
        return EditResult(value: value, operation: operation, isChanged: editor.hasChanges)
      }
    }
  }
}
