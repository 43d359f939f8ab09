import RegistryCatalog

/// The conditions for the texts in a list. All conditions must be met; nil, false and an empty list accept everything.
///
/// ```swift
/// let filter = TranslationFilter(language: "ar", codes: ["1400-1499"], text: "الرصيد")
/// let slots = try store.read { registry in try registry.translations(filter) }
/// ```
public struct TranslationFilter: Sendable {
  /// A language in any BCP 47 form.
  public var language: String?
  /// The state of the texts.
  public var state: Translation.State?
  /// Whether to return only missing texts.
  public var isMissing: Bool
  /// Whether to return only stale texts, whose source text has changed since they were written.
  public var isStale: Bool
  /// How much the source text has changed since the texts were written, which returns only stale texts.
  public var staleness: SourceImpact?
  /// Whether to leave out the texts of retired codes.
  public var isInUse: Bool
  /// The codes: each is a number, a symbol in any case, or a range of numbers such as `1400-1499`.
  public var codes: [String]
  /// The key of a category, in any case.
  public var category: String?
  /// A part of the symbol, in any case. With `*` for any characters or `?` for one character, it is the whole symbol.
  public var symbol: String?
  /// A part of the text, in any case. Arabic vowel marks and the tatweel are ignored.
  public var text: String?

  /// Creates a filter from its parts.
  public init(
    language: String? = nil, state: Translation.State? = nil, isMissing: Bool = false, isStale: Bool = false,
    staleness: SourceImpact? = nil, isInUse: Bool = false, codes: [String] = [], category: String? = nil,
    symbol: String? = nil, text: String? = nil
  ) {
    self.language = language
    self.state = state
    self.isMissing = isMissing
    self.isStale = isStale
    self.staleness = staleness
    self.isInUse = isInUse
    self.codes = codes
    self.category = category
    self.symbol = symbol
    self.text = text
  }
}

extension RegistryReader {
  /// Returns the numbers that a list of codes and ranges names; nil when the list is empty.
  ///
  /// - Throws: `RegistryError.Code.codeNotFound` when a code does not exist; `RegistryError.Code.invalidValue` when a
  ///   range is empty. A range need not contain a code.
  func numbers(ofCodes names: [String]) throws(RegistryError) -> [ClosedRange<Int>]? {
    guard !names.isEmpty else { return nil }
    var ranges: [ClosedRange<Int>] = []
    for name in names {
      let ends = DecimalDigits.ascii(in: name).split(
        omittingEmptySubsequences: false, whereSeparator: DecimalDigits.isDash
      )
      .map { Self.number(named: $0) }
      if ends.count == 2, let first = ends[0], let last = ends[1] {
        guard first <= last else {
          throw RegistryError(
            .invalidValue, "The range \(name) is empty.",
            .follow(rule: "A range goes from its lower number to its higher one, such as 1400-1499."))
        }
        ranges.append(first...last)
      } else {
        let number = try code(named: name).value.number
        ranges.append(number...number)
      }
    }
    return ranges
  }
}

/// A pattern for symbols.
struct SymbolPattern {
  private let pattern: [UInt8]
  private let isPart: Bool

  /// Creates a pattern from a part of a symbol, or from a whole symbol with `*` and `?`.
  init(_ text: String) {
    pattern = Array(text.uppercased().utf8)
    isPart = !pattern.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
  }

  /// Returns whether a symbol matches.
  func matches(_ symbol: String) -> Bool {
    let symbol = Array(symbol.utf8)
    if isPart { return symbol.contains(pattern) }
    var (place, next) = (0, 0)
    // The last star, and the first byte that it does not cover. On a mismatch the star covers one more byte. Earlier
    // stars need no second try, so the time is at most the product of both lengths.
    var star: (pattern: Int, symbol: Int)?
    while place < symbol.count {
      if next < pattern.count, pattern[next] == UInt8(ascii: "*") {
        star = (next + 1, place)
        next += 1
      } else if next < pattern.count, pattern[next] == symbol[place] || pattern[next] == UInt8(ascii: "?") {
        (place, next) = (place + 1, next + 1)
      } else if let last = star {
        star = (last.pattern, last.symbol + 1)
        (next, place) = (last.pattern, last.symbol + 1)
      } else {
        return false
      }
    }
    return pattern[next...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}

/// A part of a text to look for, without the differences that a person who looks for it does not type.
struct TextPart {
  private let folded: String

  init(_ text: String) { folded = Self.folded(text) }

  /// Returns whether a text contains the part. Swift compares characters by canonical equivalence.
  func isContained(in text: String) -> Bool { Self.folded(text).contains(folded) }

  private static func folded(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: text.lowercased().unicodeScalars.lazy.filter { !isIgnored($0) })
    return String(kept)
  }

  /// Whether the scalar is the tatweel, a vowel mark from fathatan to sukun, or the superscript alef.
  private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0640, 0x064B...0x0652, 0x0670: true
    default: false
    }
  }
}
