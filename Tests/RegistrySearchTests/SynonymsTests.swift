import RegistryCatalog
import TextFolding
import Testing

@testable import RegistrySearch

/// Tests that words of the glossary are replaced by the ones that texts use.
@Suite struct SynonymsTests {
  private let synonyms = Synonyms(SearchSamples.terms)

  @Test(arguments: [
    ("رمز التحقّق غير صحيح", "رمز otp غير صحيح"), ("لم يصل كود التفعيل", "لم يصل رمز otp"),
    ("Passcode error", "otp error"),
    ("我的动态密码错误", "我的验证码错误"),
  ])
  func `a synonym is replaced by the word that texts use`(query: String, variant: String) {
    #expect(synonyms.variants(of: QueryText(query)).map { FoldedText($0) } == [FoldedText(variant)])
  }

  @Test(arguments: ["passcodes", "unpasscode", "OTP", ""])
  func `a part of a word is no synonym`(query: String) { #expect(synonyms.variants(of: QueryText(query)).isEmpty) }

  @Test func `a query has a limited number of variants`() {
    let many = (0..<100).map { Term("t\($0)", renderings: [.english: TermRendering("used\($0)", synonyms: ["word"])]) }
    #expect(Synonyms(many).variants(of: QueryText("a word")).count == 8)
  }
}
