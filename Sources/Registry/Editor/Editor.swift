import RegistryCatalog
import RegistryChecks
import RegistrySQLite

/// Makes the edits of one operation.
///
/// Use an editor only inside the closure that is passed to ``RegistryStore/edit(as:_:)``:
///
/// ```swift
/// let intent = OperationIntent(actor: "layla", command: "import")
/// let result = try store.edit(as: intent) { (editor) throws(RegistryError) in
///   try editor.setTranslation(code: "1402", language: "ar", text: "الرصيد غير كافٍ", ifRevision: 1)
/// }
/// print(result.value.revision)
/// ```
///
/// Every method checks the edit before it writes. A method that throws has written nothing. Each changed field is
/// recorded in the history with its value before and after.
public final class Editor {
  /// Reads the registry inside this operation, including the edits made so far.
  public let registry: RegistryReader
  let intent: OperationIntent
  /// The number of the operation if it changes anything.
  let operation: Int
  private(set) var hasChanges = false
  /// The sequence number of the last recorded change. It is reset when changes are rolled back to a savepoint.
  var lastSequence = 0
  /// The checkers of this operation, by language.
  var checkers: [LanguageTag: TextChecker] = [:]

  var database: Database { registry.database }

  init(_ database: Database, as intent: OperationIntent) throws(RegistryError) {
    try TextRules.validateLine(intent.actor, name: "The actor", limit: TextRules.maximumNameLength)
    if let note = intent.note { try TextRules.validateLine(note, name: "The note", limit: TextRules.maximumNoteLength) }
    self.intent = intent
    registry = RegistryReader(database)
    operation = try registry.revision() + 1
  }

  /// Inserts the operation, to which the changed rows refer. The first change calls this.
  func beginOperation() throws(RegistryError) {
    guard !hasChanges else { return }
    try database.execute(
      "INSERT INTO operation (id, at, actor, command, note) VALUES (?, ?, ?, ?, ?)",
      [
        .init(operation), .text(Timestamp.now.description), .text(intent.actor), .text(intent.command),
        .init(intent.note),
      ])
    hasChanges = true
  }

  /// Rolls back to a savepoint that was set before the operation was inserted.
  func forgetOperation(since savepoint: String) throws(RegistryError) {
    try database.execute("ROLLBACK TO \(savepoint)")
    hasChanges = false
    lastSequence = 0
  }

  /// Returns the revision of a row that this operation has written. In a dry run it is the revision of the stored row,
  /// which is 0 for a new row.
  func revision(after current: Int) -> Int { intent.isDryRun ? current : operation }

  /// Requires that a position is in the allowed range, which leaves room for a next position.
  ///
  /// - Throws: `RegistryError.Code.invalidValue` when it is not.
  func validatePosition(_ position: Int) throws(RegistryError) {
    guard (0...1_000_000).contains(position) else {
      throw RegistryError(.invalidValue, "The position \(position) is not between 0 and 1000000.")
    }
  }
}
