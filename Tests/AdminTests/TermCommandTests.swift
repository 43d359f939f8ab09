import Foundation
import RegistryTestSupport
import Testing

/// `term`.
@Suite struct TermCommandTests {
  private let admin: AdminFolder
  init() throws { admin = try AdminFolder() }

  private func add() throws -> [String: JSONValue] {
    try admin.json(
      "term", "add", "settlement", "--text", "ar=التسوية", "--text", "zh-CN=结算", "--form", "en=settlements", "--form",
      "ar=تسوية", "--synonym", "zh-Hans=清算", "--forbid", "ar=المطابقة", "--term-note", "Money moves.", "-m", "why")
  }

  @Test func `a word or name that is given twice for one language is refused`() throws {
    for arguments in [
      ["term", "add", "fee", "--text", "ar=رسوم", "--text", "ar=أجرة"],
      ["term", "edit", "balance", "--text", "zh-CN=余额", "--text", "zh-Hans=结余"],
      ["category", "edit", "payment", "--name", "ar=أ", "--name", "AR=ب"],
    ] { try admin.expectRefusal(65, saying: "is given twice for") { try admin.run(arguments) } }
  }

  @Test func `a term without a letter or digit is refused`() throws {
    try admin.expectRefusal(65, saying: "'()', has neither a letter nor a digit") { try admin.run("term", "add", "()") }
    try admin.expectRefusal(65, saying: "'、', has neither a letter nor a digit") {
      try admin.run("term", "add", "comma", "--text", "zh-Hans=、")
    }
  }

  @Test func `a term is added with its words in each language`() throws {
    let renderings: JSONValue = .object([
      "en": .object([
        "text": "settlement", "other_forms": .array(["settlements"]), "synonyms": .array([]), "forbidden": .array([]),
      ]),
      "ar": .object([
        "text": "التسوية", "other_forms": .array(["تسوية"]), "synonyms": .array([]),
        "forbidden": .array(["المطابقة"]),
      ]),
      "zh-Hans": .object([
        "text": "结算", "other_forms": .array([]), "synonyms": .array(["清算"]), "forbidden": .array([]),
      ]),
    ])
    #expect(
      try add() == [
        "source": "settlement", "note": "Money moves.", "renderings": renderings, "revision": 2, "operation": 2,
        "changed": true, "dry_run": false,
      ])
    #expect(try admin.sql("SELECT command, note FROM operation WHERE id = 2") == "term add|why\n")
    #expect(try add()["changed"] == false, "given once more, it is already so")
    #expect(
      try admin.json("term", "show", "清算")["terms"]
        == .array([
          .object(["source": "settlement", "note": "Money moves.", "revision": 2, "renderings": renderings])
        ]))
    let shown = try admin.run("term", "show", "SETTLEMENT", "--format", "table").output
    #expect(shown.contains("TERM      settlement\n") && shown.contains("Money moves."))
  }

  @Test(
    arguments: [
      (["add", "otp", "--text", "ar=x"], 65, "The term OTP exists. Change it with 'admin term edit'."),
      (["add", ""], 65, "The term is empty"), (["add"], 64, "Missing expected argument '<term>'"),
      (["add", "x", "--replace"], 64, "--replace belongs to --from"),
      (["add", "x", "--text", "ar"], 64, "Write LANGUAGE=TEXT"), (["add", "x", "--text", "fr=y"], 4, "no language fr"),
      (["add", "x", "--text", "ar= y"], 65, "begins or ends with a space"),
      (["add", "x", "--text", "ar=a|b"], 65, "contains '|'"),
      (["add", "x", "--form", "ar=y"], 65, "The term x has no text in ar. Give the word"),
      (["add", "x", "--synonym", "en=x"], 65, "'x' is the text of the term in en itself"),
      (["add", "x", "--term-note", "a\u{1B}[31mb"], 65, "The note contains the control character U+001B"),
      (["edit", "otp"], 64, "Nothing to change"), (["edit", "opt", "--form", "en=x"], 4, "Did you mean OTP?"),
      (["edit", "otp", "--form", "en=x", "--if-revision", "7"], 3, "The term OTP was never at revision 7: it is at 1"),
      (["edit", "otp", "--drop", "ar=رمز OTP"], 65, "is the text of the term in ar itself"),
      (["edit", "otp", "--drop", "ar=x"], 65, "does not have 'x' in ar"),
      (["edit", "otp", "--drop-language", "fr"], 4, "no language fr"),
      (["show", "blance"], 4, "The glossary has no term 'blance'. Did you mean balance?"),
      (["show", "zzzzzz"], 4, "List them with 'admin term list'"), (["remove", "otp"], 64, "Repeat it with --yes"),
      (["remove", "blance", "-y"], 4, "Did you mean balance?"), (["list", "--language", "fr"], 4, "no language fr"),
      (["export", "-o", "x.txt"], 64, "choose with --as"),
    ] as [([String], Int32, String)])
  func `a command that breaks a rule is refused`(arguments: [String], status: Int32, says: String) throws {
    try admin.expectRefusal(status, saying: says) { try admin.run(["term"] + arguments) }
  }

  @Test func `edit adds, moves and drops words, and replaces the text`() throws {
    _ = try add()
    let edited = try admin.json(
      "term", "edit", "Settlement", "--text", "ar=تسوية", "--forbid", "zh-Hans=清算", "--synonym", "en=clearing",
      "--drop", "ar=المطابقة", "--term-note", "", "--if-revision", "2")
    #expect(edited["note"] == .null)
    #expect(
      try admin.sql("SELECT * FROM term_rendering WHERE term = 'settlement' ORDER BY language") == """
        settlement|ar|تسوية|||
        settlement|en|settlement|settlements|clearing|
        settlement|zh-Hans|结算|||清算

        """)
    #expect(try admin.json("term", "edit", "settlement", "--drop-language", "zh")["revision"] == 4)
    #expect(try admin.json("term", "edit", "settlement", "--synonym", "en=clearing")["changed"] == false)
    #expect(try admin.run("undo", "3").status == 3, "one rendering has changed since")
    #expect(try admin.run("doctor").status == 0)
  }

  @Test func `a term is removed, and undo brings it back`() throws {
    _ = try add()
    let before = try admin.run("term", "export", "-o", "-").output
    #expect(try admin.run("term", "remove", "SETTLEMENT", "-y").output == "settlement\t3\ttrue\n")
    #expect(try admin.run("term", "list").output.contains("settlement") == false)
    #expect(try admin.run("undo").status == 0)
    #expect(try admin.run("term", "export", "-o", "-").output == before)
    #expect(try admin.run("doctor").status == 0)
  }

  @Test func `a dry run changes nothing`() throws {
    let before = try admin.bytes()
    #expect(try admin.run("term", "add", "settlement", "-n").output == "settlement\t\ttrue\tdry-run\n")
    #expect(try admin.run("term", "edit", "otp", "--form", "en=x", "-n").output == "OTP\t1\ttrue\tdry-run\n")
    #expect(try admin.run("term", "remove", "otp", "-n").output == "OTP\t\ttrue\tdry-run\n")
    #expect(try admin.bytes() == before)
  }

  @Test func `the list has a row for each language of a term, and can be narrowed`() throws {
    let rows = try admin.run("term", "list").output.split(separator: "\n")
    #expect(rows.count == 49 * 3)
    #expect(rows.first == "API key\ten\t1\tAPI key\tAPIKEY | API keys\taccess key\t")
    #expect(
      try admin.run("term", "list", "--language", "zh-CN", "--text", "动态口令").output.hasPrefix("OTP\tzh-Hans\t1\t验证码\t"))
    let list = try admin.jsonList("term", "list", "--text", "One-time", "--language", "ar")
    #expect(list.map { $0["source"] } == ["OTP"])
    #expect(list.first?["renderings"]?["ar"]?["text"] == "رمز OTP")
    #expect(list.first?["renderings"]?["en"] == nil)
    #expect(try admin.run("term", "list", "--text", "zzz").output.isEmpty)
  }

  @Test func `the history of a term is found by its name, also after it was removed`() throws {
    _ = try add()
    #expect(try admin.run("term", "remove", "settlement", "-y").status == 0)
    let rows = try admin.run("history", "--term", "Settlement", "--language", "zh").output
    #expect(
      rows.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false).dropFirst(5) } == [
        ["term_rendering", "settlement", "zh-Hans", "text", "结算", ""],
        ["term_rendering", "settlement", "zh-Hans", "synonyms", "清算", ""],
        ["term_rendering", "settlement", "zh-Hans", "text", "", "结算"],
        ["term_rendering", "settlement", "zh-Hans", "synonyms", "", "清算"],
      ])
    let changes = try admin.jsonList("history", "--term", "settlement", "--limit", "1")
    #expect(changes.first?["operation"] == 3)
    guard case .array(let fields) = changes.first?["changes"] else { return #expect(Bool(false), "no changes") }
    #expect(
      fields.first
        == .object([
          "entity": "term", "code": nil, "category": nil, "language": nil, "term": "settlement", "check_id": nil,
          "field": "source", "before": "settlement", "after": nil,
        ]))
    try admin.expectRefusal(4, saying: "has no term 'nothing'") { try admin.run("history", "--term", "nothing") }
  }

  @Test func `what a terminal must not see is escaped in every output`() throws {
    try admin.rewrite([
      "UPDATE term SET note = 'a' || char(27) || '[2J' WHERE source = 'OTP'",
      "UPDATE term_rendering SET synonyms = 'b' || char(8238) WHERE term = 'OTP' AND language = 'ar'",
    ])
    for arguments in [["term", "show", "otp", "--format", "table"], ["term", "list", "--format", "table"]] {
      let shown = try admin.run(arguments).output
      #expect(!shown.contains("\u{1B}") && !shown.contains("\u{202E}"))
      #expect(shown.contains("\\u{202E}"))
    }
    let examined = try admin.run("doctor", "--format", "table")
    #expect(examined.status == 2)
    #expect(!examined.output.contains("\u{1B}"))
  }
}
