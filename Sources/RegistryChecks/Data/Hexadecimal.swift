/// Reading the packed data of this module.
enum Hexadecimal {
  /// Returns the value of a digit in lower case; nil for every other byte.
  static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case 0x30...0x39: Int(byte) - 0x30
    case 0x61...0x66: Int(byte) - 0x61 + 10
    default: nil
    }
  }

  /// Returns the characters of a list such as `28:29 5b:5d`.
  static func pairs(_ list: some StringProtocol, separator: Character = " ") -> [(Unicode.Scalar, Unicode.Scalar)] {
    list.split(separator: separator).compactMap { pair in
      let parts = pair.split(separator: ":")
      guard parts.count == 2, let first = scalar(parts[0]), let second = scalar(parts[1]) else { return nil }
      return (first, second)
    }
  }

  /// Returns the character of a code point in hexadecimal; nil when there is none.
  static func scalar(_ text: some StringProtocol) -> Unicode.Scalar? {
    UInt32(text, radix: 16).flatMap(Unicode.Scalar.init)
  }
}
