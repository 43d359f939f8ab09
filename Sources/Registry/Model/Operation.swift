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

  /// An intent from its parts.
  public init(actor: String, command: String, note: String? = nil, isDryRun: Bool = false) {
    self.actor = actor
    self.command = command
    self.note = note
    self.isDryRun = isDryRun
  }
}

/// What an edit came to.
public struct EditOutcome<Value: Sendable>: Sendable {
  /// What the edit gave.
  public let value: Value
  /// The operation's number, which is the registry's new revision; nil where nothing changed or in a dry run.
  public let operation: Int?
  /// Whether anything was changed, or would have been in a dry run.
  public let isChanged: Bool
}

/// A value as a row holds it.
public enum FieldValue: Sendable, Hashable {
  /// A number; truth values are 0 and 1.
  case integer(Int)
  /// A text, exact.
  case text(String)
}

extension FieldValue: CustomStringConvertible {
  /// The number in digits, or the text.
  public var description: String {
    switch self {
    case .integer(let number): "\(number)"
    case .text(let text): text
    }
  }
}

/// One field that an operation changed.
public struct FieldChange: Sendable, Hashable {
  /// The row.
  public let row: RegistryRow
  /// The field, by the name of its column.
  public let field: String
  /// Its value before; nil for none, also where the row did not exist.
  public let before: FieldValue?
  /// Its value after; nil for none, also where the row exists no longer.
  public let after: FieldValue?

  /// Whether it is what the registry keeps for itself to know what is stale: nothing that anybody wrote.
  public var isBookkeeping: Bool { Self.isBookkeeping(field) }

  /// Whether the field of this name is kept for that.
  public static func isBookkeeping(_ field: String) -> Bool { bookkeeping.contains(field) }

  private static let bookkeeping: Set = ["meaning_revision", "source_revision", "source_major_revision"]
}

/// What an undo or redo does to an operation.
public enum Reversal: String, Sendable, Hashable {
  /// Takes it back.
  case undo
  /// Makes it again after it was taken back.
  case redo
}

/// One logged write.
public struct Operation: Sendable {
  /// Its number: the registry's revision when it was done.
  public let id: Int
  /// When, by the clock of the machine where it was done.
  public let at: String
  /// Who did it.
  public let actor: String
  /// Through which command.
  public let command: String
  /// Why, in the actor's words.
  public let note: String?
  /// For an undo or redo: what it did, and to which operation.
  public let reversal: (kind: Reversal, of: Int)?
  /// The operation that undid this one; nil where it is in force.
  public let undoneBy: Int?
  /// What it changed, in order.
  public let changes: [FieldChange]
  /// How many changes there are, where `changes` was cut off.
  public let changeCount: Int
}
