extension MessagePattern {
  /// Returns the text with its arguments inserted and its quotes resolved.
  ///
  /// Each value is isolated (UAX #9, section 2.4), so that an amount in an Arabic sentence keeps its order. Values are
  /// never parsed as patterns.
  ///
  /// - Parameters:
  ///   - arguments: The values by argument name: a text as it should be displayed, or a number, which is written as in
  ///     the language of the pattern. Values that the pattern does not use are ignored.
  ///   - numberingSystem: The digits of numbers.
  /// - Returns: The text, with each value between U+2068 and U+2069.
  /// - Throws: ``MessageFormatError`` with the code ``MessageFormatError/Code/missingArgument`` when arguments of the
  ///   forms that are used have no value, or ``MessageFormatError/Code/wrongArgumentKind`` when they have values of
  ///   the wrong kind. The error names all of both.
  public func format(
    _ arguments: [String: MessageValue] = [:], numberingSystem: NumberingSystem = .latn
  ) throws(MessageFormatError) -> String {
    try Self.format(text, locale: locale, arguments, numberingSystem: numberingSystem)
  }

  /// Formats a text that was checked before, without parsing it first.
  ///
  /// - Parameters:
  ///   - text: The text of a message.
  ///   - locale: Its language, as a BCP 47 tag.
  ///   - arguments: The values by argument name.
  ///   - numberingSystem: The digits of numbers.
  /// - Returns: The text, with each value between U+2068 and U+2069.
  /// - Throws: ``MessageFormatError`` as ``format(_:numberingSystem:)``, and with the code
  ///   ``MessageFormatError/Code/invalidPattern`` when the text is not a pattern.
  package static func format(
    _ text: String, locale: String, _ arguments: [String: MessageValue], numberingSystem: NumberingSystem = .latn
  ) throws(MessageFormatError) -> String {
    var formatter = PatternFormatter(text, locale: locale, arguments: arguments, system: numberingSystem)
    return try formatter.format()
  }
}
