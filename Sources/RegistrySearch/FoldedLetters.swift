import TextFolding

/// A scalar of a folded text in 16 bits. Scalars outside of the basic plane share the 2,048 values of surrogates, which
/// is exact enough: they are rare characters of Han.
typealias Letter = UInt16

extension Letter {
  static let space: Letter = 0x20

  init(folded scalar: UInt32) {
    self = scalar <= 0xFFFF ? Letter(truncatingIfNeeded: scalar) : 0xD800 | Letter(truncatingIfNeeded: scalar & 0x7FF)
  }

  /// Whether the letter is written without spaces between words.
  @inline(__always) var isHan: Bool {
    self >= 0x2E80 && (self <= 0x9FFF ? self <= 0x312F || self >= 0x3400 : self & 0xF800 == 0xD800)
  }

  /// Whether the letter is a digit. Folded digits are those of ASCII.
  @inline(__always) var isDigit: Bool { (0x30...0x39).contains(self) }

  /// What it costs to leave the letter out: a space is half of a letter, because people forget it.
  @inline(__always) var weight: Int32 { self == Self.space ? 1 : 2 }
}

extension [Letter] {
  /// Folds a text.
  init(folding text: String) {
    var scalars: [UInt32] = []
    TextFolder.append(text, to: &scalars)
    self = scalars.map(Letter.init(folded:))
  }
}

extension [Letter] {
  /// How much the letters say: a character of Han as much as three other letters, and a space nothing.
  var size: Int { reduce(0) { $0 + ($1 == .space ? 0 : $1.isHan ? 3 : 1) } }
}

extension FoldedText {
  /// The folded text as letters.
  var letters: [Letter] { scalars.map { Letter(folded: $0.value) } }
}
