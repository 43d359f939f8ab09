import Foundation
import RegistryTestSupport
import Testing

/// Tests how a command line is read, and what is said about a wrong one.
@Suite struct CommandLineTests {
  @Test(
    arguments: [
      (["tranlation", "list"], "'tranlation' is not a command of admin. Did you mean 'translation'?"),
      (["trans", "list"], "Did you mean 'translation'?"),
      (["code", "lst"], "'lst' is not a command of admin code. Did you mean 'list'? See 'admin code --help'"),
      (["show", "1402"], "Did you mean 'admin code show', 'admin term show' or 'admin snapshot show'?"),
      (["category", "frobnicate"], "The commands are list, add, edit, remove."),
      (["help", "code", "lst"], "'lst' is not a command of admin code. Did you mean 'list'?"),
      (["man", "code", "lst"], "'lst' is not a command of admin code. Did you mean 'list'?"),
      (["--no-pager"], "There is no command."),
    ] as [([String], String)])
  func `a mistyped command names the nearest one`(arguments: [String], says: String) throws {
    let admin = try AdminFolder(isEmpty: true)
    try admin.expectRefusal(64, saying: says) { try admin.run(arguments) }
  }

  @Test func `the error about a mistyped command is JSON on demand`() throws {
    let admin = try AdminFolder(isEmpty: true)
    let result = try admin.run("code", "lst", "--json")
    #expect(result.status == 64)
    let document = try JSONDecoder().decode([String: JSONValue].self, from: Data(result.errorBytes))
    #expect(document["error"]?["code"] == "usage")
    #expect(document["error"]?["message"] == "'lst' is not a command of admin code.")
  }

  @Test(
    arguments: [
      // Each line has another error too.
      (["code", "show", "--jsn"], "Unknown option '--jsn'. Did you mean '--json'?"),
      (["code", "list", "--state", "foo", "--frobnicate"], "Unknown option '--frobnicate'."),
      (["translation", "set", "1402", "--impct", "typo"], "Unknown option '--impct'. Did you mean '--impact'?"),
      (["code", "retire", "-x", "--db", "none.db"], "Unknown option '-x'."),
      (["code", "edit", "1402", "--cat", "x"], "Did you mean '--category'?"),
      (["--jsno", "status"], "Unknown option '--jsno' before a command. Did you mean '--json'?"),
    ] as [([String], String)])
  func `an unknown option is reported before anything else`(arguments: [String], says: String) throws {
    let admin = try AdminFolder(isEmpty: true)
    try admin.expectRefusal(64, saying: says) { try admin.run(arguments) }
  }

  @Test(
    arguments: [
      (["code", "list", "--category", "payment", "--category", "otp"], "The option --category is given twice."),
      (["status", "--db", "a.db", "--db=b.db"], "The option --db is given twice."),
      (["undo", "-m", "a", "--note", "b"], "The option --note is given twice."),
      (["snapshot", "create", "--release", "1", "-o", ".", "--output", "x"], "The option --output is given twice."),
      (["status", "--json", "--format", "tsv"], "--json is short for --format json"),
    ] as [([String], String)])
  func `an option with one value is refused when it is given twice`(arguments: [String], says: String) throws {
    let admin = try AdminFolder()
    try admin.expectRefusal(64, saying: says) {
      let result = try admin.run(arguments)
      // With --json the error is a document, whose words are the same.
      guard result.error.hasPrefix("{") else { return result }
      return try admin.shell("echo 'error: \(says)' >&2; exit \(result.status)")
    }
  }

  @Test func `an option that takes many values counts each time, and a flag may be repeated`() throws {
    let admin = try AdminFolder()
    let added = try admin.run("category", "add", "fee", "--range", "1700-1799", "--range", "1900", "-q", "-q", "--json")
    #expect(added.status == 0, "\(added.error)")
    #expect(try admin.jsonList("category", "list").last?["ranges"] != nil)
    // A value that equals an option's name is no repetition.
    #expect(try admin.run("translation", "set", "1402", "ar", "--note=--note", "--", "x").status == 0)
  }

  @Test func `a value that begins with a dash is taken unless it is an option`() throws {
    let admin = try AdminFolder()
    try #require(try admin.shell("mv registry.db ./-weird.db").status == 0)
    #expect(try admin.run("status", "--db", "-weird.db").status == 0)
    #expect(try admin.run("status", "-q", "--db", "-weird.db", "--json").status == 0)
    #expect(try admin.run("undo", "--db", "-weird.db", "--actor", "-x").status == 4)
    let set = try admin.run("translation", "set", "1402", "ar", "نص", "--db", "-weird.db", "-m", "- why")
    #expect(set.status == 0, "\(set.error)")
    #expect(try admin.sql("SELECT note FROM operation WHERE id = 2", file: "./-weird.db") == "- why\n")
    // The note is missing; it is not the next option.
    let missing = try admin.run("translation", "set", "1402", "ar", "x", "--db", "-weird.db", "--note", "--dry-run")
    #expect(missing.status == 64)
    #expect(missing.error.contains("Missing value for '--note <note>'."))
    #expect(try admin.run("undo", "--db", "-weird.db", "-m", "-n").status == 64)
  }

  @Test func `options of every command may stand before its name`() throws {
    let admin = try AdminFolder()
    try #require(try admin.shell("mv registry.db other.db").status == 0)
    let result = try admin.run("--db", "other.db", "--no-pager", "code", "--json", "show", "1402")
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.hasPrefix("{\"arguments\""))
  }

  @Test(
    arguments: [
      (["history", "--since", "tomorrow"], "(2026-01-31, today, yesterday), a month (2026-01)"),
      (["history", "--until", "2026-02-30"], "how long ago it was (12h, 7d, 2w)"),
      (["history", "--since", "2026-02", "--until", "2026-01"], "is after --until 2026-01-31T23:59:59Z"),
      (["history", "--limit", "x"], "Write a number, such as 12."),
      (["category", "add", "fee", "--range", "1..2"], "Write FIRST-LAST, such as 1700-1799, or one number."),
      (["category", "edit", "otp", "--name", "x"], "Write LANGUAGE=TEXT, such as ar=الدفع."),
      (["code", "edit", "1402", "--http-status", "x"], "Write a number, such as 402, or none."),
      (["code", "edit", "1402", "--retryable", "x"], "'yes', 'no' or 'unknown'"),
      (["snapshot", "gate", "x", "--allow", "x"], "Write KIND:SUBJECT=REASON"),
    ] as [([String], String)])
  func `an error shows the accepted forms`(arguments: [String], says: String) throws {
    let admin = try AdminFolder()
    try admin.expectRefusal(64, saying: says, ". See 'admin ") { try admin.run(arguments) }
  }

  @Test(arguments: [
    "١٤٠٢", "۱۴۰۲", "１４０２", "一四〇二", "code 1402", "Code: 1402", "#1402", "رمز ١٤٠٢",
    "错误码1402",
    "状态码：１４０２",
    "1402 INSUFFICIENT_BALANCE", "insufficient_balance (1402)", "error insufficient_balance",
  ])
  func `a code is understood as people write it`(name: String) throws {
    let admin = try AdminFolder()
    let result = try admin.run("code", "show", name, "--json")
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.contains("\"code\":1402"))
  }

  @Test(arguments: ["1401 INSUFFICIENT_BALANCE", "code", "1402 1402", "code code", "1402 ", "رمز", "A B C"])
  func `a name that is not one code is not found`(name: String) throws {
    let admin = try AdminFolder()
    #expect(try admin.run("code", "show", name).status == (name == "1402 " ? 0 : 4))
  }

  @Test(arguments: [
    ["-qm", "a", "-m", "b"], ["-m", "a", "-qm", "b"], ["-qm", "a", "--note", "b"], ["--note=a", "-nqm", "b"],
  ])
  func `an option is refused the second time, also among letters behind one dash`(options: [String]) throws {
    let admin = try AdminFolder()
    let set = ["translation", "set", "1402", "ar", "نص"]
    try admin.expectRefusal(64, saying: "The option --note is given twice. Give it once.") {
      try admin.run(set + options)
    }
    #expect(try admin.run(set + ["-qnm", "a", "-q"]).status == 0)
  }

  @Test func `numbers and ranges have the digits of any script`() throws {
    let admin = try AdminFolder()
    for line in [
      [
        "category", "add", "fee", "--range", "١٧٠٠-١٧٩٩", "--range", "１８００～１８９９",
        "--position", "٨",
      ],
      [
        "code", "add", "١٧٠٠", "--symbol", "FEE", "--category", "fee", "--text", "Fee ٥",
        "--http-status", "四〇二",
      ],
      ["code", "edit", "1700", "--retryable", "نعم", "--if-revision", "٣"],
      ["code", "edit", "1700", "--retryable", "否", "--if-revision", "４"], ["history", "--limit", "١"],
      ["undo", "٥"],
    ] {
      let result = try admin.run(line)
      #expect(result.status == 0, "\(line) \(result.error)")
    }
    let code = try admin.json("code", "show", "1700")
    #expect(code["http_status"] == 402)
    #expect(code["retryable"] == true)
    #expect(code["translations"]?["en"]?["text"] == "Fee ٥", "texts are kept as they are")
    let category = try #require(try admin.jsonList("category", "list").first { $0["key"] == "fee" })
    #expect(
      category["ranges"]
        == .array([.object(["first": 1700, "last": 1799]), .object(["first": 1800, "last": 1899])]))
    #expect(category["position"] == 8)
  }

  @Test(arguments: [("نعم", 0), ("是", 0), (" YES ", 0), ("لا", 1), ("否", 1), ("", 1)] as [(String, Int32)])
  func `questions are answered in English, Arabic or Chinese`(answer: String, status: Int32) throws {
    let admin = try AdminFolder()
    let command = "'\(try Command.products)/admin' code retire 1402"
    let result = try admin.shell("{ sleep 0.3; echo '\(answer)'; } | script -qec \"\(command)\" /dev/null")
    #expect(result.status == status, "\(result.output)")
  }

  @Test func `the impact of a change is answered with any digits`() throws {
    let admin = try AdminFolder()
    let command = "'\(try Command.products)/admin' translation set 1402 en Different"
    let result = try admin.shell("{ sleep 0.3; echo '٢'; } | script -qec \"\(command)\" /dev/null")
    #expect(result.status == 0, "\(result.output)")
    #expect(try admin.jsonList("translation", "list", "--stale").first?["staleness"] == "minor")
  }
}
