import RegistrySQLite

extension RegistryStore {
  /// Runs `body` as one operation: all of its edits or none, under the write lock, with its history.
  ///
  /// Edits that change nothing make no operation. Nobody should be waited for inside `body`: other writers are.
  ///
  /// Throws: what `body` throws, then with nothing changed; `busy` where another writer keeps the lock over 5 s;
  /// `disk-full`, `read-only` or `input-output` where the system refuses.
  public func edit<Value: Sendable>(
    as intent: OperationIntent, _ body: @Sendable (Editor) throws(RegistryError) -> Value
  ) throws(RegistryError) -> EditOutcome<Value> {
    try withConnection { (connection) throws(RegistryError) in
      try connection.writing(
        keeping: { $0.operation != nil },
        { () throws(RegistryError) in
          let editor = try Editor(connection, as: intent)
          let value = try body(editor)
          let operation = editor.hasChanges && !intent.isDryRun ? editor.operation : nil
          return EditOutcome(value: value, operation: operation, isChanged: editor.hasChanges)
        })
    }
  }
}
