/// What the value of an argument must be.
public enum ArgumentKind: String, Sendable, Hashable {
  /// A text or a number: `{amount}`.
  case any
  /// A number: `{count, plural, …}`, `{count, selectordinal, …}` or `{count, number}`.
  case number
  /// A text that chooses a form: `{method, select, …}`.
  case choice
}
