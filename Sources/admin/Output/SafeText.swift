/// Text that cannot affect the terminal it is printed on: the only text that ``Console`` prints to people.
///
/// The literal parts of an interpolation are kept as they are. Every value in it is sanitized, wherever it comes from:
/// a registry, a file, the command line or the system. Colors are added in literals.
///
/// ```swift
/// let title: SafeText = "operation \(operation.id) by \(operation.actor)\n"
/// ```
struct SafeText: ExpressibleByStringInterpolation {
  private(set) var string: String

  /// Sanitizes a text.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - isIsolated: Whether to isolate the text when it contains right-to-left text.
  init(_ text: String, isolated isIsolated: Bool = false) {
    string = Terminal.isolated(Terminal.sanitized(text), isIsolated)
  }

  init(stringLiteral value: String) { string = value }

  init(stringInterpolation: StringInterpolation) { string = stringInterpolation.string }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var string = ""

    init(literalCapacity: Int, interpolationCount: Int) { string.reserveCapacity(literalCapacity) }

    mutating func appendLiteral(_ literal: String) { string += literal }

    /// Appends a text that is safe already.
    mutating func appendInterpolation(_ text: SafeText) { string += text.string }

    /// Appends any other value, sanitized.
    mutating func appendInterpolation(_ value: some CustomStringConvertible, isolated: Bool = false) {
      string += SafeText(value.description, isolated: isolated).string
    }
  }

  static func + (left: SafeText, right: SafeText) -> SafeText { "\(left)\(right)" }

  static func += (left: inout SafeText, right: SafeText) { left.string += right.string }

  /// Returns the text between isolates when it contains right-to-left text.
  func isolated(_ isIsolated: Bool) -> SafeText {
    SafeText(stringLiteral: Terminal.isolated(string, isIsolated))
  }
}

extension Sequence<SafeText> {
  /// Joins texts.
  func joined(separator: SafeText = "") -> SafeText {
    var (text, isFirst): (SafeText, Bool) = ("", true)
    for element in self {
      text += isFirst ? element : separator + element
      isFirst = false
    }
    return text
  }
}
