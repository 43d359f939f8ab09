import MessageFormat

extension TextRules {
  /// Requires that a translation has exactly the arguments of its source text, in any order and number.
  ///
  /// A program fills in the arguments by name, and passes the same ones for every language.
  ///
  /// - Parameters:
  ///   - text: The text of the translation.
  ///   - source: The source text.
  /// - Throws: ``RegistryError`` with the code ``RegistryError/Code/argumentsDiffer`` when the arguments are others.
  public static func validateArguments(of text: String, asIn source: String) throws(RegistryError) {
    guard let difference = argumentDifference(text, from: source) else { return }
    throw RegistryError(
      .argumentsDiffer, "The text has \(difference.found); its source text has \(difference.expected).",
      .follow(rule: "A translation has exactly the arguments of its source text, in any order."))
  }

  /// Returns how the arguments of two texts differ, in words; nil when both have the same ones.
  package static func argumentDifference(
    _ text: String, from source: String
  ) -> (found: String, expected: String)? {
    let (found, expected) = (arguments(of: text), arguments(of: source))
    return Set(found) == Set(expected) ? nil : (described(found), described(expected))
  }

  /// Returns the names of the arguments of a text in the order of first use; none when the text is not a pattern.
  package static func arguments(of text: String) -> [String] { (try? MessagePattern(text))?.arguments ?? [] }

  private static func described(_ names: [String]) -> String {
    if names.isEmpty { return "no arguments" }
    return (names.count == 1 ? "the argument " : "the arguments ") + names.map { "{\($0)}" }.joined(separator: ", ")
  }
}
