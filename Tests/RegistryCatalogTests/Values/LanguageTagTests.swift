import RegistryCatalog
import Testing

struct LanguageTagTests {
  @Test(arguments: [
    ("en", "en"), ("EN", "en"), ("ar", "ar"), ("AR-eg", "ar-EG"), ("zh_hans", "zh-Hans"), ("ZH-HANS-cn", "zh-Hans-CN"),
    ("zh_Hant_TW", "zh-Hant-TW"), ("es-419", "es-419"), ("de-ch-1901", "de-CH-1901"),
    ("sl-ROZAJ-biske", "sl-rozaj-biske"),
    ("yue", "yue"), ("ckb-IQ", "ckb-IQ"), ("en-US-u-CA-Gregory", "en-US-u-ca-gregory"),
    ("de-x-Private", "de-x-private"),
    ("en-a-bbb-x-a-ccc", "en-a-bbb-x-a-ccc"), ("en-X-A", "en-x-a"), ("hy-Latn-IT-arevela", "hy-Latn-IT-arevela"),
  ])
  func `every form becomes the canonical one`(text: String, canonical: String) throws {
    let tag = try #require(LanguageTag(text))
    #expect(tag.description == canonical)
    #expect(LanguageTag(canonical) == tag)
  }

  @Test(arguments: [
    "", "e", "x-private", "i-klingon", "1a", "en-", "-en", "en--US", "en US", "en.US", "../../x", "en/ar", "ع", "en-é",
    "en-toolongsubtag", "en-x", "en-u", "en-a-b-cc", "en-a-x-b", "en-x-toolongsubtag", "zh-CN-Hans", "en-US-GB", "en-1",
    "en-12", "en-US-ab", "ａｒ", "en\0", "C.UTF-8",
    "english-language-tag-that-is-too-long",
  ])
  func `what is no tag is refused`(text: String) {
    #expect(LanguageTag(text) == nil)
  }

  @Test func `a tag has at most 35 characters`() {
    let longest = "en-aaaaaaaa-bbbbbbbb-cccccccc-ddddd"
    #expect(longest.utf8.count == 35)
    #expect(LanguageTag(longest)?.description == longest)
    #expect(LanguageTag(longest + "d") == nil)
  }

  @Test(
    arguments: [
      ("ar", "ar", nil, nil), ("zh-Hans", "zh", "Hans", nil), ("zh-Hant-TW", "zh", "Hant", "TW"),
      ("pt-BR", "pt", nil, "BR"),
      ("es-419", "es", nil, "419"), ("sl-rozaj", "sl", nil, nil), ("de-1901", "de", nil, nil),
      ("de-DE-u-co-phonebk", "de", nil, "DE"),
    ] as [(String, String, String?, String?)])
  func `the subtags are told apart`(text: String, language: String, script: String?, region: String?) throws {
    let tag = try #require(LanguageTag(text))
    #expect(tag.language == language)
    #expect(tag.script == script)
    #expect(tag.region == region)
  }

  @Test func `a private or extension subtag is no script and no region`() throws {
    let tag = try #require(LanguageTag("en-x-hans-us-419"))
    #expect(tag.script == nil)
    #expect(tag.region == nil)
  }

  @Test func `tags are ordered by their bytes`() {
    let tags = ["zh-Hans", "en-US", "en", "ar", "zh"].compactMap { LanguageTag($0) }
    #expect(tags.sorted().map(\.description) == ["ar", "en", "en-US", "zh", "zh-Hans"])
  }

  @Test func `the three first languages have names of their own`() {
    #expect(LanguageTag.english == LanguageTag("en"))
    #expect(LanguageTag.arabic == LanguageTag("ar"))
    #expect(LanguageTag.simplifiedChinese == LanguageTag("zh_hans"))
  }
}
