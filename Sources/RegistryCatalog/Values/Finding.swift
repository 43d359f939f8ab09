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

  /// The name of a value in the message of a finding.
  @nonexhaustive
  public enum ValueName: String, Sendable, Hashable, CaseIterable {
    /// An argument, without braces.
    case argument
    /// A form of a plural, or a word of a select, as it is written.
    case form
    /// Some numbers for which a form is used, such as `3, 4, 5`.
    case numbers
    /// The marks at the end of the text.
    case mark
    /// The marks at the end of the source text.
    case sourceMark
    /// How many times as long as the source text the text is.
    case factor
    /// The number of characters of the text.
    case length
    /// The number of characters of the source text.
    case sourceLength
    /// A number in the text.
    case number
    /// A number in the source text.
    case sourceNumber
    /// A web or e-mail address of the source text that the text lacks.
    case address
    /// A tag of HTML in the source text that the text lacks, without brackets.
    case tag
    /// A term of the glossary.
    case term
    /// How the glossary renders the term, at most three times, as in `a / b`.
    case renderings
    /// The number of another code.
    case code
    /// A part of the text as it is displayed, from left to right.
    case displayed
    /// The name of a field of the row.
    case field
    /// The stored value of the field.
    case stored
    /// The value of the field according to the history.
    case recorded
    /// The number of an operation.
    case operation
    /// The name of a release.
    case release
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
  /// The values that ``message`` has besides the evidence, for a program that says it in another language. A value that
  /// does not exist, such as a mark at the end of a text without one, is left out.
  public let values: [ValueName: String]

  /// Creates a finding from its parts.
  public init(
    check: String, severity: Severity, row: RegistryRow?, message: String, evidence: Evidence? = nil,
    values: [ValueName: String] = [:]
  ) {
    self.check = check
    self.severity = severity
    self.row = row
    self.message = message
    self.evidence = evidence
    self.values = values
  }
}
