import RegistryTestSupport
import Testing

/// Texts that must be refused, tested with the real binary (docs/reliability.md, "Bad input").
@Suite struct HostileTextTests {
  struct Text: CustomTestStringConvertible {
    let name: String
    let text: String
    let says: String
    var testDescription: String { name }
  }

  static let refused: [Text] =
    [
      Text(name: "an escape sequence", text: "a\u{1B}[31mb", says: "U+001B at character 2"),
      Text(name: "an OSC sequence", text: "\u{1B}]0;title\u{7}", says: "U+001B at character 1"),
      Text(name: "a C1 control", text: "a\u{9B}31m", says: "U+009B at character 2"),
      Text(name: "DEL", text: "a\u{7F}", says: "U+007F"),
      Text(name: "a tab", text: "a\tb", says: "U+0009"),
      Text(name: "a line break", text: "a\nb", says: "U+000A"),
      Text(name: "a line separator", text: "a\u{2028}b", says: "U+2028"),
      Text(name: "an isolate that stays open", text: "a\u{2067}b", says: "does not close"),
      Text(name: "an isolate that was not opened", text: "a\u{2069}b", says: "U+2069 at character 2"),
      Text(name: "nothing", text: "", says: "empty"),
      Text(name: "blanks", text: "  \u{A0}", says: "empty"),
      Text(name: "zero-width spaces", text: " \u{200B}\u{3000}\u{200B}", says: "shows nothing"),
      Text(name: "a byte order mark", text: "\u{FEFF}", says: "such as U+FEFF"),
      Text(name: "isolates around nothing", text: "\u{2068} \u{2069}", says: "shows nothing"),
      Text(name: "a mark inside", text: "الرصيد\u{200F} لا", says: "character 7 after 'الرصيد'"),
      Text(name: "advice about a mark", text: "a\u{200F}b", says: "Remove it. It is an invisible mark"),
      Text(name: "a zero-width space inside", text: "الرصيد\u{200B} لا", says: "U+200B at character 7 after 'الرصيد'"),
      Text(name: "a zero-width space in Chinese", text: "余额\u{200B}不足", says: "which nobody can see. Remove it."),
      Text(name: "a joiner beside a space", text: "الرصيد لا \u{200C} يكفي", says: "U+200C at character 11"),
      Text(name: "a joiner in Chinese", text: "余额\u{200D}不足", says: "U+200D at character 3"),
      Text(name: "a byte order mark inside", text: "a\u{FEFF}b", says: "U+FEFF at character 2"),
      Text(name: "a tag without a flag", text: "a\u{E0041}b", says: "U+E0041 at character 2"),
      Text(name: "4,001 characters", text: String(repeating: "ع", count: 4_001), says: "longer than 4000"),
      Text(name: "an open brace", text: "ab{", says: "character 3"),
      Text(name: "a closing brace", text: "a}", says: "character 2"),
      Text(name: "empty braces", text: "{}", says: "character 1"),
      Text(name: "an argument with a blank", text: "x {a b}", says: "character 3"),
      Text(name: "a plural without other", text: "{n, plural, one {x}}", says: "character 1"),
      Text(name: "a plural in a text without arguments", text: "{n, plural, other {x}}", says: "the argument {n}"),
      Text(name: "a quote that stays open", text: "a '{b", says: "character 3"),
    ]
    + [0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E].compactMap(Unicode.Scalar.init).map {
      Text(name: $0.escaped(asASCII: true), text: "a\($0)b", says: "which can make text look like other text")
    }

  @Test(arguments: refused)
  func `a text is refused with its reason`(text: Text) throws {
    let admin = try AdminFolder()
    try admin.expectRefusal(65, saying: text.says) {
      try admin.run("translation", "set", "1402", "ar", "--", text.text)
    }
    try admin.expectRefusal(65, saying: text.says) {
      try admin.run("translation", "set", "1402", "ar", "-", input: Array(text.text.utf8))
    }
  }

  @Test(arguments: [
    String(repeating: "م", count: 4_000), "a\u{2068}1402\u{2069}b", "مي\u{200C}خواهم", "ل\u{200D}ا",
    "'{amount}' '{'x'}' it''s",
    "لاگین\u{200C}ها و '{x}'\u{200C}ها", "న్\u{200C}", "ന്\u{200D}", "ක්\u{200D}ෂ",
    "សូម\u{200B}រង់ចាំ", "ភ្លេច \u{200B}OTP\u{200B}\u{200B} ឬ", "❤️\u{200D}🔥 👁️\u{200D}🗨️ 1️⃣",
    "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
    "Sicherheits\u{AD}prüfung", "葛\u{E0100}城", "ᠠ\u{180E}ᠡ", "⠓\u{2800}⠑", "هـ\u{200D} ه\u{200D}",
    "  two blanks before and after  ", "-5", "e\u{301}", "👩‍👩‍👧", "it's 100% 'quoted' \\ text",
  ])
  func `a text is kept to the byte`(text: String) throws {
    let admin = try AdminFolder()
    // No check knows what is wrong in Persian, so the text alone decides.
    try #require(
      try admin.run("language", "add", "fa", "--english-name", "Persian", "--own-name", "فارسی").status == 0)
    #expect(try admin.run("translation", "set", "1402", "fa", "--", text).status == 0)
    #expect(try admin.sql("SELECT text FROM message WHERE code = 1402 AND language = 'fa'") == text + "\n")
    #expect(try admin.json("code", "show", "1402")["translations"]?["fa"]?["text"] == .string(text))
    #expect(
      try admin.run("translation", "set", "1402", "fa", "-", input: Array((text + "\n").utf8)).output.hasSuffix(
        "false\n"))
  }

  @Test(arguments: [
    ([0x61, 0x62, 0xFF] as [UInt8], "byte 2"), ([0xED, 0xA0, 0x80], "byte 0"), ([0x61, 0xC0, 0x80], "byte 1"),
    ([0xD8, 0xB9, 0xD8], "byte 2"), ([0xF5, 0x80, 0x80, 0x80], "byte 0"),
    // A combining mark after the invalid byte, or a sign before it, forms one character with Swift's replacement for
    // the byte.
    ([0x61, 0xFF, 0xCC, 0x81], "byte 1"), ([0xD8, 0x80, 0xFF], "byte 2"),
  ])
  func `bytes that are not UTF-8 are refused, and the first one is named`(bytes: [UInt8], says: String) throws {
    let admin = try AdminFolder()
    try admin.expectRefusal(65, saying: "not UTF-8", says) {
      try admin.run("translation", "set", "1402", "ar", "-", input: bytes)
    }
    let quoted = bytes.map { "\\x" + String($0, radix: 16) }.joined()
    try admin.expectRefusal(65, saying: "not UTF-8", says) {
      try admin.shell("admin translation set 1402 ar $'\(quoted)'")
    }
    try admin.expectRefusal(65, saying: "not UTF-8", says) {
      try admin.shell("admin translation set 1402 ar fine --note $'\(quoted)'")
    }
  }

  @Test func `a private-use character is accepted with any other text on the line`() throws {
    let admin = try AdminFolder()
    let text = "a\u{10FE80}b\u{E000}"
    let result = try admin.shell(
      "cp registry.db $'x\\xff.db'; admin translation set 1402 ar '\(text)' --db $'x\\xff.db'; "
        + "mv $'x\\xff.db' registry.db")
    #expect(result.status == 0, "\(result.error)")
    #expect(try admin.sql("SELECT text FROM message WHERE code = 1402 AND language = 'ar'") == text + "\n")
    #expect(try admin.run("translation", "set", "1402", "ar", text).output == "1402\tar\t2\tfalse\n")
    #expect(try admin.run("translation", "set", "1402", "ar", "a\u{10FE80}").status == 0)
  }

  @Test func `a NUL on standard input is refused`() throws {
    let admin = try AdminFolder()
    try admin.expectRefusal(65, saying: "U+0000 at character 2") {
      try admin.run("translation", "set", "1402", "ar", "-", input: [0x61, 0, 0x62])
    }
  }

  @Test func `endless input is refused without reading all of it`() throws {
    let admin = try AdminFolder()
    try admin.expectRefusal(65, saying: "longer than 4000") {
      try admin.shell("yes | tr -d '\\n' | admin translation set 1402 ar -", seconds: 10)
    }
  }

  @Test(arguments: [
    (["category", "edit", "data", "--name", "ar=a\u{202E}b"], "U+202E"),
    (["language", "edit", "ar", "--own-name", "a\u{1B}b"], "U+001B"),
    (["code", "edit", "1402", "--description", "a\u{7}b"], "U+0007"),
    (["code", "add", "1408", "--symbol", "NEW", "--category", "payment", "--text", "a{"], "character 2"),
    (["translation", "set", "1402", "ar", "x", "--note", "a\nb"], "U+000A"),
    (["translation", "set", "1402", "ar", "x", "--actor", ""], "empty"),
  ])
  func `names, notes and descriptions follow the same rules`(arguments: [String], says: String) throws {
    let admin = try AdminFolder()
    try admin.expectRefusal(65, saying: says) { try admin.run(arguments) }
  }
}
