/// Reads numbers in base 36, and the signs between them.
struct FoldingDataReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// Reads one sign.
  mutating func sign() -> UInt8? {
    guard place < bytes.count else { return nil }
    place += 1
    return bytes[place - 1]
  }

  /// Reads a number, and the spaces before it.
  mutating func number() -> UInt32? {
    while place < bytes.count, bytes[place] == UInt8(ascii: " ") { place += 1 }
    let start = place
    var number: UInt32 = 0
    while place < bytes.count, let digit = Self.digit(bytes[place]) {
      number = number * 36 + digit
      place += 1
    }
    return place > start ? number : nil
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a")) + 10
    default: nil
    }
  }
}
