import RegistryTestSupport
import Testing

@Suite struct InboxCommandTests {
  @Test func `the inbox lists what is missing, unfit, stale and to be reviewed, in this order`() throws {
    let admin = try AdminFolder()
    for arguments in [
      ["translation", "unset", "1400", "ar", "--yes"],
      ["translation", "set", "1401", "en", "Balance is too low", "--impact", "major"],
      ["translation", "set", "1402", "en", "Not enough balance", "--impact", "minor"],
      ["translation", "review", "1403", "--language", "ar"],
    ] { try #require(try admin.run(arguments + ["--actor", "noura"]).status == 0) }
    let items = try admin.jsonList("inbox", "--language", "ar", "--actor", "layla")
    #expect(items.prefix(3).map { $0["need"] } == ["missing", "unfit", "stale"])
    #expect(items.prefix(3).map { $0["code"] } == [1400, 1401, 1402])
    #expect(items.dropFirst(3).allSatisfy { $0["need"] == "review" })
    #expect(items.first?["text"] == .null)
    #expect(!items.contains { $0["code"] == 1403 })
    #expect(items[1]["source"] == "Balance is too low")
  }

  @Test func `a text does not wait for the review of the person who wrote it`() throws {
    let admin = try AdminFolder()
    try #require(try admin.run("translation", "set", "1402", "ar", "الرصيد لا يكفي", "--actor", "noura").status == 0)
    let own = try admin.jsonList("inbox", "--language", "ar", "--need", "review", "--actor", "Noura")
    #expect(!own.contains { $0["code"] == 1402 })
    let other = try admin.jsonList("inbox", "--language", "ar", "--need", "review", "--actor", "layla")
    let waiting = try #require(other.first { $0["code"] == 1402 })
    #expect(waiting["author"] == "noura")
  }

  @Test func `a table begins with counts and shows ten texts of each kind`() throws {
    let admin = try AdminFolder()
    let table = try admin.run("inbox", "--format", "table", "--language", "zh-CN", "--language", "ar")
    let lines = table.output.split(separator: "\n")
    #expect(lines.first?.split(separator: " ") == ["LANGUAGE", "MISSING", "UNFIT", "STALE", "REVIEW", "FINDING"])
    #expect(lines.filter { $0.hasPrefix("ar ") }.count == 11)
    #expect(table.error == "note: 102 more are not shown: see --limit, --language and --need.\n")
    #expect(try admin.run("inbox", "--language", "ar").output.split(separator: "\n").count == 61)
    #expect(try admin.run("inbox", "--language", "ar", "--limit", "2").output.split(separator: "\n").count == 2)
    let counts = try admin.run("inbox", "--format", "table", "--limit", "0")
    #expect(counts.output.split(separator: "\n").count == 4)
    #expect(counts.error.isEmpty)
  }

  @Test func `a text in which a check finds a warning waits for everybody`() throws {
    let admin = try AdminFolder()
    try #require(try admin.run("translation", "set", "1402", "ar", "الرصيد  غير كافٍ", "--actor", "noura").status == 0)
    for actor in ["noura", "layla"] {
      let items = try admin.jsonList("inbox", "--language", "ar", "--need", "finding", "--actor", actor)
      #expect(items.map { $0["code"] } == [1402])
      guard case .array(let findings) = items.first?["findings"] else { throw CancellationError() }
      #expect(findings.count == 1)
    }
    let table = try admin.run("inbox", "--need", "finding", "--format", "table").output
    #expect(table.contains("FINDING"))
  }

  @Test func `a retired code and what a check only notes are no work`() throws {
    let admin = try AdminFolder()
    try #require(try admin.run("code", "retire", "1402", "-y").status == 0)
    // The text of 1000, so that a check notes that nobody can tell the two codes apart.
    try #require(try admin.run("translation", "set", "1001", "zh", "失败").status == 0)
    let items = try admin.jsonList("inbox", "--language", "zh", "--actor", "layla")
    #expect(items.contains { $0["code"] == 1001 && $0["need"] == "review" })
    #expect(!items.contains { $0["code"] == 1402 || $0["need"] == "finding" })
  }

  @Test func `an empty inbox says so`() throws {
    let admin = try AdminFolder()
    let empty = try admin.run("inbox", "--need", "missing", "--actor", "layla", "--format", "table")
    #expect(empty.output == "Nothing waits for layla.\n")
    #expect(empty.status == 0)
    try admin.expectRefusal(4, saying: "fr") { try admin.run("inbox", "--language", "fr") }
    #expect(try admin.run("inbox", "--need", "sleep").status == 64)
  }
}
