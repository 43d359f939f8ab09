/// Who wants to write, through what, and why: what the history will say of the operation.
public struct OperationIntent: Sendable {
  /// The person or program.
  public let actor: String
  /// The command, without its values: `translation set`.
  public let command: String
  /// Why, in the actor's words.
  public let note: String?
  /// Whether to do everything and then roll it back.
  public let isDryRun: Bool

  /// Creates an intent from its parts.
  public init(actor: String, command: String, note: String? = nil, isDryRun: Bool = false) {
    self.actor = actor
    self.command = command
    self.note = note
    self.isDryRun = isDryRun
  }
}

/// What an edit came to.
public struct EditResult<Value: Sendable>: Sendable {
  /// What the edit returned.
  public let value: Value
  /// The operation's number, which is the registry's new revision; nil when nothing changed and in a dry run.
  public let operation: Int?
  /// Whether anything was changed, or would have been in a dry run.
  public let isChanged: Bool
}
