import MessageFormat

/// The languages that an HTTP request accepts: a parsed `Accept-Language` header (RFC 9110, section 12.5.4).
///
/// ```swift
/// let languages = AcceptLanguage("ar-SA, en;q=0.8")
/// languages.preferred  // ["ar-SA", "en"]
/// let message = catalog.message(for: 1402, in: languages)
/// ```
public struct AcceptLanguage: Sendable, Hashable {
  /// The accepted tags, ordered by weight and then by their order in the header.
  ///
  /// The range `*` is left out, because it stands for the default language, which always answers last (RFC 4647,
  /// section 3.4).
  public let preferred: [String]
  /// The language ranges with the weight 0, which are not acceptable.
  public let refused: [String]

  /// The number of ranges that are read. Any further ranges are ignored, so that a long header costs little.
  private static let rangeLimit = 64

  /// Parses the value of the header. Parts that are not a language range with an optional weight are ignored.
  public init(_ field: String) {
    var wanted: [(tag: String, weight: Int)] = []
    var refused: [String] = []
    for element in field.split(separator: ",").prefix(Self.rangeLimit) {
      guard let (range, weight) = Self.element(element), range != "*" else { continue }
      if weight > 0 { wanted.append((range, weight)) } else { refused.append(range) }
    }
    // The standard library's sort is stable.
    preferred = wanted.sorted { $0.weight > $1.weight }.map(\.tag)
    self.refused = refused
  }

  /// Splits `ar-SA;q=0.9` into the range and the weight in thousandths; returns nil when it is invalid.
  private static func element(_ text: Substring) -> (String, Int)? {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false).map(\.withoutOptionalWhitespace)
    guard parts.count <= 2, let range = parts.first, isRange(range) else { return nil }
    guard parts.count == 2 else { return (String(range), 1_000) }
    let pair = parts[1].split(separator: "=", omittingEmptySubsequences: false)
    guard pair.count == 2, pair[0] == "q" || pair[0] == "Q", let weight = weight(pair[1]) else { return nil }
    return (String(range), weight)
  }

  private static func isRange(_ text: Substring) -> Bool {
    if text == "*" { return true }
    let subtags = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return subtags.allSatisfy { subtag in
      (1...8).contains(subtag.count)
        && subtag.allSatisfy { Unicode.Scalar($0).isASCIILetter || (0x30...0x39).contains($0) }
    }
  }

  /// Returns a weight such as `0.85` in thousandths; nil when it is not a number from 0 to 1.
  private static func weight(_ text: Substring) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let digits = parts.count > 1 ? parts[1] : ""
    guard parts.count <= 2, let whole = Int(parts[0]), whole == 0 || whole == 1, parts[0].utf8.count == 1,
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    let thousandths = whole * 1_000 + (Int((digits + "000").prefix(3)) ?? 0)
    return thousandths <= 1_000 ? thousandths : nil
  }
}

extension Substring {
  /// The text without the spaces and tabs that HTTP allows around it.
  fileprivate var withoutOptionalWhitespace: Substring {
    var text = drop { $0 == " " || $0 == "\t" }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return text
  }
}
