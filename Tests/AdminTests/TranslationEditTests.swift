import Foundation
import RegistryTestSupport
import Testing

@Suite struct TranslationEditTests {
  /// Creates a folder whose `editor` is this line of bash: `$1` is the file, and `$count` is the number of times it was
  /// opened.
  ///
  /// Bash reads the script as an argument. A script file that was just written could not be executed while a process of
  /// another test still has it open (ETXTBSY).
  private func folder(editor line: String) throws -> AdminFolder {
    let admin = try AdminFolder()
    let script = """
      #!/bin/bash
      cd '\(admin.path)'; echo x >> opened; count=$(wc -l < opened); cp "$1" "seen.$count"
      admin() { '\(try Command.products)/admin' "$@"; }
      \(line)
      """
    try admin.write(Array(script.utf8), to: "editor")
    try FileManager.default.createDirectory(atPath: admin.folder.file("tmp"), withIntermediateDirectories: false)
    return admin
  }

  private func edit(_ admin: AdminFolder, _ arguments: String...) throws -> Command.Result {
    try admin.run(
      ["translation", "edit"] + arguments,
      environment: ["VISUAL": "bash \(admin.folder.file("editor"))", "TMPDIR": admin.folder.file("tmp")])
  }

  private func left(in admin: AdminFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: admin.folder.file("tmp"))
  }

  @Test func `the file has commented context and one section per language`() throws {
    let admin = try folder(editor: ":")
    #expect(try edit(admin, "1402").status == 0)
    let seen = String(decoding: try admin.bytes("seen.1"), as: UTF8.self)
    #expect(seen.hasPrefix("# 1402 INSUFFICIENT_BALANCE, category payment, active\n"))
    #expect(seen.contains("\n# English (English), translated, revision 1\n[en]\nInsufficient balance\n"))
    #expect(seen.contains("\n# Arabic (العربية), translated, revision 1\n[ar]\nالرصيد غير كافٍ\n"))
    #expect(seen.hasSuffix("\n[zh-Hans]\n余额不足\n"))
    #expect(try edit(admin, "1402", "AR").status == 0)
    let one = String(decoding: try admin.bytes("seen.2"), as: UTF8.self)
    #expect(one.contains("# zh-Hans: 余额不足\n"))
    #expect(!one.contains("[zh-Hans]"))
  }

  /// Requires that the error at the top of a file names the line with this text, and fits 72 columns.
  private func expectNamedLine(in file: String, is text: String) throws {
    let lines = file.split(separator: "\n", omittingEmptySubsequences: false)
    let named = try #require(file.firstMatch(of: #/^#! Line (\d+): /#)).1
    #expect(Int(named).map { lines[$0 - 1] } == text[...], "\(file)")
    for line in lines where line.hasPrefix("#!") { #expect(line.count <= 72, "\(line)") }
  }

  @Test func `the instructions fit 72 columns and name a heading of the file`() throws {
    let admin = try folder(editor: ":")
    #expect(try edit(admin, "1402", "ar").status == 0)
    let seen = String(decoding: try admin.bytes("seen.1"), as: UTF8.self)
    #expect(seen.contains("# Change the line below a heading such as [ar], save, and close the"))
    for line in seen.split(separator: "\n") where line.hasPrefix("# ") { #expect(line.count <= 72, "\(line)") }
  }

  @Test func `a refused line is named as it is numbered, also when it is refused again and in the kept file`() throws {
    let admin = try folder(
      editor: """
        case $count in
        1) sed -i 's/^余额不足$/余额 {不足/' "$1";;
        2) sed -i 's/^余额 {不足$/余额不足\\n又一行/' "$1";;
        3) sed -i 's/^又一行$/又一行。/' "$1";;
        esac
        """)
    let result = try edit(admin, "1402")
    #expect(result.status == 65)
    try expectNamedLine(in: String(decoding: try admin.bytes("seen.2"), as: UTF8.self), is: "余额 {不足")
    try expectNamedLine(in: String(decoding: try admin.bytes("seen.3"), as: UTF8.self), is: "又一行")
    try expectNamedLine(in: String(decoding: try admin.bytes("seen.4"), as: UTF8.self), is: "又一行。")
    let kept = try #require(result.error.firstMatch(of: /kept in (\S+\.txt)/)).1
    let named = try #require(result.error.firstMatch(of: #/Line (\d+): /#)).1
    let lines = try String(contentsOfFile: String(kept), encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(Int(named).map { lines[$0 - 1] } == "又一行。")
  }

  @Test func `closing the file unchanged changes nothing`() throws {
    let admin = try folder(editor: "touch $1")
    let before = try admin.bytes()
    let result = try edit(admin, "1402")
    #expect(result.status == 0)
    #expect(result.error == "note: Nothing was changed.\n")
    #expect(result.output.isEmpty)
    #expect(try admin.bytes() == before)
    #expect(try left(in: admin).isEmpty)
  }

  @Test func `several languages are one operation`() throws {
    let admin = try folder(
      editor: "sed -i 's/^Insufficient balance$/Not enough balance/; s/^余额不足$/账户余额不足/' \"$1\"")
    let result = try edit(admin, "1402", "--note", "clearer")
    #expect(result.status == 0, "\(result.error)")
    #expect(try admin.sql("SELECT command, note FROM operation WHERE id = 2") == "translation edit|clearer\n")
    #expect(try admin.json("status")["revision"] == 2)
    #expect(
      try admin.sql("SELECT language, after FROM change WHERE operation = 2 AND field = 'text'")
        == "en|Not enough balance\nzh-Hans|账户余额不足\n")
    #expect(try left(in: admin).isEmpty)
  }

  @Test func `after a refused text the editor opens again with the reason at the top`() throws {
    let admin = try folder(
      editor: "[ $count = 1 ] && sed -i 's/^余额不足$/余额 {不足/' \"$1\" "
        + "|| sed -i 's/^余额 {不足$/账户余额不足/' \"$1\"")
    let result = try edit(admin, "1402")
    #expect(result.status == 0, "\(result.error)")
    let second = String(decoding: try admin.bytes("seen.2"), as: UTF8.self)
    #expect(second.contains(": [zh-Hans]: The text has "), "\(second)")
    try expectNamedLine(in: second, is: "余额 {不足")
    #expect(second.contains("\n余额 {不足\n"))
    let stored = try admin.sql("SELECT text FROM message WHERE code = 1402 AND language = 'zh-Hans'")
    #expect(stored == "账户余额不足\n")
  }

  @Test func `a text with other arguments than its source text brings the editor back`() throws {
    let admin = try folder(
      editor: "[ $count = 1 ] && sed -i 's/^余额不足$/余额 {amount}/' \"$1\" "
        + "|| sed -i 's/^Insufficient balance$/Balance {amount}/; "
        + "s/^الرصيد غير كافٍ$/الرصيد {amount}/' \"$1\"")
    let result = try edit(admin, "1402", "--impact", "major")
    #expect(result.status == 0, "\(result.error)")
    let second = String(decoding: try admin.bytes("seen.2"), as: UTF8.self)
    let remark = second.replacing("\n#! ", with: " ")
    #expect(remark.contains(": [zh-Hans]: The text has the argument {amount}; its source text has no arguments. "))
    try expectNamedLine(in: second, is: "余额 {amount}")
    // The source text and its translations were corrected together.
    #expect(try admin.sql("SELECT count(*) FROM message WHERE code = 1402 AND text LIKE '%{amount}%'") == "3\n")
  }

  @Test func `a refused text that is not corrected ends the command, and the file is kept`() throws {
    let admin = try folder(editor: "sed -i 's/^余额不足$/余额 {/' \"$1\"")
    let before = try admin.bytes()
    let result = try edit(admin, "1402")
    #expect(result.status == 65)
    #expect(result.error.contains("What you typed is kept in"))
    #expect(try admin.bytes() == before)
    let kept = try #require(result.error.firstMatch(of: /kept in (\S+\.txt)/)).1
    #expect(try String(contentsOfFile: String(kept), encoding: .utf8).contains("\n余额 {\n"))
  }

  @Test func `an edit by another user is not overwritten, and the file is kept`() throws {
    let admin = try folder(
      editor:
        "admin translation set 1402 ar 'نص الزميل' --actor colleague > out; "
        + "sed -i 's/^الرصيد غير كافٍ$/نصي/' \"$1\"")
    let result = try edit(admin, "1402")
    #expect(result.status == 3)
    #expect(result.error.contains("theirs:\tنص الزميل\n"))
    #expect(result.error.contains("base:\tالرصيد غير كافٍ\n"))
    #expect(result.error.contains("mine:\tنصي\n"))
    #expect(result.error.contains("admin translation edit --resume "))
    #expect(try admin.sql("SELECT text FROM message WHERE code = 1402 AND language = 'ar'") == "نص الزميل\n")
    let kept = try #require(result.error.firstMatch(of: /kept in (\S+\.txt)/)).1
    #expect(try String(contentsOfFile: String(kept), encoding: .utf8).contains("\nنصي\n"))
  }

  @Test func `a stale text is shown below its source before and after, with the difference marked`() throws {
    let admin = try folder(editor: ":")
    try #require(
      try admin.run("translation", "set", "1402", "en", "Not enough balance", "--impact", "minor").status == 0)
    #expect(try edit(admin, "1402").status == 0)
    let seen = String(decoding: try admin.bytes("seen.1"), as: UTF8.self)
    #expect(
      seen.contains(
        """
        # Arabic (العربية), translated, stale (minor), revision 1
        # It was made from:  Insufficient balance
        # The source is now: Not enough balance
        # What changed:      [-Insufficient-]{+Not enough+} balance
        # If the text is still right, write ok after its heading: [ar] ok
        [ar]

        """))
  }

  @Test func `translations edited together with their source text are not stale`() throws {
    let admin = try folder(
      editor: "sed -i 's/^Insufficient balance$/Not enough/; s/^余额不足$/余额不够/' \"$1\"")
    let result = try edit(admin, "1402", "--impact", "major")
    #expect(result.status == 0, "\(result.error)")
    let stale = try admin.jsonList("translation", "list", "--stale")
    #expect(stale.map { $0["language"] } == ["ar"])
    #expect(stale.map { $0["staleness"] } == ["major"])
  }

  @Test func `an editor that fails changes nothing`() throws {
    let admin = try folder(editor: "exit 1")
    let before = try admin.bytes()
    #expect(try edit(admin, "1402").status == 1)
    #expect(try admin.bytes() == before)
    #expect(try left(in: admin).isEmpty)
    let typed = try folder(editor: "sed -i 's/^余额不足$/x/' \"$1\"; exit 1")
    let result = try edit(typed, "1402")
    #expect(result.status == 1)
    #expect(result.error.contains("What it left is in"))
    #expect(try left(in: typed).count == 1)
  }

  @Test(arguments: [
    ("sed -i 's/$/\\r/; s/^余额不足/账户余额不足/' \"$1\"", "账户余额不足"),
    ("sed -i '1s/^/\\xef\\xbb\\xbf/; s/^余额不足/账户余额不足/' \"$1\"", "账户余额不足"),
    ("sed -i 's/^余额不足$/\\\\# 1/' \"$1\"", "# 1"), ("sed -i 's/^余额不足$/\\\\[x] y/' \"$1\"", "[x] y"),
    ("sed -i 's/^余额不足$/ a  /' \"$1\"", " a  "),
  ])
  func `a text is read back from every form in which an editor writes the file`(line: String, text: String) throws {
    let admin = try folder(editor: line)
    let result = try edit(admin, "1402", "zh-CN")
    #expect(result.status == 0, "\(result.error)")
    #expect(try admin.sql("SELECT text FROM message WHERE code = 1402 AND language = 'zh-Hans'") == text + "\n")
    #expect(try edit(try reopened(admin), "1402", "zh-CN").error == "note: Nothing was changed.\n")
  }

  private func reopened(_ admin: AdminFolder) throws -> AdminFolder {
    try admin.write(Array("#!/bin/sh\n".utf8), to: "editor")
    return admin
  }

  @Test(arguments: [
    ("printf '\\xff' >> \"$1\"", "not UTF-8"), ("echo '[fr]' >> \"$1\"", "is not a heading"),
    ("echo '[ar]' >> \"$1\"", "appears twice"), ("echo more >> \"$1\"", "second line"),
    ("sed -i '1s/^/text\\n/' \"$1\"", "before the first [language]"),
    ("sed -i '/^余额不足$/d' \"$1\"", "translation unset 1402"),
    ("head -c 2000000 /dev/zero > \"$1\"", "longer than 1048576"), ("rm \"$1\"", "took its file"),
  ])
  func `a file that cannot be read back changes nothing`(line: String, says: String) throws {
    let admin = try folder(editor: line)
    let before = try admin.bytes()
    let result = try edit(admin, "1402")
    #expect(result.status == 65 || result.status == 1)
    #expect(result.error.contains(says), "\(result.error)")
    #expect(try admin.bytes() == before)
  }

  @Test func `an editor that leaves something other than a file is an error, and nothing is changed`() throws {
    for line in ["rm \"$1\"; mkfifo \"$1\"", "rm \"$1\"; mkdir \"$1\""] {
      let admin = try folder(editor: line)
      let before = try admin.bytes()
      let result = try edit(admin, "1402")
      #expect(result.status == 8, "\(result.error)")
      #expect(result.error.contains("Nothing was changed."), "\(result.error)")
      #expect(try admin.bytes() == before)
    }
  }

  @Test func `an editor is a command line, and is required without a terminal`() throws {
    let admin = try folder(editor: "[ \"$1\" = --flag ] || exit 9; echo > /dev/null")
    let environment = ["VISUAL": "bash \(admin.folder.file("editor")) --flag", "TMPDIR": admin.folder.file("tmp")]
    #expect(try admin.run(["translation", "edit", "1402"], environment: environment).status == 0)
    let none = try admin.run("translation", "edit", "1402", environment: ["TMPDIR": admin.folder.file("tmp")])
    #expect(none.status == 1)
    #expect(none.error.contains("neither VISUAL nor EDITOR"))
  }

  @Test func `no other user can read the file, and a dry run stores nothing`() throws {
    let admin = try folder(editor: "stat -c %a \"$(dirname \"$1\")\" > mode; sed -i 's/^余额不足$/x/' \"$1\"")
    let before = try admin.bytes()
    #expect(try edit(admin, "1402", "--dry-run").status == 0)
    #expect(String(decoding: try admin.bytes("mode"), as: UTF8.self) == "700\n")
    #expect(try admin.bytes() == before)
  }

  @Test func `an editor that is not installed is named, with the variables that choose another one`() throws {
    let admin = try AdminFolder()
    let environment: [String: String?] = ["VISUAL": "no-such-editor"]
    let missing = try admin.run("translation", "edit", "1402", environment: environment)
    #expect(missing.status == 1)
    let hint = "nothing was changed. Name an editor that is installed in VISUAL or EDITOR.\n"
    #expect(missing.error.hasSuffix(hint), "\(missing.error)")
    let failed = try admin.run("translation", "edit", "1402", environment: ["VISUAL": "false"])
    #expect(failed.error.hasSuffix("nothing was changed.\n"), "\(failed.error)")
  }
}
