/// A number in a text.
struct TextNumber {
  /// What the number may be, as decimal texts in ASCII. `1,500` is 1500 in English and 1.5 in German.
  let values: [String]
  /// The number as it is written.
  let text: String
  let range: Range<Int>
  /// Whether the digits belong to a Latin token such as MD5, so that they count nothing.
  let isToken: Bool

  func isSame(as other: TextNumber) -> Bool { values.contains { other.values.contains($0) } }

  /// Returns the numbers of a text in their order.
  static func all(in scalars: [Unicode.Scalar], _ language: String) -> [TextNumber] {
    var numbers: [TextNumber] = []
    var index = 0
    while index < scalars.count {
      guard scalars[index].digitValue != nil else {
        index += 1
        continue
      }
      let start = index
      index = end(of: start, in: scalars, language)
      var (values, end) = (values(of: scalars[start..<index]), index)
      if let (zeros, after) = multiplier(at: index, in: scalars, language) {
        let large = values.map { shifted($0, by: zeros) }
        // `5M` is five million, or five of something else.
        values = after == index + 1 && scalars[index].isASCIILetter ? large + values : large
        (index, end) = (after, after)
      }
      numbers.append(
        TextNumber(
          values: values, text: scalars[start..<end].text, range: start..<end,
          isToken: isToken(start..<end, in: scalars)))
    }
    return numbers
  }

  /// Returns where a number ends that starts with a digit.
  private static func end(of start: Int, in scalars: [Unicode.Scalar], _ language: String) -> Int {
    var index = start
    var group = 0
    while index < scalars.count {
      if scalars[index].digitValue != nil {
        index += 1
        group += 1
        continue
      }
      guard index + 1 < scalars.count, scalars[index + 1].digitValue != nil else { break }
      let scalar = scalars[index]
      let isGroup = scalar.isSpaceOfText || scalar == "'" || scalar == "’" || scalar == "٬"
      if isGroup {
        // `1 000`: three digits follow, and the space is one that does not break, or separates groups in the language.
        let next = scalars[(index + 1)...].prefix { $0.digitValue != nil }.count
        let separates = scalar != " " || spaced.contains(language)
        let isPhone = start > 0 && scalars[start - 1] == "+"
        guard separates, next == 3, group <= 3, !isPhone else { break }
      } else if !",.٫".unicodeScalars.contains(scalar) {
        break
      }
      group = 0
      index += 1
    }
    return index
  }

  /// Languages that separate groups of digits by spaces.
  private static let spaced: Set<String> = [
    "fr", "ru", "uk", "be", "bg", "pl", "cs", "sk", "sv", "nb", "no", "nn", "fi", "et", "lv", "lt", "hu", "kk", "pt",
    "es",
  ]

  private static func values(of scalars: ArraySlice<Unicode.Scalar>) -> [String] {
    var parts: [String] = [""]
    var marks: [Unicode.Scalar] = []
    for scalar in scalars {
      if let digit = scalar.digitValue {
        parts[parts.count - 1].unicodeScalars.append(Unicode.Scalar(UInt8(0x30 + digit)))
      } else {
        marks.append(scalar)
        parts.append("")
      }
    }
    guard let last = marks.last, let tail = parts.last else { return [canonical(parts[0], "")] }
    let head = parts.dropLast().joined()
    let isSpaced = { (mark: Unicode.Scalar) in mark != "," && mark != "." && mark != "٫" }
    if last == "٫" { return [canonical(head, tail)] }
    let hasGroups = parts.dropFirst().allSatisfy { $0.count == 3 } && parts[0].count <= 3
    if isSpaced(last) { return [canonical(parts.joined(), "")] }
    if Set(marks).count > 1 { return [canonical(head, tail)] }
    switch (marks.count, hasGroups) {
    case (1, true): return [canonical(head + tail, ""), canonical(head, tail)]
    case (1, false): return [canonical(head, tail)]
    case (_, true): return [canonical(parts.joined(), "")]
    // A version, a date or an address of a computer.
    default: return [parts.joined(separator: "."), String(parts.joined(separator: ".").reversed())]
    }
  }

  private static func canonical(_ whole: String, _ fraction: String) -> String {
    let integer = whole.drop { $0 == "0" }
    var rest = fraction
    while rest.last == "0" { rest.removeLast() }
    return (integer.isEmpty ? "0" : String(integer)) + (rest.isEmpty ? "" : "." + rest)
  }

  /// Returns a number with its decimal point moved to the right.
  private static func shifted(_ value: String, by zeros: Int) -> String {
    let parts = value.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return value }
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    let padded = fraction + String(repeating: "0", count: max(0, zeros - fraction.count))
    return canonical(String(parts[0]) + padded.prefix(zeros), String(padded.dropFirst(zeros)))
  }

  /// Returns the zeros of a word such as `million` after a number, and where it ends.
  private static func multiplier(
    at index: Int, in scalars: [Unicode.Scalar], _ language: String
  ) -> (zeros: Int, end: Int)? {
    // `10K` and `1.2M` are written in every language.
    if index < scalars.count, let zeros = letters[scalars[index]],
      index + 1 == scalars.count || !scalars[index + 1].isASCIIAlphanumeric && scalars[index + 1] != "_"
    {
      return (zeros, index + 1)
    }
    guard let words = multipliers[language] else { return nil }
    var start = index
    while start < scalars.count, scalars[start].isSpaceOfText { start += 1 }
    guard start - index <= 1 else { return nil }
    guard start < scalars.count else { return nil }
    for word in words where word.starts.contains(scalars[start]) {
      let end = start + word.length
      guard end <= scalars.count, scalars[start..<end].text.lowercased() == word.text else { continue }
      let isWhole = language == "zh" || end == scalars.count || !scalars[end].isLetterOfText
      if isWhole { return (word.zeros, end) }
    }
    return nil
  }

  private static let letters: [Unicode.Scalar: Int] = ["K": 3, "k": 3, "M": 6, "B": 9]

  /// A word that multiplies the number before it.
  private struct Multiplier {
    let text: String
    let zeros: Int
    /// The number of scalars.
    let length: Int
    /// The scalars with which the word may start, in small and capital letters.
    let starts: String.UnicodeScalarView

    init(_ text: String, _ zeros: Int) {
      (self.text, self.zeros, length) = (text, zeros, text.unicodeScalars.count)
      let start = String(text.unicodeScalars.prefix(1))
      starts = (start + start.uppercased()).unicodeScalars
    }
  }

  private static let multipliers = multiplierWords.mapValues { $0.map(Multiplier.init) }

  private static let multiplierWords: [String: [(String, Int)]] = [
    "en": [("thousand", 3), ("million", 6), ("billion", 9)],
    "ar": [("ألف", 3), ("آلاف", 3), ("ألفا", 3), ("مليون", 6), ("ملايين", 6), ("مليار", 9), ("مليارات", 9)],
    "zh": [("千万", 7), ("百万", 6), ("十万", 5), ("万亿", 12), ("万", 4), ("亿", 8), ("千", 3)],
    "fr": [("mille", 3), ("millions", 6), ("million", 6), ("milliards", 9), ("milliard", 9)],
    "ru": [("тысяч", 3), ("тысячи", 3), ("тыс", 3), ("млн", 6), ("миллионов", 6), ("миллион", 6), ("млрд", 9)],
  ]

  /// Returns whether digits are a part of a Latin token: MD5, 3DS, 3-D, ISO-8583, X.509.
  private static func isToken(_ range: Range<Int>, in scalars: [Unicode.Scalar]) -> Bool {
    let letter = { (index: Int) -> Bool in
      guard scalars.indices.contains(index) else { return false }
      return scalars[index].isASCIILetter || scalars[index] == "_"
    }
    if letter(range.lowerBound - 1) { return true }
    if range.lowerBound >= 2, "-._/".unicodeScalars.contains(scalars[range.lowerBound - 1]),
      letter(range.lowerBound - 2)
    {
      return true
    }
    let rest = scalars[range.upperBound...].prefix { $0.isASCIIAlphanumeric || $0 == "_" }.text
    if !rest.isEmpty { return !["st", "nd", "rd", "th"].contains(rest.lowercased()) }
    // `3-D`, but not `6-digit`.
    return range.upperBound + 1 < scalars.count && scalars[range.upperBound] == "-" && letter(range.upperBound + 1)
      && !letter(range.upperBound + 2)
  }
}
