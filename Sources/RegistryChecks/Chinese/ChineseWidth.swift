/// The checks of the width of punctuation, letters and digits in Chinese.
enum ChineseWidth {
  private static let marks: [Unicode.Scalar: String] = [
    ",": "，", ".": "。", "?": "？", "!": "！", ":": "：", ";": "；", "｡": "。", "､": "、",
  ]

  /// Finds half-width punctuation that belongs to Chinese.
  static func punctuation(_ leaf: TextLeaf) -> [Occurrence] {
    let scalars = leaf.scalars
    guard scalars.contains(where: { isCandidate($0) }), scalars.contains(.han) else { return [] }
    var occurrences: [Occurrence] = []
    let (brackets, quotes) = (brackets(scalars), quotes(scalars, leaf))
    for index in scalars.indices where isCandidate(scalars[index]) {
      if let replacement = brackets[index] ?? quotes[index] ?? mark(scalars, index) {
        occurrences.append(occurrence(scalars, index, replacement))
      }
    }
    return occurrences
  }

  private static func isCandidate(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ",", ".", "?", "!", ":", ";", "(", ")", "\"", "'", "｡", "､": true
    default: false
    }
  }

  private static func occurrence(_ scalars: [Unicode.Scalar], _ index: Int, _ replacement: String) -> Occurrence {
    // Full-width punctuation has no spaces beside it.
    let start = scalars.at(index - 1)?.isSpace == true && index > 1 ? index - 1 : index
    let end = scalars.at(index + 1)?.isSpace == true && index + 2 < scalars.count ? index + 2 : index + 1
    return Occurrence(
      range: start..<end, message: "“\(scalars[index])” is half-width punctuation. Chinese has “\(replacement)”.",
      suggestion: replacement)
  }

  // MARK: Marks

  /// Returns the full-width form of a mark that belongs to Chinese; nil for one in a number or a Latin text.
  private static func mark(_ scalars: [Unicode.Scalar], _ index: Int) -> String? {
    let scalar = scalars[index]
    guard let replacement = marks[scalar] else { return nil }
    if scalar.value >= 0xFF00 { return replacement }
    let table = CharacterKind.table
    // Several dots are an ellipsis.
    if scalar == ".", scalars.at(index - 1) == "." || scalars.at(index + 1) == "." { return nil }
    let before = subject(of: index, scalars)
    let next = scalars.at(index + 1)
    let isWord = { (scalar: Unicode.Scalar?) in !table.kind(scalar).isDisjoint(with: [.latin, .digit]) }
    if table.kind(before).contains(.han) || before?.isFullWidthPunctuation == true {
      // The domain of an address, as in 例子.com.
      return scalar == "." && isWord(next) ? nil : replacement
    }
    let after = next?.isSpace == true ? scalars.at(index + 2) : next
    if after == nil { return endsSentence(scalars, index) ? replacement : nil }
    // The number of a list, as in `1.请填写`, keeps its stop.
    if scalar == "." { return nil }
    return table.kind(after).contains(.han) ? replacement : nil
  }

  /// Returns what a mark follows: the character before it, or before the closing brackets and quotes there.
  private static func subject(of index: Int, _ scalars: [Unicode.Scalar]) -> Unicode.Scalar? {
    var place = index - 1
    while let scalar = scalars.at(place), ")\"'”’".unicodeScalars.contains(scalar) { place -= 1 }
    return scalars.at(place)
  }

  /// Whether the last mark of a text ends a Chinese sentence: the text does not end with a Latin one.
  private static func endsSentence(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    let table = CharacterKind.table
    var place = index - 1
    var words = 0
    while let scalar = scalars.at(place), !table.kind(scalar).contains(.han), !scalar.isFullWidthPunctuation {
      // An address ends with what belongs to it.
      if scalar == "/" { return false }
      if scalar.isSpace { words += 1 }
      place -= 1
    }
    let last = scalars[max(0, place + 1)..<index].filter { !$0.isSpace }
    return words <= 1 && place >= 0 && !abbreviations.contains(String(String.UnicodeScalarView(last)))
  }

  private static let abbreviations: Set<String> = ["Inc", "Ltd", "Co", "Corp", "etc", "No"]

  // MARK: Brackets and quotes

  /// Returns the full-width forms of brackets that enclose Chinese or stand beside it, by their places.
  private static func brackets(_ scalars: [Unicode.Scalar]) -> [Int: String] {
    let table = CharacterKind.table
    var (found, open): ([Int: String], [Int]) = ([:], [])
    for (index, scalar) in scalars.enumerated() {
      if scalar == "(" || scalar == "（" {
        open.append(index)
      } else if scalar == ")" || scalar == "）", let opening = open.popLast() {
        let isChinese =
          scalars[opening..<index].contains { table.kind($0).contains(.han) }
          || isChinese(scalars, opening, step: -1, table)
          || isChinese(scalars, index, step: 1, table) && scalars.at(opening - 1).map { !isName($0, table) } != false
        guard isChinese else { continue }
        if scalars[opening] == "(" { found[opening] = "（" }
        if scalar == ")" { found[index] = "）" }
      }
    }
    return found
  }

  /// Whether the character beside a bracket is Chinese, perhaps after a space.
  private static func isChinese(
    _ scalars: [Unicode.Scalar], _ index: Int, step: Int, _ table: ScalarTable
  ) -> Bool {
    let near = scalars.at(index + step)
    let other = near?.isSpace == true ? scalars.at(index + 2 * step) : near
    return table.kind(other).contains(.han) || other?.isFullWidthPunctuation == true
  }

  /// Whether a character before a bracket makes it part of a Latin name, as in `SHA(256)`.
  private static func isName(_ scalar: Unicode.Scalar, _ table: ScalarTable) -> Bool {
    scalar.isSpace || scalar.isArgument || !table.kind(scalar).isDisjoint(with: [.latin, .digit])
  }

  /// Returns the quotes of Chinese for straight ones around Chinese, by their places.
  private static func quotes(_ scalars: [Unicode.Scalar], _ leaf: TextLeaf) -> [Int: String] {
    let table = CharacterKind.table
    var found: [Int: String] = [:]
    let isTraditional = leaf.language.chineseScript == .traditional
    for (quote, pair) in [("\"", isTraditional ? "「」" : "“”"), ("'", isTraditional ? "『』" : "‘’")] {
      let places = scalars.indices.filter { index in
        // An apostrophe stands inside a Latin word.
        scalars[index] == Unicode.Scalar(quote)
          && !(table.kind(scalars.at(index - 1)).contains(.latin) && table.kind(scalars.at(index + 1)).contains(.latin))
      }
      for start in stride(from: 0, to: places.count - 1, by: 2) {
        let (opening, closing) = (places[start], places[start + 1])
        guard scalars[opening..<closing].contains(where: { table.kind($0).contains(.han) }) else { continue }
        found[opening] = String(pair.prefix(1))
        found[closing] = String(pair.suffix(1))
      }
    }
    return found
  }

  // MARK: Letters and digits

  /// Whether a percent sign of full width stands after a digit. In a text of full width alone, the digit is found too.
  private static func isFullWidthPercent(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    scalars[index] == "％" && (scalars.at(index - 1)?.digitValue != nil || scalars.at(index - 1)?.isArgument == true)
  }

  /// Finds letters, digits and percent signs of full width.
  static func latin(_ leaf: TextLeaf) -> [Occurrence] {
    let scalars = leaf.scalars
    var (occurrences, start) = ([Occurrence](), 0)
    while start < scalars.count {
      var end = start
      while end < scalars.count, scalars[end].isFullWidthLatin || isFullWidthPercent(scalars, end) { end += 1 }
      if end > start {
        let plain = scalars[start..<end].compactMap { Unicode.Scalar($0.value - 0xFEE0) }
        occurrences.append(
          Occurrence(
            range: start..<end, message: "“\(scalars.text(start..<end))” is of full width.",
            suggestion: plain.text(0..<plain.count)))
      }
      start = max(end, start + 1)
    }
    return occurrences
  }
}

extension Unicode.Scalar {
  fileprivate var isFullWidthLatin: Bool {
    switch value {
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
    default: false
    }
  }
}
