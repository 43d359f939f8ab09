/// Breaks text into lines of a width in terminal cells, and shortens it.
enum TextWrapping {
  /// Returns the lines of a text. Lines are broken at spaces and beside Chinese characters, but not before closing or
  /// after opening punctuation; a longer word is broken between characters.
  ///
  /// - Parameters:
  ///   - text: A text without line breaks.
  ///   - width: The largest number of terminal cells of a line.
  static func lines(of text: String, width: Int) -> [String] {
    if Terminal.width(text) <= width { return [text] }
    var lines: [String] = []
    var (line, used) = ("", 0)
    for unit in units(of: text) {
      let cells = Terminal.width(unit.body)
      if used + unit.space.count + cells <= width {
        line += unit.space + unit.body
        used += unit.space.count + cells
        continue
      }
      if !line.isEmpty { lines.append(line) }
      (line, used) = ("", 0)
      for character in unit.body {
        let cells = Terminal.width(String(character))
        if used + cells > width, !line.isEmpty {
          lines.append(line)
          (line, used) = ("", 0)
        }
        line.append(character)
        used += cells
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// Returns a text that is not wider than the given width: the text, or its start with `…`. Isolates that the start
  /// opens are closed.
  static func shortened(_ text: String, to width: Int) -> String {
    if Terminal.width(text) <= width { return text }
    var (start, used) = ("", 0)
    for character in text {
      let cells = Terminal.width(String(character))
      if used + cells >= width { break }
      start.append(character)
      used += cells
    }
    let isolates = start.unicodeScalars.reduce(0) { count, scalar in
      count + ((0x2066...0x2068).contains(scalar.value) ? 1 : scalar.value == 0x2069 ? -1 : 0)
    }
    return start + "…" + String(repeating: "\u{2069}", count: max(0, isolates))
  }

  /// Returns the parts of a text that are not broken, each with the spaces before it.
  private static func units(of text: String) -> [(space: String, body: String)] {
    var units: [(space: String, body: String)] = []
    var (space, body) = ("", "")
    for character in text {
      if character == " " {
        if !body.isEmpty { units.append((space, body)) }
        space = body.isEmpty ? space + " " : " "
        body = ""
        continue
      }
      if let last = body.last, isBreak(between: last, and: character) {
        units.append((space, body))
        (space, body) = ("", "")
      }
      body.append(character)
    }
    return body.isEmpty ? units : units + [(space, body)]
  }

  private static func isBreak(between left: Character, and right: Character) -> Bool {
    (isWide(left) || isWide(right)) && !opening.contains(left) && !closing.contains(right)
  }

  private static func isWide(_ character: Character) -> Bool { Terminal.width(String(character)) >= 2 }

  private static let opening = Set("（《〈「『【〔［｛“‘([{")
  private static let closing = Set("）》〉」』】〕］｝”’，。、；：？！…—％,.;:?!)]}%")
}
