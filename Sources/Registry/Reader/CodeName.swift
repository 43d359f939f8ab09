import RegistryCatalog

/// A name that a person wrote for a code.
struct CodeName {
  /// The number; nil when the name contains none.
  let number: Int?
  /// The symbol in capital letters. Of a number alone it is the number, which is the symbol of no code.
  let symbol: String
  /// Whether the name contains a number and a symbol, which must belong to the same code.
  let isBoth: Bool

  /// Reads a name: a number in the digits of any script, a symbol in any case, or both; with or without a word for
  /// "code" before it, such as in `code 1402`, `رمز ١٤٠٢`, `错误码：1402` and `1402 INSUFFICIENT_BALANCE`.
  ///
  /// - Returns: The parts of the name; nil when it has another form.
  init?(_ text: String) {
    var parts = text.split { $0.isWhitespace || Self.separators.contains($0) }.map(String.init)
    while parts.count > 1, Self.words.contains(parts[0].lowercased()) { parts.removeFirst() }
    guard let first = parts.first, parts.count <= 2 else { return nil }
    // Chinese is written without spaces.
    if let word = Self.chineseWords.first(where: first.hasPrefix) { parts[0] = String(first.dropFirst(word.count)) }
    isBoth = parts.count == 2
    number = Self.number(parts[0]) ?? parts.last.flatMap(Self.number)
    symbol = (isBoth && Self.number(parts[0]) != nil ? parts[1] : parts[0]).uppercased()
    if isBoth, number == nil { return nil }
  }

  /// The part of the name that is compared with other names.
  var main: String { number.map { "\($0)" } ?? symbol }

  private static func number(_ text: String) -> Int? {
    RegistryReader.number(named: DecimalDigits.ascii(in: text))
  }

  private static let separators: Set<Character> = [":", "：", "#", "＃", "(", ")", "（", "）", ",", "，"]

  private static let chineseWords = ["代码", "编码", "状态码", "错误码", "状态代码", "错误代码"]

  /// Words for "code" and "error" in front of a number.
  private static let words = Set(
    ["code", "status", "error", "رمز", "الرمز", "كود", "الكود", "خطأ"] + chineseWords)
}
