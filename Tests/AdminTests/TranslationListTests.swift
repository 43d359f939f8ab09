import Foundation
import RegistryTestSupport
import Testing

@Suite struct TranslationListTests {
  /// Returns the codes and languages of the listed texts, such as `1402 ar`.
  private func list(_ admin: AdminFolder, _ arguments: String...) throws -> [String] {
    let result = try admin.run(["translation", "list", "--format", "tsv"] + arguments)
    try #require(result.status == 0, "\(result.error)")
    return result.output.split(separator: "\n").map { line in
      line.split(separator: "\t").prefix(2).joined(separator: " ")
    }
  }

  @Test func `list filters by codes, ranges and category`() throws {
    let admin = try AdminFolder()
    #expect(try list(admin, "--code", "insufficient_balance") == ["1402 en", "1402 ar", "1402 zh-Hans"])
    #expect(
      try list(admin, "--code", "1400-1401", "--code", "200", "--language", "ar") == ["200 ar", "1400 ar", "1401 ar"])
    #expect(try list(admin, "--code", "5000-5999").isEmpty)
    #expect(try list(admin, "--category", "OTP").count == 39)
    #expect(try list(admin, "--category", "otp", "--code", "1400-1600", "--language", "en") == ["1600 en"])
    try admin.expectRefusal(4, saying: "no code '1499'") { try admin.run("translation", "list", "--code", "1499") }
    try admin.expectRefusal(4, saying: "no category 'otq'") {
      try admin.run("translation", "list", "--category", "otq")
    }
    try admin.expectRefusal(65, saying: "The range 1499-1400 is empty", "1400-1499") {
      try admin.run("translation", "list", "--code", "1499-1400")
    }
  }

  @Test func `list filters by a part of the symbol, or by the whole symbol with wildcards`() throws {
    let admin = try AdminFolder()
    #expect(try list(admin, "--symbol", "sufficient", "--language", "en") == ["1402 en"])
    #expect(try list(admin, "--symbol", "insufficient_*", "--language", "en") == ["1402 en"])
    #expect(try list(admin, "--symbol", "?NSUFFICIENT*CE", "--language", "en") == ["1402 en"])
    #expect(try list(admin, "--symbol", "SUFFICIENT*").isEmpty)
    #expect(try admin.run("translation", "list", "--symbol", "").status == 64)
  }

  @Test func `list filters by a part of the text, in any case and without Arabic vowel marks`() throws {
    let admin = try AdminFolder()
    #expect(try list(admin, "--text", "INSUFFICIENT bal") == ["1402 en"])
    #expect(try list(admin, "--text", "余额") == ["1402 zh-Hans", "1405 zh-Hans"])
    #expect(try list(admin, "--text", "غير كاف", "--code", "1402") == ["1402 ar"])
    try #require(try admin.run("translation", "set", "1402", "ar", "الرَّصيد لا يكفي").status == 0)
    #expect(try list(admin, "--text", "الرصيد لا", "--code", "1402") == ["1402 ar"])
    // The conditions of a pattern have no meaning here.
    #expect(try list(admin, "--text", "%").isEmpty)
    #expect(try admin.run("translation", "list", "--missing", "--text", "x").status == 64)
  }

  @Test func `list filters by author, who wrote the text and did not only review or undo`() throws {
    let admin = try AdminFolder()
    for arguments in [
      ["translation", "set", "1402", "ar", "أ", "--actor", "Noura"],
      ["translation", "set", "1402", "zh-Hans", "乙", "--actor", "wei"],
      ["translation", "review", "1402", "--language", "ar", "--actor", "sami"],
      ["translation", "set", "1402", "zh-Hans", "丙", "--actor", "sami"],
    ] { try #require(try admin.run(arguments).status == 0) }
    #expect(try list(admin, "--author", "noura") == ["1402 ar"])
    #expect(try list(admin, "--author", "sami") == ["1402 zh-Hans"])
    #expect(try list(admin, "--author", "wei").isEmpty)
    try admin.expectRefusal(4, saying: "nobody") { try admin.run("translation", "list", "--author", "nobody") }
    try #require(try admin.run("undo", "--actor", "sami").status == 0)
    #expect(try list(admin, "--author", "sami").isEmpty)
    #expect(try list(admin, "--author", "wei") == ["1402 zh-Hans"])
    let found = try admin.jsonList("translation", "list", "--author", "noura")
    #expect(found.first?["author"] == "Noura")
    #expect(found.first?["written_at"] != nil)
    #expect(try admin.jsonList("translation", "list").first?["author"] == nil)
    let table = try admin.run("translation", "list", "--author", "noura", "--format", "table").output
    #expect(table.hasPrefix("CODE  LANGUAGE  REVISION  STATE     STALE  AUTHOR  WRITTEN "))
    // TSV has the columns that an import reads.
    let lines = try admin.run("translation", "list", "--author", "noura", "--format", "tsv").output
    #expect(lines == "1402\tar\t4\treviewed\tno\tأ\n")
  }

  @Test func `list filters by the time at which a text was written`() throws {
    let admin = try AdminFolder()
    for (operation, time) in [(2, "2026-01-30T23:59:59Z"), (3, "2026-01-31T00:00:00Z"), (4, "2026-01-31T23:59:59Z")] {
      _ = try admin.sql(
        """
        INSERT INTO operation VALUES (\(operation), '\(time)', 'amal', 'test', NULL);
        INSERT INTO change (operation, sequence, entity, code, language, field, before, after)
        VALUES (\(operation), 1, 'translation', \(1398 + operation), 'ar', 'text', 'x', 'y');
        """)
    }
    let codes = ["--code", "1400-1402", "--language", "ar", "--author", "amal"]
    func list(_ arguments: String...) throws -> [JSONValue?] {
      let result = try admin.run(["translation", "list", "--json"] + codes + arguments)
      try #require(result.status == 0, "\(result.error)")
      return try JSONDecoder().decode([[String: JSONValue]].self, from: Data(result.outputBytes)).map { $0["code"] }
    }
    #expect(try list() == [1400, 1401, 1402])
    #expect(try list("--since", "2026-01-31") == [1401, 1402])
    #expect(try list("--until", "2026-01-31") == [1400, 1401, 1402])
    #expect(try list("--until", "2026-01-30") == [1400])
    #expect(try list("--until", "2026-01-31T12:00:00Z") == [1400, 1401])
    #expect(try list("--since", "2026-01-31", "--until", "2026-01-31T12:00:00Z") == [1401])
    #expect(try admin.run("translation", "list", "--until", "soon").status == 64)
  }

  @Test func `the filters apply to stale texts too`() throws {
    let admin = try AdminFolder()
    for code in ["1401", "1402"] {
      try #require(try admin.run("translation", "set", code, "ar", "x", "--actor", "noura").status == 0)
      try #require(try admin.run("translation", "set", code, "en", "Another text", "--impact", "minor").status == 0)
    }
    #expect(try list(admin, "--stale", "--code", "1402") == ["1402 ar", "1402 zh-Hans"])
    #expect(try list(admin, "--stale", "--author", "noura") == ["1401 ar", "1402 ar"])
  }

  @Test func `an author who never wrote anything is unknown, in a list and in an export`() throws {
    let admin = try AdminFolder()
    try #require(try admin.run("translation", "set", "1402", "ar", "x", "--actor", "noura").status == 0)
    for command in [["list"], ["export", "-o", "-"], ["list", "--stale"]] {
      try admin.expectRefusal(4, saying: "'nora' has never written to the registry. Did you mean noura?") {
        try admin.run(["translation"] + command + ["--author", "nora"])
      }
    }
  }
}
