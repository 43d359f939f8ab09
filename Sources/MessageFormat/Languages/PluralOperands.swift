/// The operands of a plural rule (UTS #35, part 3, section 5.1.1).
///
/// The rules look at the last six digits of a number, or compare it with small numbers. Larger numbers are therefore
/// represented by others with the same last digits.
struct PluralOperands {
  /// The integer digits: operand `i`.
  let integer: UInt64
  /// The visible fraction digits as an integer: operand `f`.
  let fraction: UInt64
  /// The number of visible fraction digits: operand `v`.
  let fractionCount: Int
  /// The exponent of a compact number, such as 6 of “1 million”: operands `e` and `c`.
  let exponent: Int

  /// Creates the operands of a number.
  ///
  /// - Parameters:
  ///   - number: The number. Its sign is ignored.
  ///   - exponent: The exponent of a compact number, from 0 to 18. The operands are those of the whole number.
  init(_ number: MessageNumber, exponent: Int = 0) {
    let moved = min(exponent, number.fractionDigits)
    let unit = MessageNumber.powerOfTen(number.fractionDigits - moved)
    let (whole, part) = unit == 1 ? (number.magnitude, 0) : number.magnitude.quotientAndRemainder(dividingBy: unit)
    integer = Self.shortened(Self.shortened(whole) * UInt64(MessageNumber.powerOfTen(min(exponent - moved, 6))))
    fraction = UInt64(part)
    fractionCount = number.fractionDigits - moved
    self.exponent = exponent
  }

  /// Returns the number itself, or one of 13 digits with the same last twelve.
  private static func shortened(_ number: some FixedWidthInteger) -> UInt64 {
    let limit = 1_000_000_000_000
    return number < limit ? UInt64(number) : UInt64(limit) + UInt64(number % .init(limit))
  }

  /// Returns the value of an operand; nil for `n` of a number with a fraction, which equals no integer.
  ///
  /// - Parameter letter: The letter of the operand.
  func value(of letter: UInt8) -> UInt64? {
    switch letter {
    case UInt8(ascii: "n"): fraction == 0 ? integer : nil
    case UInt8(ascii: "i"): integer
    case UInt8(ascii: "v"): UInt64(fractionCount)
    case UInt8(ascii: "w"): UInt64(withoutZeros.count)
    case UInt8(ascii: "f"): fraction
    case UInt8(ascii: "t"): withoutZeros.digits
    case UInt8(ascii: "e"), UInt8(ascii: "c"): UInt64(exponent)
    default: nil
    }
  }

  /// The fraction digits without trailing zeros.
  private var withoutZeros: (digits: UInt64, count: Int) {
    var (digits, count) = (fraction, fractionCount)
    while count > 0, digits % 10 == 0 { (digits, count) = (digits / 10, count - 1) }
    return (digits, count)
  }
}
