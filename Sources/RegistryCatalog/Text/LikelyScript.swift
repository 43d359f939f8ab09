/// The likely script of a language, from CLDR likelySubtags.xml (release 46).
///
/// The tables contain only what differs from Latin: the languages with locale data whose script is not Latin, and the
/// regions in which a language has another script than elsewhere.
enum LikelyScript {
  private static let languages = byLanguage([
    "Arab": "apc ar bal bgn ckb fa ks lrc mzn ps sd sdh skr trw ug ur", "Armn": "hy", "Beng": "as bn mni",
    "Cakm": "ccp", "Cans": "csw", "Cher": "chr", "Copt": "cop",
    "Cyrl": "ab be bg ce cu cv kaa kk kv ky mdf mk mn myv os ru sah sr tg tt tyv uk",
    "Deva": "bgc bho brx doi hi kok mai mr ne raj sa xnr", "Ethi": "am byn gez ti tig wal", "Geor": "ka", "Grek": "el",
    "Gujr": "gu", "Guru": "pa", "Hans": "zh", "Hant": "yue", "Hebr": "he yi", "Hmnp": "hnj", "Jpan": "ja",
    "Khmr": "km", "Knda": "kn", "Kore": "ko", "Laoo": "lo", "Mlym": "ml", "Mymr": "my shn", "Nkoo": "nqo",
    "Olck": "sat", "Orya": "or", "Osge": "osa", "Rohg": "rhg", "Sinh": "pi si", "Syrc": "syr", "Taml": "ta",
    "Tavt": "blt", "Telu": "te", "Tfng": "shi zgh", "Thaa": "dv", "Thai": "th", "Tibt": "bo dz", "Vaii": "vai",
    "Yiii": "ii",
  ])

  private static let regions = byLanguage([
    "Arab": "az-IQ az-IR ha-CM ha-SD kk-AF kk-CN kk-IR kk-MN ku-LB ky-CN ms-CC pa-PK tg-PK uz-AF",
    "Cyrl": "az-RU ug-KZ ug-MN uz-CN", "Deva": "sd-IN", "Hans": "yue-CN",
    "Hant": "zh-AU zh-BN zh-GB zh-GF zh-HK zh-ID zh-MO zh-PA zh-PF zh-PH zh-SR zh-TH zh-TW zh-US zh-VN",
    "Latn": "ky-TR sr-ME sr-RO sr-TR", "Mong": "mn-CN",
  ])

  private static func byLanguage(_ scripts: [String: String]) -> [Substring: String] {
    var table: [Substring: String] = [:]
    for (script, languages) in scripts {
      for language in languages.split(separator: " ") { table[language] = script }
    }
    return table
  }

  /// Returns the likely script of a language in a region.
  static func of(_ language: String, region: String?) -> String {
    if let region, let script = regions["\(language)-\(region)"] { return script }
    return languages[language[...]] ?? "Latn"
  }
}
