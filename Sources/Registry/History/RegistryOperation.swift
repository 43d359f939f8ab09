import RegistryCatalog

/// One field that an operation changed.
public struct FieldChange: Sendable, Hashable {
  /// The row.
  public let row: RegistryRow
  /// The name of the field, which is the name of its column.
  public let field: String
  /// The value before; nil when there was none or the row did not exist.
  public let before: FieldValue?
  /// The value after; nil when there is none or the row was removed.
  public let after: FieldValue?

  /// The role of the field; nil for a field that this build does not know.
  package var role: FieldRole? { row.role(ofField: field) }
  /// Whether the registry maintains the field itself, to find stale translations. Nobody edits such a field.
  public var isBookkeeping: Bool { role == .bookkeeping }
}

extension RegistryRow {
  /// Returns the role of a field of the row; nil for a field that this build does not know.
  package func role(ofField name: String) -> FieldRole? {
    switch self {
    case .language: Language.role(ofField: name)
    case .category: StatusCategory.role(ofField: name)
    case .categoryName: CategoryName.role(ofField: name)
    case .statusCode: StatusCode.role(ofField: name)
    case .translation: TranslationRow.role(ofField: name)
    case .term: TermRow.role(ofField: name)
    case .termRendering: TermRendering.role(ofField: name)
    case .silence: Silence.role(ofField: name)
    }
  }
}

/// Whether an operation is undone or redone.
public enum ReversalKind: String, Sendable, Hashable {
  /// The operation is undone.
  case undo
  /// The operation is made again after it was undone.
  case redo
}

/// An undo or redo of an operation.
public struct Reversal: Sendable, Hashable {
  /// Whether the operation is undone or redone.
  public let kind: ReversalKind
  /// The number of the operation that is undone or redone. This is never the number of an undo or redo.
  public let root: Int
}

/// One operation of the history.
public struct RegistryOperation: Sendable {
  /// The number of the operation, which is the revision of the registry after it.
  public let id: Int
  /// The time of the operation, by the clock of the machine on which it was made: RFC 3339, in UTC.
  public let at: String
  /// The person or program that made the operation.
  public let actor: String
  /// The command through which it was made.
  public let command: String
  /// The reason in the actor's words; nil when none was given.
  public let note: String?
  /// The undo or redo that the operation made; nil for any other operation.
  public let reversal: Reversal?
  /// The number of the operation that undid this one; nil when this one is in force.
  public let undoneBy: Int?
  /// The changes, in order. They can be limited by ``HistoryFilter/shownChanges``.
  public let changes: [FieldChange]
  /// The number of changes, including those that are not in ``changes`` because of a limit.
  public let changeCount: Int
}
