import RegistryCatalog
import RegistrySQLite

/// The edits of one operation. It lives inside ``RegistryStore/edit(as:_:)`` and is of no use after it.
///
/// ```swift
/// let outcome = try store.edit(as: OperationIntent(actor: "layla", command: "import")) {
///   (editor) throws(RegistryError) in
///   try editor.setTranslation(code: "1402", language: "ar", text: "الرصيد غير كافٍ", ifRevision: 1)
/// }
/// print(outcome.value.revision)
/// ```
///
/// Every method compares before it writes, records each changed field with its value before and after, and throws
/// before anything of its own is written.
public final class Editor {
  /// Reads the registry as it is inside this operation, with the edits made so far.
  public let registry: RegistryReader
  let intent: OperationIntent
  /// The number that the operation gets if it changes anything.
  let operation: Int
  private(set) var hasChanges = false
  /// The sequence number of the last recorded change; set back when changes are rolled back to a savepoint.
  var lastSequence = 0

  var database: Database { registry.database }

  init(_ database: Database, as intent: OperationIntent) throws(RegistryError) {
    try TextRules.validateLine(intent.actor, name: "The actor", limit: 200)
    if let note = intent.note { try TextRules.validateLine(note, name: "The note", limit: 1_000) }
    self.intent = intent
    registry = RegistryReader(database)
    operation = try registry.revision() + 1
  }

  /// Writes the operation itself, to which the rows that it changes refer; the first change calls it.
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

  /// Rolls back to a savepoint before which the operation had not begun.
  func forgetOperation(since savepoint: String) throws(RegistryError) {
    try database.execute("ROLLBACK TO \(savepoint)")
    hasChanges = false
    lastSequence = 0
  }

  /// The revision of a row that this operation has written. A dry run leaves the row at the revision that it had, which is
  /// 0 for a new one.
  func revision(after current: Int) -> Int { intent.isDryRun ? current : operation }

  /// A place in a list must leave room for the next one.
  func validatePosition(_ position: Int) throws(RegistryError) {
    guard (0...1_000_000).contains(position) else {
      throw RegistryError(.invalidValue, "The position \(position) is not between 0 and 1000000.")
    }
  }
}
