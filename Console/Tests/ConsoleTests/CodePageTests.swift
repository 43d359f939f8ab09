import Registry
import Testing

@testable import Console

@Suite struct CodePageTests {
  private let registry: SeededRegistry

  init() throws { registry = try SeededRegistry() }

  @Test func `the terms and arguments of the source text are listed with what inserts them`() throws {
    try registry.set(1402, "en", "Insufficient balance: {amount}", impact: .major)
    let page = try registry.page(1402)
    #expect(page.contains("data-insert><span lang=\"ar\" dir=\"rtl\">رصيد</span>"))
    #expect(page.contains("data-insert><code dir=\"ltr\">{amount}</code>"))
    #expect(page.contains("<span lang=\"en\" dir=\"ltr\">balance</span> ="))
  }

  @Test func `of the forms of a term, the one that the text has comes first`() throws {
    let forms = { (page: String) in
      page.matches(of: /data-insert><span lang="ar" dir="rtl">([^<]*)</).map { String($0.output.1) }
    }
    #expect(forms(try registry.page(1402)) == ["الرصيد", "رصيد", "أرصدة", "الأرصدة"])
    try registry.set(1402, "ar", "ليس لديك ما يكفي")
    #expect(forms(try registry.page(1402)) == ["رصيد", "الرصيد", "أرصدة", "الأرصدة"])
  }

  @Test func `a plural of the source text that a translation lacks is offered with the forms of its language`() throws {
    try registry.set(
      1402, "en", "{count, plural, one {# try is left} other {# tries are left}} of {total, number}", impact: .major)
    let frame = "{count, plural, zero {#} one {#} two {#} few {#} many {#} other {#}}"
    #expect(try registry.page(1402).ranges(of: frame).count == 1, "Chinese has one form for all numbers")
    try registry.set(1402, "ar", "\(frame) {total, number}")
    #expect(try !registry.page(1402).contains("data-insert><code dir=\"ltr\">\(frame)"))
    #expect(PluralFrames.missing(in: "{", .arabic, source: "{count, plural, other {#}}", .english) == [])
    #expect(PluralFrames.missing(in: "", .arabic, source: "{n, selectordinal, one {#st} other {#th}}", .english) == [])
  }

  @Test func `stored texts are shown with their findings, severities in words, and as customers get them`() throws {
    try registry.set(1402, "en", "Insufficient balance: {amount}", impact: .major)
    let page = try registry.page(1402, words: .arabic)
    #expect(page.contains("<strong>خطأ: </strong>"))
    #expect(page.contains("Insufficient balance: \u{2068}250\u{2069}</span>"))
    #expect(!page.contains("/texts/ar/confirm"), "a text with an error cannot be confirmed")
  }

  @Test func `the texts of others can be marked as reviewed, and the page says why one's own cannot`() throws {
    try registry.set(1402, "ar", "رصيدك غير كافٍ", by: "layla")
    let own = try registry.page(1402, for: "Layla")
    #expect(!own.contains("/texts/ar/review") && own.contains(Words.english(.reviewIsOwn)))
    let other = try registry.page(1402, for: "noura")
    #expect(other.contains("/texts/ar/review") && !other.contains(Words.english(.reviewIsOwn)))
    #expect(other.contains("/texts/ar/remove") && !other.contains("/texts/en/remove"))
  }

  @Test func `whose text it is, ASCII letters alone in any case tell`() throws {
    try registry.set(1402, "ar", "رصيدك غير كافٍ", by: "Émile")
    #expect(try registry.page(1402, for: "émile").contains("/texts/ar/review"), "the registry accepts this review")
    #expect(try !registry.page(1402, for: "ÉMILE").contains("/texts/ar/review"))
  }

  @Test func `a language without a text invites one`() throws {
    _ = try registry.store.edit(as: OperationIntent(actor: "noura", command: "test")) {
      (editor) throws(RegistryError) in
      try editor.unsetTranslation(code: "1402", language: "ar")
    }
    let page = try registry.page(1402)
    #expect(page.contains("Not translated yet"))
    #expect(!page.contains("/texts/ar/"))
  }

  @Test func `the question about a changed source text names the translations that it hits`() throws {
    let form = try SeededRegistry.form("text-en=Blocked&base-en=Insufficient+balance&revision-en=1")
    let content = try registry.store.read { [access = registry.access] in
      try CodePage.Content("1402", $0, CheckerStore(access))
    }
    let page = CodePage(content: content, person: "layla", form: form, needsImpact: true).page(.english)
    #expect(page.content.markup.contains("Translations of this text: Arabic, Simplified Chinese"))
    #expect(page.content.markup.contains("role=\"alert\""))
    #expect(page.content.markup.contains("</span>Blocked</ins>"))
    #expect(page.content.markup.contains("Blocked</textarea>"))
  }

  @Test func `a field that nobody changed has the stored text, and a typed one keeps what it began from`() throws {
    let form = try SeededRegistry.form(
      "text-ar=x&base-ar=y&revision-ar=1&text-zh-Hans=old&base-zh-Hans=old&revision-zh-Hans=1")
    let page = try registry.page(1402, form: form)
    #expect(page.contains("x</textarea>") && page.contains("name=\"base-ar\" value=\"y\""))
    #expect(page.contains("余额不足</textarea>") && page.contains("name=\"base-zh-Hans\" value=\"余额不足\""))
  }

  @Test func `a conflict shows who changed the text, the differences between all sides, and three ways on`() throws {
    try registry.set(1402, "ar", "رصيدك غير كافٍ", note: "address the payer")
    let form = try SeededRegistry.form(
      "text-ar=الرصيد+لا+يكفي&base-ar=الرصيد+غير+كافٍ&revision-ar=1&from=%2Ftexts%3Flanguage%3Dar")
    let edit = CodeEdit(form, of: 1402)
    let result = try registry.store.edit(as: OperationIntent(actor: "layla", command: "test"), edit.make)
    #expect(result.operation == nil)
    let code = try registry.store.read { try $0.code(named: "1402").value }
    let page = ConflictPage(
      code: code, languages: Words.languages.map(\.language), person: "layla", outcome: result.value, form: form
    ).page(.english)
    #expect(page.status == .conflict)
    for part in [
      "<bdi>noura</bdi>", "<bdi lang=\"en\" dir=\"ltr\">address the payer</bdi>", "</span>رصيدك</ins>",
      "</span>الرصيد لا يكفي</ins>",
      "الرصيد لا يكفي</textarea>", "value=\"رصيدك غير كافٍ\"", "formaction=\"/codes/1402/typed\"",
      "href=\"/codes/1402?from=%2Ftexts%3Flanguage%3Dar\" data-forget",
    ] {
      #expect(page.content.markup.contains(part), "\(part)")
    }
  }

  @Test func `the notice of a save says how many findings remain`() throws {
    let operation = try #require(try registry.set(1402, "ar", "الرصيد  غير كافٍ").operation)
    let checkers = CheckerStore(registry.access)
    let notice = try #require(try registry.store.read { try SavedNotice(operation, by: "noura", $0, checkers) })
    let text = notice.notice(back: "/codes/1402", .english).text.markup
    #expect(text.contains("href=\"/codes/1402#findings-ar\""))
    #expect(text.contains("action=\"/operations/\(operation)/undo\""))
    #expect(try registry.store.read { try SavedNotice(99, by: "noura", $0, checkers) } == nil)
    #expect(try registry.store.read { try SavedNotice(operation, by: "layla", $0, checkers) } == nil)
  }
}
