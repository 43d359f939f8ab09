import RegistryTestSupport
import Testing

/// Regional languages, languages that CLDR knows by other names, and the removal of languages and categories.
@Suite struct LanguageCommandTests {
  private let admin: AdminFolder

  init() throws { admin = try AdminFolder() }

  private func add(_ tag: String, _ arguments: String...) throws -> Command.Result {
    try admin.run(["language", "add", tag, "--english-name", tag, "--own-name", tag] + arguments)
  }

  @Test func `a regional language falls back to the language that answered for it until now`() throws {
    let added = try add("ar-SA", "--format", "table")
    #expect(
      added.output == "The language ar-SA (right to left, falls back to ar) is added (operation 2).\n", "\(added.error)"
    )
    #expect(try add("fr", "--format", "table").output.contains("(left to right, falls back to en)"))
    #expect(try add("zh-HK", "--format", "table").output.contains("(left to right, falls back to en)"))
    #expect(try add("zh-SG", "--format", "table").output.contains("(left to right, falls back to zh-Hans)"))
    #expect(try add("de-AT", "--fallback", "fr", "--format", "table").output.contains("falls back to fr"))
    #expect(
      try admin.sql("SELECT text_language FROM localized_message WHERE code = 1402 AND language = 'ar-SA'") == "ar\n")
  }

  @Test(arguments: [
    ("zh-CN", "zh-Hans"), ("zh", "zh-Hans"), ("ar-EG", "ar"), ("en-US", "en"), ("zho-Hans-CN", "zh-Hans"),
  ])
  func `a tag that means a known language is refused unless it is distinct`(tag: String, known: String) throws {
    try admin.expectRefusal(65, saying: "means the language \(known) already. Use \(known), or say --distinct") {
      try add(tag)
    }
    #expect(try add(tag, "--distinct").status == 0)
    #expect(try admin.run("doctor").status == 0)
  }

  @Test func `a language whose direction nobody knows needs one`() throws {
    try admin.expectRefusal(65, saying: "The writing direction of qaa is not known. Give --direction ltr") {
      try add("qaa")
    }
    #expect(try add("qaa", "--direction", "rtl", "--format", "table").output.contains("right to left"))
    #expect(try add("arz", "--format", "table").output.contains("right to left"))
  }

  @Test func `an unused language is removed, and undo brings it back`() throws {
    try #require(try add("fr").status == 0)
    try admin.expectRefusal(64, saying: "Remove the language fr?") { try admin.run("language", "remove", "fr") }
    let removed = try admin.run("language", "remove", "FR", "--yes", "--format", "table")
    #expect(removed.output == "The language fr is removed (operation 3).\n", "\(removed.error)")
    #expect(try admin.sql("SELECT count(*) FROM language WHERE tag = 'fr'") == "0\n")
    #expect(try admin.run("undo").status == 0)
    #expect(try admin.sql("SELECT count(*) FROM language WHERE tag = 'fr'") == "1\n")
    #expect(try admin.run("doctor").status == 0)
  }

  @Test func `a language in use is kept, and what uses it is named`() throws {
    try #require(try add("fr").status == 0)
    try #require(try add("fr-CA").status == 0)
    for code in ["200", "1402"] { try #require(try admin.run("translation", "set", code, "fr", "x").status == 0) }
    try #require(try admin.run("category", "edit", "data", "--name", "fr=Données").status == 0)
    let reason =
      "The language fr is in use: texts of 200, 1402; names of the categories data; it is the fallback of fr-CA."
    try admin.expectRefusal(65, saying: reason) { try admin.run("language", "remove", "fr", "--yes") }
    try admin.expectRefusal(65, saying: "en is the source language") {
      try admin.run("language", "remove", "en", "--yes")
    }
    let undone = try admin.run("undo", "2")
    #expect(undone.status == 3)
    #expect(undone.error.contains(reason), "\(undone.error)")
  }

  @Test func `a category without codes is removed, and one with codes is kept`() throws {
    let added = try admin.run("category", "add", "refund", "--range", "1700-1799", "--name", "ar=استرداد")
    try #require(added.status == 0)
    let removed = try admin.run("category", "remove", "refund", "--yes", "--format", "table")
    #expect(removed.output == "The category refund is removed (operation 3).\n", "\(removed.error)")
    #expect(try admin.run("doctor").status == 0)
    try admin.expectRefusal(65, saying: "The category payment is in use: the codes 1400, 1401, 1402, 1403, 1404 and") {
      try admin.run("category", "remove", "payment", "--yes")
    }
    #expect(try admin.run("undo").status == 0)
    #expect(try admin.sql("SELECT name FROM category_name WHERE category = 'refund'") == "استرداد\n")
  }

  @Test func `the gate refuses a language that takes callers from another one`() throws {
    try #require(try admin.run("snapshot", "create", "--release", "1", "-o", ".").status == 0)
    try #require(try add("zh-CN", "--distinct", "--fallback", "en").status == 0)
    let gate = try admin.run("snapshot", "gate", "1", "--format", "tsv")
    #expect(gate.status == 2)
    #expect(
      gate.output.contains("language-answer-changed\tlanguage\t\tzh-CN\tanswer\tzh-Hans\tzh-CN\n"), "\(gate.output)")
    let allowed = "language-answer-changed:zh-CN=the texts are the same"
    #expect(try admin.run("snapshot", "gate", "1", "--allow", allowed).status == 0)
    // A fallback to the language that answered before refines it.
    try #require(try admin.run("language", "edit", "zh-CN", "--fallback", "zh-Hans").status == 0)
    #expect(try admin.run("snapshot", "gate", "1").status == 0)
  }
}
