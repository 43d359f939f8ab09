import RegistryCatalog

/// One field that differs between two snapshots, with its impact on callers.
public struct SnapshotChange: Sendable, Hashable {
  /// The impact of a change on callers.
  public enum Impact: String, Sendable, Hashable {
    /// A program that worked before may fail.
    case breaking
    /// Something was added.
    case additive
    /// Only wording has changed.
    case wording
  }

  /// The kind of a change. Each kind has one ``impact``, except for codes that were retired before.
  @nonexhaustive
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A language was added.
    case languageAdded = "language-added"
    /// A language was removed.
    case languageRemoved = "language-removed"
    /// A name, the position or the required flag of a language changed.
    case languageChanged = "language-changed"
    /// The fallback of a language changed.
    case languageFallbackChanged = "language-fallback-changed"
    /// Some tag is answered in another language than before, and that language does not fall back to the previous one.
    case languageAnswerChanged = "language-answer-changed"
    /// A category was added.
    case categoryAdded = "category-added"
    /// A category was removed.
    case categoryRemoved = "category-removed"
    /// The position or the ranges of a category changed.
    case categoryChanged = "category-changed"
    /// The name of a category in one language was added, changed or removed.
    case categoryNameChanged = "category-name-changed"
    /// A code was added.
    case codeAdded = "code-added"
    /// A code was removed.
    case codeRemoved = "code-removed"
    /// A code was retired.
    case codeRetired = "code-retired"
    /// A code was deprecated.
    case codeDeprecated = "code-deprecated"
    /// A deprecated or retired code is active again.
    case codeReinstated = "code-reinstated"
    /// Both the symbol and the source text of a code changed, so the number has another meaning.
    case codeReplaced = "code-replaced"
    /// The symbol of a code changed.
    case symbolRenamed = "symbol-renamed"
    /// A code was moved to another category.
    case codeMoved = "code-moved"
    /// The HTTP status of a code changed.
    case httpStatusChanged = "http-status-changed"
    /// It changed whether a request that failed with the code can be repeated.
    case retryableChanged = "retryable-changed"
    /// The replacement of a code changed.
    case replacedByChanged = "replaced-by-changed"
    /// The description of a code changed.
    case descriptionChanged = "description-changed"
    /// A message was added.
    case messageAdded = "message-added"
    /// A message was removed whose code is retired or gone, or whose language is not required.
    case messageRemoved = "message-removed"
    /// A message in a required language was removed, although its code is not retired.
    case requiredMessageRemoved = "required-message-removed"
    /// The text of a message changed, but not its arguments.
    case messageChanged = "message-changed"
    /// The arguments of a message changed.
    case argumentsChanged = "arguments-changed"

    /// Whether the change is one of the facts or arguments of a code that is in both snapshots.
    fileprivate var isOfOneCode: Bool {
      switch self {
      case .codeReplaced, .symbolRenamed, .codeMoved, .httpStatusChanged, .retryableChanged, .argumentsChanged: true
      default: false
      }
    }

    /// The impact of the change on callers.
    public var impact: Impact {
      switch self {
      case .languageRemoved, .languageAnswerChanged, .categoryRemoved, .codeRemoved, .codeRetired, .codeReplaced,
        .symbolRenamed, .codeMoved,
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

  /// The kind of the change.
  public let kind: Kind
  /// The row that changed.
  public let row: RegistryRow
  /// The name of the field, which is the name of its column. A row that was added or removed has one change for each of
  /// its fields.
  public let field: String
  /// The value in the old snapshot; nil when there was none.
  public let before: FieldValue?
  /// The value in the new snapshot; nil when there is none.
  public let after: FieldValue?

  /// The impact of the change on callers: that of its kind. The facts and texts of a code that was retired in the old
  /// snapshot already are wording, because nobody is answered with them.
  public let impact: Impact

  init(kind: Kind, row: RegistryRow, field: String, before: FieldValue?, after: FieldValue?) {
    (self.kind, self.row, self.field, self.before, self.after) = (kind, row, field, before, after)
    impact = kind.impact
  }

  init(
    row: RegistryRow, field: String, before: FieldValue?, after: FieldValue?, isNew: Bool, isGone: Bool,
    in context: ReleaseContext
  ) {
    self.row = row
    self.field = field
    self.before = before
    self.after = after
    kind = context.kind(of: row, field: field, before: before, after: after, isNew: isNew, isGone: isGone)
    impact = row.code.map(context.wasRetired) == true && kind.isOfOneCode ? .wording : kind.impact
  }
}
