extension MessagePattern {
  /// Returns the pattern that formats to exactly a text.
  ///
  /// Braces are quoted, and apostrophes are doubled where they would quote something or stand for one. A text without
  /// braces and without adjacent apostrophes is its own pattern.
  ///
  /// ```swift
  /// MessagePattern.quoting("Use {name} as it''s shown.")  // "Use '{name}' as it''''s shown."
  /// ```
  ///
  /// - Parameter text: Any text.
  /// - Returns: The pattern, which has no arguments.
  public static func quoting(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.firstIndex(where: isBrace), let last = scalars.lastIndex(where: isBrace) else {
      return zip(scalars, scalars.dropFirst()).contains { $0 == "'" && $1 == "'" } ? doubled(scalars[...]) : text
    }
    // One quote from the first brace to the last. Every apostrophe is doubled, so that those at its ends stay apart.
    return doubled(scalars[..<first]) + "'" + doubled(scalars[first...last]) + "'" + doubled(scalars[(last + 1)...])
  }

  private static func isBrace(_ scalar: Unicode.Scalar) -> Bool { scalar == "{" || scalar == "}" }

  private static func doubled(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var doubled = String.UnicodeScalarView()
    for scalar in scalars {
      doubled.append(scalar)
      if scalar == "'" { doubled.append(scalar) }
    }
    return String(doubled)
  }
}
