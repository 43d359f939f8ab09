import Registry
import Testing

@testable import Console

/// What a save does when the stored text is not the one that was shown.
@Suite struct EditTests {
  private static let stored = "الرصيد غير كافٍ"
  private static let typed = "الرصيد لا يكفي"

  private func form(_ base: String, typed: String = typed) -> [(String, String)] {
    [("text-ar", typed), ("base-ar", base), ("revision-ar", "1")]
  }

  private func signedIn() async throws -> TestConsole {
    let console = try TestConsole()
    try await console.signIn()
    return console
  }

  @Test func `another text at the same revision, as in a restored backup, is a conflict`() async throws {
    let console = try await signedIn()
    let conflict = try await console.post("/codes/1402", form("الرصيد قليل"))
    #expect(conflict.status == 409)
    #expect(conflict.body.contains("is stored than the one that you began from."))
    #expect(conflict.body.contains("\(Self.typed)</textarea>"))
    for action in ["confirm", "review", "finish", "remove"] {
      let fields = form("الرصيد قليل", typed: "الرصيد قليل") + [("sure", "1")]
      let refused = try await console.post("/codes/1402/texts/ar/\(action)", fields)
      #expect(refused.status == 409, "\(action)")
    }
    #expect(try console.revision == 1)
    let resolved = try #require(PageForm(conflict.body, with: "data-edits"))
    #expect(try await console.post(resolved.action, resolved.fields).status == 303)
  }

  @Test func `a letter composed in another way is stored`() async throws {
    let console = try await signedIn()
    try console.edit { (editor) throws(RegistryError) in
      _ = try editor.setTranslation(code: "1402", language: "en", text: "The cafe\u{301} is closed", impact: .major)
    }
    let saved = try await console.post(
      "/codes/1402",
      [("text-en", "The caf\u{E9} is closed"), ("base-en", "The cafe\u{301} is closed"), ("revision-en", "2")])
    #expect(saved.status == 303 && saved["Location"] == "/codes/1402?done=3")
  }

  @Test(arguments: ["review", "finish"])
  func `a button about the stored text does nothing while another text is in its field`(action: String) async throws {
    let console = try await signedIn()
    let refused = try await console.post("/codes/1402/texts/ar/\(action)", form(Self.stored))
    #expect(refused.status == 422 && refused.body.contains("has an edit that is not saved"))
    #expect(try console.revision == 1)
    let page = try #require(PageForm(refused.body, with: "data-edits"))
    #expect(page.fields.contains { $0 == ("text-ar", Self.typed) })
    #expect(try await console.post(page.action, page.fields).status == 303)
    #expect(try console.revision == 2)
  }

  @Test func `a review by somebody else is not called a change of the text`() async throws {
    let console = try await signedIn()
    try console.edit { (editor) throws(RegistryError) in
      _ = try editor.reviewTranslation(code: "1402", language: "ar")
    }
    let conflict = try await console.post("/codes/1402", form(Self.stored))
    #expect(conflict.status == 409)
    #expect(conflict.body.contains("<bdi>noura</bdi> did something with it"))
    #expect(!conflict.body.contains("changed the text"))
  }

  @Test func `a page that answers a form has no buttons that leave it for another language`() async throws {
    let console = try await signedIn()
    let choice = "/interface-language"
    #expect(try await console.get("/codes/1402").body.contains(choice))
    for answer in [
      try await console.post("/codes/1402", form("الرصيد قليل")),
      try await console.post("/codes/1402", form(Self.stored, typed: "الرصيد {")),
      try await console.post("/codes/1402/texts/ar/remove", form(Self.stored)),
      try await console.post("/codes/1402/typed", form(Self.stored)),
    ] {
      #expect(answer.body.contains("text-ar") && !answer.body.contains(choice))
    }
  }

  @Test func `a review of a text that has changed is a conflict`() async throws {
    let console = try await signedIn()
    try console.edit { (editor) throws(RegistryError) in
      _ = try editor.setTranslation(code: "1402", language: "ar", text: Self.typed)
    }
    let refused = try await console.post("/review", [("pick-1402-ar", "1"), ("as", "reviewed")])
    #expect(refused.status == 409)
    #expect(try console.revision == 2)
  }
}
