/// A 64-bit FNV-1a hash of texts. Two programs that found the same texts in the same order have the same fingerprint.
public struct Fingerprint: CustomStringConvertible {
  @usableFromInline var state: UInt64 = 0xCBF2_9CE4_8422_2325
  /// The number of texts.
  public var count = 0

  /// Creates the fingerprint of no texts.
  public init() {}

  /// Adds a text, followed by a NUL, so that the boundaries between texts affect the hash.
  @inlinable
  public mutating func append(_ text: String) {
    for byte in text.utf8 { take(byte) }
    take(0)
    count += 1
  }

  @inlinable
  mutating func take(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

  /// The hash as 16 hexadecimal digits.
  public var description: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
