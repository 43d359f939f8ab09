import Testing

@testable import MessageFormat

struct BidiIsolationTests {
  @Test(
    arguments: [
      ("", nil), ("123 + 4.5 %", nil), ("abc", false), ("12 abc", false), ("余额不足", false),
      ("الرصيد", true), ("٣ الرصيد OTP", true), ("OTP غير صحيح", false), ("שלום", true),
      ("\u{200F}abc", true), ("\u{2068}abc\u{2069} الرصيد", true), ("{amount} الرصيد", false),
      ("\u{064B}abc", false),
    ] as [(String, Bool?)])
  func `the first letter that has a direction decides`(text: String, isRightToLeft: Bool?) {
    #expect(BidiIsolation.beginsRightToLeft(text) == isRightToLeft)
  }

  @Test(arguments: [
    ("Done", false, "\u{2068}Done\u{2069}"), ("تم", true, "\u{2068}تم\u{2069}"),
    // The first letter is Latin, the text is not.
    ("OTP غير صحيح", true, "\u{2068}\u{200F}OTP غير صحيح\u{2069}"),
    ("الرصيد: not enough", false, "\u{2068}\u{200E}الرصيد: not enough\u{2069}"),
    ("12", true, "\u{2068}\u{200F}12\u{2069}"), ("12", false, "\u{2068}12\u{2069}"),
  ])
  func `a text is isolated in its own direction`(text: String, isRightToLeft: Bool, expected: String) {
    #expect(Array(BidiIsolation.isolated(text, isRightToLeft: isRightToLeft).utf8) == Array(expected.utf8))
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
