import MessageFormat

extension Catalog {
  /// A message of the catalog, with what is needed to display it correctly.
  public struct Message: Sendable, Hashable {
    /// The number of the code.
    public let code: Int
    /// The text: a pattern of the type `MessagePattern`. It can be displayed as it is when it contains no arguments and
    /// no quotes.
    public let text: String
    /// The language of the text, which can differ from the requested language.
    public let language: LanguageTag
    /// The writing direction of the text.
    public let direction: Direction
    /// Whether the message is in a fallback language or the source language, because the requested language has no
    /// message.
    public let isFallback: Bool

    /// The text between U+2068 and U+2069, for use inside text of the other direction, such as a log line, a terminal
    /// or an e-mail. In HTML, use the attribute `dir` instead.
    public var isolated: String { BidiIsolation.isolated(text, isRightToLeft: direction == .rightToLeft) }

    /// Returns the text with its arguments inserted, the form of each plural and select chosen, and its quotes
    /// resolved.
    ///
    /// ```swift
    /// try message.format(["count": 3, "amount": "12.50 SAR"])
    /// ```
    ///
    /// Each value is isolated, so that an amount in an Arabic sentence keeps its order. Values are never parsed as
    /// patterns.
    ///
    /// - Parameters:
    ///   - arguments: The values by argument name: texts as they should be displayed, and numbers, which are written as
    ///     in the language of the text. Values that the text does not use are ignored.
    ///   - numberingSystem: The digits of numbers.
    /// - Returns: The text to display.
    /// - Throws: ``RegistryError`` with the code ``RegistryError/Code/missingArgument`` when arguments have no value,
    ///   or ``RegistryError/Code/wrongArgumentKind`` when some have a text in the place of a number or the reverse; the
    ///   message names all of both. ``RegistryError/Code/invalidPattern`` when the text is not a valid pattern, which
    ///   can happen only in a file that the registry did not write.
    public func format(
      _ arguments: [String: MessageValue] = [:], numberingSystem: NumberingSystem = .latn
    ) throws(RegistryError) -> String {
      do {
        return try MessagePattern.format(
          text, locale: language.description, arguments, numberingSystem: numberingSystem)
      } catch {
        throw RegistryError(error, of: "The text of \(code) in \(language)")
      }
    }
  }
}
