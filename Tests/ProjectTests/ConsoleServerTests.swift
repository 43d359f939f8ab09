import Foundation
import RegistryTestSupport
import Testing

/// Where the console listens and what it refuses, how it waits, and what it keeps when it is killed.
@Suite(.serialized, .enabled(if: Command.exists("curl") && Command.exists("python3"), "curl or python3 is missing"))
struct ConsoleServerTests {
  /// Runs a program of `Console/Tests/Wire` on the programs that were built.
  private func wire(_ program: String, _ options: String...) throws -> Command.Result {
    let folder = try TemporaryFolder()
    let programs = folder.file("programs")
    try FileManager.default.createDirectory(atPath: programs, withIntermediateDirectories: false)
    for path in [try ConsoleSite.built(), try Command.products + "/admin"] {
      try FileManager.default.createSymbolicLink(
        atPath: programs + "/" + URL(filePath: path).lastPathComponent, withDestinationPath: path)
    }
    var command = Command(
      "python3", ["-B", Command.package + "/Console/Tests/Wire/\(program).py", programs, folder.path] + options,
      in: folder.path)
    command.seconds = 300
    return try command.run()
  }

  @Test func `a locked registry, a long import, slow bodies and many connections hold nobody else up`() throws {
    let result = try wire("waiting")
    #expect(result.status == 0, "\(result.output)\(result.error)")
  }

  @Test func `many people and admin write at once, and nothing is lost`() throws {
    let result = try wire("storm", "--writers", "16", "--saves", "5")
    #expect(result.status == 0, "\(result.output)\(result.error)")
  }

  @Test func `a console that is killed during saves has stored all that it acknowledged`() throws {
    let result = try wire("storm", "--writers", "8", "--saves", "8", "--kills", "3")
    #expect(result.status == 0, "\(result.output)\(result.error)")
  }

  @Test func `the console refuses to run in a way that would be dangerous, and says why`() throws {
    let program = try ConsoleSite.built()
    let folder = try TemporaryFolder()
    #expect(try Command(Command.products + "/admin", ["init"], in: folder.path).run().status == 0)
    let shared = folder.file("shared")
    try FileManager.default.createDirectory(atPath: shared, withIntermediateDirectories: false)
    #expect(chmod(shared, 0o777) == 0)
    let proxy = ["--proxy-user-field", "X-Remote-User", "--public-url", "https://codes.example.org"]
    for (options, reason) in [
      (["--host", "0.0.0.0"], "this machine only"), (["--host", "192.0.2.1", "--port", "0"], "this machine only"),
      (["--host", "::"], "this machine only"), (["--socket", "s"], "needs the field and URL of a proxy"),
      (["--socket", "s", "--port", "1"] + proxy, "in one place"), (["--socket-group", "x"], "needs --socket"),
      (["--socket", "registry.db"] + proxy, "is not a socket"),
      (["--socket", "s", "--socket-group", "no such group"] + proxy, "no group"),
      (["--socket", "shared/s"] + proxy, "Others may write"), (["--socket", "none/s"] + proxy, "no folder"),
      (["--socket", String(repeating: "x", count: 120)] + proxy, "107 bytes"),
      (["--proxy-user-field", "X-User"], "together"),
      (["--proxy-user-field", "Cookie", "--public-url", "https://a.example"], "browsers"),
      (["--proxy-user-field", "sec-fetch-site", "--public-url", "https://a.example"], "browsers"),
      (["--proxy-user-field", "a b", "--public-url", "https://a.example"], "not the name"),
      (["--proxy-user-field", "X-User", "--public-url", "http://a.example"], "https address"),
      (["--proxy-user-field", "X-User", "--public-url", "https://a.example/path"], "https address"),
    ] {
      let result = try Command(program, options, in: folder.path).run()
      #expect(result.status == 64 && result.error.contains(reason), "\(options): \(result.error)")
      #expect(result.output.isEmpty)
    }
    let through = try Command(
      Command.products + "/admin", ["console", "--host", "0.0.0.0"], in: folder.path)
    if FileManager.default.fileExists(atPath: try Command.products + "/admin-console") {
      let result = try through.run()
      #expect(result.status == 64 && result.error.contains("this machine only"))
    }
  }

  @Test func `only the owner may open the socket, and it goes with the console`() throws {
    let options = [
      "--socket", "s", "--proxy-user-field", "X-Remote-User", "--public-url", "https://codes.example.org",
    ]
    let site = try ConsoleSite(options)
    let attributes = try FileManager.default.attributesOfItem(atPath: site.folder.file("s"))
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let to = ["--unix-socket", "s", "-H", "Host: codes.example.org"]
    let page = try site.ask("http://codes.example.org/", to + ["-H", "X-Remote-User: noura"])
    #expect(page.status == 200 && page.body.contains("noura"))
    #expect(try site.ask("http://codes.example.org/", to).status == 401)
    let doubled = ["-H", "X-Remote-User: noura", "-H", "X-Remote-User: layla"]
    #expect(try site.ask("http://codes.example.org/", to + doubled).status == 401)
    let second = try Command(ConsoleSite.built(), options, in: site.folder.path).run()
    #expect(second.status == 64 && second.error.contains("Another program listens"))
    #expect(try site.stop().status == 0)
    #expect(!FileManager.default.fileExists(atPath: site.folder.file("s")))
  }

  @Test func `the log has no secret, no query and nothing that was typed`() throws {
    let site = try ConsoleSite()
    try site.signIn()
    _ = try site.ask("/find?q=seen-by-a-customer")
    _ = try site.ask("/codes/1402?secret=in-the-query")
    _ = try site.send("/codes/1402", ["text-ar": "typed-by-hand {", "base-ar": "x", "revision-ar": "1"])
    let jar = try String(contentsOfFile: site.folder.file("jar"), encoding: .utf8)
    let session = try #require(jar.firstMatch(of: /\tconsole-\d+\t(\w{64})/)).1
    let secret = site.link.components(separatedBy: "/once/")[1]
    let log = try site.stop().error
    #expect(log.contains("GET /find 200") && log.contains("POST /once/…"))
    for word in [secret, String(session), "seen-by", "in-the-query", "typed-by", "?"] {
      #expect(!log.contains(word), "\(word)")
    }
  }

  /// Makes a registry of an older build: without the last migration.
  private static let older = """
    import glob, sqlite3, sys
    package, current, path = sys.argv[1:]
    old = sqlite3.connect(path, isolation_level=None)
    old.execute("ATTACH ? AS new", [current])
    files = sorted(glob.glob(package + "/migrations/*.sql"))[:-1]
    old.execute("PRAGMA application_id = %d" % old.execute("PRAGMA new.application_id").fetchone())
    for file in files: old.executescript(open(file, encoding="utf-8").read())
    old.execute("INSERT INTO main.schema_migration SELECT * FROM new.schema_migration WHERE version <= ?", [len(files)])
    old.execute("PRAGMA user_version = %d" % len(files))
    """

  @Test func `a pending migration is reported with the text kept, and the console goes on after it`() throws {
    let site = try ConsoleSite()
    try site.signIn()
    #expect(try site.ask("/history").status == 200)
    #expect(rename(site.folder.file("registry.db"), site.folder.file("new.db")) == 0)
    let make = Command("python3", ["-c", Self.older, Command.package, "new.db", "registry.db"], in: site.folder.path)
    let made = try make.run()
    try #require(made.status == 0, "\(made.error)")
    let typed = ["text-ar": "الرصيد لا يكفي", "base-ar": "الرصيد غير كافٍ", "revision-ar": "1"]
    // The first page says that the file is another one, and the second that it must be migrated.
    for (status, word) in [(409, "restored backup"), (503, "admin migrate")] {
      let failed = try site.send("/codes/1402", typed)
      #expect(failed.status == status && failed.body.contains(word))
      #expect(failed.body.contains("الرصيد لا يكفي</textarea>"))
    }
    try site.admin("migrate")
    #expect(try site.ask("/history").status == 200)
  }
}
