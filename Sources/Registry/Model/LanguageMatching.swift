extension LanguageTag {
  /// The script that text in this language is written in: the one that the tag names, else the likely one of its
  /// language and region (CLDR likelySubtags.xml).
  public var likelyScript: String { script ?? LikelyScript.of(language, region: region) }

  /// The direction that the likely script is written in.
  public var likelyDirection: Direction {
    ["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg", "Mand", "Samr"].contains(likelyScript)
      ? .rightToLeft : .leftToRight
  }

  /// The known tag that this one means: RFC 4647 lookup (section 3.4), which drops subtags from the end, except that a
  /// tag of another script never answers: `zh-TW` and `zh-Hant` are not `zh-Hans`, `zh` and `zh-CN` are.
  ///
  /// Retired and overlong names of a language, such as `iw` and `cmn`, mean its usual one (CLDR's languageAlias).
  public func lookup(in known: some Collection<LanguageTag>) -> LanguageTag? {
    var plain = subtags.map(String.init)
    let script = likelyScript
    if let match = Self.lookup(plain, script, isScripted: self.script != nil, in: known) { return match }
    guard let alias = Self.aliases[plain[0]] else { return nil }
    plain[0] = alias
    let usual = self.script ?? LikelyScript.of(alias, region: region)
    return Self.lookup(plain, usual, isScripted: self.script != nil, in: known)
  }

  private static let aliases = [
    "arb": "ar", "cmn": "zh", "in": "id", "iw": "he", "ji": "yi", "jw": "jv", "mo": "ro", "tl": "fil",
  ]

  private static func lookup(
    _ plain: [String], _ script: String, isScripted: Bool, in known: some Collection<LanguageTag>
  ) -> LanguageTag? {
    let scripted = isScripted ? plain : [plain[0], script] + plain.dropFirst()
    for length in stride(from: scripted.count, through: 1, by: -1) {
      for form in [plain.prefix(length), scripted.prefix(length)] {
        // A singleton is dropped together with what it introduced.
        guard form.count == length, form.last?.utf8.count != 1 else { continue }
        let candidate = form.joined(separator: "-")
        if let match = known.first(where: { $0.description == candidate }), match.likelyScript == script {
          return match
        }
      }
    }
    return nil
  }
}

extension String {
  /// Whether this tag is in a language range: basic filtering of RFC 4647, section 3.3.1.
  func isInRange(_ range: String) -> Bool {
    let (tag, range) = (lowercased(), range.lowercased())
    return tag == range || tag.hasPrefix(range + "-")
  }
}
