import Foundation
import RegistryTestSupport
import Testing

@Suite struct ImportCommandTests {
  private func admin(_ lines: String) throws -> AdminFolder {
    let admin = try AdminFolder()
    try admin.write(Array(lines.utf8), to: "texts.tsv")
    return admin
  }

  private let set = ["translation", "set", "--from"]

  @Test func `a file or standard input is one operation`() throws {
    let admin = try admin("code\tlanguage\ttext\n1402\tar\tأ\n1402\tzh\t余额不足\n")
    let done = try admin.json("translation", "set", "--from", "texts.tsv", "-m", "from the agency")
    #expect(done["operation"] == 2)
    #expect(done["set"] == 1)
    #expect(done["unchanged"] == 1)
    let piped = try admin.run(set + ["-", "--json"], input: Array("200\tar\tتم".utf8))
    #expect(piped.status == 0)
    #expect(
      try admin.sql("SELECT command, note FROM operation WHERE id > 1")
        == "translation set|from the agency\ntranslation set|\n")
    #expect(try admin.sql("SELECT text FROM message WHERE language = 'ar' AND code IN (200, 1402)") == "تم\nأ\n")
  }

  @Test func `every invalid line is listed, on every run, and nothing is changed`() throws {
    let admin = try admin("1402\tar\tأ\n9999\tar\tx\n200\tar\t{\n200\tar\n")
    for extra in [[], ["-n"], ["--on-conflict", "overwrite"]] {
      try admin.expectRefusal(
        65, saying: "3 of 4 lines", "line 2: The registry has no code '9999'", "line 3: ",
        "line 4: The line has 2 columns",
        lines: 4
      ) { try admin.run(set + ["texts.tsv"] + extra) }
    }
    let refused = try admin.run(set + ["texts.tsv", "--json"])
    let error = try JSONDecoder().decode([String: JSONValue].self, from: Data(refused.errorBytes))["error"]
    guard case .array(let rows) = error?["rows"] else { throw CancellationError() }
    #expect(rows.map { $0["line"] } == [2, 3, 4])
    #expect(rows.map { $0["code"] } == ["code-not-found", "invalid-pattern", "invalid-value"])
  }

  @Test func `a conflict is shown with all texts, and --on-conflict decides`() throws {
    let admin = try admin("1402\tar\tنصي\t1\n200\tar\tتم\t1\n")
    try #require(try admin.run("translation", "set", "1402", "ar", "نصها").status == 0)
    try admin.expectRefusal(
      3, saying: "1 of 2 texts have changed since", "line 1: 1402 in ar has changed since revision 1",
      "    base:\tالرصيد غير كافٍ\n    theirs:\tنصها\n    mine:\tنصي\n", lines: 5
    ) { try admin.run(set + ["texts.tsv"]) }
    let skipped = try admin.run(set + ["texts.tsv", "--on-conflict", "skip"])
    #expect(skipped.status == 0)
    #expect(skipped.error.contains("line 1 skipped: 1402 in ar has changed"))
    #expect(skipped.output == "3\t1\t0\t1\n")
    #expect(try admin.json("translation", "set", "--from", "texts.tsv", "--on-conflict", "overwrite")["set"] == 1)
    #expect(try admin.sql("SELECT text FROM message WHERE language = 'ar' AND code = 1402") == "نصي\n")
  }

  @Test func `the output of translation list can be imported`() throws {
    let admin = try AdminFolder()
    try #require(try admin.run("translation", "unset", "1400", "ar", "-y").status == 0)
    let changed = try admin.shell(
      """
      admin translation list --format tsv > texts.tsv && admin translation set --from texts.tsv --json &&
      sed -i 's/余额不足$/账户余额不足/' texts.tsv && admin translation set --from texts.tsv --json
      """)
    #expect(changed.status == 0, "\(changed.error)")
    let documents = try changed.output.split(separator: "\n").map {
      try JSONDecoder().decode([String: JSONValue].self, from: Data($0.utf8))
    }
    #expect(documents.map { $0["set"] } == [0, 1])
    #expect(documents.map { $0["unchanged"] } == [182, 181])
    #expect(try admin.run(set + ["texts.tsv"]).output == "\t0\t182\t0\n", "given once more, it is already so")
  }

  @Test func `English texts are set first, and their impact is reported`() throws {
    let admin = try admin("1402\tar\tلا يكفي\n1402\ten\tNot enough\n200\ten\tSuccess.\n")
    let result = try admin.run(set + ["texts.tsv"])
    #expect(result.error.contains("note: 1 source text changed: typo, which leaves the translations as they are.\n"))
    #expect(result.error.contains("note: 1 source text changed: major, which makes the translations stale"))
    #expect(try admin.jsonList("translation", "list", "--stale").map { $0["language"] } == ["zh-Hans"])
    #expect(try admin.run(["undo"]).status == 0)
    #expect(try admin.jsonList("translation", "list", "--stale").isEmpty)
  }

  @Test func `replaced reviewed texts are reported`() throws {
    let admin = try admin("1402\tar\tأ\n")
    try #require(try admin.run("translation", "review", "1402", "--language", "ar").status == 0)
    #expect(try admin.run(set + ["texts.tsv"]).error.contains("1 text had been reviewed or final"))
  }

  static let wrong: [(arguments: String, status: Int32)] = [
    ("translation set --from missing.tsv", 4), ("translation set --from .", 8),
    ("translation set --from texts.tsv 1402", 64), ("translation set 1402 ar", 64),
    ("translation set --from texts.tsv --if-revision 1", 64), ("translation set 1402 ar x --on-conflict skip", 64),
    ("translation set --from texts.tsv --on-conflict ask", 64), ("translation set 1402 ar x --literal", 64),
  ]

  @Test(arguments: wrong)
  func `a wrong command line changes nothing`(arguments: String, status: Int32) throws {
    let admin = try admin("1402\tar\tأ\n")
    let before = try admin.bytes()
    #expect(try admin.run(arguments.split(separator: " ").map(String.init)).status == status)
    #expect(try admin.bytes() == before)
  }

  @Test func `unusual lines are refused with a reason or read as intended`() throws {
    let long = String(repeating: "x", count: 60_000)
    let admin = try admin("1402\tar\t\(long)\n200\tar\t\u{0}\n1400\tar\t\n1401\tar\tx\tnone\n\n1403\tar\t\u{202E}x")
    try admin.expectRefusal(
      65, saying: "5 of 5 lines", "line 1: The line is longer", "line 2: ", "line 3: The text is empty",
      "line 4: 'none' is not a revision", "line 6: ", lines: 6
    ) { try admin.run(set + ["texts.tsv"]) }
    let empty = try admin.run(set + ["-"], input: [])
    #expect(empty.status == 65)
    #expect(empty.error == "error: Standard input is empty.\n")
    #expect(try admin.run(set + ["-"], input: [0xFF, 0x09, 0x61, 0x09, 0x62]).error.contains("not UTF-8: byte 0"))
  }

  @Test func `standard input is read from its current position`() throws {
    let admin = try AdminFolder()
    let result = try admin.shell(
      "printf 'title\\n1402\\tar\\tأ\\n' > file; (read -r line; admin translation set --from -) < file")
    #expect(result.output == "2\t1\t0\t0\n", "\(result.error)")
  }

  @Test func `a slow pipe does not block other writers`() throws {
    let admin = try AdminFolder()
    let result = try admin.shell(
      """
      { sleep 1; printf '1402\\tar\\tأ\\n'; } | admin translation set --from - > import & sleep 0.3
      admin translation set 200 ar تم || exit 1
      wait && cat import
      """)
    #expect(result.output == "200\tar\t2\ttrue\n3\t1\t0\t0\n", "\(result.error)")
  }

  @Test(arguments: [
    "\u{FEFF}1402\tar\tأ", "1402\tar\tأ\r", "\u{FEFF}code\tlanguage\ttext\trevision\r\n1402\tar\tأ\t\r",
    "1402\tar\tأ\t1",
  ])
  func `a byte order mark, a heading and line ends of any kind are understood`(text: String) throws {
    let admin = try AdminFolder()
    let result = try admin.run("translation", "import", "-", input: Array(text.utf8))
    #expect(result.output == "2\t1\t0\t0\n", "\(result.error)")
    #expect(try admin.sql("SELECT text FROM message WHERE code = 1402 AND language = 'ar'") == "أ\n")
  }

  @Test func `a combining mark after a tab belongs to the text`() throws {
    let admin = try AdminFolder()
    try #require(try admin.run("translation", "import", "-", input: Array("1402\tar\t\u{064B}أ".utf8)).status == 0)
    #expect(try admin.sql("SELECT text FROM message WHERE code = 1402 AND language = 'ar'") == "\u{064B}أ\n")
  }

  @Test func `skipped lines are written to a file that can be given back`() throws {
    let admin = try admin("1402\tar\t=نصي\t1\n200\tar\tتم\t1\n1400\tzh\t中文\n")
    try #require(try admin.run("translation", "set", "1402", "ar", "نصها", "--actor", "noura").status == 0)
    try #require(try admin.run("translation", "set", "1400", "zh", "文字", "--actor", "wei").status == 0)
    try #require(try admin.run("translation", "review", "1400", "--language", "zh").status == 0)
    let refused = try admin.run("translation", "import", "texts.tsv")
    #expect(refused.status == 3)
    #expect(refused.error.contains("1 of 3 texts have changed since, and 1 would replace a reviewed or final text"))
    let skip = ["translation", "import", "texts.tsv", "--on-conflict", "skip"]
    #expect(try admin.run(skip + ["--dry-run"]).status == 0)
    #expect(try !admin.folder.names.contains("texts.skipped.tsv"))
    let skipped = try admin.run(skip)
    #expect(skipped.status == 0, "\(skipped.error)")
    #expect(skipped.error.contains("give it back: admin translation import texts.skipped.tsv\n"))
    let file = String(decoding: try admin.bytes("texts.skipped.tsv"), as: UTF8.self)
    #expect(
      file == "code\tlanguage\ttheirs\ttext\trevision\n1402\tar\tنصها\t'=نصي\t2\n"
        + "1400\tzh-Hans\t文字\t中文\t4\n")
    let again = try admin.json("translation", "import", "texts.tsv", "--on-conflict", "skip")
    #expect(again["skipped_file"] == "texts.skipped-2.tsv", "no file is replaced")
    let given = try admin.run("translation", "import", "texts.skipped.tsv")
    #expect(given.status == 0, "\(given.error)")
    #expect(given.error.contains("line 2: 1402 in ar replaces the text of noura (operation 2, "))
    #expect(given.error.contains("): نصها\n"))
    #expect(try admin.sql("SELECT text FROM message WHERE language = 'ar' AND code = 1402") == "=نصي\n")
    #expect(try admin.sql("SELECT text FROM message WHERE language = 'zh-Hans' AND code = 1400") == "中文\n")
  }

  @Test func `the file of skipped lines can be named, and no other file is replaced`() throws {
    let admin = try admin("1402\tar\tنصي\t0\n")
    let skip = ["translation", "import", "texts.tsv", "--on-conflict", "skip", "--skipped"]
    #expect(try admin.run(skip + ["left.csv"]).status == 0)
    let file = String(decoding: try admin.bytes("left.csv"), as: UTF8.self)
    #expect(file.hasPrefix("code,language,theirs,text,revision\n"))
    try admin.expectRefusal(65, saying: "left.csv") { try admin.run(skip + ["left.csv"]) }
    try admin.expectRefusal(4, saying: "none") { try admin.run(skip + ["none/left.csv"]) }
    #expect(try admin.run("translation", "import", "texts.tsv", "--skipped", "x.csv").status == 64)
    let piped = try admin.run(
      ["translation", "import", "-", "--on-conflict", "skip", "--json"], input: Array("1402\tar\tنصي\t0\n".utf8))
    #expect(piped.output.contains("\"skipped_file\":\"texts.skipped.tsv\""))
  }
}
