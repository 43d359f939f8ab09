import Testing

@testable import MessageFormat

struct MessagePatternFormattingTests {
  /// The text without the isolates around its values.
  private func text(
    _ pattern: String, _ locale: String, _ arguments: [String: MessageValue]
  ) throws(MessageFormatError) -> String {
    let text = try MessagePattern(pattern, locale: locale).format(arguments)
    return text.replacing("\u{2068}", with: "").replacing("\u{2069}", with: "")
  }

  private let arabic = """
    {count, plural, zero {لم تُرفض أي معاملة} one {رُفضت معاملة واحدة} two {رُفضت معاملتان} few {رُفضت # معاملات} \
    many {رُفضت # معاملة} other {رُفضت # معاملة}}
    """

  @Test(arguments: [
    (0, "لم تُرفض أي معاملة"), (1, "رُفضت معاملة واحدة"), (2, "رُفضت معاملتان"), (3, "رُفضت 3 معاملات"),
    (10, "رُفضت 10 معاملات"), (11, "رُفضت 11 معاملة"), (100, "رُفضت 100 معاملة"), (1_003, "رُفضت 1,003 معاملات"),
  ])
  func `an Arabic plural has the form of its number`(count: Int, expected: String) throws {
    #expect(try text(arabic, "ar", ["count": MessageValue(count)]) == expected)
  }

  @Test(arguments: ["1000000000005", "999999999999999999999999999999999905"])
  func `a number of many digits has the form of its last ones`(digits: String) throws {
    let number = try #require(MessageNumber(digits))
    #expect(try text(arabic, "ar", ["count": .number(number)]).hasSuffix(" معاملات"))
  }

  @Test func `a number is isolated together with its sign`() throws {
    #expect(
      try MessagePattern("{n, plural, other {الرصيد #}}", locale: "ar").format(["n": -12])
        == "الرصيد \u{2068}-12\u{2069}")
    #expect(try MessagePattern("{n}", locale: "en").format(["n": -1_234]) == "\u{2068}-1,234\u{2069}")
  }

  @Test func `an exact number comes before a category, and is compared without the offset`() throws {
    let pattern = "{n, plural, offset:1 one {you and # other} =1 {only you} =0 {nobody} other {you and # others}}"
    #expect(try text(pattern, "en", ["n": 0]) == "nobody")
    #expect(try text(pattern, "en", ["n": 1]) == "only you")
    #expect(try text(pattern, "en", ["n": 2]) == "you and 1 other")
    #expect(try text(pattern, "en", ["n": 3]) == "you and 2 others")
  }

  @Test func `the visible digits of a number decide its form`() throws {
    let pattern = "{n, plural, one {# point} other {# points}}"
    #expect(try text(pattern, "en", ["n": 1]) == "1 point")
    #expect(try text(pattern, "en", ["n": .number(try #require(MessageNumber("1.0")))]) == "1.0 points")
    #expect(
      try text("{n, plural, =1 {one} other {#}}", "en", ["n": .number(MessageNumber(100, fractionDigits: 2))]) == "one")
  }

  @Test func `an ordinal number has its own forms`() throws {
    let pattern = "{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} attempt"
    #expect(
      try [1, 2, 3, 4, 11, 21].map { try text(pattern, "en", ["n": MessageValue($0)]) } == [
        "1st attempt", "2nd attempt", "3rd attempt", "4th attempt", "11th attempt", "21st attempt",
      ])
  }

  @Test func `a select takes the form of its text, and other for every other text`() throws {
    let pattern = "{method, select, card {银行卡尾号 {last4}} wallet {钱包} other {付款方式}}已停用"
    #expect(try text(pattern, "zh-Hans", ["method": "card", "last4": "4242"]) == "银行卡尾号 4242已停用")
    #expect(try text(pattern, "zh-Hans", ["method": "wallet"]) == "钱包已停用")
    #expect(try text(pattern, "zh-Hans", ["method": "cash"]) == "付款方式已停用")
  }

  @Test func `plurals and selects are nested, and each number sign belongs to the nearest plural`() throws {
    let pattern = """
      {s, select, a {{n, plural, one {# file in {m, plural, one {# folder} other {# folders}}} \
      other {# files in {m, plural, one {# folder} other {# folders}}}}} other {none}}
      """
    #expect(try text(pattern, "en", ["s": "a", "n": 1, "m": 2]) == "1 file in 2 folders")
    #expect(try text(pattern, "en", ["s": "a", "n": 5, "m": 1]) == "5 files in 1 folder")
    #expect(try text(pattern, "en", ["s": "b"]) == "none")
  }

  @Test func `values are never read as patterns`() throws {
    #expect(try text("{s, select, other {{s} '{s}'}} {n}", "en", ["s": "{n} '#", "n": "#"]) == "{n} '# {s} #")
  }

  @Test func `all arguments that are missing or of the wrong kind are named, each once`() throws {
    let pattern = try MessagePattern(
      "{a} {b} {a} {n, plural, one {{c}} other {{d} {n}}} {s, select, x {} other {{e}}} {m, number}", locale: "en")
    let error = try #require(throws: MessageFormatError.self) {
      try pattern.format(["b": 1, "n": "3", "s": 4, "m": "5", "e": "x"])
    }
    #expect(error.code == .missingArgument)
    #expect(error.arguments == ["a", "d", "n", "s", "m"])
    #expect(
      error.message
        == "The text needs {a}, {d}. The text needs {n} as a number. The text needs {s} as a text. "
        + "The text needs {m} as a number.")
    let other = try #require(throws: MessageFormatError.self) { try MessagePattern("{m, number}").format(["m": "5"]) }
    #expect(other.code == .wrongArgumentKind)
    #expect(other.arguments == ["m"])
  }

  @Test func `an argument of a form that is not used may be missing`() throws {
    #expect(try text("{n, plural, one {{name}} other {#}}", "en", ["n": 2]) == "2")
  }

  @Test(arguments: [
    "{n, plural, one {x}}", "{n, plural, =1 {x} few", "{", "}", "{n, plural, other {{s, select, a {}}}}", "'{", "{0}",
    String(repeating: "{n, plural, other {", count: 2_000),
  ])
  func `a text that was never checked is refused where it cannot be followed`(text: String) throws {
    let error = try #require(throws: MessageFormatError.self) {
      try MessagePattern.format(text, locale: "en", ["n": 5, "s": "x"])
    }
    #expect(error.code == .invalidPattern)
  }
}
