import Foundation
import Registry
import Testing

@testable import Console

/// What was typed survives a session that has ended, a restart, and a registry that cannot be used.
@Suite struct KeptFormTests {
  private static let typed = "الرصيد <b>لا</b> يكفي & \"كافٍ\""
  private static let form = [
    ("text-ar", typed), ("base-ar", "الرصيد غير كافٍ"), ("revision-ar", "1"), ("note", "سبب"), ("then", "stay"),
  ]

  @Test func `after a session has ended, a link in the same page shows what was typed, unsaved`() async throws {
    let console = try TestConsole()
    try await console.signIn()
    console.clock.move(by: .seconds(8 * 3_600))
    let ended = try await console.post("/codes/1402", Self.form)
    #expect(ended.status == 401)
    let kept = try #require(PageForm(ended.body, with: "text-ar"))
    #expect(kept.action == "/codes/1402")
    #expect(kept.fields.contains { $0 == ("text-ar", Self.typed) })
    let before = try console.revision
    let shown = try await console.post(
      kept.action, kept.fields + [("sign-in-link", "http://127.0.0.1:0" + console.link())])
    #expect(shown.status == 200)
    #expect(try console.revision == before, "nothing is stored before the person says so")
    let form = try #require(PageForm(shown.body, with: "text-ar"))
    #expect(form.fields.contains { $0 == ("text-ar", Self.typed) })
    #expect(form.fields.contains { $0 == ("revision-ar", "1") }, "a conflict is still noticed")
    #expect(try await console.post(form.action, form.fields + [("then", "stay")]).status == 303)
    #expect(try console.revision == before + 1)
  }

  @Test func `a wrong link keeps the text, and so does a second one`() async throws {
    let console = try TestConsole()
    try await console.signIn()
    let spent = console.link()
    _ = try await console.post(spent, [])
    console.forgetSession()
    var page = try await console.post("/codes/1402", Self.form)
    for link in [spent, "nonsense", "/once/", "///"] {
      let kept = try #require(PageForm(page.body, with: "text-ar"))
      page = try await console.post(kept.action, kept.fields + [("sign-in-link", link)])
      #expect(page.status == 401)
      #expect(page.body.contains("role=\"alert\""))
    }
    let kept = try #require(PageForm(page.body, with: "text-ar"))
    #expect(kept.fields.filter { $0.0 == "text-ar" }.map(\.1) == [Self.typed])
  }

  @Test func `what one person typed is never stored as that of another`() async throws {
    let console = try TestConsole()
    try await console.signIn(as: "layla")
    console.forgetSession()
    let kept = try #require(PageForm(try await console.post("/codes/1402", Self.form).body, with: "text-ar"))
    try await console.signIn(as: "noura")
    let before = try console.revision
    let refused = try await console.post(kept.action, kept.fields)
    #expect(refused.status == 403)
    let again = try #require(PageForm(refused.body, with: "text-ar"), "the text is still there")
    #expect(again.fields.contains { $0 == ("typed-by", "layla") })
    #expect(try await console.post(again.action, again.fields).status == 403)
    #expect(try console.revision == before)
    try await console.signIn(as: "layla")
    #expect(try await console.post(again.action, again.fields).status == 200)
    #expect(try console.revision == before)
  }

  @Test func `a page that is still open when somebody else signs in stores nothing under their name`() async throws {
    let console = try TestConsole()
    try await console.signIn(as: "layla")
    let page = try #require(PageForm(try await console.get("/codes/1402").body, with: "data-edits"))
    var fields = page.fields.filter { $0.0 != "text-ar" } + [("text-ar", Self.typed)]
    try await console.signIn(as: "noura")
    let before = try console.revision
    #expect(try await console.post(page.action, fields).status == 403)
    #expect(try await console.post("/codes/1402/texts/ar/review", fields).status == 403)
    #expect(try console.revision == before)
    // When the session has ended, the page that keeps the form knows whose text it is.
    console.forgetSession()
    let kept = try #require(PageForm(try await console.post(page.action, fields).body, with: "text-ar"))
    #expect(kept.fields.contains { $0 == ("typed-by", "layla") })
    try await console.signIn(as: "layla")
    fields = kept.fields
    #expect(try await console.post(kept.action, fields).status == 200)
  }

  @Test func `a reason that is refused is in a field, with the texts`() async throws {
    let console = try TestConsole()
    try await console.signIn()
    let fields = Self.form.filter { $0.0 != "note" } + [("note", "a\tb")]
    let refused = try await console.post("/codes/1402", fields)
    #expect(refused.status == 422)
    let form = try #require(PageForm(refused.body, with: "data-edits"))
    #expect(form.fields.contains { $0 == ("text-ar", Self.typed) })
    #expect(refused.body.contains("name=\"note\" dir=\"auto\" maxlength=\"1000\" value=\"a\tb\""))
    try console.edit { (editor) throws(RegistryError) in
      _ = try editor.setTranslation(code: "1402", language: "ar", text: "رصيدك غير كافٍ")
    }
    let undo = try await console.post("/operations/2/undo", [("note", "a\tb")])
    #expect(undo.status == 422 && undo.body.contains("name=\"note\" dir=\"auto\""))
    console.forgetSession()
    let kept = try await console.post("/codes/1402", Self.form)
    #expect(kept.status == 401 && kept.body.contains("name=\"note\" dir=\"auto\""))
  }

  @Test func `a text in a language that the registry does not have is refused, and kept`() async throws {
    let console = try TestConsole()
    try await console.signIn()
    let before = try console.revision
    let refused = try await console.post(
      "/codes/1402", Self.form + [("text-fr", "Solde insuffisant"), ("base-fr", ""), ("revision-fr", "0")])
    #expect(refused.status == 404)
    let kept = try #require(PageForm(refused.body, with: "text-ar"))
    #expect(kept.fields.contains { $0 == ("text-fr", "Solde insuffisant") })
    #expect(kept.fields.contains { $0 == ("text-ar", Self.typed) })
    #expect(try console.revision == before)
  }

  @Test func `a form of the largest size survives`() async throws {
    let console = try TestConsole()
    try await console.signIn()
    console.forgetSession()
    let note = String(repeating: "x", count: Form.maximumSize - 200)
    let ended = try await console.post("/codes/1402", [("text-ar", "نص"), ("base-ar", ""), ("padding", note)])
    let kept = try #require(PageForm(ended.body, with: "text-ar"))
    try await console.signIn()
    #expect(try await console.post(kept.action, kept.fields).status == 200)
  }

  @Test func `a removed registry keeps the text, and the console goes on when it is there again`() async throws {
    let console = try TestConsole()
    try await console.signIn()
    #expect(try await console.get("/codes/1402").status == 200)
    try FileManager.default.moveItem(atPath: console.path, toPath: console.path + ".away")
    for path in ["/", "/codes", "/codes/1402", "/find?q=x", "/-/changes?after=1"] {
      #expect(try await console.get(path).status == 503, "\(path)")
    }
    let failed = try await console.post("/codes/1402", Self.form)
    #expect(failed.status == 503 && failed["Retry-After"] != nil)
    let kept = try #require(PageForm(failed.body, with: "text-ar"))
    try FileManager.default.moveItem(atPath: console.path + ".away", toPath: console.path)
    #expect(try await console.get("/codes").status == 200)
    #expect(try await console.post(kept.action, kept.fields).status == 303)
  }

  @Test func `a restored backup is reported to everybody once, before anything is stored in it`() async throws {
    let console = try TestConsole()
    let other = console.path + ".backup"
    try FileManager.default.copyItem(atPath: console.path, toPath: other)
    try await console.signIn(as: "noura")
    _ = try await console.get("/codes/1402")
    try await console.signIn(as: "layla")
    _ = try await console.get("/codes/1402")
    _ = try await console.post(
      "/codes/1402", [("text-zh-Hans", "账户余额不足"), ("base-zh-Hans", "余额不足"), ("revision-zh-Hans", "1")])
    #expect(rename(other, console.path) == 0)
    let failed = try await console.post("/codes/1402", Self.form)
    #expect(failed.status == 409)
    #expect(try console.revision == 1, "nothing was stored in the restored file")
    let kept = try #require(PageForm(failed.body, with: "text-ar"))
    let shown = try await console.post(kept.action, kept.fields)
    #expect(shown.status == 200, "\(shown.body)")
    #expect(try console.revision == 1)
    #expect(try await console.get("/codes/1402").status == 200)
    #expect(try await console.post("/codes/1402", Self.form).status == 303)
    try await console.signIn(as: "noura")
    #expect(try await console.get("/codes/1402").status == 409)
    #expect(try await console.get("/codes/1402").status == 200)
  }

  @Test func `a file that is no registry is reported with the text kept, in every language`() async throws {
    let console = try TestConsole()
    try await console.signIn()
    let good = try Data(contentsOf: URL(filePath: console.path))
    try Data("no registry at all, only words".utf8).write(to: URL(filePath: console.path + ".new"))
    #expect(rename(console.path + ".new", console.path) == 0)
    for (language, word) in [("en", "admin doctor"), ("ar", "نسخة"), ("zh-Hans", "备份")] {
      _ = try await console.post("/interface-language", [("language", language)])
      _ = try await console.get("/codes")
      let failed = try await console.post("/codes/1402", Self.form)
      #expect(failed.status == 503 && failed.body.contains(word), "\(language) \(failed.body)")
      #expect(PageForm(failed.body, with: "text-ar") != nil)
    }
    try good.write(to: URL(filePath: console.path + ".new"))
    #expect(rename(console.path + ".new", console.path) == 0)
    _ = try await console.get("/codes")
    #expect(try await console.post("/codes/1402", Self.form).status == 303)
  }
}
