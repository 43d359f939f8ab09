import Foundation
import RegistryTestSupport
import Testing

@Suite struct OutputTests {
  /// Returns the output of a command on its own terminal.
  private func terminal(
    _ admin: AdminFolder, _ command: String, environment: [String: String?] = ["TERM": "xterm"]
  ) throws -> String {
    let result = try admin.shell(
      "script -qec \"'\(try Command.products)/admin' \(command)\" /dev/null < /dev/null", environment: environment)
    return result.output.replacing("\r\n", with: "\n")
  }

  @Test func `a pipe gets rows without header, colour or isolates`() throws {
    let admin = try AdminFolder()
    let output = try admin.run("translation", "list", "--language", "ar").output
    #expect(output.hasPrefix("200\tar\t1\ttranslated\tno\tتم التنفيذ بنجاح\n"))
    #expect(output.split(separator: "\n").count == 61)
    #expect(!output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{2068}" })
  }

  @Test func `a terminal gets a bold header and isolated Arabic in the last column`() throws {
    let admin = try AdminFolder()
    let output = try terminal(admin, "code show 1402")
    #expect(output.contains("\u{1B}[1mLANGUAGE  REVISION  STATE       AUTHOR  TEXT\u{1B}[0m\n"))
    #expect(output.contains("ar        1         translated  -       \u{2068}الرصيد غير كافٍ\u{2069}\n"))
    #expect(output.contains("zh-Hans   1         translated  -       余额不足\n"))
  }

  @Test func `Markdown escapes a special character also where a mark follows it`() throws {
    let admin = try AdminFolder()
    #expect(try admin.run("translation", "set", "1402", "ar", "a *\u{301}b").status == 0)
    #expect(try admin.run("code", "show", "1402", "--format", "markdown").output.contains("a \\*\u{301}b"))
  }

  @Test(arguments: [
    ["TERM": "xterm", "NO_COLOR": "1"], ["TERM": "dumb"], ["TERM": "xterm", "flag": "--no-color"],
  ])
  func `colors can be turned off`(environment: [String: String]) throws {
    let admin = try AdminFolder()
    let output = try terminal(admin, "code list \(environment["flag"] ?? "")", environment: environment)
    #expect(output.hasPrefix("CODE  CATEGORY  STATE   SYMBOL"))
    #expect(!output.contains("\u{1B}"))
  }

  @Test func `columns are aligned by display width, not by characters`() throws {
    let admin = try AdminFolder()
    try #require(try admin.run("language", "edit", "zh", "--english-name", "中文 Chinese e\u{301}").status == 0)
    let lines = try admin.run("language", "list", "--format", "table").output.split(separator: "\n").map(String.init)
    func column(of text: String, in line: String) throws -> Int {
      line.distance(from: line.startIndex, to: try #require(line.range(of: text)).lowerBound)
    }
    let own = try column(of: "OWN NAME", in: lines[0])
    // "中文" has two more display cells than characters.
    #expect(try column(of: "简体中文", in: lines[3]) == own - 2)
    #expect(try column(of: "العربية", in: lines[2]) == own)
  }

  @Test(arguments: [("한국어", 3), ("ㄱㄴ", 2), ("Ｋｏ", 2), ("がぎ", 2), ("ไทย", 0), ("한", 1)])
  func `a syllable of Hangul and a wide letter take two cells`(name: String, more: Int) throws {
    let admin = try AdminFolder()
    try #require(try admin.run("language", "edit", "zh", "--english-name", name).status == 0)
    let lines = try admin.run("language", "list", "--format", "table").output.split(separator: "\n").map(String.init)
    let heading = try #require(lines[0].range(of: "OWN NAME")).lowerBound
    let own = lines[0].unicodeScalars.distance(from: lines[0].startIndex, to: heading)
    let place = try #require(lines[3].range(of: "简体中文")).lowerBound
    #expect(lines[3].unicodeScalars.distance(from: lines[3].startIndex, to: place) == own - more)
  }

  @Test func `control characters stored by raw SQL are escaped on a terminal, and exact in JSON`() throws {
    let admin = try AdminFolder()
    _ = try admin.sql(
      "UPDATE translation SET text = 'a' || char(27) || '[31m' || char(9, 8238) || 'b' || char(8295) "
        + "WHERE code = 1402 AND language = 'ar'")
    for command in [
      "code show 1402", "translation list --language ar", "translation list --language ar --format tsv",
      "code show 1402 --json",
    ] {
      let output = try terminal(admin, command, environment: ["TERM": "xterm", "NO_COLOR": "1"])
      #expect(!output.unicodeScalars.contains { "\u{1B}\u{202E}\u{2067}".unicodeScalars.contains($0) }, "\(command)")
    }
    #expect(try terminal(admin, "code show 1402").contains("a\\u{1B}[31m\\u{9}\\u{202E}b\\u{2067}"))
    #expect(try admin.json("code", "show", "1402")["translations"]?["ar"]?["text"] == "a\u{1B}[31m\t\u{202E}b\u{2067}")
    #expect(
      try admin.run("translation", "list", "--language", "ar").output.split(separator: "\n").allSatisfy {
        $0.split(separator: "\t").count == 6
      })
  }

  @Test func `JSON is one line with sorted keys`() throws {
    let admin = try AdminFolder()
    for command in [
      ["status"], ["code", "show", "1402"], ["code", "list"], ["category", "list"], ["language", "list"],
      ["translation", "list"],
    ] {
      let result = try admin.run(command + ["--json"])
      #expect(result.output.filter { $0 == "\n" }.count == 1)
      #expect(try admin.run(command + ["--format", "json"]).output == result.output)
      var check = Command(
        "python3",
        [
          "-c",
          "import json,sys; "
            + "print(json.dumps(json.load(sys.stdin), sort_keys=True, ensure_ascii=False, separators=(',', ':')))",
        ],
        in: admin.path)
      check.input = result.outputBytes
      #expect(try check.run().output == result.output)
    }
  }

  @Test(
    arguments: [
      (["code", "show", "1042"], 4, "code-not-found"), (["code", "show"], 64, "usage"), (["nonsense"], 64, "usage"),
      (["status", "--db", "none.db"], 4, "file-not-found"),
      (["translation", "set", "1402", "ar", "{"], 65, "invalid-pattern"),
      (["code", "retire", "1402"], 64, "not-confirmed"), (["init"], 65, "file-exists"),
    ] as [([String], Int, String)])
  func `an error with --json is one document on standard error`(arguments: [String], status: Int, code: String) throws {
    let admin = try AdminFolder()
    for flags in [["--json"], ["--format", "json"], ["--format=json"]] {
      let result = try admin.run(arguments + flags)
      #expect(result.status == status)
      #expect(result.output.isEmpty)
      let document = try JSONDecoder().decode([String: JSONValue].self, from: Data(result.errorBytes))
      #expect(document.keys.sorted() == ["error"])
      #expect(document["error"]?["code"] == .string(code))
      #expect(document["error"]?["exit"] == .integer(status))
      #expect(document["error"]?["message"] != .null)
      #expect(document["error"]?["hint"] != nil)
    }
  }

  @Test func `with --json the notes are a part of the one document, wherever it is printed`() throws {
    let admin = try AdminFolder()
    func document(_ bytes: [UInt8]) throws -> [String: JSONValue] {
      try JSONDecoder().decode([String: JSONValue].self, from: Data(bytes))
    }
    let done = try admin.run("translation", "set", "1402", "en", "Blocked", "--impact", "minor", "--json")
    #expect(done.error.isEmpty)
    #expect(
      try document(done.outputBytes)["notes"]
        == .array([
          "The source text of 1402 changed: minor, which makes the translations stale.",
          "Look at ar, zh-Hans: admin translation edit 1402 ar zh-Hans",
        ]))
    #expect(try admin.json("translation", "set", "1402", "en", "Blocked")["notes"] == nil)
    #expect(try document(admin.run("migrate", "--json", "-q").outputBytes)["notes"] == nil)
    // Findings are on standard output, and so are the notes; the error has its own document.
    _ = try admin.sql("UPDATE translation SET text = 'raw' WHERE code = 200 AND language = 'ar'")
    let findings = try admin.run("doctor", "--json")
    #expect(findings.status == 2)
    #expect(try document(findings.outputBytes)["notes"] != nil)
    #expect(try document(findings.errorBytes).keys.sorted() == ["error"])
    // A command that fails before it prints anything, and one that prints a list.
    for (command, keys) in [("code show 1", ["error", "notes"]), ("code list", ["notes"])] {
      _ = try admin.interruptWriter()
      let result = try admin.run(command.split(separator: " ").map(String.init) + ["--json"])
      #expect(try document(result.errorBytes).keys.sorted() == keys, "\(result.error)")
    }
  }

  @Test func `undo says what it leaves before its result, and with --json in it`() throws {
    let admin = try AdminFolder()
    let add = ["code", "add", "1450", "--symbol", "ADDED", "--category", "payment", "--text", "Added"]
    try #require(try admin.run(add).status == 0)
    let undone = try admin.run("undo", "--json")
    #expect(undone.error.isEmpty)
    #expect(undone.output.contains(#""notes":["1450 is retired, not removed: a number is never used again."]"#))
  }

  @Test func `quiet suppresses notes and the sentence after a write, but never data or errors`() throws {
    let admin = try AdminFolder()
    #expect(try admin.run("translation", "set", "1402", "ar", "x", "-q").output.isEmpty)
    #expect(try admin.run("migrate", "-q").error.isEmpty)
    #expect(try admin.run("code", "list", "-q").output.split(separator: "\n").count == 61)
    #expect(try admin.run("code", "show", "1", "-q").error.hasPrefix("error: "))
    #expect(try admin.run("translation", "set", "1402", "ar", "y", "-q", "--json").output.contains("\"changed\":true"))
  }

  @Test func `each line of TSV ends with dry-run when nothing was done`() throws {
    let admin = try AdminFolder()
    try admin.write(Array("1400\tar\tأ\n1401\tar\tب\n".utf8), to: "texts.tsv")
    try #require(try admin.run("translation", "set", "1402", "ar", "نص", "--actor", "sami").status == 0)
    for line in [
      ["translation", "set", "1402", "ar", "x"], ["translation", "import", "texts.tsv"],
      ["translation", "review", "1401", "1402", "--language", "ar"], ["translation", "unset", "1402", "ar"],
      ["code", "edit", "1402", "--http-status", "402"], ["code", "retire", "1402"], ["undo", "2"],
      ["category", "edit", "otp", "--position", "9"], ["language", "edit", "ar", "--own-name", "x"],
      ["snapshot", "create", "--release", "1", "-o", "."], ["init", "--db", "new.db"],
    ] {
      let result = try admin.run(line + ["-n"])
      #expect(result.status == 0, "\(line) \(result.error)")
      #expect(!result.output.isEmpty)
      for row in result.output.split(separator: "\n") { #expect(row.hasSuffix("\tdry-run"), "\(line)") }
    }
    #expect(try !admin.run("translation", "set", "1402", "ar", "x").output.contains("dry-run"))
  }

  @Test func `a reader that closes the pipe early causes no error message`() throws {
    let admin = try AdminFolder()
    let result = try admin.shell("admin translation list | head -n 1")
    #expect(result.output == "200\ten\t1\ttranslated\tno\tSuccess\n")
    #expect(result.error.isEmpty)
  }

  @Test func `help lists the exit codes and goes to standard output`() throws {
    let admin = try AdminFolder()
    for arguments in [["--help"], ["help"], ["code", "--help"], ["translation", "edit", "--help"], []] {
      let result = try admin.run(arguments)
      #expect(result.status == 0)
      #expect(result.error.isEmpty)
      #expect(result.output.contains("USAGE: admin"))
    }
    #expect(try admin.run("--version").output == "0.1.0\n")
  }
}
