/// The check of words that mix letters of Latin with those of Greek or Cyrillic.
enum LookAlikes {
  /// The letter or digit of ASCII that a Greek or Cyrillic letter looks like.
  private static let ascii: [Unicode.Scalar: Unicode.Scalar] = {
    var (pairs, iterator) = ([Unicode.Scalar: Unicode.Scalar](), LookAlikeData.pairs.unicodeScalars.makeIterator())
    while let letter = iterator.next(), let other = iterator.next() { pairs[letter] = other }
    return pairs
  }()

  /// The usual Cyrillic and Greek letters that look like a Latin one, by that one.
  private static let cyrillic = reversed("АВЕКМНОРСТУХаеорсухі")
  private static let greek = reversed("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο")

  private static func reversed(_ letters: String) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(letters.unicodeScalars.compactMap { letter in ascii[letter].map { ($0, letter) } }) { first, _ in first }
  }

  static func find(_ leaf: TextLeaf) -> [Occurrence] {
    let scalars = leaf.scalars
    guard scalars.contains(.greekOrCyrillic), scalars.contains(.latin) else { return [] }
    let table = CharacterKind.table
    let word: CharacterKind = [.latin, .greekOrCyrillic, .digit]
    var (occurrences, start) = ([Occurrence](), 0)
    while start < scalars.count {
      var end = start
      while end < scalars.count, !table.kind(scalars[end]).isDisjoint(with: word) { end += 1 }
      if let occurrence = occurrence(scalars, start..<end, table) { occurrences.append(occurrence) }
      start = max(end, start + 1)
    }
    return occurrences
  }

  private static func occurrence(
    _ scalars: [Unicode.Scalar], _ word: Range<Int>, _ table: ScalarTable
  ) -> Occurrence? {
    let latin = word.filter { table.kind(scalars[$0]).contains(.latin) }
    let other = word.filter { table.kind(scalars[$0]).contains(.greekOrCyrillic) }
    guard !latin.isEmpty, !other.isEmpty else { return nil }
    if other.allSatisfy({ ascii[scalars[$0]] != nil }) {
      // Without a letter that only the other script has, the word is Latin, unless it has hardly a Latin letter.
      let isOther = latin.count < other.count && latin.allSatisfy { replacement(scalars, $0, other) != nil }
      return isOther
        ? report(scalars, word, latin) { replacement(scalars, $0, other) }
        : report(scalars, word, other) { ascii[scalars[$0]] }
    }
    guard latin.count < other.count, latin.allSatisfy({ replacement(scalars, $0, other) != nil }) else { return nil }
    return report(scalars, word, latin) { replacement(scalars, $0, other) }
  }

  /// Returns the letter of the other script of a word that a Latin letter looks like.
  private static func replacement(_ scalars: [Unicode.Scalar], _ index: Int, _ other: [Int]) -> Unicode.Scalar? {
    scalars[other[0]].value < 0x400 ? greek[scalars[index]] : cyrillic[scalars[index]]
  }

  private static func report(
    _ scalars: [Unicode.Scalar], _ word: Range<Int>, _ strange: [Int], _ replacement: (Int) -> Unicode.Scalar?
  ) -> Occurrence {
    var suggestion = scalars
    for index in strange { suggestion[index] = replacement(index) ?? scalars[index] }
    let names = strange.map { scalars[$0].codePointAndName }.reduce(into: [String]()) { names, name in
      if !names.contains(name) { names.append(name) }
    }
    return Occurrence(
      range: word,
      message:
        "The word “\(scalars.text(word))” has \(names.joined(separator: " and ")) among letters of another script.",
      suggestion: suggestion.text(word))
  }
}
