extension Unicode.Scalar {
  /// Whether the scalar can change how the rest of a line is displayed: C0 and C1 controls, DEL, line and paragraph
  /// separators, and bidi controls.
  public var isControlForDisplay: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029: true
    default: isBidiControl
    }
  }

  /// Whether the scalar has the Unicode property Bidi_Control (UAX #9). Twelve scalars have it.
  var isBidiControl: Bool {
    switch value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// The scalar as an escape sequence for messages and terminals, such as `\u{1B}`.
  public var escapedForDisplay: String { "\\u{\(String(value, radix: 16, uppercase: true))}" }

  /// The usual name of the code point, such as `U+001B`.
  var name: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
