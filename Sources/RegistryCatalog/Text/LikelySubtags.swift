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
    return LanguageData.languages.first { contains($0.codes.utf8, language.utf8) }?.script
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

  /// Returns whether codes of three bytes in ascending order contain a code.
  private static func contains(_ codes: String.UTF8View, _ code: String.UTF8View) -> Bool {
    guard code.count == 2 || code.count == 3 else { return false }
    var (low, high) = (0, codes.count / 3)
    while low < high {
      let middle = (low + high) / 2
      let start = codes.index(codes.startIndex, offsetBy: 3 * middle)
      let found = codes[start...].prefix(3)
      if found.starts(with: code), code.count == 3 || found.last == UInt8(ascii: " ") { return true }
      if found.lexicographicallyPrecedes(code) { low = middle + 1 } else { high = middle }
    }
    return false
  }
}
