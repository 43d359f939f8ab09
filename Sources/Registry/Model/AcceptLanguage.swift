/// What an HTTP request says of the languages that its sender reads: the field `Accept-Language` (RFC 9110, section
/// 12.5.4), made ready for look-ups.
public struct AcceptLanguage: Sendable, Hashable {
  /// The tags that are wanted, the highest weight first, equal ones as they came. `*` is not among them: in a lookup it
  /// stands for the default, which answers last in any case (RFC 4647, section 3.4).
  public let preferred: [String]
  /// The ranges that are not acceptable: those of weight 0.
  public let refused: [String]

  /// More ranges than this are not read; no reader has so many languages.
  private static let rangeLimit = 64

  /// Reads the field's value as it came. What is no language range with a weight is passed over, and the rest is used.
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

  /// `ar-SA;q=0.9` as its range and its weight in thousandths.
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

  /// `0.85` in thousandths; nil for what is not from 0 to 1.
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
  /// Spaces and tabs, which HTTP allows around the parts of a field.
  fileprivate var withoutOptionalWhitespace: Substring {
    var text = drop { $0 == " " || $0 == "\t" }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return text
  }
}
