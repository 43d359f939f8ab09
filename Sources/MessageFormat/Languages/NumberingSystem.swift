/// A set of ten decimal digits, named as in the BCP 47 extension `nu` (UTS #35, part 3).
public struct NumberingSystem: Sendable, Hashable {
  /// The name, such as `latn`.
  public let identifier: String
  /// The digit zero. The others follow it.
  let zero: Unicode.Scalar

  /// ASCII digits, which every message has unless the caller asks for others.
  ///
  /// The default digits of a language are not stable: CLDR changed those of `ar` from Arabic-Indic to ASCII digits in
  /// 2024 (CLDR-17553), and `ar-EG` still has the former ones.
  public static let latn = NumberingSystem(identifier: "latn", zero: "0")
  /// Arabic-Indic digits: ٠ to ٩.
  public static let arab = NumberingSystem(identifier: "arab", zero: "\u{660}")

  private init(identifier: String, zero: Unicode.Scalar) {
    self.identifier = identifier
    self.zero = zero
  }

  /// Finds a numbering system.
  ///
  /// - Parameter identifier: The name, such as `arabext` or `deva`. Returns nil when CLDR has no system of this name
  ///   with ten digits in a row.
  public init?(_ identifier: String) {
    for entry in NumberData.zeros.split(separator: " ") {
      let parts = entry.split(separator: ":")
      guard parts[0] == identifier, let zero = UInt32(parts[1], radix: 16).flatMap(Unicode.Scalar.init) else {
        continue
      }
      self.init(identifier: identifier, zero: zero)
      return
    }
    return nil
  }

  /// Returns a digit.
  ///
  /// - Parameter value: The value of the digit, from 0 to 9.
  func digit(_ value: UInt8) -> Unicode.Scalar { Unicode.Scalar(zero.value + UInt32(value)) ?? zero }
}
