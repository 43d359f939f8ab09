extension LanguageTag {
  /// The script that text in this language is usually written in.
  ///
  /// This is the script of the tag, or else the likely script of its language and region (CLDR likelySubtags.xml).
  public var likelyScript: String { script ?? LikelyScript.of(language, region: region) }

  /// The writing direction of ``likelyScript``.
  public var likelyDirection: Direction {
    ["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg", "Mand", "Samr"].contains(likelyScript)
      ? .rightToLeft : .leftToRight
  }

  /// Returns the language that this tag refers to, among the given ones.
  ///
  /// The look-up removes subtags from the end (RFC 4647, section 3.4), but never returns a tag with another script: for
  /// `zh-CN` and `zh` it can return `zh-Hans`, for `zh-TW` and `zh-Hant` it cannot. Deprecated and overlong language
  /// codes, such as `iw` and `cmn`, are replaced by their usual ones (CLDR languageAlias).
  ///
  /// - Parameter known: The tags to choose from.
  /// - Returns: The best match; nil when there is none.
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
        // A singleton is removed together with the subtag after it.
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
  /// Returns whether this tag matches a language range by basic filtering (RFC 4647, section 3.3.1).
  func isInRange(_ range: String) -> Bool {
    let (tag, range) = (lowercased(), range.lowercased())
    return tag == range || tag.hasPrefix(range + "-")
  }
}
