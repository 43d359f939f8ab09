extension Unicode.Scalar {
  /// Whether the scalar can be a part of the name of an argument.
  var isOfName: Bool { isASCIIAlphanumeric || self == "_" }

  /// Whether the scalar is an ASCII letter or digit.
  var isASCIIAlphanumeric: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// Whether the scalar is a space of any width.
  var isSpaceOfText: Bool {
    switch value {
    case 0x20, 0x09, 0xA0, 0x202F, 0x3000, 0x2000...0x200A: true
    default: false
    }
  }

  /// Whether the scalar is a letter of any script, or a mark on one.
  var isLetterOfText: Bool {
    switch value {
    case ..<0x80: return (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value)
    case 0x620...0x63F, 0x641...0x65F, 0x4E00...0x9FFF: return true
    case 0x2000...0x206F, 0x3000...0x3004, 0xFF00...0xFF20: return false
    default: break
    }
    return properties.isAlphabetic || properties.generalCategory == .nonspacingMark
  }

  var isHan: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x323AF, 0xF900...0xFAFF: true
    default: false
    }
  }

  /// The value of a decimal digit of any script; nil for everything else.
  var digitValue: Int? {
    switch value {
    case 0x30...0x39: return Int(value) - 0x30
    case 0x660...0x669: return Int(value) - 0x660
    // Neither these nor the Chinese characters have digits, and asking for a property takes longer.
    case ..<0x660, 0x66A...0x6EF, 0x2000...0x9FFF: return nil
    default: break
    }
    guard properties.numericType == .decimal else { return nil }
    return properties.numericValue.map { Int($0) }
  }
}

extension Sequence<Unicode.Scalar> {
  /// The scalars as a text.
  var text: String {
    // Appending the scalars to a text takes several times as long.
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2 * underestimatedCount)
    for scalar in self {
      if scalar.isASCII { bytes.append(UInt8(scalar.value)) } else { bytes.append(contentsOf: scalar.utf8) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
