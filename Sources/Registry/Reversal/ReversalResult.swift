import RegistryCatalog

/// A row that an undo or redo left alone.
public struct ReversalConflict: Sendable {
  /// The row.
  public let row: RegistryRow
  /// Why it was left alone, as a sentence.
  public let reason: String
  /// The fields that the operation had changed; empty where a rule forbids the change.
  public let fields: [Field]

  /// The values of one field on all sides.
  public struct Field: Sendable {
    /// The field, by the name of its column.
    public let name: String
    /// What the operation found there, to which an undo would go back.
    public let before: FieldValue?
    /// What it left there.
    public let after: FieldValue?
    /// What is there now.
    public let current: FieldValue?
  }
}

/// What an undo or redo came to.
public struct ReversalResult: Sendable {
  /// What was done, and to which operation.
  public let reversal: Reversal
  /// Who had made that operation.
  public let actor: String
  /// Through which command it was made.
  public let command: String
  /// What it changed now.
  public internal(set) var changes: [FieldChange] = []
  /// What it left alone.
  public internal(set) var conflicts: [ReversalConflict] = []
  /// Codes that were added and are retired now, because a number is never used again.
  public internal(set) var retired: [Int] = []
  /// Categories that were added and stay, because they hold codes.
  public internal(set) var kept: [String] = []
}
