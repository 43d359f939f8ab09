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
    if value < 0x80 { return (0x30...0x39).contains(value) ? Int(value) - 0x30 : nil }
    guard properties.numericType == .decimal else { return nil }
    return properties.numericValue.map { Int($0) }
  }
}

extension Sequence<Unicode.Scalar> {
  /// The scalars as a text.
  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: self)
    return String(view)
  }
}
