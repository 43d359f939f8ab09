import HummingbirdCore
import Registry
import Testing

@testable import Console

@Suite struct ReviewTests {
  private let registry: SeededRegistry

  init() throws { registry = try SeededRegistry() }

  private func page(_ person: String) async throws -> ReviewPage {
    try await ReviewPage.read(
      ListQuery(URI("/review?language=ar").queryParameters), for: person, registry.access, CheckerStore(registry.access)
    )
  }

  @Test func `texts of others are shown with what they replaced, and one's own are counted`() async throws {
    try registry.set(1402, "ar", "رصيدك غير كافٍ", by: "noura")
    try registry.set(1403, "ar", "طريقة الدفع ليست مدعومة", by: "layla")
    let page = try await page("layla")
    #expect(page.ownCount == 1)
    #expect(!page.items.rows.contains { $0.translation.code == 1403 })
    let markup = page.page(.english).content.markup
    #expect(markup.contains("</span>الرصيد</del>\u{200C}<ins>"))
    #expect(markup.contains("name=\"pick-1402-ar\" value=\"2\""))
  }

  @Test func `a text with an error cannot be ticked, and says why`() async throws {
    let text = "الرصيد \u{FFFD} كافٍ"
    let intent = OperationIntent(actor: "noura", command: "test")
    _ = try registry.store.edit(as: intent) { (editor) throws(RegistryError) in
      try editor.silence(code: "1402", language: "ar", check: "replacement-character", reason: "a test", of: text)
    }
    try registry.set(1402, "ar", text)
    _ = try registry.store.edit(as: intent) { (editor) throws(RegistryError) in
      try editor.unsilence(code: "1402", language: "ar", check: "replacement-character")
    }
    let markup = try await page("layla").page(.english).content.markup
    #expect(!markup.contains("name=\"pick-1402-ar\""))
    #expect(markup.contains(Words.english(.reviewHasErrors)))
  }
}
