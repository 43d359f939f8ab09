/// An error in a message pattern, or in the arguments that it is formatted with.
///
/// New codes are added over time, so give every `switch` over ``code`` a default.
public struct MessageFormatError: Error, Sendable, Equatable {
  /// A stable name for one kind of error, such as `invalid-pattern`.
  public struct Code: Sendable, Hashable, CustomStringConvertible {
    /// The name in kebab case.
    public let description: String

    /// A brace or quote is in a wrong place.
    public static let invalidPattern = Code(description: "invalid-pattern")
    /// An argument of the pattern has no value.
    public static let missingArgument = Code(description: "missing-argument")
  }

  /// The kind of error.
  public let code: Code
  /// What went wrong, as a sentence.
  public let message: String
  /// The position of the error in the pattern, in Unicode scalars counted from 1; nil for a missing argument.
  public let position: Int?
  /// The names of the missing arguments, in the order of first use; empty for every other error.
  public let arguments: [String]
  /// How to correct the pattern, as a sentence; nil when there is no suggestion.
  public let suggestion: String?

  init(
    _ code: Code, _ message: String, position: Int? = nil, arguments: [String] = [], suggestion: String? = nil
  ) {
    self.code = code
    self.message = message
    self.position = position
    self.arguments = arguments
    self.suggestion = suggestion
  }
}
