/// A BCP 47 language tag (RFC 5646) in canonical case, such as `ar`, `zh-Hans` or `pt-BR`.
///
/// ```swift
/// let tag = LanguageTag("zh_hans_cn")  // zh-Hans-CN
/// tag?.script  // "Hans"
/// tag?.lookup(in: [.english, .simplifiedChinese])  // zh-Hans
/// ```
///
/// Deprecated tags such as `iw` are not replaced, and subtags are not checked against the IANA registry.
public struct LanguageTag: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// English, the source language.
  public static let english = LanguageTag(canonical: "en")
  /// Arabic.
  public static let arabic = LanguageTag(canonical: "ar")
  /// Chinese in simplified characters.
  public static let simplifiedChinese = LanguageTag(canonical: "zh-Hans")

  /// The tag as text, such as `zh-Hans`.
  public let description: String

  private init(canonical: String) { description = canonical }

  /// Parses a tag in any form that BCP 47 allows, in any case, with `-` or `_` between subtags.
  ///
  /// - Returns: The tag in canonical case; nil when the text is not a tag, or has more than 35 characters (RFC 5646,
  ///   section 4.4.1).
  public init?(_ text: String) {
    guard text.utf8.count <= 35 else { return nil }
    var canonical: [UInt8] = []
    // RFC 5646, section 2.1: script, region and variants, then extensions and private use, each after a singleton.
    var stage = 0
    var isPrivate = false
    var isOpen = false
    let subtags = text.utf8.split(omittingEmptySubsequences: false) { $0 == 0x2D || $0 == 0x5F }
    for (place, subtag) in subtags.enumerated() {
      let length = subtag.count
      guard (1...8).contains(length), subtag.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit }) else { return nil }
      let isAlphabetic = subtag.allSatisfy(\.isASCIILetter)
      if place > 0 { canonical.append(0x2D) }
      if place == 0 {
        guard length != 1, length != 4, isAlphabetic else { return nil }
        canonical += subtag.map(\.lowercased)
      } else if stage == 4 || length == 1 {
        stage = 4
        // A singleton starts an extension. After `x`, which starts private use, single characters are ordinary subtags.
        if length == 1 && !isPrivate {
          guard !isOpen else { return nil }
          isPrivate = subtag.first?.lowercased == UInt8(ascii: "x")
          isOpen = true
        } else {
          isOpen = false
        }
        canonical += subtag.map(\.lowercased)
      } else if stage < 1, length == 4, isAlphabetic {
        stage = 1
        canonical += subtag.prefix(1).map(\.uppercased) + subtag.dropFirst().map(\.lowercased)
      } else if stage < 2, length == 2 && isAlphabetic || length == 3 && subtag.allSatisfy(\.isASCIIDigit) {
        stage = 2
        canonical += subtag.map(\.uppercased)
      } else if stage < 4, length >= 5 || length == 4 && subtag.first?.isASCIIDigit == true {
        stage = 3
        canonical += subtag.map(\.lowercased)
      } else {
        return nil
      }
    }
    guard !isOpen else { return nil }
    description = String(decoding: canonical, as: UTF8.self)
  }

  /// The subtags, in order.
  var subtags: [Substring] { description.split(separator: "-") }

  /// The subtags between the language and the first singleton. No subtag after a singleton is a script or region.
  private var middle: some Sequence<Substring> { subtags.dropFirst().prefix { $0.utf8.count > 1 } }

  /// The primary language, such as `zh`.
  public var language: String { String(subtags[0]) }

  /// The script of the tag, such as `Hans`; nil when the tag has none.
  public var script: String? {
    middle.first { $0.utf8.count == 4 && $0.first?.isUppercase == true }.map(String.init)
  }

  /// The region of the tag, such as `SA`; nil when the tag has none.
  public var region: String? {
    middle.first { ($0.utf8.count == 2 || $0.utf8.count == 3) && !$0.contains(where: \.isLowercase) }
      .map(String.init)
  }

  /// Compares two tags by their bytes.
  public static func < (left: LanguageTag, right: LanguageTag) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }
}

extension UInt8 {
  fileprivate var isASCIILetter: Bool { (0x61...0x7A).contains(lowercased) }
  fileprivate var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
  fileprivate var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
  fileprivate var uppercased: UInt8 { (0x61...0x7A).contains(self) ? self & 0xDF : self }
}
