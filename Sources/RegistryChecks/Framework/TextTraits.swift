/// What a leaf contains, found in one pass, so that most checks need not look at most leaves.
struct TextTraits: OptionSet, Sendable {
  let rawValue: UInt16

  static let digit = TextTraits(rawValue: 1)
  static let bracket = TextTraits(rawValue: 2)
  /// `@`, `://` or `www.`: an address may be here.
  static let address = TextTraits(rawValue: 4)
  /// Two white spaces in a row.
  static let doubleSpace = TextTraits(rawValue: 8)
  /// A space at one of the ends.
  static let edgeSpace = TextTraits(rawValue: 16)
  /// A letter of Latin-1 with a mark, with which damaged UTF-8 begins.
  static let latinSupplement = TextTraits(rawValue: 32)
  static let replacement = TextTraits(rawValue: 64)
  static let argument = TextTraits(rawValue: 128)
  static let han = TextTraits(rawValue: 256)
  static let fullWidthBrace = TextTraits(rawValue: 512)
  static let brace = TextTraits(rawValue: 1024)
  static let questionMark = TextTraits(rawValue: 2048)
  /// A letter of the Arabic script with which text in the wrong code page begins: ط or ظ.
  static let arabicLead = TextTraits(rawValue: 4096)

  /// `<`: a tag of HTML may be here.
  static let angle = TextTraits(rawValue: 8192)
  /// A small letter of ASCII.
  static let smallLatin = TextTraits(rawValue: 16384)
  /// A space before a mark such as a comma.
  static let spaceBeforeMark = TextTraits(rawValue: 32768)

  init(rawValue: UInt16) { self.rawValue = rawValue }

  init(of scalars: [Unicode.Scalar]) {
    var traits: TextTraits = []
    var wasSpace = false
    var last: UInt32 = 0
    for scalar in scalars {
      let value = scalar.value
      var isSpace = false
      if value < 0x80 {
        switch value {
        case 0x30...0x39: traits.insert(.digit)
        case 0x28, 0x29, 0x5B, 0x5D: traits.insert(.bracket)
        case 0x40: traits.insert(.address)
        case 0x2F where last == 0x2F: traits.insert(.address)
        case 0x2E where last == 0x77: traits.insert(.address)
        case 0x20, 0x09: isSpace = true
        case 0x7B, 0x7D: traits.insert(.brace)
        case 0x3F:
          traits.insert(.questionMark)
          if wasSpace { traits.insert(.spaceBeforeMark) }
        case 0x3C: traits.insert(.angle)
        case 0x61...0x7A: traits.insert(.smallLatin)
        case 0x21, 0x2C, 0x2E, 0x3A, 0x3B: if wasSpace { traits.insert(.spaceBeforeMark) }
        default: break
        }
      } else {
        switch value {
        case 0xA0, 0x202F, 0x3000, 0x2000...0x200A: isSpace = true
        case 0xC2...0xF4: traits.insert(.latinSupplement)
        case 0x637, 0x638: traits.insert(.arabicLead)
        case 0x660...0x669, 0x6F0...0x6F9, 0xFF10...0xFF19, 0x966...0x96F, 0x9E6...0x9EF: traits.insert(.digit)
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x323AF: traits.insert(.han)
        case 0xFF08, 0xFF09, 0x3010, 0x3011, 0xFF3B, 0xFF3D, 0x300A, 0x300B, 0x300C, 0x300D: traits.insert(.bracket)
        case 0xFF5B, 0xFF5D: traits.insert(.fullWidthBrace)
        case 0x60C, 0x61B, 0x61F, 0x6D4: if wasSpace { traits.insert(.spaceBeforeMark) }
        case 0xFFFC: traits.insert(.argument)
        case 0xFFFD: traits.insert(.replacement)
        case 0xFEFF: traits.insert(.replacement)
        default: break
        }
      }
      if isSpace {
        if wasSpace { traits.insert(.doubleSpace) }
        if last == 0 { traits.insert(.edgeSpace) }
      }
      wasSpace = isSpace
      last = value
    }
    if wasSpace { traits.insert(.edgeSpace) }
    self = traits
  }
}
