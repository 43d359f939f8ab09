/// The checks of the punctuation of Arabic.
enum ArabicPunctuation {
  private static let arabicMarks: [Unicode.Scalar: Unicode.Scalar] = [",": "،", ";": "؛", "?": "؟"]

  /// Finds Latin punctuation in Arabic: not inside a number, an address or another Latin token, and not between two
  /// Latin words.
  static func marks(_ leaf: TextLeaf) -> [Occurrence] {
    let scalars = leaf.scalars
    guard scalars.contains(where: { $0 == "," || $0 == ";" || $0 == "?" }), scalars.contains(.arabic) else { return [] }
    let table = CharacterKind.table
    return scalars.indices.compactMap { index in
      guard let mark = arabicMarks[scalars[index]], !isInsideToken(scalars, index, table) else { return nil }
      let before = table.kind(neighbour(of: index, in: scalars, step: -1))
      let after = table.kind(neighbour(of: index, in: scalars, step: 1))
      if before.contains(.latin) && after.contains(.latin) { return nil }
      return Occurrence(
        range: index..<index + 1, message: "“\(scalars[index])” is Latin punctuation. Arabic has “\(mark)”.",
        suggestion: String(mark))
    }
  }

  /// Whether a mark is inside what has no spaces and no Arabic letters, as in `1,000` and `/pay?id=1`.
  private static func isInsideToken(_ scalars: [Unicode.Scalar], _ index: Int, _ table: ScalarTable) -> Bool {
    let isOfToken = { (scalar: Unicode.Scalar?) -> Bool in
      guard let scalar, !scalar.isSpace else { return false }
      return table.kind(scalar).isDisjoint(with: .arabic)
    }
    let isWord = { (scalar: Unicode.Scalar?) -> Bool in
      guard let scalar else { return false }
      return scalar.isArgument || !table.kind(scalar).isDisjoint(with: [.digit, .arabicDigit, .latin])
        || "=&/#%_-~".unicodeScalars.contains(scalar)
    }
    if isWord(scalars.at(index - 1)) && isWord(scalars.at(index + 1)) { return true }
    // The end of an address, and an entity such as `&amp;`.
    var start = index
    while isOfToken(scalars.at(start - 1)) { start -= 1 }
    let token = scalars[start..<index]
    if scalars[index] == ";" { return token.contains("&") }
    return scalars[index] == "?" && zip(token, token.dropFirst()).contains { $0 == "/" && $1 == "/" }
  }

  /// Returns the closest letter, digit or argument on one side of a mark.
  private static func neighbour(of index: Int, in scalars: [Unicode.Scalar], step: Int) -> Unicode.Scalar? {
    let table = CharacterKind.table
    var place = index + step
    while let scalar = scalars.at(place) {
      let kind = table.kind(scalar)
      if scalar.isArgument || !kind.isDisjoint(with: [.digit, .arabicDigit, .letter]) { return scalar }
      place += step
    }
    return nil
  }

  /// Finds percent signs beside digits of the other kind.
  static func percentSigns(_ leaf: TextLeaf) -> [Occurrence] {
    let scalars = leaf.scalars
    guard scalars.contains(where: { $0 == "%" || $0 == "٪" }) else { return [] }
    let table = CharacterKind.table
    return scalars.indices.compactMap { index in
      let isArabic = scalars[index] == "٪"
      guard isArabic || scalars[index] == "%" else { return nil }
      let digits = digits(beside: index, scalars, table)
      guard digits.contains(isArabic ? .digit : .arabicDigit) else { return nil }
      let other: Unicode.Scalar = isArabic ? "%" : "٪"
      return Occurrence(
        range: index..<index + 1,
        message:
          "“\(scalars[index])” belongs to \(isArabic ? "Arabic" : "ASCII") digits. These digits have “\(other)”.",
        suggestion: String(other))
    }
  }

  /// Returns the kind of the digits beside a sign: before it, else after it, perhaps with a space between.
  private static func digits(beside index: Int, _ scalars: [Unicode.Scalar], _ table: ScalarTable) -> CharacterKind {
    for step in [-1, 1] {
      let near = scalars.at(index + step)
      let kind = table.kind(near?.isSpace == true ? scalars.at(index + 2 * step) : near)
      let digits = kind.intersection([.digit, .arabicDigit])
      if !digits.isEmpty { return digits }
    }
    return []
  }
}
