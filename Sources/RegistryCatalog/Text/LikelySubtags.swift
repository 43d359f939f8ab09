/// Look-ups in CLDR's data about languages (``LanguageData``).
enum LikelySubtags {
  /// The script code for "unknown" (ISO 15924).
  static let unknownScript = "Zzzz"

  /// Returns the script that a language is usually written in; nil when CLDR does not know the language.
  ///
  /// - Parameters:
  ///   - language: The language, in lower case.
  ///   - region: A region in which the language may have another script.
  static func script(of language: String, region: String?) -> String? {
    if let region, let script = regions["\(language)-\(region)"] { return script }
    guard let key = key(of: language.utf8) else { return nil }
    return LanguageData.languages.first { contains($0.codes.utf8.span, key) }?.script
  }

  /// Returns the region in which a language in a script is at home; nil when it has only one locale.
  static func home(of language: String, script: String) -> String? { homes["\(language)-\(script)"] }

  /// Returns the replacement of a deprecated or overlong language; nil for every other language.
  static func alias(of language: String) -> String? { aliases[language] }

  /// Returns the locale that a locale inherits from; nil when that is the locale without its last subtag.
  static func parent(of locale: String) -> String? { parents[locale] }

  static let rightToLeft = Set(LanguageData.rightToLeft.split(separator: " ").map(String.init))

  static let regionsOfLocales = Set(
    homes.values + (Array(parents.keys) + Array(regions.keys)).compactMap { LanguageTag($0)?.region })

  private static let regions = pairs(LanguageData.regions)
  private static let aliases = pairs(LanguageData.aliases)
  private static let parents = pairs(LanguageData.parents)
  private static let homes: [String: String] = {
    var homes: [String: String] = [:]
    for locale in LanguageData.homes.split(separator: " ") {
      guard let last = locale.lastIndex(of: "-") else { continue }
      homes[String(locale[..<last])] = String(locale[locale.index(after: last)...])
    }
    return homes
  }()

  private static func pairs(_ text: String) -> [String: String] {
    var pairs: [String: String] = [:]
    for pair in text.split(separator: " ") {
      let parts = pair.split(separator: "=")
      pairs[String(parts[0])] = String(parts[1])
    }
    return pairs
  }

  /// Returns a code of two or three letters as a number, in the order of the codes; nil for every other text.
  private static func key(of code: String.UTF8View) -> UInt32? {
    guard code.count == 2 || code.count == 3 else { return nil }
    let key = code.reduce(0) { $0 << 8 | UInt32($1) }
    return code.count == 3 ? key : key << 8 | UInt32(UInt8(ascii: " "))
  }

  /// Returns whether codes of three bytes in ascending order contain a code.
  private static func contains(_ codes: Span<UInt8>, _ key: UInt32) -> Bool {
    var (low, high) = (0, codes.count / 3)
    while low < high {
      let middle = (low + high) / 2
      let found = (0..<3).reduce(0) { $0 << 8 | UInt32(codes[3 * middle + $1]) }
      if found == key { return true }
      if found < key { low = middle + 1 } else { high = middle }
    }
    return false
  }
}
