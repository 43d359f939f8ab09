extension Catalog {
  /// A text of the catalog with what a page or a client needs to show it right.
  public struct Message: Sendable, Hashable {
    /// The code's number.
    public let code: Int
    /// The text: a `MessagePattern`, shown as it is where it has no arguments and no quotes.
    public let text: String
    /// The language of the text: not always the one that was asked for.
    public let language: LanguageTag
    /// The direction of the text.
    public let direction: Direction
    /// Whether the language that was asked for has no text of its own, and its fallback or the source language answers.
    public let isFallback: Bool

    /// The text between U+2068 and U+2069, for a place inside text that may have the other direction: a log line, a
    /// terminal, an e-mail. In a page the attribute `dir` does the same.
    public var isolated: String { BidiIsolation.isolated(text, direction: direction) }

    /// The text with its arguments filled in and its quotes resolved.
    ///
    /// - Parameter arguments: the values by name, as they are to be shown; each is isolated, so that an amount in an
    ///   Arabic sentence stays in one piece, and none is read as a pattern. Those that the text does not use are left.
    ///
    /// Throws: `missing-argument`, which names every one that is not given; `invalid-pattern` for a text that no
    /// registry would have taken.
    public func format(_ arguments: [String: String] = [:]) throws(RegistryError) -> String {
      let pattern = try MessagePattern(text)
      let missing = pattern.arguments.filter { arguments[$0] == nil }
      guard missing.isEmpty else {
        let names = missing.map { "{\($0)}" }.joined(separator: ", ")
        throw RegistryError(.missingArgument, "The text of \(code) in \(language) needs \(names).")
      }
      return pattern.parts.map { part in
        switch part {
        case .literal(let text): text
        case .argument(let name): BidiIsolation.isolated(arguments[name] ?? "")
        }
      }.joined()
    }
  }
}
