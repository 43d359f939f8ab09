import Testing

@testable import RegistrySearch

/// Tests the forms of texts with arguments.
@Suite struct TemplateTests {
  @Test func `each form of a plural or select is a template`() {
    let forms = Template.forms(
      of: "{n, plural, one {# file} other {# files {kind, select, a {of A} other {of {name}}}}} done", locale: "en")
    #expect(
      forms.map(\.parts) == [
        [.argument("n"), .literal(" file done")], [.argument("n"), .literal(" files of A done")],
        [.argument("n"), .literal(" files of "), .argument("name"), .literal(" done")],
      ])
  }

  @Test func `at most 64 forms are made`() {
    let select = "{a, select, x {1} y {2} z {3} other {4}} "
    let text = (0..<10).map { select.replacing("{a,", with: "{a\($0),") }.joined()
    #expect(Template.forms(of: text, locale: "en").count == 64)
  }

  @Test func `quotes of a pattern are resolved`() {
    #expect(
      Template.forms(of: "It''s '{'{x}'}'", locale: "en").map(\.parts) == [
        [.literal("It's {"), .argument("x"), .literal("}")]
      ])
    #expect(Template.forms(of: "{x", locale: "en").isEmpty)
  }

  @Test func `the positions of values are known in the folded words`() {
    let template = Template.forms(of: "向 {name} 转账 {a}{b} 被拒", locale: "zh")[0]
    #expect(template.folded.letters == [Letter](folding: "向转账被拒"))
    #expect(template.folded.gaps == [1, 3])
  }
}
