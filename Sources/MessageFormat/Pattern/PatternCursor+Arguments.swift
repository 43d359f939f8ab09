extension PatternCursor {
  /// An argument up to its `}` or its first form.
  struct Head {
    /// The offset of its `{`.
    let start: Int
    /// The bytes of the name.
    let name: Range<Int>
    let type: ArgumentType

    /// Whether forms follow.
    var hasForms: Bool {
      switch type {
      case .plain, .number: false
      case .plural, .select: true
      }
    }

    /// What a `#` means in its forms.
    func pound(in outer: Pound) -> Pound {
      if case .plural = type { return .number }
      return outer == .literal ? .literal : .ambiguous
    }
  }

  /// Reads an argument after its `{`: all of it, or up to its first form.
  mutating func argument(in bytes: Span<UInt8>) throws(MessageFormatError) -> Head {
    let start = offset - 1
    skipSpace(in: bytes)
    let name = offset
    skipName(in: bytes)
    let names = name..<offset
    skipSpace(in: bytes)
    guard offset < bytes.count else { throw Self.unclosed(at: start, in: bytes) }
    guard !names.isEmpty, bytes[offset] == UInt8(ascii: "}") || bytes[offset] == UInt8(ascii: ",") else {
      throw MessageFormatError("braces without an argument name", at: start, in: bytes)
    }
    offset += 1
    if bytes[offset - 1] == UInt8(ascii: "}") { return Head(start: start, name: names, type: .plain) }
    skipSpace(in: bytes)
    let word = self.word(in: bytes)
    skipSpace(in: bytes)
    guard offset < bytes.count else { throw Self.unclosed(at: start, in: bytes) }
    if Self.matches(word, "number", in: bytes) {
      return Head(start: start, name: names, type: .number(try numberStyle(in: bytes, from: start)))
    }
    let isSelect = Self.matches(word, "select", ignoringCase: true, in: bytes)
    let isPlural = Self.matches(word, "plural", ignoringCase: true, in: bytes)
    guard isSelect || isPlural || Self.matches(word, "selectordinal", ignoringCase: true, in: bytes) else {
      throw Self.unsupported(word, in: bytes)
    }
    guard bytes[offset] == UInt8(ascii: ",") else {
      throw MessageFormatError(
        "the type '\(Self.string(bytes, word))' without forms", at: word.lowerBound, in: bytes,
        "Write forms behind a comma, as in {count, plural, one {# file} other {# files}}.")
    }
    offset += 1
    if isSelect { return Head(start: start, name: names, type: .select) }
    let kind: PluralRules.Kind = isPlural ? .cardinal : .ordinal
    return Head(start: start, name: names, type: .plural(kind, offset: try pluralOffset(in: bytes)))
  }

  private static func unsupported(_ word: Range<Int>, in bytes: Span<UInt8>) -> MessageFormatError {
    let type = string(bytes, word)
    return MessageFormatError(
      "the type '\(type)', which is not supported,", at: word.lowerBound, in: bytes,
      advice[type.lowercased()] ?? "The types are number, plural, selectordinal and select, in small letters.")
  }

  /// What to write instead of the types of ICU that have no place in a text.
  private static let advice = [
    "choice": "Write a plural, or a select.",
    "date": "Write {name} only; the program inserts a date as text.",
    "time": "Write {name} only; the program inserts a time as text.",
    "spellout": "Write {name} only; the program inserts the words.",
    "ordinal": "Write a selectordinal.",
    "duration": "Write {name} only; the program inserts a duration as text.",
    "list": "Write {name} only; the program inserts the list as text.",
  ]

  /// Reads `}`, or a comma and the style of a number.
  private mutating func numberStyle(in bytes: Span<UInt8>, from start: Int) throws(MessageFormatError) -> NumberStyle {
    if bytes[offset] == UInt8(ascii: "}") {
      offset += 1
      return .decimal
    }
    guard bytes[offset] == UInt8(ascii: ",") else {
      throw MessageFormatError("'\(character(in: bytes))' after 'number'", at: offset, in: bytes, Self.numberAdvice)
    }
    offset += 1
    skipSpace(in: bytes)
    let word = self.word(in: bytes)
    skipSpace(in: bytes)
    guard offset < bytes.count else { throw Self.unclosed(at: start, in: bytes) }
    let style: NumberStyle? =
      Self.matches(word, "integer", in: bytes)
      ? .integer : Self.matches(word, "percent", in: bytes) ? .percent : nil
    guard bytes[offset] == UInt8(ascii: "}"), let style else {
      throw MessageFormatError(
        "a number style that is not supported", at: word.lowerBound, in: bytes, Self.numberAdvice)
    }
    offset += 1
    return style
  }

  private static let numberAdvice = "Write {name, number}, {name, number, integer} or {name, number, percent}."

  /// Reads `offset:` and its integer where a plural has one.
  private mutating func pluralOffset(in bytes: Span<UInt8>) throws(MessageFormatError) -> Int {
    skipSpace(in: bytes)
    let word = "offset:".utf8
    guard offset + word.count <= bytes.count else { return 0 }
    for (index, letter) in word.enumerated() where bytes[offset + index] != letter { return 0 }
    offset += word.count
    skipSpace(in: bytes)
    let start = offset
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "-") || bytes[offset] == UInt8(ascii: "+") { offset += 1 }
    while offset < bytes.count, Self.isDigit(bytes[offset]) { offset += 1 }
    guard offset - start <= 9, let value = Int(Self.string(bytes, start..<offset)) else {
      throw MessageFormatError(
        "an offset that is not an integer", at: start, in: bytes, "Write a number, as in offset:1.")
    }
    return value
  }

  /// Skips the name of an argument: an ASCII letter or `_`, followed by letters, digits and `_`.
  private mutating func skipName(in bytes: Span<UInt8>) {
    guard offset < bytes.count, !Self.isDigit(bytes[offset]) else { return }
    while offset < bytes.count, Self.isDigit(bytes[offset]) || Self.isLetter(bytes[offset]) || bytes[offset] == 0x5F {
      offset += 1
    }
  }

  /// Reads ASCII letters.
  private mutating func word(in bytes: Span<UInt8>) -> Range<Int> {
    let start = offset
    while offset < bytes.count, Self.isLetter(bytes[offset]) { offset += 1 }
    return start..<offset
  }

  static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
  static func isLetter(_ byte: UInt8) -> Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 }

  /// Returns whether bytes are a word.
  static func matches(_ range: Range<Int>, _ word: String, ignoringCase: Bool = false, in bytes: Span<UInt8>) -> Bool {
    let letters = word.utf8
    guard letters.count == range.count else { return false }
    var offset = range.lowerBound
    for letter in letters {
      guard bytes[offset] == letter || ignoringCase && bytes[offset] | 0x20 == letter else { return false }
      offset += 1
    }
    return true
  }

  /// Returns bytes as text.
  static func string(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    String(decoding: range.map { bytes[$0] }, as: UTF8.self)
  }
}

/// The type of an argument.
enum ArgumentType {
  case plain
  case number(NumberStyle)
  case plural(PluralRules.Kind, offset: Int)
  case select
}
