import RegistryCatalog
import Testing

struct LanguageMatchingTests {
  static let seeded = ["en", "ar", "zh-Hans"]

  @Test(
    arguments: [
      ("en", "en"), ("en-GB", "en"), ("en-US-x-test", "en"), ("en-Latn", "en"), ("ar-SA", "ar"), ("ar-Arab-EG", "ar"),
      ("zh", "zh-Hans"), ("zh-CN", "zh-Hans"), ("zh-SG", "zh-Hans"), ("zh-Hans", "zh-Hans"), ("zh-Hans-HK", "zh-Hans"),
      ("zh-CN-u-ca-chinese", "zh-Hans"),
      ("zh-Hant", nil), ("zh-TW", nil), ("zh-HK", nil), ("zh-Hant-CN", nil), ("zh-Latn-pinyin", nil), ("yue", nil),
      ("ar-Latn", nil), ("en-Shaw", nil), ("fr", nil), ("fa", nil), ("e", nil),
    ] as [(String, String?)])
  func `a tag finds the seeded language that it means, and none of another script`(text: String, expected: String?) {
    let known = Self.seeded.compactMap { LanguageTag($0) }
    #expect(LanguageTag(text)?.lookup(in: known)?.description == expected)
  }

  @Test(
    arguments: [
      ("zh-TW", "zh-Hant"), ("zh-HK", "zh-Hant-HK"), ("zh-MO", "zh-Hant-HK"), ("zh-Hant-HK", "zh-Hant-HK"),
      ("zh-SG", "zh"),
      ("pt-BR", "pt-BR"), ("pt-AO", "pt"), ("sr-Latn-RS", "sr-Latn"), ("sr-RS", "sr"), ("sr-ME", "sr-Latn"),
      ("de-CH-1901", "de-CH"), ("uz-AF", nil), ("uz", "uz"),
    ] as [(String, String?)])
  func `the most specific known language of the same script answers`(text: String, expected: String?) {
    let known = ["zh", "zh-Hant", "zh-Hant-HK", "pt", "pt-BR", "sr", "sr-Latn", "de", "de-CH", "uz"]
    #expect(LanguageTag(text)?.lookup(in: known.compactMap { LanguageTag($0) })?.description == expected)
  }

  @Test(
    arguments: [
      ("zh", "zh-CN"), ("zh-SG", "zh-CN"), ("zh-Hans-CN", "zh-CN"), ("zh-Hans", "zh-CN"), ("zh-Hant-TW", "zh-TW"),
      ("zh-Hant", "zh-TW"), ("zh-MO", "zh-HK"), ("zh-Hant-MO", "zh-HK"), ("en", "en-US"), ("en-CA", "en-US"),
      ("en-IE", "en-GB"), ("en-AU", "en-GB"), ("es", "es-ES"), ("es-AR", "es-MX"), ("es-419", "es-MX"),
      ("es-PH", "es-ES"), ("pt", "pt-BR"), ("pt-AO", "pt-PT"), ("pt-US", "pt-BR"), ("ar-MA", "ar-SA"), ("yue-HK", nil),
    ] as [(String, String?)])
  func `a language that is known only by regions answers with the nearest one`(text: String, expected: String?) {
    let known = ["en-GB", "en-US", "zh-CN", "zh-HK", "zh-TW", "es-ES", "es-MX", "pt-BR", "pt-PT", "ar-SA"]
    #expect(LanguageTag(text)?.lookup(in: known.compactMap { LanguageTag($0) })?.description == expected)
  }

  @Test(
    arguments: [
      ("no", "nb"), ("no-NO", "nb"), ("nn", "nb"), ("iw", "he"), ("iw-IL", "he"), ("heb", "he"), ("tl", "fil"),
      ("sh", "sr-Latn"), ("zho-CN", "zh-Hans"), ("cmn-Hans", "zh-Hans"), ("prs", "fa-AF"), ("in", "id"), ("mo", "ro"),
      ("sr", nil), ("da", nil),
    ] as [(String, String?)])
  func `aliases and overlong codes find the language that they mean`(text: String, expected: String?) {
    let known = ["nb", "he", "fil", "sr-Latn", "zh-Hans", "fa-AF", "id", "ro"]
    #expect(LanguageTag(text)?.lookup(in: known.compactMap { LanguageTag($0) })?.description == expected)
  }

  @Test(
    arguments: [
      ("zh-CN", "zh-Hans", true), ("zh-CN", "zh", true), ("iw", "he", true), ("en-US", "en", true),
      ("ar-EG", "ar", true),
      ("zh-TW", "zh-Hant", true), ("no", "nb", true), ("ar-SA", "ar", false), ("zh-HK", "zh-Hant", false),
      ("en-GB", "en", false), ("sr", "sr-Latn", false), ("de-1901", "de", false), ("ckb", "ku", false),
    ])
  func `two tags mean the same when language, script and region are the same`(
    text: String, other: String, isSame: Bool
  ) throws {
    let (one, two) = (try #require(LanguageTag(text)), try #require(LanguageTag(other)))
    #expect(one.meansTheSame(as: two) == isSame)
    #expect(two.meansTheSame(as: one) == isSame)
  }

  @Test(arguments: ["qaa", "qzz", "xx", "und", "abcdefgh"])
  func `the script and direction of an unknown language are not known`(text: String) throws {
    let tag = try #require(LanguageTag(text))
    #expect(tag.likelyScript == nil)
    #expect(tag.likelyDirection == nil)
    #expect(LanguageTag(text + "-Arab")?.likelyDirection == .rightToLeft)
  }

  @Test(arguments: ["arz", "ary", "arq", "azb", "pnb", "iw", "ji", "ckb", "ug", "ks", "dv", "rhg", "aeb", "apd", "syr"])
  func `languages of right-to-left scripts are known as such`(text: String) {
    #expect(LanguageTag(text)?.likelyDirection == .rightToLeft)
  }

  @Test(arguments: [
    ("ar", "Arab"), ("ar-Latn", "Latn"), ("zh", "Hans"), ("zh-TW", "Hant"), ("zh-Hans-TW", "Hans"), ("yue", "Hant"),
    ("he", "Hebr"), ("az", "Latn"), ("az-IR", "Arab"), ("sr", "Cyrl"), ("sr-ME", "Latn"), ("ja", "Jpan"),
    ("fr", "Latn"),
  ])
  func `the likely script is the tag's own, or that of its language and region`(text: String, script: String) throws {
    #expect(try #require(LanguageTag(text)).likelyScript == script)
  }

  @Test func `nothing is found where nothing is known`() {
    #expect(LanguageTag.english.lookup(in: []) == nil)
  }

  @Test(arguments: [
    ("en", Direction.leftToRight), ("ar", .rightToLeft), ("zh-Hans", .leftToRight), ("fa", .rightToLeft),
    ("he", .rightToLeft), ("ur-PK", .rightToLeft), ("ar-Latn", .leftToRight), ("en-Arab", .rightToLeft),
    ("pa", .leftToRight), ("pa-PK", .rightToLeft), ("dv", .rightToLeft), ("ff-Adlm", .rightToLeft),
    ("ja", .leftToRight),
  ])
  func `the script decides the likely direction`(text: String, direction: Direction) throws {
    #expect(try #require(LanguageTag(text)).likelyDirection == direction)
  }
}
