import Registry

extension TextDifference {
  /// The difference in one line: what was taken out between `[-` and `-]`, what was put in between `{+` and `+}`, as wdiff
  /// has it; in red and green besides. The marks stay with the colours: they keep Arabic letters of both sides from
  /// joining, and say the same to everyone.
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
