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
      ("zh-TW", "zh-Hant"), ("zh-HK", "zh-Hant-HK"), ("zh-MO", "zh-Hant"), ("zh-Hant-HK", "zh-Hant-HK"),
      ("zh-SG", "zh"),
      ("pt-BR", "pt-BR"), ("pt-AO", "pt"), ("sr-Latn-RS", "sr-Latn"), ("sr-RS", "sr"), ("sr-ME", "sr-Latn"),
      ("de-CH-1901", "de-CH"), ("uz-AF", nil), ("uz", "uz"),
    ] as [(String, String?)])
  func `the most specific known language of the same script answers`(text: String, expected: String?) {
    let known = ["zh", "zh-Hant", "zh-Hant-HK", "pt", "pt-BR", "sr", "sr-Latn", "de", "de-CH", "uz"]
    #expect(LanguageTag(text)?.lookup(in: known.compactMap { LanguageTag($0) })?.description == expected)
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
