/// A message as an ICU MessageFormat pattern: literal text, named arguments such as `{amount}`, and ICU's apostrophe
/// quoting. Plural and select are not read yet; every other brace is an error, so they can come without changing what
/// is stored.
///
/// Quoting (ICU `MessagePattern`, mode `DOUBLE_OPTIONAL`): `''` is one apostrophe; an apostrophe before `{` or `}`
/// starts literal text that runs to the next single apostrophe; any other apostrophe stands for itself.
public struct MessagePattern: Sendable, Hashable {
  /// A part of a pattern, in the order of the text.
  public enum Part: Sendable, Hashable {
    /// Text as it is shown, quoting resolved.
    case literal(String)
    /// The name of an argument: an ASCII letter or `_`, then letters, digits and `_`.
    case argument(String)
  }

  /// The parts; neighbouring literals are joined.
  public let parts: [Part]

  /// Parses `text`.
  ///
  /// Throws: `invalid-pattern` with the position of the brace, counted in Unicode scalars from 1.
  public init(_ text: String) throws(RegistryError) {
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
        throw Self.error("a '}' that closes nothing", at: index)
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
  ) throws(RegistryError) -> Int {
    var index = start + 1
    while index < scalars.count {
      if scalars[index] == "'" {
        guard index + 1 < scalars.count, scalars[index + 1] == "'" else { return index + 1 }
        index += 1
      }
      literal.append(scalars[index])
      index += 1
    }
    throw error("a quote that does not end", at: start)
  }

  private static func argument(_ scalars: [Unicode.Scalar], from start: Int) throws(RegistryError) -> String {
    guard let end = scalars[start...].firstIndex(of: "}") else { throw error("a '{' that is not closed", at: start) }
    let name = scalars[(start + 1)..<end]
    guard let first = name.first, first == "_" || first.isASCIILetter,
      name.allSatisfy({ $0 == "_" || $0.isASCIILetter || ("0"..."9").contains($0) })
    else { throw error("braces around what is not an argument name", at: start) }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: name)
    return String(view)
  }

  private static func error(_ what: String, at index: Int) -> RegistryError {
    RegistryError(
      .invalidPattern, "The text has \(what) at character \(index + 1).",
      hint: "Write an argument as {amount}, and a literal brace as '{' between apostrophes.")
  }
}

extension Unicode.Scalar {
  var isASCIILetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
}
