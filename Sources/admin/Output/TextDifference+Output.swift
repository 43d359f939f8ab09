import Registry

extension TextDifference {
  /// The difference in one line: red and struck through, green and underlined; without colour between `[-` and `-]`, `{+`
  /// and `+}`, as wdiff has it.
  func shown(usesColor: Bool) -> String {
    parts.map { part in
      switch part {
      case .kept(let text): Terminal.sanitized(text)
      case .removed(let text):
        usesColor ? "\u{1B}[9;31m\(Terminal.sanitized(text))\u{1B}[0m" : "[-\(Terminal.sanitized(text))-]"
      case .added(let text):
        usesColor ? "\u{1B}[4;32m\(Terminal.sanitized(text))\u{1B}[0m" : "{+\(Terminal.sanitized(text))+}"
      }
    }.joined()
  }
}
