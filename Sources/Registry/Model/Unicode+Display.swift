extension Unicode.Scalar {
  /// C0, DEL, C1, line and paragraph separators, and the bidi controls: what could change a line other than by its
  /// own glyph.
  public var isControlForDisplay: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029: true
    default: isBidiControl
    }
  }

  /// The twelve characters with the Unicode property Bidi_Control (UAX #9).
  var isBidiControl: Bool {
    switch value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// The scalar as `\u{1B}`, for messages and terminals.
  public var escapedForDisplay: String { "\\u{\(String(value, radix: 16, uppercase: true))}" }

  /// The scalar as people write it in prose: `U+001B`.
  var name: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
