import Testing

@Suite struct PluralTextTests {
  private static let english = "{n, plural, one {# file} other {# files}}"

  /// A registry whose text of 1402 counts in English.
  private func registry() throws -> AdminFolder {
    let admin = try AdminFolder()
    try #require(
      try admin.run("translation", "set", "1402", "en", Self.english, "--impact", "major").status == 0)
    return admin
  }

  @Test func `a text that lacks forms of its language is stored, and the answer names them with their numbers`() throws
  {
    let admin = try registry()
    let result = try admin.run("translation", "set", "1402", "ar", "{n, plural, one {ملف} other {# ملف}}")
    #expect(result.status == 0)
    #expect(
      result.error.contains(
        "note: The text of 1402 in ar has no text for the forms zero (0), two (2), few (3, 4, 5, …) and "
          + "many (11, 12, 13, …) of {n}; 'other' is used for them.\n"), "\(result.error)")
    let forms = try admin.json("translation", "set", "1402", "ar", "{n, plural, one {م} other {#}}")["missing_forms"]
    guard case .array(let list) = forms else { return #expect(Bool(false), "\(String(describing: forms))") }
    #expect(list.first == .object(["argument": "n", "category": "zero", "samples": .array(["0"])]))
    #expect(list.count == 4)
  }

  @Test func `an import names the lines whose texts lack forms`() throws {
    let admin = try registry()
    try admin.write(
      Array("1402\tar\t{n, plural, other {#}}\n1402\tzh-Hans\t{n, plural, other {# 个}}\n".utf8), to: "texts.tsv")
    let result = try admin.run("translation", "import", "texts.tsv")
    #expect(result.status == 0)
    #expect(result.error.contains("note: line 1: the text of 1402 in ar has no text for the forms zero (0), one (1),"))
    #expect(!result.error.contains("line 2"))
  }

  @Test func `a translation may not need a number where its source text has a plain argument`() throws {
    let admin = try AdminFolder()
    try #require(try admin.run("translation", "set", "1402", "en", "{n} files", "--impact", "major").status == 0)
    try admin.expectRefusal(
      65, saying: "The text has the argument {n} as a number; its source text has the argument {n} as a text."
    ) { try admin.run("translation", "set", "1402", "ar", "{n, plural, other {#}}") }
    #expect(try admin.run("translation", "set", "1402", "ar", "{n} ملفات").status == 0)
  }

  @Test func `a plain translation of a plural is stored, and a source text that begins to count is a major change`()
    throws
  {
    let admin = try registry()
    #expect(try admin.run("translation", "set", "1402", "zh-Hans", "{n} 个文件").status == 0)
    try #require(try admin.run("translation", "set", "1403", "en", "{n} files", "--impact", "major").status == 0)
    try admin.expectRefusal(65, saying: "instead of the argument {n} as a text, so its translations are wrong") {
      try admin.run("translation", "set", "1403", "en", Self.english, "--impact", "minor")
    }
  }

  @Test func `a form that the language never uses is refused with its place`() throws {
    let admin = try registry()
    try admin.expectRefusal(65, saying: "the form 'one', which the language zh-Hans never uses, at character 13.") {
      try admin.run("translation", "set", "1402", "zh-Hans", "{n, plural, one {个} other {# 个}}")
    }
  }

  @Test func `the editor shows a form on each line, and takes the text back in lines`() throws {
    let admin = try registry()
    let shown = try admin.run("translation", "edit", "1402", "en", environment: ["VISUAL": "cat"])
    #expect(shown.output.contains("[en]\n{n, plural,\n  one {# file}\n  other {# files}}\n"), "\(shown.output)")
    #expect(shown.error.contains("Nothing was changed."))
    let edited = try admin.run(
      "translation", "edit", "1402", "en", "--impact", "typo", environment: ["VISUAL": "sed -i 's/files}/Files}/'"])
    #expect(edited.status == 0, "\(edited.error)")
    #expect(
      try admin.sql("SELECT text FROM message WHERE code = 1402 AND language = 'en'")
        == "{n, plural, one {# file} other {# Files}}\n")
  }

  @Test func `a release in which an argument becomes a number breaks callers, and other forms are wording`() throws {
    let admin = try AdminFolder()
    func set(_ code: String, _ text: String) throws {
      for language in ["en", "ar", "zh-Hans"] {
        try #require(
          try admin.run(
            ["translation", "set", code, language, text] + (language == "en" ? ["--impact", "major"] : [])
          )
          .status == 0)
      }
    }
    try set("1402", "{n} files")
    try set("1403", "{n, plural, other {# files}}")
    try #require(try admin.run("snapshot", "create", "--release", "1.0.0", "-o", ".").status == 0)
    try set("1403", "{n, plural, =0 {no files} other {# files}}")
    try #require(try admin.run("snapshot", "create", "--release", "1.0.1", "-o", ".").status == 0)
    try set("1402", "{n, plural, other {# files}}")
    let refused = try admin.run("snapshot", "create", "--release", "1.0.2", "-o", ".")
    #expect(refused.status == 2)
    #expect(refused.output.contains("arguments-changed") || refused.error.contains("arguments-changed"))
  }
}
