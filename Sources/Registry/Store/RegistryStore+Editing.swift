import RegistryCatalog

extension RegistryStore {
  /// Makes edits as one operation of the history.
  ///
  /// The edits are stored together with their history, all or none. Edits that change nothing make no operation. The
  /// write lock is held while `body` runs and other writers wait for it, so do not wait for other processes or for
  /// input inside `body`.
  ///
  /// - Parameters:
  ///   - intent: The actor, the command and the reason, which are stored in the history.
  ///   - body: Makes the edits. The editor must not be used after `body` returns.
  /// - Returns: The value that `body` returns, with the number of the operation.
  /// - Throws: The error that `body` throws, with nothing changed; `RegistryError.Code.invalidText` when the actor or
  ///   the note is not valid; `RegistryError.Code.busy` when another writer holds the lock for more than 5 s,
  ///   or a reader for more than 15 s at the commit; `RegistryError.Code.fileReplaced` when the registry was replaced
  ///   by another file; `RegistryError.Code.sidecar` when there is a foreign journal beside it;
  ///   `RegistryError.Code.readOnly`, `RegistryError.Code.diskFull` or `RegistryError.Code.inputOutput` when a system
  ///   call fails; `RegistryError.Code.notDurable` when the edits are stored, but a power loss could take them back.
  ///   After any other error nothing has changed.
  public func edit<Value: Sendable>(
    as intent: OperationIntent, _ body: (Editor) throws(RegistryError) -> Value
  ) throws(RegistryError) -> EditResult<Value> {
    do {
      return try withDatabase { (database) throws(RegistryError) in
        try Self.edit(database, as: intent, body)
      }
    } catch {
      throw error.withNothingChanged
    }
  }

  /// Makes edits in a database as one operation, and keeps them unless it is a dry run.
  static func edit<Value>(
    _ database: Database, as intent: OperationIntent, _ body: (Editor) throws(RegistryError) -> Value
  ) throws(RegistryError) -> EditResult<Value> {
    try database.transaction(.immediate, keeping: { $0.operation != nil }) { () throws(RegistryError) in
      let editor = try Editor(database, as: intent)
      let value = try body(editor)
      let operation = editor.hasChanges && !intent.isDryRun ? editor.operation : nil
      return EditResult(value: value, operation: operation, isChanged: editor.hasChanges)
    }
  }

  /// Requires that an edit can be written now, so that nobody types a text that cannot be stored.
  ///
  /// It takes the write lock, writes into the journal and rolls everything back. A later edit can still fail.
  ///
  /// - Parameter intent: The actor, the command and the reason of the edit.
  /// - Throws: The errors of ``edit(as:_:)`` about the actor, the note, the file and its folder, and
  ///   `RegistryError.Code.busy`.
  public func requireWritable(as intent: OperationIntent) throws(RegistryError) {
    let rehearsal = OperationIntent(actor: intent.actor, command: intent.command, note: intent.note, isDryRun: true)
    _ = try edit(as: rehearsal) { (editor) throws(RegistryError) in try editor.beginOperation() }
  }
}
