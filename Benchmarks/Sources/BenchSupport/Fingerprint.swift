/// A number that two programs agree on when they found the same texts in the same order (FNV-1a, 64 bits).
public struct Fingerprint: CustomStringConvertible {
  @usableFromInline var state: UInt64 = 0xCBF2_9CE4_8422_2325
  /// How many texts it was made of.
  public var count = 0

  /// The fingerprint of no texts.
  public init() {}

  /// Takes a text in, and a NUL behind it, so that texts cannot run together.
  @inlinable
  public mutating func append(_ text: String) {
    for byte in text.utf8 { take(byte) }
    take(0)
    count += 1
  }

  @inlinable
  mutating func take(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

  /// 16 hexadecimal digits.
  public var description: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
