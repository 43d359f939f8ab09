/// An error in a message pattern, or in the arguments that it is formatted with.
///
/// New codes are added over time, so give every `switch` over ``code`` a default.
public struct MessageFormatError: Error, Sendable, Equatable {
  /// A stable name for one kind of error, such as `invalid-pattern`.
  public struct Code: Sendable, Hashable, CustomStringConvertible {
    /// The name in kebab case.
    public let description: String

    /// The pattern breaks a rule of its syntax or of its language.
    public static let invalidPattern = Code(description: "invalid-pattern")
    /// An argument of the pattern has no value.
    public static let missingArgument = Code(description: "missing-argument")
    /// An argument has a value of another kind than the pattern needs, and none is missing.
    public static let wrongArgumentKind = Code(description: "wrong-argument-kind")
  }

  /// The kind of error.
  public let code: Code
  /// What went wrong, as a sentence.
  public let message: String
  /// The position of the error in the pattern, in Unicode scalars counted from 1; nil for an error in the arguments.
  public let position: Int?
  /// The names of the arguments that are missing or have a value of the wrong kind, in the order of first use; empty
  /// for every other error.
  public let arguments: [String]
  /// How to correct the pattern, as a sentence; nil when there is no suggestion.
  public let suggestion: String?

  /// Creates an error in a pattern.
  ///
  /// - Parameters:
  ///   - found: What was found, such as `an unmatched '}'`.
  ///   - offset: Where it was found, in bytes.
  ///   - bytes: The UTF-8 of the pattern.
  ///   - suggestion: What to write instead, as a sentence.
  init(
    _ found: String, at offset: Int, in bytes: Span<UInt8>,
    _ suggestion: String = "Write an argument as {amount}, and a literal brace as '{' between apostrophes."
  ) {
    var position = 1
    // Every scalar has one byte that is not a continuation byte.
    for index in 0..<min(offset, bytes.count) where bytes[index] & 0xC0 != 0x80 { position += 1 }
    code = .invalidPattern
    message = "The text has \(found) at character \(position)."
    self.position = position
    arguments = []
    self.suggestion = suggestion
  }

  /// Creates an error in the arguments.
  ///
  /// - Parameters:
  ///   - missing: The names without a value.
  ///   - mismatched: The names with a value of the wrong kind, and the kind that is needed.
  init(missing: [String], mismatched: [(name: String, kind: ArgumentKind)]) {
    code = missing.isEmpty ? .wrongArgumentKind : .missingArgument
    let names = missing.isEmpty ? [] : ["The text needs \(missing.map { "{\($0)}" }.joined(separator: ", "))."]
    let kinds = mismatched.map { "The text needs {\($0.name)} as \($0.kind == .number ? "a number" : "a text")." }
    message = (names + kinds).joined(separator: " ")
    position = nil
    arguments = missing + mismatched.map(\.name)
    suggestion = nil
  }
}
