/// The plural categories of CLDR, in its order.
public enum PluralCategory: String, Sendable, Hashable, CaseIterable, Comparable {
  case zero, one, two, few, many, other

  /// Whether a category comes before another one in the order of CLDR.
  public static func < (left: Self, right: Self) -> Bool {
    left == right ? false : allCases.first { $0 == left || $0 == right } == left
  }

  /// The category of the first byte of a rule in `PluralData`.
  init?(letter: UInt8) {
    switch letter {
    case UInt8(ascii: "z"): self = .zero
    case UInt8(ascii: "1"): self = .one
    case UInt8(ascii: "2"): self = .two
    case UInt8(ascii: "f"): self = .few
    case UInt8(ascii: "m"): self = .many
    default: return nil
    }
  }
}
