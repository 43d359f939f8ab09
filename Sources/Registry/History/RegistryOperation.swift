import RegistryCatalog

/// One field that an operation changed.
public struct FieldChange: Sendable, Hashable {
  /// The row.
  public let row: RegistryRow
  /// The field, by the name of its column.
  public let field: String
  /// Its value before; nil for none, also when the row did not exist.
  public let before: FieldValue?
  /// Its value after; nil for none, also when the row exists no longer.
  public let after: FieldValue?

  /// What the field holds; nil for a field that this build does not know.
  package var role: FieldRole? { row.role(ofField: field) }
  /// Whether the registry keeps the field for itself, to know what is stale, and nobody wrote it.
  public var isBookkeeping: Bool { role == .bookkeeping }
}

extension RegistryRow {
  /// What a field of the row holds; nil for a field that this build does not know.
  package func role(ofField name: String) -> FieldRole? {
    switch self {
    case .language: Language.role(ofField: name)
    case .category: StatusCategory.role(ofField: name)
    case .categoryName: CategoryName.role(ofField: name)
    case .statusCode: StatusCode.role(ofField: name)
    case .translation: TranslationRow.role(ofField: name)
    }
  }
}

/// Whether an operation is taken back or made again.
public enum ReversalKind: String, Sendable, Hashable {
  /// Takes it back.
  case undo
  /// Makes it again after it was taken back.
  case redo
}

/// What an undo or redo does, and to which operation.
public struct Reversal: Sendable, Hashable {
  /// Whether the operation is taken back or made again.
  public let kind: ReversalKind
  /// The number of the operation made by hand that is undone or redone; never that of an undo or redo.
  public let root: Int
}

/// One operation of the history.
public struct RegistryOperation: Sendable {
  /// Its number: the registry's revision after it.
  public let id: Int
  /// When it was made, by the clock of the machine where it was made: RFC 3339, in UTC.
  public let at: String
  /// Who made it.
  public let actor: String
  /// Through which command.
  public let command: String
  /// Why, in the actor's words.
  public let note: String?
  /// What an undo or redo did; nil for an operation made by hand.
  public let reversal: Reversal?
  /// The operation that undid this one; nil when it is in force.
  public let undoneBy: Int?
  /// What it changed, in order.
  public let changes: [FieldChange]
  /// How many changes there are, when `changes` was cut off.
  public let changeCount: Int
}
