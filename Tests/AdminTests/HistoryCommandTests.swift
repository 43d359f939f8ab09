import Foundation
import RegistryTestSupport
import Testing

@Suite struct HistoryCommandTests {
  private func edited() throws -> AdminFolder {
    let admin = try AdminFolder()
    for line in [
      ["translation", "set", "1402", "ar", "الرصيد لا يكفي", "--actor", "noura", "-m", "ticket 7"],
      ["translation", "set", "200", "zh", "完成", "--actor", "wei"], ["code", "edit", "1402", "--http-status", "402"],
    ] { try #require(try admin.run(line).status == 0) }
    return admin
  }

  @Test func `history is newest first, with who, what, why and each field before and after`() throws {
    let history = try edited().jsonList("history", "1402")
    #expect(history.map { $0["operation"] } == [4, 2, 1])
    #expect(history[1]["actor"] == "noura")
    #expect(history[1]["command"] == "translation set")
    #expect(history[1]["note"] == "ticket 7")
    #expect(history[1]["undone_by"] == .null)
    #expect(
      history[1]["changes"]
        == .array([
          .object([
            "entity": "translation", "code": 1402, "category": nil, "language": "ar", "term": nil, "check_id": nil,
            "field": "text", "before": "الرصيد غير كافٍ", "after": "الرصيد لا يكفي",
          ])
        ]))
    #expect(
      history[0]["changes"]
        == .array([
          .object([
            "entity": "status_code", "code": 1402, "category": nil, "language": nil, "term": nil, "check_id": nil,
            "field": "http_status", "before": nil, "after": 402,
          ])
        ]))
  }

  @Test func `one operation is shown whole on a terminal too`() throws {
    let admin = try AdminFolder()
    let whole = try admin.run("history", "--operation", "1", "--format", "table")
    let changes = try admin.jsonList("history", "--operation", "1").first?["changes"]
    guard case .array(let recorded) = changes, let last = recorded.last else { throw CancellationError() }
    #expect(recorded.count > 500)
    #expect(!whole.output.contains("more: admin history"))
    // Every change is a line, the last one too, which is about a term.
    guard case .string(let term) = last["term"] else { throw CancellationError() }
    #expect(whole.output.split(separator: "\n").last { !$0.isEmpty }?.contains(term) == true)
    #expect(whole.output.split(separator: "\n").count > 500)
  }

  @Test func `history is filtered by language, actor, time, operation and number`() throws {
    let admin = try edited()
    func operations(_ arguments: String...) throws -> [JSONValue?] {
      let result = try admin.run(["history"] + arguments + ["--json"])
      try #require(result.status == 0, "\(result.error)")
      return try JSONDecoder().decode([[String: JSONValue]].self, from: Data(result.outputBytes)).map {
        $0["operation"]
      }
    }
    #expect(try operations("--language", "zh-CN") == [3, 1])
    #expect(try operations("--actor", "noura") == [2])
    #expect(try operations("--operation", "3") == [3])
    #expect(try operations("--limit", "2") == [4, 3])
    #expect(try operations("--since", "2020-01-31") == [4, 3, 2, 1])
    #expect(try operations("--since", "2999-01-31T00:00:00Z") == [])
    #expect(try operations("insufficient_balance", "--language", "AR", "--limit", "1") == [2])
    #expect(try admin.run("history", "--operation", "9").status == 4)
    #expect(try admin.run("history", "9999").status == 4)
    for wrong in [["--since", "tomorrow"], ["--since", "2026-02-30"], ["--limit", "0"], ["--operation", "x"]] {
      #expect(try admin.run(["history"] + wrong).status == 64, "\(wrong)")
    }
    for wrong in [["--limit", "-1"], ["--limit=-1"], ["--limit", "-٣"]] {
      try admin.expectRefusal(64, saying: "--limit is at least 1.") { try admin.run(["history"] + wrong) }
    }
  }

  @Test func `an actor who never wrote anything is unknown`() throws {
    let admin = try edited()
    try admin.expectRefusal(4, saying: "'nora' has never written to the registry. Did you mean noura?") {
      try admin.run("history", "--actor", "nora")
    }
    let error = try admin.run("history", "--actor", "somebody", "--json").error
    #expect(error.contains("actor-not-found"))
    #expect(error.contains("These wrote last: tester, wei, noura."))
    #expect(try admin.run("history", "--actor", "WEI").output == admin.run("history", "--actor", "wei").output)
    #expect(try !admin.run("history", "--actor", "WEI").output.isEmpty)
    #expect(try admin.run("history", "200", "--actor", "noura").output.isEmpty, "a known actor without such changes")
  }

  @Test func `since is the start and until is the end of a day, month or year in UTC, or a time ago`() throws {
    let admin = try edited()
    func time(_ secondsAgo: Double) -> String {
      Date(timeIntervalSinceNow: -secondsAgo).formatted(.iso8601)
    }
    func operations(_ arguments: String...) throws -> [JSONValue?] {
      let result = try admin.run(["history"] + arguments + ["--json"])
      try #require(result.status == 0, "\(arguments) \(result.error)")
      return try JSONDecoder().decode([[String: JSONValue]].self, from: Data(result.outputBytes)).map {
        $0["operation"]
      }
    }
    let times = ["2024-02-29T23:59:59Z", "2024-03-01T00:00:00Z", "2024-03-31T12:30:45Z", "2025-01-01T00:00:00Z"]
    try admin.rewrite(times.enumerated().map { "UPDATE operation SET at = '\($1)' WHERE id = \($0 + 1)" })
    for (arguments, expected) in [
      (["--since", "2024-03-01"], [4, 3, 2]), (["--until", "2024-02-29"], [1]), (["--until", "2024-02"], [1]),
      (["--since", "2024-03", "--until", "2024-03"], [3, 2]), (["--since", "2024", "--until", "2024"], [3, 2, 1]),
      (["--since", "2024-03-31T12:30:45Z"], [4, 3]), (["--since", "2024-03-31 12:31"], [4]),
      (["--until", "2024-03-31 12:30"], [3, 2, 1]), (["--since", "2024-03-01T01:00:00+01:00"], [4, 3, 2]),
      (["--since", "٢٠٢٤-٠٣-٣١"], [4, 3]), (["--since", "2w"], []), (["--until", "12h"], [4, 3, 2, 1]),
    ] as [([String], [JSONValue])] {
      let result = try admin.run(["history"] + arguments + ["--json"])
      let found = try JSONDecoder().decode([[String: JSONValue]].self, from: Data(result.outputBytes))
      #expect(found.compactMap { $0["operation"] } == expected, "\(arguments) \(result.error)")
    }
    let ago: [Double] = [8 * 86_400, 86_400, 3 * 3600, 0]
    try admin.rewrite(ago.enumerated().map { "UPDATE operation SET at = '\(time($1))' WHERE id = \($0 + 1)" })
    #expect(try operations("--since", "7d") == [4, 3, 2])
    #expect(try operations("--since", "٧ days ago") == [4, 3, 2])
    #expect(try operations("--since", "2h") == [4])
    #expect(try operations("--since", "1w", "--until", "23h") == [2])
    #expect(try operations("--since", "yesterday", "--until", "yesterday").contains(2))
    for yesterday in ["昨天", "昨日", "أمس", "امس", "البارحة"] {
      #expect(try operations("--since", yesterday) == operations("--since", "yesterday"))
    }
    for today in ["today", "اليوم", "今天", "今日"] { #expect(try operations("--since", today).contains(4)) }
  }

  @Test func `as Markdown the history has a header`() throws {
    let lines = try edited().run("history", "--format", "markdown", "--limit", "1").output.split(separator: "\n")
    #expect(lines[0].hasPrefix("| OPERATION | AT | ACTOR | COMMAND | NOTE | ENTITY | ROW | LANGUAGE | FIELD |"))
    #expect(lines[1].hasPrefix("| --- | --- |"))
    #expect(lines[2].hasPrefix("| 4 | "))
  }

  @Test func `a quiet undo prints the changes without the fields that the registry maintains`() throws {
    let admin = try AdminFolder()
    try #require(try admin.run("translation", "set", "1402", "en", "Other", "--impact", "major").status == 0)
    try #require(try admin.run("translation", "set", "1402", "ar", "نص").status == 0)
    let all = try admin.run("undo", "-n").output.split(separator: "\n")
    let quiet = try admin.run("undo", "-n", "-q").output.split(separator: "\n")
    #expect(all.count > quiet.count)
    #expect(quiet == all.filter { $0.contains("\ttext\t") })
    let table = try admin.run("undo", "-q", "--format", "table").output
    #expect(table.hasPrefix("  1402 in ar, text: "), "\(table)")
    #expect(table.filter { $0 == "\n" }.count == 1)
  }

  @Test func `TSV has one line per change, and a table shows the deleted and inserted text`() throws {
    let admin = try edited()
    let lines = try admin.run("history", "--actor", "wei").output.split(separator: "\n")
    #expect(lines.count == 1)
    let cells = lines[0].split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    #expect(cells.count == 11)
    #expect(cells[0] == "3")
    let change = ["translation", "200", "zh-Hans", "text", "成功", "完成"]
    #expect(Array(cells[2...]) == ["wei", "translation set", ""] + change)
    let table = try admin.run("history", "1402", "--language", "ar", "--format", "table", "--limit", "1").output
    #expect(table.contains("  “ticket 7”\n  1402 in ar, text: الرصيد [-غير كافٍ-]{+لا يكفي+}\n"))
    let all = try admin.run("history", "--format", "table").output
    #expect(all.contains("more: admin history --operation 1\n"), "the seed is shown in brief")
  }

  @Test func `undo goes back and redo forward, and each reports its changes`() throws {
    let admin = try edited()
    let first = try admin.json("undo", "4", "--actor", "sami", "-m", "oops")
    #expect(first["operation"] == 5)
    #expect(first["of"] == 4)
    #expect(first["kind"] == "undo")
    #expect(first["changed"] == true)
    #expect(first["conflicts"] == .array([]))
    #expect(try admin.json("code", "show", "1402")["http_status"] == .null)
    let second = try admin.run("undo", "3", "--format", "table")
    #expect(
      second.output
        == "Operation 3 (translation set by wei) is undone (operation 6).\n  200 in zh-Hans, text: [-完-]成{+功+}\n")
    #expect(try admin.json("redo")["of"] == 3)
    #expect(try admin.json("redo")["of"] == 4)
    try admin.expectRefusal(4, saying: "nothing to redo") { try admin.run("redo") }
    #expect(try admin.json("code", "show", "1402")["http_status"] == 402)
    let history = try admin.jsonList("history", "--limit", "4")
    #expect(history.map { $0["command"] } == ["redo", "redo", "undo", "undo"])
    #expect(history.map { $0["reverses"] } == [4, 3, 3, 4])
    #expect(try admin.jsonList("history", "--operation", "4").map { $0["undone_by"] } == [.null], "it was made again")
    #expect(try admin.run("doctor").status == 0)
  }

  @Test func `rows with later changes are listed with the texts of all sides, and the rest is undone`() throws {
    let admin = try AdminFolder()
    try admin.write(Array("1400\tar\tأ\n1401\tar\tب\n".utf8), to: "texts.tsv")
    try #require(try admin.run("translation", "set", "--from", "texts.tsv").status == 0)
    try #require(try admin.run("translation", "set", "1401", "ar", "ج", "--actor", "noura").status == 0)
    let plan = try admin.run("undo", "2", "--dry-run", "--json")
    let result = try admin.run("undo", "2")
    #expect(plan.status == 3)
    #expect(result.status == 3)
    #expect(result.output.hasPrefix("4\ttranslation\t1400\tar\ttext\tأ\t"))
    #expect(result.error.hasPrefix("error: 1 row left alone; the rest is done."))
    #expect(result.error.contains("  1401 in ar has changed since, in operation 3 by noura.\n"))
    #expect(result.error.contains("    text after:\tب\n    text now:\tج\n"))
    let document = try JSONDecoder().decode([String: JSONValue].self, from: Data(plan.outputBytes))
    guard case .array(let conflicts) = document["conflicts"] else { throw CancellationError() }
    #expect(conflicts.first?["language"] == "ar")
    #expect(try admin.json("translation", "set", "1401", "ar", "ج")["changed"] == false)
    try #require(try admin.run("undo", "3").status == 0)
    let whole = try admin.run("undo", "2")
    #expect(whole.status == 0, "\(whole.error)")
    #expect(try admin.run("undo", "2").output == "")
    #expect(try admin.run("doctor").status == 0)
  }

  @Test func `an undo of many changes says how many it does not show`() throws {
    let admin = try AdminFolder()
    let imported = try admin.shell(
      """
      admin translation list --language ar | head -20 | awk -F '\t' '{ print $1 "\t" $2 "\t" $6 $6 }' > texts.tsv
      admin translation import texts.tsv
      """)
    try #require(imported.status == 0, "\(imported.error)")
    let undone = try admin.run("undo", "--format", "table")
    #expect(undone.status == 0, "\(undone.error)")
    #expect(undone.output.split(separator: "\n").count == 14)
    #expect(undone.output.hasSuffix("\n  and 8 more\n"), "\(undone.output)")
  }

  @Test func `an undo that cannot be done changes nothing`() throws {
    let admin = try AdminFolder()
    try admin.expectRefusal(4, saying: "nothing to undo") { try admin.run("undo") }
    try admin.expectRefusal(4, saying: "no operation 7: the newest is 1") { try admin.run("undo", "7") }
    try admin.expectRefusal(65, saying: "Operation 1 made the registry") { try admin.run("undo", "1") }
    try #require(try admin.run("translation", "set", "1402", "ar", "أ").status == 0)
    try admin.expectRefusal(3, saying: "at 2") { try admin.run("undo", "--if-revision", "1", "--actor", "x") }
    let before = try admin.bytes()
    #expect(try admin.run("undo", "-n").status == 0)
    #expect(try admin.bytes() == before)
    #expect(try admin.run("undo", "x").status == 64)
  }

  @Test func `an undo without a number that cannot go back names the command that goes further back`() throws {
    let admin = try AdminFolder()
    for (code, actor) in [("1400", "layla"), ("1401", "layla"), ("1401", "noura")] {
      try #require(try admin.run("translation", "set", code, "ar", "نص \(actor)", "--actor", actor).status == 0)
    }
    for _ in 1...2 {
      let stuck = try admin.run("undo", "--actor", "layla")
      #expect(stuck.status == 3)
      #expect(
        stuck.error.contains(
          "Operation 3 stays as it is. To go one operation further back instead: 'admin undo 2'.\n"),
        "\(stuck.error)")
    }
    #expect(try admin.run("undo", "--actor", "layla", "--json").output.contains("\"next\":2,\"of\":3"))
    try #require(try admin.run("undo", "2", "--actor", "layla").status == 0)
    let last = try admin.run("undo", "--actor", "layla").error
    #expect(last.contains("Operation 3 stays as it is.\n"), "\(last)")
    #expect(try admin.run("undo", "3").error.contains("Operation 3 stays as it is.\n"), "a number is no step back")
  }

  @Test func `undo without a number takes back one's own last operation, in any case of the name`() throws {
    let admin = try AdminFolder()
    for (code, actor) in [("1400", "Layla"), ("1401", "sami"), ("1402", "layla"), ("1403", "sami")] {
      try #require(try admin.run("translation", "set", code, "ar", "نص", "--actor", actor).status == 0)
    }
    #expect(try admin.json("undo", "--actor", "LAYLA")["of"] == 4)
    #expect(try admin.json("undo", "--actor", "layla")["of"] == 2)
    try admin.expectRefusal(
      4,
      saying: "There is nothing of layla to undo. The last operation is 5, translation set by sami. To undo it all "
        + "the same: 'admin undo 5'."
    ) { try admin.run("undo", "--actor", "layla") }
    #expect(try admin.json("undo", "5", "--actor", "layla")["changed"] == true)
    #expect(try admin.jsonList("history", "--actor", "LAYLA").count == 5)
  }

  @Test(arguments: [("n", 1, 3), ("y", 0, 4)])
  func `on a terminal somebody else's operation is undone after a yes`(answer: String, status: Int32, last: Int) throws
  {
    let admin = try AdminFolder()
    for code in ["1400", "1401"] {
      try #require(try admin.run("translation", "set", code, "ar", "نص", "--actor", "sami").status == 0)
    }
    let command = "'\(try Command.products)/admin' undo --actor layla"
    let result = try admin.shell("{ sleep 0.3; echo '\(answer)'; } | script -qec \"\(command)\" /dev/null")
    #expect(result.status == status, "\(result.output)")
    #expect(result.output.contains("The last operation is 3, translation set by sami. Undo it? [y/N] "))
    #expect(try admin.sql("SELECT max(id) FROM operation") == "\(last)\n")
  }

  @Test func `doctor finds and adopts changes of another program, and undo takes them back`() throws {
    let admin = try AdminFolder()
    #expect(try admin.json("doctor")["findings"] == .array([]))
    _ = try admin.sql("UPDATE translation SET text = 'x' WHERE code = 1402 AND language = 'ar'")
    let before = try admin.bytes()
    let sick = try admin.run("doctor", "--json")
    #expect(sick.status == 2)
    let report = try JSONDecoder().decode([String: JSONValue].self, from: Data(sick.outputBytes))
    guard case .array(let findings) = report["findings"] else { throw CancellationError() }
    #expect(findings.count == 1)
    #expect(findings.first?["check"] == "unrecorded-change")
    #expect(findings.first?["severity"] == "error")
    #expect(findings.first?["code"] == 1402)
    #expect(findings.first?["language"] == "ar")
    #expect(try admin.run("doctor", "--adopt", "-n").status == 0)
    #expect(try admin.bytes() == before)
    #expect(try admin.json("doctor", "--adopt", "-m", "sqlite3 by hand")["changed"] == true)
    #expect(try admin.run("doctor").status == 0)
    #expect(try admin.run("undo").status == 0)
    let text = try admin.sql("SELECT text FROM message WHERE code = 1402 AND language = 'ar'")
    #expect(text == "الرصيد غير كافٍ\n")
    #expect(try admin.run("doctor").status == 0)
  }
}
