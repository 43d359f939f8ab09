import Foundation
import RegistryTestSupport
import Testing

/// Starts the console and uses it as a browser without a script does.
@Suite(.serialized, .enabled(if: Command.exists("curl"), "curl is not installed"))
struct ConsoleProgramTests {
  @Test func `a link signs in once, and nobody else sees anything`() throws {
    let site = try ConsoleSite()
    for path in ["/", "/codes/1402", "/find?q=1402", "/history", "/nothing"] {
      let answer = try site.ask(path)
      #expect(answer.status == 401)
      #expect(!answer.body.contains("INSUFFICIENT"))
    }
    try site.signIn()
    #expect(try site.ask("/").status == 200)
    #expect(try site.ask(site.link).status == 410)
    #expect(try site.send(site.link, [:]).status == 410)
    #expect(try site.send("/sign-out", [:]).status == 200)
    #expect(try site.ask("/").status == 401)
    let secret = site.link.components(separatedBy: "/once/")[1]
    let end = try site.stop()
    #expect(end.status == 0)
    #expect(!end.error.contains(secret), "the log has no secret")
  }

  @Test func `every answer has the header fields of security, errors too`() throws {
    let site = try ConsoleSite()
    for (path, options, status) in [
      ("/", [], 401), ("/nope", [], 401), ("/-/health", [], 200), ("/", ["-H", "Host: evil.example"], 421),
      ("/", ["-X", "POST", "-H", "Origin: https://evil.example", "-d", "a=b"], 403),
      ("/", ["-X", "POST", "-d", "a=b"], 403), ("/once/x", [], 410),
    ] as [(String, [String], Int)] {
      let answer = try site.ask(path, options)
      #expect(answer.status == status, "\(path) \(options)")
      #expect(answer.fields["content-security-policy"]?.contains("default-src 'none'") == true, "\(path)")
      #expect(answer.fields["x-content-type-options"] == "nosniff")
      #expect(answer.fields["cache-control"] == "no-store")
      #expect(answer.fields["server"] == nil)
    }
  }

  @Test func `a text is stored with its reason, a second press changes nothing, and the notice undoes it`() throws {
    let site = try ConsoleSite()
    try site.signIn()
    let fields = ["text-ar": "الرصيد لا يكفي", "base-ar": "الرصيد غير كافٍ", "revision-ar": "1", "note": "أوضح"]
    let first = try site.send("/codes/1402", fields)
    #expect(first.status == 303)
    #expect(first.fields["location"] == "/codes/1402?done=2")
    #expect(try site.send("/codes/1402", fields).fields["location"] == "/codes/1402?done=same")
    let page = try site.ask("/codes/1402?done=2")
    #expect(page.body.contains("action=\"/operations/2/undo\""))
    #expect(try site.ask("/operations/2").body.contains("أوضح"))
    #expect(try site.send("/operations/2/undo", ["back": "/codes/1402"]).fields["location"] == "/codes/1402?done=3")
    #expect(try site.ask("/codes/1402").body.contains("الرصيد غير كافٍ</textarea>"))
  }

  @Test func `a conflict shows all sides, and stores the other texts`() throws {
    let site = try ConsoleSite()
    try site.signIn()
    try site.admin("translation", "set", "1402", "ar", "رصيدك غير كافٍ", "--actor", "noura", "-m", "للدافع")
    let answer = try site.send(
      "/codes/1402",
      [
        "text-ar": "الرصيد <لا> يكفي", "base-ar": "الرصيد غير كافٍ", "revision-ar": "1",
        "text-zh-Hans": "账户余额不足", "base-zh-Hans": "余额不足", "revision-zh-Hans": "1",
      ])
    #expect(answer.status == 409)
    for words in [
      "الرصيد غير كافٍ", "noura", "للدافع", "الرصيد &lt;لا&gt; يكفي</textarea>", "revision-ar\" value=\"2\"",
    ] {
      #expect(answer.body.contains(words), "\(words)")
    }
    #expect(try site.ask("/codes/1402").body.contains("账户余额不足</textarea>"))
    // The form of the page puts the own text in place of the stored one.
    let again = try site.send(
      "/codes/1402", ["text-ar": "الرصيد لا يكفي", "base-ar": "رصيدك غير كافٍ", "revision-ar": "2"])
    #expect(again.status == 303)
  }

  @Test func `what was typed survives an ended session, a refused text and a missing answer`() throws {
    let site = try ConsoleSite()
    let typed = ["text-ar": "الرصيد لا يكفي", "base-ar": "الرصيد غير كافٍ", "revision-ar": "1"]
    let ended = try site.send("/codes/1402", typed)
    #expect(ended.status == 401)
    #expect(ended.body.contains("الرصيد لا يكفي</textarea>") && ended.body.contains("action=\"/codes/1402\""))
    try site.signIn()
    let refused = try site.send("/codes/1402", typed.merging(["text-ar": "الرصيد {"]) { $1 })
    #expect(refused.status == 422)
    #expect(refused.body.contains("الرصيد {</textarea>") && refused.body.contains("aria-invalid"))
    let source = ["text-en": "Blocked", "base-en": "Insufficient balance", "revision-en": "1"]
    let asked = try site.send("/codes/1402", source)
    #expect(asked.status == 422)
    #expect(asked.body.contains("Blocked</textarea>") && asked.body.contains("role=\"alert\""))
    #expect(try site.send("/codes/1402", source.merging(["impact": "minor"]) { $1 }).status == 303)
  }

  @Test func `the pages are in the chosen language, and find a code from what a customer saw`() throws {
    let site = try ConsoleSite()
    try site.signIn()
    #expect(try site.send("/interface-language", ["language": "ar", "back": "//evil"]).fields["location"] == "/")
    for path in [
      "/", "/codes", "/texts?language=ar", "/review", "/history", "/glossary", "/checks", "/doctor", "/help",
    ] {
      let answer = try site.ask(path)
      #expect(answer.status == 200, "\(path)")
      #expect(answer.body.contains("<html lang=\"ar\" dir=\"rtl\">"), "\(path)")
    }
    #expect(try site.ask("/find?q=1402").fields["location"] == "/codes/1402")
    let found = try site.ask("/find?q=%D8%B1%D8%B5%D9%8A%D8%AF%20%D8%BA%D9%8A%D8%B1%20%D9%83%D8%A7%D9%81")
    #expect(found.body.contains("INSUFFICIENT_<wbr>BALANCE"))
    #expect(try site.ask("/codes/9999").status == 404)
    let findings = try site.send("/-/check", ["code": "1402", "language": "ar", "text": "الرصيد  غير كافٍ"])
    #expect(findings.fields["content-type"] == "application/json" && findings.body.contains("warning"))
  }

  @Test func `admin console becomes the console, which gets its signals`() throws {
    let folder = try TemporaryFolder()
    // The console is looked for beside the file that runs, so a link to admin would lead to another folder.
    try FileManager.default.copyItem(atPath: Command.products + "/admin", toPath: folder.file("admin"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("admin-console"), withDestinationPath: ConsoleSite.built())
    try #require(try Command(folder.file("admin"), ["init"], in: folder.path).run().status == 0)
    let options = ["console", "--port", "0", "--actor", "layla", "--quiet"]
    let console = try Command(folder.file("admin"), options, in: folder.path).start()
    for _ in 0..<300 where !console.output.hasSuffix("\n") { usleep(100_000) }
    let address = console.output.components(separatedBy: "/once/")[0]
    let health = Command("curl", ["-sS", address + "/-/health"], in: folder.path)
    #expect(try health.run().output == "ok\n")
    console.send(SIGTERM)
    #expect(try console.end(within: 60).status == 0)
    #expect(try health.run().status == 7, "nobody answers any more")
  }
}
