/// The checks of the spaces of Chinese: one between a Chinese character and a Latin letter or digit, and none
/// elsewhere.
enum ChineseSpaces {
  /// Words of a Latin letter and a Chinese character, such as `U盾`, the key of a bank.
  private static let words: Set<String> = [
    "U盾", "K宝", "A股", "B股", "H股", "T恤", "B端", "C端", "G端", "K线", "X光", "Q币", "K歌",
  ]

  /// Finds Chinese characters directly beside Latin letters and digits.
  static func missing(_ leaf: TextLeaf) -> [Occurrence] {
    let scalars = leaf.scalars
    let token: CharacterKind = [.latin, .digit]
    guard !scalars.kinds.isDisjoint(with: token) else { return [] }
    let table = CharacterKind.table
    var occurrences: [Occurrence] = []
    for index in scalars.indices.dropFirst() {
      let (left, right) = (table.kind(scalars[index - 1]), table.kind(scalars[index]))
      let isBeside =
        left.contains(.han) && !right.isDisjoint(with: token) || right.contains(.han) && !left.isDisjoint(with: token)
      let pair = index - 1..<index + 1
      if !isBeside || words.contains(scalars.text(pair)) || beginsWord(scalars, index) { continue }
      // `5万` is one number.
      if left.contains(.digit), "万萬亿億千百".unicodeScalars.contains(scalars[index]) { continue }
      occurrences.append(
        Occurrence(
          range: pair, message: "There is no space between “\(scalars[index - 1])” and “\(scalars[index])”.",
          suggestion: "\(scalars[index - 1]) \(scalars[index])"))
    }
    return occurrences
  }

  /// Whether a word of both scripts begins at an index.
  private static func beginsWord(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    index + 1 < scalars.count && words.contains(scalars.text(index..<index + 2))
  }

  /// Finds spaces between Chinese characters, and beside full-width punctuation.
  static func needless(_ leaf: TextLeaf) -> [Occurrence] {
    let scalars = leaf.scalars
    guard scalars.contains(where: \.isSpace) else { return [] }
    let table = CharacterKind.table
    var (occurrences, start) = ([Occurrence](), 0)
    while start < scalars.count {
      guard scalars[start].isSpace else {
        start += 1
        continue
      }
      var end = start + 1
      while end < scalars.count, scalars[end].isSpace { end += 1 }
      let (before, after) = (scalars.at(start - 1), scalars.at(end))
      // Spaces at the ends of a text are a fault of their own.
      if let before, let after {
        let isBetweenHan = table.kind(before).contains(.han) && table.kind(after).contains(.han)
        let isBesideMark = before.isFullWidthPunctuation || after.isFullWidthPunctuation
        if isBetweenHan || isBesideMark {
          let range = (before.isArgument ? start : start - 1)..<(after.isArgument ? end : end + 1)
          let place = isBetweenHan ? "between Chinese characters" : "beside full-width punctuation"
          occurrences.append(
            Occurrence(
              range: range, message: "There is a space \(place).",
              suggestion: scalars[range].filter { !$0.isSpace }.map(String.init).joined()))
        }
      }
      start = end
    }
    return occurrences
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is punctuation that is as wide as a Chinese character.
  var isFullWidthPunctuation: Bool {
    switch value {
    case 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301B, 0xFF01, 0xFF08, 0xFF09, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F,
      0x2018, 0x2019, 0x201C, 0x201D:
      true
    default: false
    }
  }
}
