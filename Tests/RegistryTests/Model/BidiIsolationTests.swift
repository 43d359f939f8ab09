import Testing

@testable import Registry

struct BidiIsolationTests {
  @Test(
    arguments: [
      ("", nil), ("123 + 4.5 %", nil), ("abc", .leftToRight), ("12 abc", .leftToRight), ("余额不足", .leftToRight),
      ("الرصيد", .rightToLeft), ("٣ الرصيد OTP", .rightToLeft), ("OTP غير صحيح", .leftToRight), ("שלום", .rightToLeft),
      ("\u{200F}abc", .rightToLeft), ("\u{2068}abc\u{2069} الرصيد", .rightToLeft), ("{amount} الرصيد", .leftToRight),
      ("\u{064B}abc", .leftToRight),
    ] as [(String, Direction?)])
  func `the first letter that has a direction decides`(text: String, direction: Direction?) {
    #expect(BidiIsolation.firstStrongDirection(of: text) == direction)
  }

  @Test(arguments: [
    ("Done", Direction.leftToRight, "\u{2068}Done\u{2069}"), ("تم", .rightToLeft, "\u{2068}تم\u{2069}"),
    // The first letter is Latin, the text is not.
    ("OTP غير صحيح", .rightToLeft, "\u{2068}\u{200F}OTP غير صحيح\u{2069}"),
    ("الرصيد: not enough", .leftToRight, "\u{2068}\u{200E}الرصيد: not enough\u{2069}"),
    ("12", .rightToLeft, "\u{2068}\u{200F}12\u{2069}"), ("12", .leftToRight, "\u{2068}12\u{2069}"),
  ])
  func `a text is isolated in its own direction`(text: String, direction: Direction, expected: String) {
    #expect(Array(BidiIsolation.isolated(text, direction: direction).utf8) == Array(expected.utf8))
  }

  @Test(arguments: [
    ("a\u{2069}b", "ab"), ("\u{2069}\u{2069}", ""), ("\u{2067}a", "\u{2067}a\u{2069}"),
    ("\u{2066}a\u{2068}b", "\u{2066}a\u{2068}b\u{2069}\u{2069}"), ("\u{2068}a\u{2069}\u{2069}", "\u{2068}a\u{2069}"),
    ("\u{2068}a\u{2069}", "\u{2068}a\u{2069}"),
  ])
  func `a value cannot end the isolate around it, nor leave one open`(value: String, inside: String) {
    #expect(Array(BidiIsolation.isolated(value).utf8) == Array("\u{2068}\(inside)\u{2069}".utf8))
  }
}
