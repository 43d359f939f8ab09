/// The actor, the command and the reason of an operation, which are stored in the history.
public struct OperationIntent: Sendable {
  /// The person or program that makes the operation.
  public let actor: String
  /// The command without its values, such as `translation set`.
  public let command: String
  /// The reason in the actor's words; nil when none is given.
  public let note: String?
  /// Whether to make all edits and then roll them back.
  public let isDryRun: Bool

  /// Creates an intent from its parts.
  public init(actor: String, command: String, note: String? = nil, isDryRun: Bool = false) {
    self.actor = actor
    self.command = command
    self.note = note
    self.isDryRun = isDryRun
  }
}

/// The result of an edit.
public struct EditResult<Value: Sendable>: Sendable {
  /// The value that the closure returned.
  public let value: Value
  /// The number of the operation, which is the new revision of the registry; nil when nothing changed or in a dry run.
  public let operation: Int?
  /// Whether anything was changed, or would have been changed without the dry run.
  public let isChanged: Bool
}
