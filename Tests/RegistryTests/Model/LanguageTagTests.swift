import Registry
import Testing

@Suite struct LanguageTagTests {
  @Test(arguments: [
    ("EN", "en"), ("zh_hans", "zh-Hans"), ("ZH-HANS-cn", "zh-Hans-CN"), ("pt-br", "pt-BR"), ("es-419", "es-419"),
    ("sl-ROZAJ", "sl-rozaj"),
    ("de-1996", "de-1996"), ("en-u-CA-gregory", "en-u-ca-gregory"), ("ar-x-Private", "ar-x-private"), ("yue", "yue"),
  ])
  func `a tag has one canonical form`(given: String, canonical: String) {
    #expect(LanguageTag(given)?.description == canonical)
  }

  @Test(arguments: [
    "", "e", "1", "en-", "-en", "en--US", "en US", "../x", "en-toolongsubtag", "عربي", "en-x", "zh-CN-Hans", "en-US-GB",
    "abcd",
    "en-" + String(repeating: "abcde-", count: 8) + "abcde", "en\0", "en-é",
  ])
  func `what is no tag is none`(text: String) { #expect(LanguageTag(text) == nil) }

  @Test(arguments: [
    ("ar", "Arab", Direction.rightToLeft), ("zh", "Hans", .leftToRight), ("zh-TW", "Hant", .leftToRight),
    ("he", "Hebr", .rightToLeft),
    ("ur", "Arab", .rightToLeft), ("az-IR", "Arab", .rightToLeft), ("az", "Latn", .leftToRight),
    ("ar-Latn", "Latn", .leftToRight), ("fr", "Latn", .leftToRight),
  ])
  func `script and direction follow from the tag`(text: String, script: String, direction: Direction) throws {
    let tag = try #require(LanguageTag(text))
    #expect(tag.likelyScript == script)
    #expect(tag.likelyDirection == direction)
  }

  @Test(
    arguments: [
      ("zh-CN", "zh-Hans"), ("zh", "zh-Hans"), ("zh-Hans-SG", "zh-Hans"), ("zh-SG", "zh-Hans"), ("ar-SA", "ar"),
      ("en-GB-oxendict", "en"),
      ("en-u-ca-gregory", "en"), ("zh-TW", nil), ("zh-Hant-HK", nil), ("ar-Latn", nil), ("fr", nil), ("arb", nil),
    ] as [(String, String?)])
  func `a form means a known language, never one of another script`(text: String, expected: String?) throws {
    let known: [LanguageTag] = [.english, .arabic, .simplifiedChinese]
    #expect(try #require(LanguageTag(text)).lookup(in: known)?.description == expected)
  }

  @Test func `the most exact of several known languages answers`() throws {
    let known = try ["zh-Hans", "zh-Hant", "zh-Hant-HK", "en", "en-GB"].map { try #require(LanguageTag($0)) }
    for (text, expected) in [
      ("zh-HK", "zh-Hant-HK"), ("zh-TW", "zh-Hant"), ("zh-CN", "zh-Hans"), ("en-GB", "en-GB"), ("en-US", "en"),
    ] {
      #expect(try #require(LanguageTag(text)).lookup(in: known)?.description == expected)
    }
  }
}
