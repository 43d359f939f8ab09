/// A decimal number with its visible fraction digits.
///
/// `1` and `1.0` are different values: English says “1 point” and “1.0 points”. A value is never a `Double`, so
/// that an amount keeps each of its digits.
///
/// ```swift
/// let three: MessageNumber = 3
/// let amount = MessageNumber(1250, fractionDigits: 2)  // 12.50
/// let rate = MessageNumber("0.175")                    // nil for a text that is not a number
/// ```
public struct MessageNumber: Sendable, Hashable {
  /// The largest number of digits, with those of the fraction.
  public static let maximumDigits = 36
  /// The largest number of digits of the fraction.
  public static let maximumFractionDigits = 18

  /// Whether the number has a minus sign. Minus zero has one too.
  public let isNegative: Bool
  /// The digits as an integer: 1250 for 12.50.
  package let magnitude: UInt128
  /// The number of digits after the decimal point, from 0 to 18.
  public let fractionDigits: Int

  /// Creates an integer.
  ///
  /// - Parameter value: The integer.
  public init(_ value: Int) {
    self.init(isNegative: value < 0, magnitude: UInt128(value.magnitude), fractionDigits: 0)
  }

  /// Creates a number from its smallest unit, such as an amount in halalas.
  ///
  /// - Parameters:
  ///   - units: The number of units: 1250 for 12.50.
  ///   - fractionDigits: The number of digits after the decimal point: 2 for SAR, 3 for KWD, 0 for JPY. Values outside
  ///     0 to 18 are taken as the nearest of them.
  public init(_ units: Int, fractionDigits: Int) {
    self.init(
      isNegative: units < 0, magnitude: UInt128(units.magnitude),
      fractionDigits: min(max(fractionDigits, 0), Self.maximumFractionDigits))
  }

  package init(isNegative: Bool, magnitude: UInt128, fractionDigits: Int) {
    self.isNegative = isNegative
    self.magnitude = magnitude
    self.fractionDigits = fractionDigits
  }
}

extension MessageNumber: ExpressibleByIntegerLiteral {
  /// Creates an integer from a literal.
  public init(integerLiteral value: Int) { self.init(value) }
}

extension MessageNumber: LosslessStringConvertible {
  /// Creates a number from ASCII digits with an optional sign and an optional fraction, such as `-12.50`.
  ///
  /// - Parameter text: The text. Returns nil when it is not such a number, or has more than 36 digits or more than 18
  ///   digits of a fraction.
  public init?(_ text: String) {
    var (magnitude, digits, fractionDigits): (UInt128, Int, Int?) = (0, 0, nil)
    var bytes = text.utf8[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        if let count = fractionDigits { fractionDigits = count + 1 }
        guard digits <= Self.maximumDigits, fractionDigits ?? 0 <= Self.maximumFractionDigits else { return nil }
        magnitude = magnitude * 10 + UInt128(byte - UInt8(ascii: "0"))
      case UInt8(ascii: ".") where fractionDigits == nil && digits > 0: fractionDigits = 0
      default: return nil
      }
    }
    guard digits > 0, fractionDigits != 0 else { return nil }
    self.init(isNegative: isNegative, magnitude: magnitude, fractionDigits: fractionDigits ?? 0)
  }

  /// The number in ASCII digits, without groups: `-12.50`.
  public var description: String {
    let digits = String(magnitude)
    let padded = String(repeating: "0", count: max(0, fractionDigits + 1 - digits.count)) + digits
    let point = padded.count - fractionDigits
    return (isNegative ? "-" : "") + padded.prefix(point)
      + (fractionDigits > 0 ? "." + padded.suffix(fractionDigits) : "")
  }
}

extension MessageNumber {
  /// Returns whether two numbers have the same value: 1 and 1.0 have.
  ///
  /// - Parameter other: The other number.
  package func isEqualInValue(to other: Self) -> Bool {
    let (own, others) = (reduced, other.reduced)
    return own.magnitude == others.magnitude && own.fractionDigits == others.fractionDigits
      && (own.isNegative == others.isNegative || own.magnitude == 0)
  }

  /// Returns the number without trailing zeros of the fraction.
  package var reduced: Self {
    var (magnitude, digits) = (magnitude, fractionDigits)
    while digits > 0, magnitude % 10 == 0 { (magnitude, digits) = (magnitude / 10, digits - 1) }
    return Self(isNegative: isNegative, magnitude: magnitude, fractionDigits: digits)
  }

  /// Returns the difference to an integer, with the same fraction digits.
  ///
  /// - Parameter offset: An integer of at most 9 digits. 36 digits less such an offset fit into 128 bits.
  package func subtracting(_ offset: Int) -> Self {
    if offset == 0 { return self }
    let value = Int128(magnitude) * (isNegative ? -1 : 1) - Int128(offset) * Int128(Self.powerOfTen(fractionDigits))
    return Self(isNegative: value < 0, magnitude: value.magnitude, fractionDigits: fractionDigits)
  }

  /// Returns the number with the decimal point moved to the right and rounded half to even to an integer.
  ///
  /// - Parameter places: 0 for an integer, 2 for a percentage.
  func rounded(movingPoint places: Int = 0) -> Self {
    let missing = fractionDigits - places
    if missing <= 0 {
      return Self(isNegative: isNegative, magnitude: magnitude * Self.powerOfTen(-missing), fractionDigits: 0)
    }
    let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: Self.powerOfTen(missing))
    let half = Self.powerOfTen(missing) / 2
    let isUp = remainder > half || remainder == half && quotient % 2 == 1
    return Self(isNegative: isNegative, magnitude: quotient + (isUp ? 1 : 0), fractionDigits: 0)
  }

  /// Returns 10 to a power from 0 to 36.
  static func powerOfTen(_ exponent: Int) -> UInt128 {
    var power: UInt128 = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }
}
