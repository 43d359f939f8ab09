import RegistryCatalog
import Testing

@Suite struct TermTests {
  private let term = Term(
    "OTP", note: "one-time",
    renderings: [
      .english: TermRendering("OTP", otherForms: ["OTP codes"]),
      .simplifiedChinese: TermRendering("验证码", synonyms: ["动态密码"], forbidden: ["密令"]),
    ])

  @Test(arguments: ["", "otp", "Codes", "验证", "动态", "密令"])
  func `a term is found by a part of any of its words, in any case`(text: String) {
    #expect(term.hasWord(containing: text))
  }

  @Test(arguments: ["time", "短信", "OTP x"])
  func `a note is no word of a term`(text: String) { #expect(!term.hasWord(containing: text)) }
}
