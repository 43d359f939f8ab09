/// The value of an argument of a message.
///
/// ```swift
/// try pattern.format(["count": 3, "amount": "12.50 SAR"])
/// ```
public enum MessageValue: Sendable, Hashable {
  /// A text, which is inserted as it is or chooses a form of a `select`.
  case text(String)
  /// A number, which is formatted in the language of the message and chooses a form of a `plural`.
  case number(MessageNumber)

  /// Creates a number from an integer.
  ///
  /// - Parameter value: The integer.
  public init(_ value: Int) { self = .number(MessageNumber(value)) }
}

extension MessageValue: CustomStringConvertible {
  /// The text, or the number in ASCII digits.
  public var description: String {
    switch self {
    case .text(let text): text
    case .number(let number): number.description
    }
  }
}

extension MessageValue: ExpressibleByStringInterpolation {
  /// Creates a text from a literal.
  public init(stringLiteral value: String) { self = .text(value) }
}

extension MessageValue: ExpressibleByIntegerLiteral {
  /// Creates a number from a literal.
  public init(integerLiteral value: Int) { self.init(value) }
}
