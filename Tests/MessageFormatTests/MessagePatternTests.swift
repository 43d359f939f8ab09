import Testing

@testable import MessageFormat

struct MessagePatternTests {
  static let patterns: [(text: String, parts: [MessagePattern.Part])] = [
    ("plain", [.literal("plain")]),
    ("{amount}", [.argument("amount")]),
    (
      "Pay {amount} to {_payee2}.",
      [.literal("Pay "), .argument("amount"), .literal(" to "), .argument("_payee2"), .literal(".")]
    ),
    ("{a}{b}", [.argument("a"), .argument("b")]),
    (
      "المبلغ {amount} غير كافٍ",
      [.literal("المبلغ "), .argument("amount"), .literal(" غير كافٍ")]
    ),
    // ICU, mode DOUBLE_OPTIONAL.
    ("It's", [.literal("It's")]),
    ("It''s", [.literal("It's")]),
    ("'{'", [.literal("{")]),
    ("'}'", [.literal("}")]),
    ("'{name}'", [.literal("{name}")]),
    ("'{''}' {x}", [.literal("{'} "), .argument("x")]),
    ("''{x}''", [.literal("'"), .argument("x"), .literal("'")]),
    ("a '{b}' c", [.literal("a {b} c")]),
    ("'", [.literal("'")]),
    ("''", [.literal("'")]),
    ("'''{'", [.literal("'{")]),
    ("x'y'z", [.literal("x'y'z")]),
    ("a'", [.literal("a'")]),
  ]

  @Test(arguments: patterns)
  func `a text is read as ICU reads it`(text: String, parts: [MessagePattern.Part]) throws {
    #expect(try MessagePattern(text).parts == parts)
  }

  static let mistakes: [(text: String, reason: String, position: Int)] = [
    ("{", "a '{' that is not closed", 1), ("ab {cd", "a '{' that is not closed", 4),
    ("}", "an unmatched '}'", 1), ("{a}}", "an unmatched '}'", 4),
    ("{}", "braces without an argument name", 1), ("{ a}", "braces without an argument name", 1),
    ("{a b}", "braces without an argument name", 1),
    ("{0}", "braces without an argument name", 1), ("{1st}", "braces without an argument name", 1),
    ("{مبلغ}", "braces without an argument name", 1),
    ("{n, plural, other {x}}", "braces without an argument name", 1), ("{a{b}}", "braces without an argument name", 1),
    ("x '{ never closed", "an unterminated quote", 3), ("'{''", "an unterminated quote", 1),
    ("e\u{301}😀{", "a '{' that is not closed", 4),
  ]

  @Test(arguments: mistakes)
  func `a brace or quote that means nothing is refused with its position`(
    text: String, reason: String, position: Int
  ) throws {
    let error = try #require(throws: MessageFormatError.self) { try MessagePattern(text) }
    #expect(error.code == .invalidPattern)
    #expect(error.position == position)
    #expect(error.message.contains(reason), "\(error.message)")
    #expect(error.message.contains("at character \(position)."), "\(error.message)")
  }

  @Test func `arguments are named once, in the order of first use`() throws {
    #expect(try MessagePattern("{b} {a} {b} '{c}'").arguments == ["b", "a"])
    #expect(try MessagePattern("none").arguments == [])
  }
}
