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
    ("{}", "braces without an argument name", 1), ("{a b}", "braces without an argument name", 1),
    ("{0}", "braces without an argument name", 1), ("{1st}", "braces without an argument name", 1),
    ("{مبلغ}", "braces without an argument name", 1), ("{a{b}}", "braces without an argument name", 1),
    ("x '{ never closed", "an unterminated quote", 3), ("'{''", "an unterminated quote", 1),
    ("e\u{301}😀{", "a '{' that is not closed", 4),
    ("{n, plural}", "the type 'plural' without forms", 5), ("{n, select", "a '{' that is not closed", 1),
    ("{n, plural, one {x}}", "a plural without the form 'other'", 1),
    ("{n, select, a {x}}", "a select without the form 'other'", 1), ("{n, plural, }", "a plural without", 1),
    ("{n, plural, other {x}", "a '{' that is not closed", 1), ("{n, plural, other {x", "a '{' that is not closed", 1),
    ("{n, plural, other}", "'other' without a text in braces", 13),
    ("{n, plural, one {a} one {b} other {c}}", "a form twice", 21),
    ("{n, plural, =1 {a} =1.0 {b} other {c}}", "a form twice", 20),
    ("{n, plural, =0 {a} =-0 {b} other {c}}", "a form twice", 20),
    ("{n, plural, few {a} other {c}}", "the form 'few', which the language en never uses,", 13),
    ("{n, selectordinal, many {a} other {c}}", "the form 'many', which the language en never uses,", 20),
    ("{n, plural, zweo {a} other {c}}", "the form 'zweo', which is not a plural form,", 13),
    ("{n, plural, = {a} other {c}}", "'=' without a number", 13),
    ("{n, plural, =x {a} other {c}}", "'=' without a number", 13),
    ("{n, plural, offset:x other {c}}", "an offset that is not an integer", 20),
    ("{n, plural, offset:1.5 other {c}}", "'.' in the place of a form", 21),
    ("{n, choice, 0#a|1#b}", "the type 'choice', which is not supported,", 5),
    ("{n, date}", "the type 'date', which is not supported,", 5), ("{n, NUMBER}", "the type 'NUMBER', which is not", 5),
    ("{n, number, currency}", "a number style that is not supported", 13),
    ("{n, number, #,##0.00}", "a number style that is not supported", 13),
    ("{n, plural, other {{s, select, other {#}}}}", "'#' in a select that is inside a plural", 39),
    ("{n, plural, other {x}} {n, select, other {y}}", "{n} both as a number and as a select", 24),
    (
      String(repeating: "{n, plural, other {", count: 9) + String(repeating: "}}", count: 9),
      "more than 8 plurals and selects in each other", 153
    ),
  ]

  @Test(arguments: mistakes)
  func `a mistake is refused with its position, and with what to write instead`(
    text: String, reason: String, position: Int
  ) throws {
    let error = try #require(throws: MessageFormatError.self) { try MessagePattern(text, locale: "en") }
    #expect(error.code == .invalidPattern)
    #expect(error.position == position)
    #expect(error.message.contains(reason), "\(error.message)")
    #expect(error.message.contains("at character \(position)."), "\(error.message)")
    #expect(error.suggestion != nil)
  }

  @Test func `arguments are named once, in the order of first use`() throws {
    #expect(try MessagePattern("{b} {a} {b} '{c}'").arguments == ["b", "a"])
    #expect(try MessagePattern("none").arguments == [])
  }

  @Test func `spaces and direction marks between the words of an argument mean nothing`() throws {
    let text = "{\u{200F} n , PLURAL , offset: 1 =1{a} other\u{200F}{#} }"
    #expect(
      try MessagePattern(text, locale: "ar").parts == [
        .forms(
          .init(
            name: "n", choice: .plural(.cardinal, offset: 1),
            forms: [
              .init(selector: .exact(1), parts: [.literal("a")]), .init(selector: .keyword("other"), parts: [.pound]),
            ]))
      ])
  }

  /// The test string of ICU's TestApostropheInPluralAndSelect, with names in the place of numbers.
  @Test func `apostrophes quote in a plural and in a select as in ICU`() throws {
    let text = "abc_{a,plural,other{#'#'#'{'#''}}_def_{b,select,other{sel'}'ect''}}_xyz"
    #expect(
      try MessagePattern(text, locale: "en").format(["a": 3, "b": "x"])
        == "abc_\u{2068}3\u{2069}#\u{2068}3\u{2069}{\u{2068}3\u{2069}'_def_sel}ect'_xyz")
  }

  @Test func `a number sign is literal outside of plurals`() throws {
    #expect(try MessagePattern("# {s, select, other {#}} '#'").parts.first == .literal("# "))
    #expect(try MessagePattern("no. #1").parts == [.literal("no. #1")])
  }

  @Test func `a language that CLDR does not know may have every form, and no other words`() throws {
    let text = "{n, plural, zero {} one {} two {} few {} many {} other {}}"
    #expect(try MessagePattern(text).arguments == ["n"])
    #expect(throws: MessageFormatError.self) { try MessagePattern("{n, plural, three {} other {}}") }
  }

  @Test func `an argument has the kind that one of its uses needs`() throws {
    let text = "{a} {n} {n, plural, other {{n, number} {a} {s, select, x {{b}} other {}}}} {s}"
    let pattern = try MessagePattern(text, locale: "en")
    #expect(pattern.arguments == ["a", "n", "s", "b"])
    #expect(pattern.argumentKinds == ["a": .any, "n": .number, "s": .choice, "b": .any])
  }

  @Test func `a text of 4,000 characters is parsed or refused whatever it contains`() {
    let pieces = [
      "{", "}", "'", "''", "{a}", "{n,plural,other{", "#", "=1{", "{s,select,a{}", "k{}", "\u{200F}", "😀", "'{",
    ]
    for piece in pieces {
      for start in ["", "{n, plural, ", "{s, select, other {"] {
        let text = start + String(repeating: piece, count: 4_000 / piece.count)
        do throws(MessageFormatError) {
          let pattern = try MessagePattern(text, locale: "ar")
          for values in pattern.sampleArguments(limit: 2) { #expect(throws: Never.self) { try pattern.format(values) } }
        } catch {
          #expect((1...4_020).contains(error.position ?? 0), "\(error)")
        }
      }
    }
  }
}
