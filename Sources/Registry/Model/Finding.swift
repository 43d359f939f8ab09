/// What a check reports.
public struct Finding: Sendable, Equatable {
  /// How bad it is.
  public enum Severity: String, Sendable, Hashable {
    /// Must be mended.
    case error
    /// Should be known.
    case warning
  }

  /// Which check found it, in kebab case.
  public let check: String
  /// How bad it is.
  public let severity: Severity
  /// The row that it is about; nil where it is about the file.
  public let row: RegistryRow?
  /// What was found, as a sentence.
  public let message: String
}
