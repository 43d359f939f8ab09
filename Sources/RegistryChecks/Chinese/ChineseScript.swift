import RegistryCatalog
import TextFolding

/// The check of the two ways of writing Chinese.
///
/// Only characters of one way are found (``HanData``): those that both ways have, such as 后, 里 and 干, are not.
enum ChineseScript {
  case simplified, traditional

  /// The characters of each way, as flags: 1 for traditional ones, and 2 for simplified ones.
  private static let table: ScalarTable = {
    var table = ScalarTable()
    table.insert(1, traditionalPairs.keys)
    table.insert(2, simplifiedPairs.keys)
    return table
  }()

  private static let traditionalPairs = pairs(HanData.traditional)
  private static let simplifiedPairs = pairs(HanData.simplified)

  private static func pairs(_ text: String) -> [Unicode.Scalar: Unicode.Scalar] {
    var (pairs, iterator) = ([Unicode.Scalar: Unicode.Scalar](), text.unicodeScalars.makeIterator())
    while let key = iterator.next(), let value = iterator.next() { pairs[key] = value }
    return pairs
  }

  /// Finds the characters of the other way of writing; those that follow each other are one finding.
  static func find(_ leaf: TextLeaf, other: ChineseScript) -> [Occurrence] {
    let (scalars, table) = (leaf.scalars, table)
    let (flag, pairs): (UInt8, _) = other == .traditional ? (1, traditionalPairs) : (2, simplifiedPairs)
    var (occurrences, start) = ([Occurrence](), 0)
    while start < scalars.count {
      guard table[scalars[start]] & flag != 0 else {
        start += 1
        continue
      }
      var end = start + 1
      while end < scalars.count, table[scalars[end]] & flag != 0 { end += 1 }
      let suggestion = scalars[start..<end].map { pairs[$0] ?? $0 }
      occurrences.append(
        Occurrence(
          range: start..<end,
          message: other == .traditional
            ? "“\(scalars.text(start..<end))” is Traditional Chinese."
            : "“\(scalars.text(start..<end))” is Simplified Chinese.",
          suggestion: suggestion.text(0..<suggestion.count)))
      start = end
    }
    return occurrences
  }

  /// Finds the radicals of dictionaries, which look like characters and are none: no search finds ⽀付 for 支付.
  static func radicals(_ leaf: TextLeaf) -> [Occurrence] {
    leaf.scalars.indices.filter { (0x2E80...0x2FD5).contains(leaf.scalars[$0].value) }.map { index in
      let radical = leaf.scalars[index]
      // Folding also makes characters simplified, so the character is known for texts that are.
      let folded = FoldedText(String(radical)).scalars
      let isKnown = leaf.language.isChinese && leaf.language.chineseScript == .simplified && folded != [radical]
      return Occurrence(
        range: index..<index + 1,
        message: "\(radical.codePointAndName) is a sign of dictionaries, and not the character that it looks like.",
        suggestion: isKnown ? folded.text : nil)
    }
  }
}

extension LanguageTag {
  /// Whether the language is Chinese, in any of its ways of writing.
  var isChinese: Bool { ["zh", "cmn", "yue"].contains(language) }

  /// The way of writing: that of the tag, else the usual one of the region and the language.
  var chineseScript: ChineseScript {
    if let script { return script == "Hant" ? .traditional : .simplified }
    if let region { return ["TW", "HK", "MO"].contains(region) ? .traditional : .simplified }
    return language == "yue" ? .traditional : .simplified
  }
}
