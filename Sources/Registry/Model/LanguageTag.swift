/// A language tag of BCP 47 (RFC 5646) in its canonical case: `ar`, `zh-Hans`, `pt-BR`.
///
/// Aliases such as `iw` are not replaced, and subtags are not looked up in the IANA registry.
public struct LanguageTag: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// English, the source language.
  public static let english = LanguageTag(canonical: "en")
  /// Arabic.
  public static let arabic = LanguageTag(canonical: "ar")
  /// Chinese in simplified characters.
  public static let simplifiedChinese = LanguageTag(canonical: "zh-Hans")

  /// The tag as text, for example `zh-Hans`.
  public let description: String

  private init(canonical: String) { description = canonical }

  /// A tag from any form that BCP 47 allows, in any case, with `-` or `_` between subtags; nil for anything else, or
  /// for more than 35 characters (RFC 5646, section 4.4.1).
  public init?(_ text: String) {
    guard text.utf8.count <= 35 else { return nil }
    let subtags = text.replacingUnderscores.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard let first = subtags.first, [2, 3, 5, 6, 7, 8].contains(first.utf8.count), first.isASCIIAlphabetic,
      subtags.allSatisfy({ (1...8).contains($0.utf8.count) && $0.isASCIIAlphanumeric })
    else { return nil }
    var canonical = [first.lowercased()]
    // RFC 5646, section 2.1: script, region, variants, then extensions and private use, each behind a singleton.
    var stage = 0
    var isPrivate = false
    var isOpen = false
    for subtag in subtags.dropFirst() {
      let length = subtag.utf8.count
      if stage == 4 || length == 1 {
        stage = 4
        // A singleton introduces something; behind x, private use, single characters are subtags like others.
        if length == 1 && !isPrivate {
          guard !isOpen else { return nil }
          isPrivate = subtag.lowercased() == "x"
          isOpen = true
        } else {
          isOpen = false
        }
        canonical.append(subtag.lowercased())
      } else if stage < 1, length == 4, subtag.isASCIIAlphabetic {
        stage = 1
        canonical.append(subtag.prefix(1).uppercased() + subtag.dropFirst().lowercased())
      } else if stage < 2, length == 2 && subtag.isASCIIAlphabetic || length == 3 && subtag.isASCIINumeric {
        stage = 2
        canonical.append(subtag.uppercased())
      } else if stage < 4, length >= 5 || length == 4 && subtag.first?.isASCIINumber == true {
        stage = 3
        canonical.append(subtag.lowercased())
      } else {
        return nil
      }
    }
    guard !isOpen else { return nil }
    description = canonical.joined(separator: "-")
  }

  /// The subtags, in order.
  var subtags: [Substring] { description.split(separator: "-") }

  /// The subtags between the language and the first singleton, behind which nothing is a script or a region.
  private var middle: some Sequence<Substring> { subtags.dropFirst().prefix { $0.utf8.count > 1 } }

  /// The primary language, for example `zh`.
  public var language: String { String(subtags[0]) }

  /// The script as the tag names it, for example `Hans`; nil where it names none.
  public var script: String? {
    middle.first { $0.utf8.count == 4 && $0.first?.isUppercase == true }.map(String.init)
  }

  /// The region as the tag names it, for example `SA`; nil where it names none.
  public var region: String? {
    middle.first { ($0.utf8.count == 2 || $0.utf8.count == 3) && !$0.contains(where: \.isLowercase) }
      .map(String.init)
  }

  /// Tags are ordered by their bytes.
  public static func < (left: LanguageTag, right: LanguageTag) -> Bool {
    left.description.utf8.lexicographicallyPrecedes(right.description.utf8)
  }
}

extension StringProtocol {
  fileprivate var replacingUnderscores: String { String(map { $0 == "_" ? "-" : $0 }) }
  fileprivate var isASCIIAlphabetic: Bool { unicodeScalars.allSatisfy(\.isASCIILetter) }
  fileprivate var isASCIINumeric: Bool { utf8.allSatisfy { (0x30...0x39).contains($0) } }
  fileprivate var isASCIIAlphanumeric: Bool {
    unicodeScalars.allSatisfy { $0.isASCIILetter || ("0"..."9").contains($0) }
  }
}

extension Character {
  fileprivate var isASCIINumber: Bool { ("0"..."9").contains(self) }
}
