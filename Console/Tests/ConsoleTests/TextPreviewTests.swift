import Registry
import Testing

@testable import Console

@Suite struct TextPreviewTests {
  @Test func `a text without arguments is as the customer gets it, and has no preview`() {
    #expect(TextPreview("الرصيد غير كافٍ", in: .arabic).cases.isEmpty)
    #expect(TextPreview("{", in: .arabic).cases.isEmpty)
  }

  @Test func `arguments have plausible values in the language of the text, each isolated`() {
    let arabic = TextPreview("رصيدك {amount} {currency} غير كافٍ", in: .arabic)
    #expect(arabic.cases.map(\.text) == ["رصيدك \u{2068}250\u{2069} \u{2068}ريال\u{2069} غير كافٍ"])
    #expect(arabic.cases.map(\.values) == [""])
    #expect(TextPreview("'{'{otp_code}'}'", in: .english).cases.first?.text == "{\u{2068}482913\u{2069}}")
  }

  @Test func `every form of the language is shown with a sample number, also one that the text lacks`() {
    let text = "{count, plural, one {محاولة} two {محاولتان} few {# محاولات} other {# محاولة}}"
    let cases = TextPreview(text, in: .arabic).cases
    #expect(Set(cases.compactMap(\.category)) == ["zero", "one", "two", "few", "many", "other"])
    #expect(cases.filter(\.lacksForm).compactMap(\.category).sorted() == ["many", "zero"])
    #expect(cases.first { $0.category == "few" }?.values == "count = 3")
  }

  @Test func `every word of a select is shown`() {
    let cases = TextPreview("{method, select, card {Card} other {Account}} refused", in: .english).cases
    #expect(cases.map(\.values) == ["method = card", "method = other"])
    #expect(cases.map(\.text) == ["Card refused", "Account refused"])
  }
}
