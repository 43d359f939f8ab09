/// A problem that a check has found.
public struct Finding: Sendable, Equatable {
  /// The severity of a finding.
  @nonexhaustive
  public enum Severity: String, Sendable, Hashable {
    /// The problem must be fixed.
    case error
    /// The problem should be known, but need not be fixed.
    case warning
  }

  /// The name of the check in kebab case.
  public let check: String
  /// The severity of the problem.
  public let severity: Severity
  /// The row with the problem; nil when the problem concerns the whole file.
  public let row: RegistryRow?
  /// A description of the problem, as a sentence.
  public let message: String

  /// Creates a finding from its parts.
  public init(check: String, severity: Severity, row: RegistryRow?, message: String) {
    self.check = check
    self.severity = severity
    self.row = row
    self.message = message
  }
}
