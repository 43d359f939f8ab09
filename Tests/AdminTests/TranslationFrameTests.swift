import Testing

@Suite struct TranslationFrameTests {
  @Test func `frame prints the forms of a language with their numbers, and a text to copy`() throws {
    let admin = try AdminFolder()
    let result = try admin.run("translation", "frame", "AR")
    #expect(result.status == 0 && result.error.isEmpty)
    #expect(
      result.output == """
        zero\t0
        one\t1
        two\t2
        few\t3, 4, 5, …
        many\t11, 12, 13, …
        other\t100, 101, 102, …
        text\t{count, plural, zero {#} one {#} two {#} few {#} many {#} other {#}}

        """)
    let set = try admin.run("translation", "set", "1402", "en", "{n, plural, one {#} other {#}}", "--impact", "major")
    #expect(set.status == 0)
    let frame = try #require(result.output.split(separator: "\n").last?.dropFirst(5))
    #expect(try admin.run("translation", "set", "1402", "ar", String(frame.replacing("count", with: "n"))).status == 0)
  }

  @Test func `frame takes the name of the argument, and has ordinal forms`() throws {
    let admin = try AdminFolder()
    let shown = try admin.json("translation", "frame", "en", "n", "--ordinal")
    #expect(shown["text"] == "{n, selectordinal, one {#} two {#} few {#} other {#}}")
    #expect(shown["argument"] == "n" && shown["language"] == "en")
    #expect(try admin.json("translation", "frame", "zh-CN")["text"] == "{count, plural, other {#}}")
    try admin.expectRefusal(65, saying: "1st cannot be the name of an argument.") {
      try admin.run("translation", "frame", "en", "1st")
    }
    try admin.expectRefusal(4, saying: "no language") { try admin.run("translation", "frame", "de") }
  }
}
