extension String {
  /// The text for Markdown, sanitized, with a backslash before each character that has a meaning there.
  var forMarkdown: SafeText {
    var escaped = String.UnicodeScalarView()
    // By scalars: a mark after the character, such as a combining accent, forms one Character with it.
    for scalar in SafeText(self).string.unicodeScalars {
      if Self.markdownCharacters.contains(scalar) { escaped.append("\\") }
      escaped.append(scalar)
    }
    return SafeText(stringLiteral: String(escaped))
  }

  /// The text as a code span, sanitized. It is delimited by more backticks than the text has in a row (CommonMark,
  /// section 6.1).
  var inMarkdownCode: SafeText {
    let runs = unicodeScalars.split { $0 != "`" }.map(\.count)
    guard let longest = runs.max() else { return "`\(self)`" }
    let fence = String(repeating: "`", count: longest + 1)
    return "\(fence) \(self) \(fence)"
  }

  private static let markdownCharacters = Set("\\`*_{}[]<>#|~".unicodeScalars)
}
