import Foundation
import RegistryTestSupport
import Testing

@Suite struct ResumedEditTests {
  /// An editor that changes all three texts while a colleague changes the Arabic one.
  private static let overtaken =
    "admin translation set 1402 ar 'نص الزميل' --actor noura > out; "
    + "sed -i 's/^الرصيد غير كافٍ$/نصي/; s/^余额不足$/账户余额不足/; "
    + "s/^Insufficient balance$/&!/' \"$1\""

  private func overtaken() throws -> (folder: EditorFolder, path: String) {
    let folder = try EditorFolder(Self.overtaken)
    let result = try folder.edit("1402")
    try #require(result.status == 3, "\(result.error)")
    return (folder, try folder.keptFile(in: result))
  }

  @Test func `one conflict among three languages stores the other two`() throws {
    let folder = try EditorFolder(Self.overtaken)
    let result = try folder.edit("1402", "--json")
    #expect(result.status == 3)
    #expect(try folder.text("ar") == "نص الزميل")
    #expect(try folder.text("zh-Hans") == "账户余额不足")
    #expect(try folder.text("en") == "Insufficient balance!")
    #expect(try folder.admin.json("status")["revision"] == 3)
    let stored = try JSONDecoder().decode([String: JSONValue].self, from: Data(result.outputBytes))
    #expect(stored["operation"] == 3)
    let last = try #require(result.error.split(separator: "\n").last)
    let error = try JSONDecoder().decode([String: JSONValue].self, from: Data(last.utf8))["error"]
    #expect(error?["code"] == "changed-since")
    #expect(error?["theirs"] == "نص الزميل")
    #expect(error?["mine"] == "نصي")
    #expect(
      error?["message"]
        == "1402 in ar has changed since revision 1: it is at 2. The other texts are stored (operation 3).")
    guard case .array(let texts) = error?["texts"] else { throw CancellationError() }
    #expect(texts.map { $0["language"] } == ["ar"])
  }

  @Test func `a resumed file shows both sides as comments, and what is written there is stored`() throws {
    let (folder, path) = try overtaken()
    try folder.use("sed -i 's/^نصي$/نصنا/' \"$1\"")
    let result = try folder.edit("--resume", path)
    #expect(result.status == 0, "\(result.error)")
    let seen = try folder.seen()
    let sides = "\n# base:   الرصيد غير كافٍ\n# theirs: نص الزميل\n# mine:   نصي\n"
    #expect(seen.contains(sides), "\(seen)")
    #expect(seen.contains("you began: noura, operation 2,"))
    #expect(seen.split(separator: "\n").allSatisfy { $0.count <= 72 }, "\(seen)")
    #expect(seen.hasSuffix("\n[ar]\nنصي\n"))
    #expect(!seen.contains("[zh-Hans]"), "what is stored is not asked for again")
    #expect(try folder.text("ar") == "نصنا")
    #expect(try folder.kept().isEmpty)
  }

  @Test func `a text that is left as it was is stored only after ok`() throws {
    let (folder, path) = try overtaken()
    try folder.use("touch \"$1\"")
    for _ in 1...2 {
      let left = try folder.edit("--resume", path)
      #expect(left.status == 3)
      #expect(left.error.contains("1402 in ar is not decided"), "\(left.error)")
      #expect(try folder.text("ar") == "نص الزميل")
    }
    try folder.use("sed -i 's/^\\[ar]$/[ar] OK/' \"$1\"")
    #expect(try folder.edit("--resume", path, "--dry-run").status == 0)
    #expect(try folder.text("ar") == "نص الزميل")
    #expect(try folder.edit("--resume", path).status == 0)
    #expect(try folder.text("ar") == "نصي")
  }

  @Test(arguments: [("n", "نص الزميل"), ("y", "نصي")])
  func `on a terminal the user is asked about a text that is left as it was`(answer: String, text: String) throws {
    let (folder, path) = try overtaken()
    try folder.use("touch \"$1\"")
    var command = Command(
      "script", ["-qec", "'\(try Command.products)/admin' translation edit --resume '\(path)'", "/dev/null"],
      in: folder.admin.path)
    command.environment = folder.environment
    command.input = Array("\(answer)\n".utf8)
    #expect(try command.run().output.contains("Store yours? [y/N]"))
    #expect(try folder.text("ar") == text)
    #expect(try folder.kept().isEmpty == (answer == "y"))
  }

  @Test func `a colleague who is faster again is not overwritten`() throws {
    let (folder, path) = try overtaken()
    try folder.use(
      "admin translation set 1402 ar 'نص ثالث' --actor noura > out; sed -i 's/^نصي$/نصنا/' \"$1\"")
    let result = try folder.edit("--resume", path)
    #expect(result.status == 3)
    #expect(result.error.contains("theirs:\tنص ثالث\n  mine:\tنصنا\n"), "\(result.error)")
    try folder.use("sed -i 's/^\\[ar]$/[ar] ok/' \"$1\"")
    #expect(try folder.edit("--resume", path).status == 0)
    #expect(try folder.seen().contains("# base:   نص الزميل\n# theirs: نص ثالث\n# mine:   نصنا\n"))
    #expect(try folder.text("ar") == "نصنا")
  }

  @Test func `a text that the user did not touch is never taken back to what it was`() throws {
    let folder = try EditorFolder("sed -i 's/^الرصيد غير كافٍ$/نصي {/' \"$1\"")
    let path = try folder.keptFile(in: try folder.edit("1402"))
    let other = try folder.admin.run("translation", "set", "1402", "zh", "账户余额不足", "--actor", "wei")
    try #require(other.status == 0)
    try folder.use("sed -i 's/^نصي {$/نصي/' \"$1\"")
    let result = try folder.edit("--resume", path)
    #expect(result.status == 0, "\(result.error)")
    #expect(try folder.text("ar") == "نصي")
    #expect(try folder.text("zh-Hans") == "账户余额不足")
  }

  @Test func `a file with a mistake is corrected before both sides are shown`() throws {
    let folder = try EditorFolder("echo more >> \"$1\"")
    let path = try folder.keptFile(in: try folder.edit("1402"))
    try #require(try folder.admin.run("translation", "set", "1402", "ar", "أحدث", "--actor", "noura").status == 0)
    try folder.use("sed -i '/^more$/d' \"$1\"")
    let result = try folder.edit("--resume", path)
    #expect(result.status == 0, "\(result.error)")
    #expect(result.error == "note: Nothing was changed.\n")
    #expect(try folder.text("ar") == "أحدث")
  }

  @Test func `a file that was not kept is refused, and left as it is`() throws {
    let folder = try EditorFolder(":")
    try folder.admin.write(Array("a letter\n".utf8), to: "letter.txt")
    try folder.admin.expectRefusal(65, saying: "is not a file that 'admin translation edit' has kept") {
      try folder.edit("--resume", "letter.txt")
    }
    #expect(try folder.edit("--resume", "missing.txt").status == 4)
    #expect(try folder.admin.bytes("letter.txt") == Array("a letter\n".utf8))
    #expect(try folder.edit("--resume", "letter.txt", "1402").status == 64)
    #expect(try folder.edit().status == 64)
    #expect(!folder.wasOpened)
  }

  @Test func `ok after the heading confirms a stale text, if its source text is the one that was shown`() throws {
    let folder = try EditorFolder("sed -i 's/^\\[ar]$/[ar] ok/' \"$1\"")
    try #require(
      try folder.admin.run("translation", "set", "1402", "en", "Not enough", "--impact", "minor").status == 0)
    #expect(try folder.edit("1402").status == 0)
    let stale = try folder.admin.jsonList("translation", "list", "--stale")
    #expect(stale.map { $0["language"] } == ["zh-Hans"])
    try folder.use(
      "admin translation set 1402 en 'Blocked' --impact major > out 2>&1; "
        + "sed -i 's/^\\[zh-Hans]$/[zh-Hans] ok/' \"$1\"")
    let result = try folder.edit("1402")
    #expect(result.status == 3)
    #expect(result.error.contains("The source text of 1402 has changed since"), "\(result.error)")
    #expect(try folder.admin.jsonList("translation", "list", "--stale").count == 2)
  }

  @Test func `ok on a text that is not stale says that it was current already`() throws {
    let folder = try EditorFolder("sed -i 's/^\\[ar]$/[ar] ok/' \"$1\"")
    let result = try folder.edit("1402")
    #expect(result.status == 0 && result.output.isEmpty)
    #expect(result.error == "note: 1402 in ar is not stale: it was current already, so ok changed nothing.\n")
    #expect(try folder.admin.json("status")["revision"] == 1)
  }

  @Test func `a conflict with a review says that only the state changed, and who changed it`() throws {
    let folder = try EditorFolder(
      "admin translation review 1402 --language ar --actor sami > out; sed -i 's/^الرصيد غير كافٍ$/نصي/' \"$1\"")
    let result = try folder.edit("1402", "ar")
    #expect(result.status == 3)
    let says = "Only its state changed, from translated to reviewed: sami, operation 2, 20"
    #expect(result.error.contains("it is at 2. \(says)"), "\(result.error)")
    try folder.use("touch \"$1\"")
    let resumed = try folder.edit("--resume", try folder.keptFile(in: result))
    #expect(resumed.error.contains(says), "\(resumed.error)")
    let seen = try folder.seen()
    #expect(seen.contains("\n# Nobody changed the words of this text after you began.\n# Only its state changed, from"))
    #expect(!seen.contains("# base:") && seen.contains("\n# theirs: الرصيد غير كافٍ\n# mine:   نصي\n"), "\(seen)")
    let set = try folder.admin.run("translation", "set", "1402", "ar", "نصي", "--if-revision", "1", "--actor", "noura")
    #expect(set.error.contains(says), "\(set.error)")
  }

  @Test func `the editor does not open when nothing could be written`() throws {
    let folder = try EditorFolder(":")
    #expect(try folder.edit("1402", "--note", "a\nb").status == 65)
    let busy = try folder.admin.shell(
      """
      printf '%s\\n' 'BEGIN IMMEDIATE;' '.shell touch locked; sleep 8' | sqlite3 registry.db &
      until [ -e locked ]; do sleep 0.1; done
      VISUAL='touch seen;' admin translation edit 1402; echo $?; wait
      """)
    #expect(busy.output == "5\n", "\(busy.error)")
    #expect(!folder.wasOpened)
  }

  @Test func `a kept file is refused for another registry than the one that was edited`() throws {
    let (folder, path) = try overtaken()
    let other = try AdminFolder()
    let result = try folder.edit("--resume", path, "--db", other.folder.file("registry.db"))
    #expect(result.status == 65)
    #expect(result.error.contains("which is another registry. Say which one with --db."), "\(result.error)")
    #expect(try other.sql("SELECT count(*) FROM operation") == "1\n")
    #expect(try folder.kept() != [], "the file stays")
  }
}
