/// A problem that a check has found.
public struct Finding: Sendable, Equatable {
  /// The severity of a finding.
  @nonexhaustive
  public enum Severity: String, Sendable, Hashable {
    /// The problem must be fixed.
    case error
    /// The problem should be known, but need not be fixed.
    case warning
    /// A remark that may be intended.
    case note
  }

  /// The part of a text that a finding is about.
  public struct Evidence: Sendable, Equatable {
    /// The part of the text.
    public let excerpt: String
    /// The position of the part in the stored text, as offsets in Unicode scalars counted from 0; nil when the finding
    /// is about something that the text lacks.
    public let range: Range<Int>?
    /// What to write instead; nil when that is for a person to say.
    public let suggestion: String?

    /// Creates evidence from its parts.
    public init(excerpt: String, range: Range<Int>?, suggestion: String? = nil) {
      self.excerpt = excerpt
      self.range = range
      self.suggestion = suggestion
    }
  }

  /// The name of the check in kebab case.
  public let check: String
  /// The severity of the problem.
  public let severity: Severity
  /// The row with the problem; nil when the problem concerns the whole file.
  public let row: RegistryRow?
  /// A description of the problem, as a sentence.
  public let message: String
  /// The part of the text with the problem; nil when the problem is not in a text.
  public let evidence: Evidence?

  /// Creates a finding from its parts.
  public init(check: String, severity: Severity, row: RegistryRow?, message: String, evidence: Evidence? = nil) {
    self.check = check
    self.severity = severity
    self.row = row
    self.message = message
    self.evidence = evidence
  }
}
