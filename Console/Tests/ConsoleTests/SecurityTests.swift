import Foundation
import HTTPTypes
import Hummingbird
import Registry
import Testing

@testable import Console

/// What the console refuses, whatever route is asked.
@Suite struct SecurityTests {
  private static let policy = "default-src 'none'"

  /// A path for each route, with its parameters filled in.
  private static func path(_ route: Router<ConsoleContext>.RouteDescription) -> String {
    "\(route.path)".replacing("{code}", with: "1402").replacing("{number}", with: "2").replacing("{secret}", with: "x")
  }

  private func routes(_ console: TestConsole, _ method: HTTPRequest.Method) -> [String] {
    console.routes.filter { $0.method == method }.map { Self.path($0) }
  }

  /// Makes an edit that can be undone, so that every route has something to change.
  private func edited() async throws -> TestConsole {
    let console = try TestConsole()
    try console.edit { (editor) throws(RegistryError) in
      _ = try editor.setTranslation(code: "1402", language: "ar", text: "رصيدك غير كافٍ")
    }
    return console
  }

  private func isSafe(_ answer: TestConsole.Answer) -> Bool {
    answer["Content-Security-Policy"]?.hasPrefix(Self.policy) == true && answer["X-Content-Type-Options"] == "nosniff"
      && answer["Cross-Origin-Resource-Policy"] == "same-origin" && answer["Server"] == nil
      && answer["Access-Control-Allow-Origin"] == nil
      && (answer["Content-Type"]?.hasPrefix("text/html") != true
        || answer["X-Frame-Options"] == "DENY" && answer["Referrer-Policy"] == "no-referrer"
          && answer["Cross-Origin-Opener-Policy"] == "same-origin" && answer["Cache-Control"] == "no-store")
  }

  @Test func `every route answers nobody who is not signed in, except what signing in needs`() async throws {
    let console = try await edited()
    let open = ["/-/health", "/once/x", "/interface-language", "/sign-in", "/sign-out"]
    for route in console.routes {
      let path = Self.path(route)
      let answer = try await console.ask(route.method, path, [.origin: "http://\(TestConsole.host)"], "a=b")
      #expect(isSafe(answer), "\(route)")
      if !open.contains(path), !path.hasPrefix("/-/assets/") { #expect(answer.status == 401, "\(route)") }
    }
    #expect(try console.revision == 2)
  }

  @Test func `every route that changes something refuses another site`() async throws {
    let console = try await edited()
    try await console.signIn()
    let site = HTTPField.Name("Sec-Fetch-Site")!
    let foreign: [HTTPFields] = [
      [:], [.origin: "https://evil.example"], [.origin: "null"], [.origin: "http://127.0.0.1:1"],
      [.origin: "https://\(TestConsole.host)"], [.origin: "http://\(TestConsole.host).evil.example"],
      [site: "cross-site"], [site: "same-site"], [site: "same-site", .origin: "http://\(TestConsole.host)"],
      [site: "cross-site", .origin: "http://\(TestConsole.host)"], [site: "", .origin: "https://evil.example"],
    ]
    let paths = routes(console, .post)
    #expect(paths.count >= 6)
    for path in paths {
      for fields in foreign {
        let answer = try await console.post(path, [("text-ar", "x"), ("base-ar", "رصيدك غير كافٍ")], fields)
        #expect(answer.status == 403 && isSafe(answer), "\(path) \(fields)")
        #expect(!answer.body.contains("text-ar"), "a form of another site is not kept")
      }
    }
    for fields: HTTPFields in [[site: "same-origin"], [site: "none"], [.origin: "http://\(TestConsole.host)"]] {
      #expect(
        try await console.post("/-/check", [("code", "1402"), ("language", "ar"), ("text", "x")], fields).status == 200)
    }
    #expect(try console.revision == 2)
  }

  @Test func `every route refuses a host that is not this console`() async throws {
    let console = try await edited()
    try await console.signIn()
    let host = HTTPField.Name("X-Test-Host")!
    for route in console.routes {
      for name in ["evil.example", "127.0.0.1", "127.0.0.1:1", "127.0.0.1:0.evil.example", "localhost.:0", ""] {
        let answer = try await console.ask(
          route.method, Self.path(route), [host: name, .origin: "http://\(name)"], route.method == .get ? nil : "a=b")
        #expect(answer.status == 421 && isSafe(answer), "\(route) \(name)")
      }
    }
    for name in ["127.0.0.1:0", "localhost:0", "LOCALHOST:0", "[::1]:0"] {
      #expect(try await console.get("/", [host: name]).status == 200, "\(name)")
    }
  }

  @Test func `no GET changes the registry or spends a link`() async throws {
    let console = try await edited()
    try await console.signIn()
    for path in routes(console, .get) {
      for query in ["", "?done=2", "?text-ar=x&base-ar=y&language=ar", "?undo=1&then=stay&as=final"] {
        let answer = try await console.get(path + query)
        #expect(answer.status < 500 && isSafe(answer), "\(path)\(query)")
        #expect(try await console.ask(.head, path + query).status == answer.status, "HEAD \(path)\(query)")
      }
    }
    #expect(try console.revision == 2)
    let link = console.link()
    for method in [HTTPRequest.Method.get, .head] { #expect(try await console.ask(method, link).status == 200) }
    #expect(try await console.post(link, []).status == 303)
  }

  @Test func `every error has the fields of security and no word of the program`() async throws {
    let console = try await edited()
    try await console.signIn()
    let form = HTTPField.Name("Content-Type")!
    let own: HTTPFields = [.origin: "http://\(TestConsole.host)"]
    var json = own
    json[form] = "application/json"
    let large = "text-ar=" + String(repeating: "x", count: Form.maximumSize)
    for (method, path, fields, body, status) in [
      (.post, "/codes/1402", own, "text-ar=%zz", 400), (.post, "/codes/1402", own, "text-ar=%ff", 400),
      (.post, "/codes/1402", own, "text-ar=a&text-ar=b", 400), (.post, "/review", own, "as=final&as=final", 400),
      (.post, "/codes/1402", json, "{}", 415), (.post, "/codes/1402", own, large, 413),
      (.get, "/codes/99999", [:], nil, 404), (.get, "/nothing", [:], nil, 404), (.get, "/operations/x", [:], nil, 400),
      (.post, "/history", own, "a=b", 405), (.put, "/codes/1402", own, "a=b", 405),
      (.delete, "/operations/2", own, nil, 405), (.get, "/operations/2/undo", [:], nil, 405),
      (.get, "/%00%ff%2e%2e/%2e%2e/etc/passwd", [:], nil, 404), (.get, "/codes/<script>", [:], nil, 404),
      (.post, "/codes/1402", own, "text-ar=y&base-ar=z&revision-ar=1", 409),
    ] as [(HTTPRequest.Method, String, HTTPFields, String?, Int)] {
      let answer = try await console.ask(method, path, fields, body)
      #expect(answer.status == status && isSafe(answer), "\(method) \(path): \(answer.status)")
      if status == 405 { #expect(answer["Allow"] != nil) }
      for word in ["SELECT", "sqlite", "Swift", "HTTPError", "fatal", "<script>"] {
        #expect(!answer.body.contains(word), "\(path): \(word)")
      }
    }
    #expect(try console.revision == 2)
  }

  @Test func `only named fields of a form count`() async throws {
    let console = try await edited()
    try await console.signIn()
    let saved = try await console.post(
      "/codes/1402",
      [
        ("text-zh-Hans", "账户余额不足"), ("base-zh-Hans", "余额不足"), ("revision-zh-Hans", "1"), ("role", "admin"),
        ("actor", "noura"), ("person", "noura"), ("state", "final"), ("command", "init"),
      ])
    #expect(saved.status == 303)
    let store = try RegistryStore(opening: RegistryPath(console.path), for: .reading)
    let operation = try #require(try store.read { try $0.history(HistoryFilter(limit: 1)) }.first)
    #expect(operation.actor == "layla" && operation.command == "console edit")
    #expect(operation.changes.allSatisfy { $0.row == .translation(1402, .simplifiedChinese) })
    #expect(operation.changes.contains { $0.field == "text" })
  }

  /// Texts that run a script, or leave their element, where they are not escaped.
  private static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><svg onload=alert(1)>",
    "</textarea><script>alert(1)</script>", "</title><script>alert(1)</script>", "javascript:alert(1)",
    "<!--<img src=x onerror=alert(1)>-->", "&lt;script&gt;alert(1)&lt;/script&gt;", "]]><script>alert(1)</script>",
  ]

  @Test(arguments: hostile)
  func `a hostile text is shown as it is on every page`(text: String) async throws {
    let console = try TestConsole()
    try console.edit(by: text, note: text) { (editor) throws(RegistryError) in
      for language in ["en", "ar", "zh-Hans"] {
        _ = try editor.setTranslation(code: "1402", language: language, text: text)
      }
    }
    try await console.signIn(as: text)
    // The same person may not review; another edit makes a conflict.
    let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    let query = PathText.encoded(text)
    var shown = 0
    for path in [
      "/", "/codes", "/codes/1402", "/codes/1402?done=2", "/texts?language=ar", "/history", "/operations/2", "/review",
      "/find?q=\(query)", "/checks", "/glossary", "/doctor", "/history?actor=\(query)", "/texts?language=\(query)",
      "/codes?category=\(query)&state=\(query)", "/nothing/\(query)",
    ] {
      let answer = try await console.get(path)
      #expect(answer.status < 500, "\(path)")
      if text.contains(where: { "<>\"'".contains($0) }) { #expect(!answer.body.contains(text), "\(path)") }
      if answer.body.contains(escaped) { shown += 1 }
    }
    #expect(shown >= 5)
    let form = [("text-ar", text + "x"), ("base-ar", "y"), ("revision-ar", "1"), ("note", text)]
    let conflict = try await console.post("/codes/1402", form)
    #expect(conflict.status == 409 && conflict.body.contains(escaped))
    console.forgetSession()
    let kept = try await console.post("/codes/1402?x=\(query)", form + [(text, text)])
    #expect(kept.status == 401 && kept.body.contains(escaped))
    for page in [conflict, kept] {
      for mark in ["<script>alert", "<img", "<svg onload", "href=\"javascript:"] {
        #expect(!page.body.contains(mark), "\(mark)")
      }
    }
  }

  @Test func `a session is a cookie that scripts and other sites do not get, and is new at each sign-in`() async throws
  {
    let console = try TestConsole()
    let first = try await console.post(console.link(), [])
    let cookie = try #require(first.fields[values: .setCookie].first { $0.hasPrefix("console-0=") })
    for word in ["HttpOnly", "SameSite=Lax", "Path=/"] { #expect(cookie.contains(word), "\(cookie)") }
    #expect(cookie.firstMatch(of: /^console-0=[0-9a-f]{64};/) != nil)
    let old = console.cookies
    try await console.signIn()
    #expect(console.cookies["console-0"] != old["console-0"])
    #expect(try await console.get("/").status == 200)
    let replayed = try await console.ask(.get, "/", [.cookie: "console-0=\(old["console-0"] ?? "")"])
    #expect(replayed.status == 401, "the session before has ended")
  }

  @Test func `a proxy names the person in one field, and over HTTPS the answers say so`() async throws {
    let proxy = ConsoleConfiguration.TrustedProxy(userField: "X-Remote-User", publicURL: "https://codes.example.org/")
    let console = try TestConsole(proxy)
    let (user, host) = (HTTPField.Name("X-Remote-User")!, HTTPField.Name("X-Test-Host")!)
    let named: HTTPFields = [user: "noura", host: "codes.example.org"]
    let page = try await console.get("/", named)
    #expect(page.status == 200 && page.body.contains("noura"))
    #expect(page["Strict-Transport-Security"] != nil)
    #expect(try await console.get("/", [user: "noura", host: "codes.example.org:443"]).status == 200)
    #expect(try await console.get("/", [user: "noura", host: "codes.example.org:80"]).status == 421)
    var doubled = named
    doubled.append(HTTPField(name: user, value: "layla"))
    for fields: HTTPFields in [
      doubled, [host: "codes.example.org"], [host: "codes.example.org", user: ""],
      [host: "codes.example.org", user: "a\u{202E}b"],
    ] {
      #expect(try await console.get("/", fields).status == 401, "\(fields)")
    }
    #expect(try await console.get("/", [user: "noura"]).status == 421)
  }
}
