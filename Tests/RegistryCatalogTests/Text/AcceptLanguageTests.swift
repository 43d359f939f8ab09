import RegistryCatalog
import Testing

struct AcceptLanguageTests {
  @Test(
    arguments: [
      ("ar", ["ar"]), ("ar-SA, en;q=0.8", ["ar-SA", "en"]), ("en;q=0.8, ar-SA", ["ar-SA", "en"]),
      ("zh-TW,zh;q=0.9,en-US;q=0.8,en;q=0.7", ["zh-TW", "zh", "en-US", "en"]),
      ("en;q=0.5,ar;q=0.5,zh;q=0.500", ["en", "ar", "zh"]), ("a;q=0.001,b;q=1,c;q=1.000", ["b", "c", "a"]),
      ("ar \t;\tq=0.5 , en;Q=0.6", ["en", "ar"]), ("AR_sa,en", ["en"]), ("de-1901-x-y", ["de-1901-x-y"]),
      ("", []), (",,, ,", []), ("*", []), ("*;q=0.1, ar;q=0.2", ["ar"]),
    ] as [(String, [String])])
  func `the tags come by their weight, equal ones as they came`(field: String, preferred: [String]) {
    #expect(AcceptLanguage(field).preferred == preferred)
  }

  @Test(arguments: [
    "ar;q=", "ar;q", "ar;q=x", "ar;q=2", "ar;q=1.1", "ar;q=-1", "ar;q=.5", "ar;q=0.5x", "ar;q=0.5;v=1", "ar;level=1",
    "ar;q=1e0", "ar en", "-ar", "ar-", "ar--SA", "abcdefghi", "a\u{0301}r", "ar\u{0}", "عربي", "\"ar\"", "ar/SA",
    ";q=1",
    "ar;q=0.5.5", "ar;q=+1",
  ])
  func `what is no range with a weight is passed over, and the rest is used`(junk: String) {
    #expect(AcceptLanguage(junk).preferred == [])
    #expect(AcceptLanguage("zh, \(junk), en;q=0.1").preferred == ["zh", "en"])
  }

  @Test func `a weight of 0 refuses a range, and so do many zeros`() {
    let field = AcceptLanguage("ar, en;q=0, zh;q=0.000, fr;q=0.0004, *;q=0")
    #expect(field.preferred == ["ar"])
    #expect(field.refused == ["en", "zh", "fr"])
  }

  @Test func `no field is too long, and no more ranges are read than anybody has`() {
    let field = AcceptLanguage((0..<100_000).map { "x\($0 % 10);q=0.5" }.joined(separator: ","))
    #expect(field.preferred.count == 64)
    #expect(AcceptLanguage(String(repeating: "a", count: 1_000_000)).preferred == [])
    #expect(AcceptLanguage("ar;q=0." + String(repeating: "9", count: 1_000_000)).preferred == ["ar"])
  }
}
