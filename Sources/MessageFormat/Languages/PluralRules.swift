/// The plural rules of a language (CLDR 48; UTS #35, part 3, section 5).
///
/// ```swift
/// PluralRules(for: "ar").category(of: 3)   // few
/// PluralRules(for: "en", .ordinal).category(of: 3)  // few: 3rd
/// ```
public struct PluralRules: Sendable, Hashable {
  /// What a number says.
  public enum Kind: Sendable, Hashable {
    /// How many: 1 file, 2 files.
    case cardinal
    /// Which one: 1st, 2nd.
    case ordinal
  }

  /// Whether CLDR has rules for the language. Without rules, every number is ``PluralCategory/other``.
  public let isKnown: Bool
  /// The rules, as `PluralData` writes them.
  private let rules: String

  /// Finds the rules of a language.
  ///
  /// - Parameters:
  ///   - locale: A BCP 47 language tag, such as `ar-SA`. A tag without rules of its own takes those of the tag without
  ///     its last subtag.
  ///   - kind: What the numbers say.
  public init(for locale: String, _ kind: Kind = .cardinal) {
    let table = kind == .cardinal ? Self.cardinal : Self.ordinal
    let found = table.value(for: locale)
    rules = found ?? ""
    // A language that has cardinal rules and no ordinal ones distinguishes no ordinals.
    isKnown = found != nil || kind == .ordinal && Self.cardinal.value(for: locale) != nil
  }

  /// The categories that the language distinguishes, in CLDR's order. The last one is ``PluralCategory/other``.
  public var categories: [PluralCategory] {
    rules.split(separator: ";").compactMap { $0.utf8.first.flatMap(PluralCategory.init(letter:)) } + [.other]
  }

  /// Returns the category of a number.
  ///
  /// - Parameter number: The number. Its visible fraction digits count, and its sign does not.
  public func category(of number: MessageNumber) -> PluralCategory { category(of: PluralOperands(number)) }

  /// Returns the category of the first rule that includes the operands. A rule is `A&B|C&D`: alternatives of relations.
  func category(of operands: PluralOperands) -> PluralCategory {
    let rules = rules
    let bytes = rules.utf8Span.span
    var offset = 0
    while offset < bytes.count, let category = PluralCategory(letter: bytes[offset]) {
      offset += 1
      var (isIncluded, isAlternative) = (false, true)
      alternatives: while true {
        isAlternative = Self.relation(in: bytes, &offset, operands) && isAlternative
        switch offset < bytes.count ? bytes[offset] : UInt8(ascii: ";") {
        case UInt8(ascii: "&"): offset += 1
        case UInt8(ascii: "|"):
          offset += 1
          (isIncluded, isAlternative) = (isIncluded || isAlternative, true)
        default:
          isIncluded = isIncluded || isAlternative
          break alternatives
        }
      }
      if isIncluded { return category }
      offset += 1
    }
    return .other
  }

  /// Reads a relation such as `n%100=3-10,13` or `v!0`, and returns whether it holds.
  private static func relation(in bytes: Span<UInt8>, _ offset: inout Int, _ operands: PluralOperands) -> Bool {
    var value = operands.value(of: bytes[offset])
    offset += 1
    if bytes[offset] == UInt8(ascii: "%") {
      offset += 1
      let divisor = integer(in: bytes, &offset)
      value = value.map { $0 % divisor }
    }
    let isEqual = bytes[offset] == UInt8(ascii: "=")
    var isIncluded = false
    repeat {
      offset += 1
      let first = integer(in: bytes, &offset)
      var last = first
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "-") {
        offset += 1
        last = integer(in: bytes, &offset)
      }
      if let value, first <= value, value <= last { isIncluded = true }
    } while offset < bytes.count && bytes[offset] == UInt8(ascii: ",")
    return isIncluded == isEqual
  }

  private static func integer(in bytes: Span<UInt8>, _ offset: inout Int) -> UInt64 {
    var value: UInt64 = 0
    while offset < bytes.count, PatternCursor.isDigit(bytes[offset]) {
      value = value * 10 + UInt64(bytes[offset] - UInt8(ascii: "0"))
      offset += 1
    }
    return value
  }

  private static let cardinal = LocaleTable(PluralData.cardinal) { $0 }
  private static let ordinal = LocaleTable(PluralData.ordinal) { $0 }
}
