/// A message in ICU MessageFormat syntax: literal text, named arguments such as `{amount}`, and apostrophe quoting.
///
/// ```swift
/// let pattern = try MessagePattern("{amount} was refunded.")
/// try pattern.format(["amount": "12.50 SAR"])  // "\u{2068}12.50 SAR\u{2069} was refunded."
/// ```
///
/// Plural and select are not supported yet. Every other use of braces is an error, so they can be added without
/// changing the meaning of a stored text.
///
/// Quoting follows ICU's mode `DOUBLE_OPTIONAL`: `''` is one apostrophe; an apostrophe before `{` or `}` starts literal
/// text that ends at the next single apostrophe; any other apostrophe is literal.
public struct MessagePattern: Sendable, Hashable {
  /// A part of a pattern. The type is not public, because plural and select will add cases.
  package enum Part: Sendable, Hashable {
    /// Literal text with its quoting resolved.
    case literal(String)
    /// The name of an argument: an ASCII letter or `_`, followed by letters, digits and `_`.
    case argument(String)
  }

  /// The parts in the order of the text. Adjacent literals are joined into one.
  package let parts: [Part]

  /// Parses a pattern.
  ///
  /// - Parameter text: The text of a message.
  /// - Throws: ``MessageFormatError`` with the code ``MessageFormatError/Code/invalidPattern`` and the position of the
  ///   brace or quote.
  public init(_ text: String) throws(MessageFormatError) {
    let scalars = Array(text.unicodeScalars)
    var parts: [Part] = []
    var literal = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      switch scalars[index] {
      case "'" where index + 1 < scalars.count && scalars[index + 1] == "'":
        literal.append("'")
        index += 2
      case "'" where index + 1 < scalars.count && (scalars[index + 1] == "{" || scalars[index + 1] == "}"):
        index = try Self.quoted(scalars, from: index, into: &literal)
      case "{":
        if !literal.isEmpty { parts.append(.literal(String(literal))) }
        literal = String.UnicodeScalarView()
        let name = try Self.argument(scalars, from: index)
        parts.append(.argument(name))
        index += name.unicodeScalars.count + 2
      case "}":
        throw Self.error("an unmatched '}'", at: index)
      default:
        literal.append(scalars[index])
        index += 1
      }
    }
    if !literal.isEmpty { parts.append(.literal(String(literal))) }
    self.parts = parts
  }

  /// The names of the arguments, each once, in the order of first use.
  public var arguments: [String] {
    var names: [String] = []
    for case .argument(let name) in parts where !names.contains(name) { names.append(name) }
    return names
  }

  private static func quoted(
    _ scalars: [Unicode.Scalar], from start: Int, into literal: inout String.UnicodeScalarView
  ) throws(MessageFormatError) -> Int {
    var index = start + 1
    while index < scalars.count {
      if scalars[index] == "'" {
        guard index + 1 < scalars.count, scalars[index + 1] == "'" else { return index + 1 }
        index += 1
      }
      literal.append(scalars[index])
      index += 1
    }
    throw error("an unterminated quote", at: start)
  }

  private static func argument(_ scalars: [Unicode.Scalar], from start: Int) throws(MessageFormatError) -> String {
    guard let end = scalars[start...].firstIndex(of: "}") else { throw error("a '{' that is not closed", at: start) }
    let name = scalars[(start + 1)..<end]
    guard let first = name.first, first == "_" || first.isASCIILetter,
      name.allSatisfy({ $0 == "_" || $0.isASCIILetter || ("0"..."9").contains($0) })
    else { throw error("braces without an argument name", at: start) }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: name)
    return String(view)
  }

  private static func error(_ what: String, at index: Int) -> MessageFormatError {
    MessageFormatError(
      .invalidPattern, "The text has \(what) at character \(index + 1).", position: index + 1,
      suggestion: "Write an argument as {amount}, and a literal brace as '{' between apostrophes.")
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is a letter from A to Z or from a to z.
  package var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}
