/// The check of the digits of Arabic.
enum ArabicDigits {
  /// Finds Arabic digits in a text that has numbers in ASCII digits, or in another kind of Arabic digits.
  static func mixed(_ leaf: TextLeaf) -> [Occurrence] {
    let scalars = leaf.scalars
    guard scalars.contains(.arabicDigit) else { return [] }
    let table = CharacterKind.table
    let runs = runs(scalars, table)
    // A digit in a Latin name, such as MD5, is no number.
    let ascii = runs.contains {
      table.kind(scalars[$0.lowerBound]).contains(.digit) && !isPartOfName(scalars, $0, table)
    }
    let arabic = runs.filter { table.kind(scalars[$0.lowerBound]).contains(.arabicDigit) }
    // In Arabic, the digits of Persian are a fault of their own.
    let kinds = leaf.language.language == "ar" ? arabic.filter { isArabicIndic(scalars[$0.lowerBound]) } : arabic
    let isMixed = Set(kinds.map { isArabicIndic(scalars[$0.lowerBound]) }).count > 1
    guard ascii || isMixed else { return [] }
    return kinds.map { run in
      let digits = scalars[run].compactMap { $0.properties.numericValue.map { String(Int($0)) } }.joined()
      return Occurrence(
        range: run, message: "The text has digits of two kinds: “\(scalars.text(run))” is “\(digits)” in ASCII digits.",
        suggestion: digits)
    }
  }

  private static func isArabicIndic(_ scalar: Unicode.Scalar) -> Bool { scalar.value < 0x6F0 }

  /// Returns the runs of digits of one kind.
  private static func runs(_ scalars: [Unicode.Scalar], _ table: ScalarTable) -> [Range<Int>] {
    var (runs, start) = ([Range<Int>](), 0)
    while start < scalars.count {
      let kind = table.kind(scalars[start]).intersection([.digit, .arabicDigit])
      guard !kind.isEmpty else {
        start += 1
        continue
      }
      var end = start
      while end < scalars.count, table.kind(scalars[end]).contains(kind),
        isArabicIndic(scalars[end]) == isArabicIndic(scalars[start])
      {
        end += 1
      }
      runs.append(start..<end)
      start = end
    }
    return runs
  }

  private static func isPartOfName(_ scalars: [Unicode.Scalar], _ run: Range<Int>, _ table: ScalarTable) -> Bool {
    let isJoined = { (scalar: Unicode.Scalar?) in
      guard let scalar else { return false }
      return table.kind(scalar).contains(.latin) || "-_./".unicodeScalars.contains(scalar)
    }
    var (start, end) = (run.lowerBound, run.upperBound)
    while isJoined(scalars.at(start - 1)) || table.kind(scalars.at(start - 1)).contains(.digit) { start -= 1 }
    while isJoined(scalars.at(end)) || table.kind(scalars.at(end)).contains(.digit) { end += 1 }
    return scalars[start..<end].contains { table.kind($0).contains(.latin) }
  }
}
