extension LanguageTag {
  /// The script that text in this language is written in: the one that the tag names, else the likely one of its
  /// language and region (CLDR likelySubtags.xml, reduced to languages whose script is not Latin or varies).
  public var likelyScript: String {
    if let script { return script }
    switch (language, region) {
    case ("zh", "TW"), ("zh", "HK"), ("zh", "MO"): return "Hant"
    case ("zh", _): return "Hans"
    case ("yue", "CN"): return "Hans"
    case ("yue", _): return "Hant"
    case ("pa", "PK"), ("uz", "AF"), ("az", "IR"), ("ku", "IQ"), ("ku", "IR"): return "Arab"
    case ("ar", _), ("fa", _), ("ur", _), ("ps", _), ("sd", _), ("ug", _), ("ckb", _), ("ks", _): return "Arab"
    case ("he", _), ("yi", _): return "Hebr"
    case ("dv", _): return "Thaa"
    case ("sr", "ME"): return "Latn"
    case ("ru", _), ("uk", _), ("bg", _), ("sr", _), ("mk", _), ("be", _), ("kk", _), ("ky", _), ("mn", _):
      return "Cyrl"
    case ("tg", _): return "Cyrl"
    case ("ja", _): return "Jpan"
    case ("ko", _): return "Kore"
    case ("hi", _), ("mr", _), ("ne", _): return "Deva"
    case ("bn", _): return "Beng"
    case ("pa", _): return "Guru"
    case ("gu", _): return "Gujr"
    case ("ta", _): return "Taml"
    case ("te", _): return "Telu"
    case ("kn", _): return "Knda"
    case ("ml", _): return "Mlym"
    case ("si", _): return "Sinh"
    case ("th", _): return "Thai"
    case ("lo", _): return "Laoo"
    case ("km", _): return "Khmr"
    case ("my", _): return "Mymr"
    case ("ka", _): return "Geor"
    case ("hy", _): return "Armn"
    case ("el", _): return "Grek"
    case ("am", _), ("ti", _): return "Ethi"
    default: return "Latn"
    }
  }

  /// The direction that the likely script is written in.
  public var likelyDirection: Direction {
    ["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Adlm", "Rohg", "Mand", "Samr"].contains(likelyScript)
      ? .rightToLeft : .leftToRight
  }

  /// The known tag that this one means: RFC 4647 lookup (section 3.4), which drops subtags from the end, except that a
  /// tag of another script never answers: `zh-TW` and `zh-Hant` are not `zh-Hans`, `zh` and `zh-CN` are.
  public func lookup(in known: some Collection<LanguageTag>) -> LanguageTag? {
    let plain = subtags.map(String.init)
    let scripted = script == nil ? [plain[0], likelyScript] + plain.dropFirst() : plain
    for length in stride(from: scripted.count, through: 1, by: -1) {
      for form in [plain.prefix(length), scripted.prefix(length)] {
        // A singleton is dropped together with what it introduced.
        guard form.count == length, form.last?.utf8.count != 1 else { continue }
        let candidate = form.joined(separator: "-")
        if let match = known.first(where: { $0.description == candidate }), match.likelyScript == likelyScript {
          return match
        }
      }
    }
    return nil
  }
}
