import RegistryCatalog

/// A row that an undo or redo did not touch.
public struct ReversalConflict: Sendable {
  /// Why an undo or redo does not touch a row.
  @nonexhaustive
  public enum Cause: Sendable, Equatable {
    /// The row has changed since: the number of the later operation and who made it, if they are known.
    case changedSince(operation: Int?, actor: String?)
    /// Another program has changed the row without an entry in the history.
    case changedPastHistory
    /// A rule of the registry refuses the change.
    case refused(RegistryError)
  }

  /// The row.
  public let row: RegistryRow
  /// Why it was not touched.
  public let cause: Cause
  /// The reason, as a sentence.
  public let reason: String
  /// The fields that the operation had changed; empty when a rule refuses the change.
  public let fields: [Field]

  /// The values of one field at the three points in time.
  public struct Field: Sendable {
    /// The name of the field, which is the name of its column.
    public let name: String
    /// The value before the operation, which an undo would restore; nil when there was none.
    public let before: FieldValue?
    /// The value after the operation; nil when there was none.
    public let after: FieldValue?
    /// The current value; nil when there is none.
    public let current: FieldValue?
  }
}

/// The result of an undo or redo.
///
/// ```swift
/// let intent = OperationIntent(actor: "layla", command: "undo")
/// let result = try store.edit(as: intent) { (editor) throws(RegistryError) in try editor.undo() }
/// print(result.value.changes.count, result.value.conflicts.count)
/// ```
public struct ReversalResult: Sendable {
  /// The undo or redo, and its operation.
  public let reversal: Reversal
  /// The actor who made the operation.
  public let actor: String
  /// The command through which the operation was made.
  public let command: String
  /// The changes that the undo or redo made.
  public internal(set) var changes: [FieldChange] = []
  /// The rows that were not touched.
  public internal(set) var conflicts: [ReversalConflict] = []
  /// The codes that the operation had added and that are now retired, because a number is never used again.
  public internal(set) var retired: [Int] = []
  /// The next older operation of the actor that is not undone, when rows were not touched by an undo that names no
  /// operation: that undo would be the same again. Nil otherwise, and when there is none.
  public internal(set) var next: Int?
  /// The categories that the operation had added and that are kept because they have codes.
  public internal(set) var kept: [String] = []
}
