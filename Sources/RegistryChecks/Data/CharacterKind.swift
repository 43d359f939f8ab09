/// What the checks ask about a character.
struct CharacterKind: OptionSet, Sendable {
  let rawValue: UInt8

  /// A letter or a vowel sign of the Arabic script, and no tatweel.
  static let arabic = CharacterKind(rawValue: 1)
  /// A Chinese character.
  static let han = CharacterKind(rawValue: 2)
  /// A Latin letter.
  static let latin = CharacterKind(rawValue: 4)
  /// A Greek or Cyrillic letter.
  static let greekOrCyrillic = CharacterKind(rawValue: 8)
  /// A digit of ASCII.
  static let digit = CharacterKind(rawValue: 16)
  /// An Arabic-Indic digit or one of Persian.
  static let arabicDigit = CharacterKind(rawValue: 32)
  /// A character that shows nothing, or a bidi control.
  static let hidden = CharacterKind(rawValue: 64)
  /// A character that normalization may compose with the one before it, or replaces.
  static let composing = CharacterKind(rawValue: 128)

  static let letter: CharacterKind = [.arabic, .han, .latin, .greekOrCyrillic]

  private static let ranges: [(CharacterKind, [ClosedRange<UInt32>])] = [
    (
      .arabic,
      [
        0x0620...0x063F, 0x0641...0x065F, 0x066E...0x06D3, 0x06D5...0x06DC, 0x06DF...0x06E8, 0x06EA...0x06EF,
        0x06FA...0x06FC, 0x06FF...0x06FF, 0x0750...0x077F, 0x0870...0x08FF, 0xFB50...0xFD3D, 0xFD50...0xFDFB,
        0xFE70...0xFEFC,
      ]
    ),
    (
      .han,
      [
        0x3005...0x3005, 0x3007...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF,
      ]
    ),
    (
      .latin,
      [
        0x41...0x5A, 0x61...0x7A, 0xAA...0xAA, 0xBA...0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x024F, 0x1E00...0x1EFF,
      ]
    ),
    (.greekOrCyrillic, [0x0370...0x0373, 0x0376...0x037F, 0x0386...0x0386, 0x0388...0x0481, 0x048A...0x052F]),
    (.digit, [0x30...0x39]),
    (.arabicDigit, [0x0660...0x0669, 0x06F0...0x06F9]),
    (
      .hidden,
      [
        0xAD...0xAD, 0x034F...0x034F, 0x061C...0x061C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180E...0x180E,
        0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0x2800...0x2800, 0x3164...0x3164, 0xFE00...0xFE0F,
        0xFEFF...0xFEFF, 0xFFA0...0xFFA0, 0xFFF9...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF,
      ]
    ),
    // The compatibility ideographs of other planes.
    (.composing, [0x2F800...0x2FA1D]),
  ]

  /// The kind of each code point.
  static let table: ScalarTable = {
    var table = ScalarTable()
    for (kind, ranges) in ranges {
      for range in ranges { table.insert(kind.rawValue, in: range) }
    }
    table.insert(composing.rawValue, Composition.marks)
    table.insert(composing.rawValue, Composition.replaced.keys)
    return table
  }()
}

extension ScalarTable {
  /// Returns the kind of a character; none for nil.
  func kind(_ scalar: Unicode.Scalar?) -> CharacterKind {
    scalar.map { CharacterKind(rawValue: self[$0]) } ?? []
  }
}

extension [Unicode.Scalar] {
  /// The character at an index; nil beyond the ends.
  func at(_ index: Int) -> Unicode.Scalar? { indices.contains(index) ? self[index] : nil }

  /// Returns whether there is a character of a kind.
  func contains(_ kind: CharacterKind) -> Bool {
    let table = CharacterKind.table
    for scalar in self where table[scalar] & kind.rawValue != 0 { return true }
    return false
  }

  /// Returns the kinds of all characters together.
  var kinds: CharacterKind {
    let table = CharacterKind.table
    var kinds: UInt8 = 0
    for scalar in self { kinds |= table[scalar] }
    return CharacterKind(rawValue: kinds)
  }

  /// Returns the characters of a range as a text.
  func text(_ range: Range<Int>) -> String { self[range].text }
}

extension Unicode.Scalar {
  /// Whether the scalar stands for an argument.
  var isArgument: Bool { value == 0xFFFC }

  /// Whether the scalar is a white space.
  var isSpace: Bool {
    switch value {
    case 0x20, 0x09, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// The code point and the name of the scalar, such as `U+200B (ZERO WIDTH SPACE)`.
  var codePointAndName: String {
    let digits = String(value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: Swift.max(0, 4 - digits.count)) + digits
    return properties.name.map { "\(code) (\($0))" } ?? code
  }
}
