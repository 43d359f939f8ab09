import Registry

extension TextDifference {
  /// Returns the difference on one line, in the notation of wdiff: deleted text between `[-` and `-]`, inserted text
  /// between `{+` and `+}`.
  ///
  /// With colors, deleted text is also red and inserted text green. The marks are kept: they are visible to everyone,
  /// and they prevent Arabic letters of both texts from joining.
  func shown(usesColor: Bool) -> String {
    parts.map { part in
      switch part {
      case .kept(let text): Terminal.sanitized(text)
      case .removed(let text): Self.colored("[-\(Terminal.sanitized(text))-]", 31, usesColor)
      case .added(let text): Self.colored("{+\(Terminal.sanitized(text))+}", 32, usesColor)
      }
    }.joined()
  }

  private static func colored(_ text: String, _ color: Int, _ usesColor: Bool) -> String {
    usesColor ? "\u{1B}[\(color)m\(text)\u{1B}[0m" : text
  }
}
