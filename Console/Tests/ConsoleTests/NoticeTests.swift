import Registry
import Testing

@testable import Console

/// What a page says about what was just done.
@Suite struct NoticeTests {
  private func console() async throws -> TestConsole {
    let console = try TestConsole()
    try console.edit { (editor) throws(RegistryError) in
      _ = try editor.setTranslation(code: "1402", language: "ar", text: "رصيدك غير كافٍ")
    }
    try await console.signIn()
    return console
  }

  @Test func `a notice is only about an operation that exists and that the person made`() async throws {
    let console = try await console()
    for path in [
      "/codes/1402?done=2", "/codes/1402?done=1", "/codes/1402?done=x", "/review?done=2", "/review?done=x",
      "/review?done=\(Int.max)",
      "/operations/2?done=2", "/operations/2?done=ANY", "/operations/2?done=\(Int.max)",
      "/operations/2?done=\(Int.min)",
    ] {
      let page = try await console.get(path)
      #expect(page.status == 200 && !page.body.contains("class=\"notice\""), "\(path)")
    }
    let moved = try await console.get("/codes/INSUFFICIENT_BALANCE?done=a%26from=/x%23")
    #expect(moved["Location"] == "/codes/1402")
  }

  @Test func `accepted texts are counted, and their undo in the list says that it was done`() async throws {
    let console = try await console()
    let accepted = try await console.post("/review?language=ar", [("pick-1402-ar", "2"), ("as", "reviewed")])
    #expect(accepted["Location"] == "/review?language=ar&done=3")
    let page = try await console.get("/review?language=ar&done=3").body
    let form = try #require(PageForm(page, with: "/operations/3/undo"))
    let undone = try await console.post(form.action, form.fields)
    #expect(undone["Location"] == "/review?language=ar&done=4")
    let after = try await console.get("/review?language=ar&done=4").body
    #expect(after.contains("class=\"notice\"") && after.contains("/operations/4"))
    #expect(try await !console.get("/review?language=ar&done=3").body.contains("action=\"/operations/3/undo\""))
  }

  @Test func `an undo and a review that were kept are shown before they are stored`() async throws {
    let console = try await console()
    console.forgetSession()
    var kept: [PageForm] = []
    for (path, form) in [
      ("/operations/2/undo", [("note", "a reason")]),
      ("/review?language=ar", [("pick-1402-ar", "2"), ("as", "final")]),
    ] {
      kept.append(try #require(PageForm(try await console.post(path, form).body, with: "typed-by")))
    }
    try await console.signIn()
    let undo = try await console.post(kept[0].action, kept[0].fields)
    #expect(undo.status == 200 && undo.body.contains("value=\"a reason\""))
    let review = try await console.post(kept[1].action, kept[1].fields)
    #expect(review.status == 200 && review.body.contains("value=\"2\"") && review.body.contains(" checked"))
    #expect(try console.revision == 2)
  }
}
