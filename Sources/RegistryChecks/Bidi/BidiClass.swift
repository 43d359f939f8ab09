/// The bidirectional class of a character (UAX #9, table 4).
///
/// The order of the cases is that of the letters in ``BidiData``.
enum BidiClass: UInt8, CaseIterable {
  case leftToRight, rightToLeft, arabicLetter
  case europeanNumber, europeanSeparator, europeanTerminator, arabicNumber, commonSeparator, nonspacingMark
  case boundaryNeutral, paragraphSeparator, segmentSeparator, whitespace, otherNeutral
  case leftToRightEmbedding, leftToRightOverride, rightToLeftEmbedding, rightToLeftOverride, popDirectionalFormat
  case leftToRightIsolate, rightToLeftIsolate, firstStrongIsolate, popDirectionalIsolate

  /// Whether the character opens an isolate.
  var opensIsolate: Bool { self == .leftToRightIsolate || self == .rightToLeftIsolate || self == .firstStrongIsolate }

  /// Whether the character gives its direction to those around it.
  var isStrong: Bool { self == .leftToRight || self == .rightToLeft || self == .arabicLetter }

  /// Whether rule X9 removes the character.
  var isRemoved: Bool {
    switch self {
    case .boundaryNeutral, .leftToRightEmbedding, .leftToRightOverride, .rightToLeftEmbedding, .rightToLeftOverride,
      .popDirectionalFormat:
      true
    default: false
    }
  }

  /// Whether rules N1 and N2 give the character a direction: it is neutral, or begins or ends an isolate.
  var isNeutral: Bool {
    switch self {
    case .paragraphSeparator, .segmentSeparator, .whitespace, .otherNeutral, .leftToRightIsolate, .rightToLeftIsolate,
      .firstStrongIsolate, .popDirectionalIsolate:
      true
    default: false
    }
  }
}

/// Look-ups in the bidirectional data of Unicode (``BidiData``).
enum BidiProperties {
  /// The raw value of the class of each code point.
  static let classes: ScalarTable = {
    var (table, start, length) = (ScalarTable(), UInt32(0), UInt32(0))
    for byte in BidiData.classes.utf8 {
      if let digit = Hexadecimal.digit(byte) {
        length = length << 4 | UInt32(digit)
      } else {
        table.insert(byte - UInt8(ascii: "A"), in: start...start + max(1, length) - 1)
        start += max(1, length)
        length = 0
      }
    }
    return table
  }()

  /// The brackets that can be a pair. The key is the bracket, and the pair is a number that both brackets have.
  static let brackets: [Unicode.Scalar: (pair: UInt32, isOpening: Bool)] = {
    var brackets: [Unicode.Scalar: (pair: UInt32, isOpening: Bool)] = [:]
    for pair in Hexadecimal.pairs(BidiData.brackets) {
      // U+2329 and U+232A are canonically equivalent to U+3008 and U+3009 (rule BD16).
      let name = pair.0.value == 0x2329 ? 0x3008 : pair.0.value
      brackets[pair.0] = (name, true)
      brackets[pair.1] = (name, false)
    }
    return brackets
  }()

  /// Returns the class of a character.
  static func bidiClass(_ scalar: Unicode.Scalar) -> BidiClass { BidiClass(rawValue: classes[scalar]) ?? .leftToRight }
}
