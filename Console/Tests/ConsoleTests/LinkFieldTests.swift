import Foundation
import Testing

@testable import Console

/// The field for a link on every page that somebody sees who is not signed in.
@Suite struct LinkFieldTests {
  @Test func `a link, or its end, signs in on the page that asks for it, and leads to where the person wanted to go`()
    async throws
  {
    let console = try TestConsole()
    for (path, link) in [
      ("/codes/1402?from=%2Ftexts", "http://127.0.0.1:0\(console.link())"), ("/sign-in", console.link()),
      ("/once/spent", String(console.link().dropFirst(6))), ("/", "  \(console.link())/ "),
    ] {
      console.forgetSession()
      let page = try await console.get(path)
      let form = try #require(PageForm(page.body, with: "sign-in-link"), "\(path)")
      let entered = try await console.post(form.action, form.fields + [("sign-in-link", link)])
      let wanted = path.hasPrefix("/codes") ? path : "/"
      #expect(entered.status == 303 && entered["Location"] == wanted, "\(path)")
      #expect(try await console.get(wanted).status == 200)
    }
  }

  @Test func `after signing out the page has the field`() async throws {
    let console = try TestConsole()
    try await console.signIn()
    let form = try #require(PageForm(try await console.post("/sign-out", []).body, with: "sign-in-link"))
    #expect(try await console.post(form.action, form.fields + [("sign-in-link", console.link())]).status == 303)
    #expect(try await console.get("/codes").status == 200)
  }

  @Test func `a wrong link says what is wrong with it, and the field is still there`() async throws {
    let console = try TestConsole()
    let spent = console.link()
    _ = try await console.post(spent, [])
    for (link, word) in [
      (spent, Word.spentLink), ("https://example.org/", .notALink), ("", .notALink), ("hello", .notALink),
      (String(spent.dropLast()), .notALink),
    ] {
      console.forgetSession()
      let page = try await console.post("/sign-in", [("sign-in-link", link), ("back", "//evil.example")])
      #expect(page.status == 401 && page.body.contains("role=\"alert\""), "\(link)")
      #expect(page.body.contains(Words.english(word)), "\(link)")
      let form = try #require(PageForm(page.body, with: "sign-in-link"))
      #expect(form.fields.contains { $0 == ("back", "/") }, "no address of another site")
      #expect(try await console.get("/codes").status == 401)
    }
  }

  @Test func `behind a proxy nobody is asked for a link`() async throws {
    let proxy = ConsoleConfiguration.TrustedProxy(userField: "X-Remote-User", publicURL: "https://codes.example.org/")
    let console = try TestConsole(proxy)
    let page = try await console.get("/sign-in", [.init("X-Test-Host")!: "codes.example.org"])
    #expect(page.status == 401 && !page.body.contains("sign-in-link"))
  }

  @Test(arguments: ["/nowhere", "/codes/9999999", "/operations/99999", "/sign-out"])
  func `a page that does not exist has a way to the first page and to all others`(path: String) async throws {
    let console = try TestConsole()
    try await console.signIn()
    let page = try await console.get(path)
    #expect(page.status == 404 || page.status == 405)
    let main = page.body.components(separatedBy: "<main")[1]
    #expect(main.contains("<a href=\"/\">My work</a>"))
    #expect(page.body.contains("<nav") && page.body.contains("action=\"/sign-out\""))
  }
}
