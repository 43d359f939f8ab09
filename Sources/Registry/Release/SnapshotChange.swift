import RegistryCatalog

/// One field that differs between two snapshots, and what that means for callers.
public struct SnapshotChange: Sendable, Hashable {
  /// What a change means for callers.
  public enum Impact: String, Sendable, Hashable {
    /// A program that was right may now be wrong.
    case breaking
    /// Something is there that was not.
    case additive
    /// The same is said in other words.
    case wording
  }

  /// What happened. Each kind has one ``impact``.
  @nonexhaustive
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case languageAdded = "language-added"
    case languageRemoved = "language-removed"
    case languageChanged = "language-changed"
    case languageFallbackChanged = "language-fallback-changed"
    case categoryAdded = "category-added"
    case categoryRemoved = "category-removed"
    case categoryChanged = "category-changed"
    case categoryNameChanged = "category-name-changed"
    case codeAdded = "code-added"
    case codeRemoved = "code-removed"
    case codeRetired = "code-retired"
    case codeDeprecated = "code-deprecated"
    case codeReinstated = "code-reinstated"
    case codeReplaced = "code-replaced"
    case symbolRenamed = "symbol-renamed"
    case codeMoved = "code-moved"
    case httpStatusChanged = "http-status-changed"
    case retryableChanged = "retryable-changed"
    case replacedByChanged = "replaced-by-changed"
    case descriptionChanged = "description-changed"
    case messageAdded = "message-added"
    case messageRemoved = "message-removed"
    case requiredMessageRemoved = "required-message-removed"
    case messageChanged = "message-changed"
    case argumentsChanged = "arguments-changed"

    /// What it means for callers.
    public var impact: Impact {
      switch self {
      case .languageRemoved, .categoryRemoved, .codeRemoved, .codeRetired, .codeReplaced, .symbolRenamed, .codeMoved,
        .httpStatusChanged, .retryableChanged, .requiredMessageRemoved, .argumentsChanged:
        .breaking
      case .languageAdded, .categoryAdded, .codeAdded, .codeDeprecated, .codeReinstated, .replacedByChanged,
        .messageAdded:
        .additive
      case .languageChanged, .languageFallbackChanged, .categoryChanged, .categoryNameChanged, .descriptionChanged,
        .messageRemoved, .messageChanged:
        .wording
      }
    }
  }

  /// What happened.
  public let kind: Kind
  /// The row.
  public let row: RegistryRow
  /// The field, by the name of its column. A row that is new or gone has a change for each field that it has.
  public let field: String
  /// Its value in the old snapshot; nil for none.
  public let before: FieldValue?
  /// Its value in the new one; nil for none.
  public let after: FieldValue?

  /// What it means for callers.
  public var impact: Impact { kind.impact }

  init(
    row: RegistryRow, field: String, before: FieldValue?, after: FieldValue?, isNew: Bool, isGone: Bool,
    in context: ReleaseContext
  ) {
    self.row = row
    self.field = field
    self.before = before
    self.after = after
    kind = context.kind(of: row, field: field, before: before, after: after, isNew: isNew, isGone: isGone)
  }
}
