import Foundation
import RegistryTestSupport
import Testing

@Suite struct TranslationCommandTests {
  @Test func `set changes a text as one operation, with its history field by field`() throws {
    let admin = try AdminFolder()
    let set = try admin.json(
      "translation", "set", "insufficient_balance", "zh_hans", "账户余额不足", "-m", "clearer", "--actor", "wei")
    #expect(set["code"] == 1402)
    #expect(set["language"] == "zh-Hans")
    #expect(set["operation"] == 2)
    #expect(set["revision"] == 2)
    #expect(set["changed"] == true)
    #expect(
      try admin.sql("SELECT id, actor, command, note FROM operation WHERE id > 1") == "2|wei|translation set|clearer\n")
    #expect(
      try admin.sql("SELECT sequence, entity, code, language, field, before, after FROM change WHERE operation = 2")
        == """
        1|translation|1402|zh-Hans|text|余额不足|账户余额不足

        """)
  }

  @Test(arguments: ["zh-CN", "zh_Hans", "ZH-hans", "zh-Hans-CN", "zh", "zh-SG"])
  func `a language is known by any form of its tag`(form: String) throws {
    let admin = try AdminFolder()
    #expect(try admin.json("translation", "set", "1402", form, "x")["language"] == "zh-Hans")
  }

  @Test(arguments: ["zh-TW", "zh-Hant", "fr", "arz-Latn"])
  func `another language or script does not match a known one`(form: String) throws {
    let admin = try AdminFolder()
    try admin.expectRefusal(4, saying: "has no language", "en, ar, zh-Hans") {
      try admin.run("translation", "set", "1402", form, "x")
    }
  }

  @Test(arguments: ["../../x", "", "e", "1", "ar-", "ar--EG", "العربية"])
  func `an invalid language tag is refused`(form: String) throws {
    let admin = try AdminFolder()
    try admin.expectRefusal(65, saying: "is not a language tag") {
      try admin.run("translation", "set", "1402", form, "x")
    }
  }

  @Test func `setting the same text makes no operation`() throws {
    let admin = try AdminFolder()
    let before = try admin.bytes()
    let set = try admin.json("translation", "set", "1402", "en", "Insufficient balance")
    #expect(set["changed"] == false)
    #expect(set["revision"] == 1)
    #expect(try admin.bytes() == before)
  }

  @Test func `a stale revision is refused with the texts of all sides`() throws {
    let admin = try AdminFolder()
    try #require(try admin.run("translation", "set", "1402", "ar", "theirs الرصيد").status == 0)
    try admin.expectRefusal(
      3, saying: "changed since revision 1: it is at 2", "base:\tالرصيد غير كافٍ",
      "theirs:\ttheirs الرصيد", "mine:\tmine", lines: 4
    ) { try admin.run("translation", "set", "1402", "ar", "mine", "--if-revision", "1") }
    let refusal = try admin.run("translation", "set", "1402", "ar", "mine", "--if-revision", "1", "--json")
    let error = try JSONDecoder().decode([String: JSONValue].self, from: Data(refusal.errorBytes))
    #expect(error["error"]?["theirs"] == "theirs الرصيد")
    #expect(error["error"]?["mine"] == "mine")
    #expect(error["error"]?["base"] == "الرصيد غير كافٍ")
    #expect(error["error"]?["code"] == "changed-since")
    #expect(error["error"]?["exit"] == 3)
    #expect(try admin.run("translation", "set", "1402", "ar", "mine", "--if-revision", "2").status == 0)
  }

  @Test func `a repeated command changes nothing for the same actor, and is a conflict for another one`() throws {
    let admin = try AdminFolder()
    try admin.expectRefusal(64, saying: "--if-revision is 0 or the number of a revision") {
      try admin.run("translation", "set", "1402", "ar", "x", "--if-revision=-1")
    }
    let command = ["translation", "set", "1402", "ar", "x", "--if-revision", "1"]
    try #require(try admin.run(command).status == 0)
    let again = try admin.run(command)
    #expect(again.status == 0)
    #expect(again.output == "1402\tar\t2\tfalse\n")
    #expect(try admin.run(command + ["--actor", "somebody"]).status == 3)
    #expect(try admin.json("status")["revision"] == 2)
  }

  @Test func `revision 0 means that the text is missing`() throws {
    let admin = try AdminFolder()
    #expect(try admin.run("translation", "set", "1402", "ar", "x", "--if-revision", "0").status == 3)
    try #require(try admin.run("translation", "unset", "1402", "ar", "--yes").status == 0)
    #expect(try admin.run("translation", "set", "1402", "ar", "x", "--if-revision", "0").status == 0)
  }

  @Test func `a dry run does everything and changes nothing`() throws {
    let admin = try AdminFolder()
    let before = try admin.bytes()
    let planned = try admin.json("translation", "set", "1402", "ar", "x", "-n")
    #expect(planned["changed"] == true)
    #expect(planned["dry_run"] == true)
    #expect(try admin.run("translation", "set", "1402", "ar", "{", "-n").status == 65)
    #expect(try admin.bytes() == before)
  }

  @Test func `a new English text makes its translations stale until they are set again`() throws {
    let admin = try AdminFolder()
    try #require(try admin.run("translation", "set", "1402", "en", "Not enough balance").status == 0)
    let stale = try admin.jsonList("translation", "list", "--stale")
    #expect(stale.map { $0["language"] } == ["ar", "zh-Hans"])
    #expect(stale.allSatisfy { $0["code"] == 1402 && $0["stale"] == true })
    #expect(try admin.json("status")["languages"]?["ar"]?["stale"] == 1)
    try #require(try admin.run("translation", "set", "1402", "ar", "الرصيد لا يكفي").status == 0)
    #expect(
      try admin.run("translation", "list", "--stale").output
        == "1402\tzh-Hans\t1\ttranslated\tmajor\t余额不足\tInsufficient balance\tNot enough balance\n")
  }

  @Test func `a clock that was set back does not affect the order`() throws {
    let admin = try AdminFolder()
    _ = try admin.sql("INSERT INTO operation VALUES (2, '2099-01-31T12:00:00Z', 'from the future', 'test', NULL)")
    #expect(try admin.json("translation", "set", "1402", "ar", "x", "--if-revision", "1")["revision"] == 3)
    #expect(try admin.json("translation", "set", "1402", "ar", "y", "--if-revision", "3")["revision"] == 4)
    let made = try admin.json("snapshot", "create", "--release", "1", "-o", ".")
    #expect(made["revision"] == 4)
  }

  @Test func `unset asks first, removes the text and keeps it in the history`() throws {
    let admin = try AdminFolder()
    try admin.expectRefusal(64, saying: "Remove the text of 1402 in ar?", "--yes") {
      try admin.run("translation", "unset", "1402", "ar")
    }
    #expect(try admin.run("translation", "unset", "1402", "ar", "-y").status == 0)
    let change = try admin.sql("SELECT before, after FROM change WHERE operation = 2 AND field = 'text'")
    #expect(change == "الرصيد غير كافٍ|\n")
    let missing = try admin.jsonList("translation", "list", "--missing")
    #expect(
      missing == [
        [
          "code": 1402, "language": "ar", "revision": 0, "stale": false, "staleness": nil, "state": nil, "text": nil,
        ]
      ])
    try admin.expectRefusal(4, saying: "1402 has no text in ar") {
      try admin.run("translation", "unset", "1402", "ar", "-y", "--actor", "noura")
    }
    try admin.expectRefusal(65, saying: "must keep its English text") {
      try admin.run("translation", "unset", "1402", "en", "-y")
    }
  }

  @Test func `list filters by language and state, and shows every language of every code`() throws {
    let admin = try AdminFolder()
    #expect(try admin.jsonList("translation", "list").count == 183)
    let arabic = try admin.jsonList("translation", "list", "--language", "AR", "--state", "translated")
    #expect(arabic.count == 61)
    #expect(
      arabic.first == [
        "code": 200, "language": "ar", "revision": 1, "stale": false, "staleness": nil, "state": "translated",
        "text": "تم التنفيذ بنجاح",
      ])
    #expect(try admin.jsonList("translation", "list", "--state", "final").isEmpty)
    #expect(try admin.run("translation", "list", "--state", "finished").status == 64)
  }

  @Test func `a text from a copy is stored without the marks, and the answer names them`() throws {
    let admin = try AdminFolder()
    let set = try admin.run("translation", "set", "1402", "ar", "\u{2068}أ\u{2069}\u{200F}", "--json")
    #expect(
      set.output.contains("Removed U+2068 and U+2069 around it and U+200F at the end, which copying adds."))
    #expect(set.error.isEmpty, "the note is in the document")
    #expect(set.output.contains("\"removed\":[\"U+2068 and U+2069 around it\",\"U+200F at the end\"]"))
    #expect(try admin.sql("SELECT text FROM message WHERE code = 1402 AND language = 'ar'") == "أ\n")
    let added = try admin.run(
      "code", "add", "1450", "--symbol", "ADDED", "--category", "payment", "--text", "\u{FEFF}Added", "--json")
    #expect(added.output.contains("Removed U+FEFF at the start, which copying adds."))
    #expect(try admin.sql("SELECT text FROM message WHERE code = 1450") == "Added\n")
  }

  @Test func `a reviewed text of a colleague is refused in a pipe, and asked about on a terminal`() throws {
    let admin = try AdminFolder()
    try #require(try admin.run("translation", "set", "1402", "ar", "نصها", "--actor", "noura").status == 0)
    let reported = try admin.run("translation", "set", "1402", "zh", "中文", "--actor", "noura")
    #expect(reported.error.isEmpty, "a text of the seed that nobody has read is nobody's")
    #expect(
      try admin.run("translation", "set", "1402", "zh", "文字").error.hasPrefix(
        "note: This replaces the text of noura (operation 3, "))
    try #require(try admin.run("translation", "review", "1402", "--language", "ar", "--actor", "sami").status == 0)
    try admin.expectRefusal(
      3, saying: "1402 in ar is reviewed: noura wrote it", "repeat with --if-revision 5", "theirs:\tنصها", lines: 3
    ) { try admin.run("translation", "set", "1402", "ar", "نصي") }
    for (answer, text) in [("n", "نصها"), ("y", "نصي")] {
      var command = Command(
        "script", ["-qec", "'\(try Command.products)/admin' translation set 1402 ar نصي", "/dev/null"], in: admin.path)
      command.input = Array("\(answer)\n".utf8)
      #expect(try command.run().output.contains("Replace it? [y/N]"))
      #expect(try admin.sql("SELECT text FROM message WHERE code = 1402 AND language = 'ar'") == text + "\n")
    }
    let replaced = try admin.json("translation", "set", "1402", "ar", "آخر")["replaced"]
    #expect(replaced?["own"] == true)
    #expect(replaced?["text"] == "نصي")
  }

  @Test func `five writers of one row lose no edit`() throws {
    let admin = try AdminFolder()
    let result = try admin.shell(
      """
      for writer in 1 2 3 4 5; do
        ( for edit in 1 2 3 4 5 6 7 8; do
            until revision=$(admin translation list --language ar --format tsv |
                sed -n 's/^1402\\tar\\t\\([0-9]*\\).*/\\1/p') &&
              admin translation set 1402 ar "writer $writer edit $edit" --if-revision "$revision" >/dev/null 2>&1
            do :; done
          done ) &
      done; wait
      """)
    #expect(result.status == 0)
    #expect(
      try admin.sql("SELECT count(*) FROM change WHERE code = 1402 AND field = 'text' AND operation > 1") == "40\n")
    // Each edit replaced the one before it.
    #expect(
      try admin.sql(
        """
        SELECT count(*) FROM (SELECT before, lag(after) OVER (ORDER BY operation) AS previous FROM change
        WHERE code = 1402 AND language = 'ar' AND field = 'text') WHERE before IS NOT previous
        """) == "0\n")
    #expect(try admin.json("status")["revision"] == 41)
  }

  @Test func `a source text is never removed, so nobody is asked about it`() throws {
    let admin = try AdminFolder()
    try admin.expectRefusal(65, saying: "1402 must keep its English text") {
      try admin.run("translation", "unset", "1402", "en")
    }
  }
}
