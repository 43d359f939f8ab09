import Registry

extension TextDifference {
  /// Returns the difference on one line, in the notation of wdiff: deleted text between `[-` and `-]`, inserted text
  /// between `{+` and `+}`.
  ///
  /// With colors, deleted text is also red and inserted text green. The marks are kept: they are visible to everyone,
  /// and they prevent Arabic letters of both texts from joining.
  func shown(usesColor: Bool) -> SafeText {
    parts.map { part in
      switch part {
      case .kept(let text): "\(text)"
      case .removed(let text): Self.colored("[-\(text)-]", 31, usesColor)
      case .added(let text): Self.colored("{+\(text)+}", 32, usesColor)
      }
    }.joined()
  }

  private static func colored(_ text: SafeText, _ color: Int, _ usesColor: Bool) -> SafeText {
    usesColor ? "\u{1B}[\(color)m\(text)\u{1B}[0m" : text
  }
}
