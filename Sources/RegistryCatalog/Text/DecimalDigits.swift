/// The decimal digits of all scripts, and the dashes between them.
package enum DecimalDigits {
  /// Returns whether a character is a dash or a tilde, as people write it between two numbers.
  package static func isDash(_ character: Character) -> Bool { "-‐‑‒–—―−－~～〜".contains(character) }

  /// Returns the text with every decimal digit in ASCII: `١٤٠٢`, `۱۴۰۲`, `１４０２` and `一四〇二` become
  /// `1402`. Other characters are kept, also numerals that are no digits, such as `十`.
  package static func ascii(in text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(ascii(scalar)) }
    return String(scalars)
  }

  private static func ascii(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if let value = chinese[scalar] { return Unicode.Scalar(UInt8(ascii: "0") + value) }
    guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue, (0...9).contains(value)
    else { return scalar }
    return Unicode.Scalar(UInt8(ascii: "0") + UInt8(value))
  }

  /// The Chinese digits, which are letters in Unicode.
  private static let chinese: [Unicode.Scalar: UInt8] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
}
