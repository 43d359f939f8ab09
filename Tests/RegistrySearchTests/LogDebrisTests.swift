import Testing

@testable import RegistrySearch

/// Tests that what logs do to a text is undone, and that other texts are left alone.
@Suite struct LogDebrisTests {
  @Test(arguments: [
    ("\\u0631\\u0635\\u064a\\u062f", "رصيد"), ("a\\u0020b\\nc", "a b c"), ("\\uD83D\\uDE42!", "🙂!"), ("\\xe9", "é"),
  ])
  func `escapes are replaced by what they stand for`(text: String, plain: String) {
    #expect(LogDebris.unescaped(text) == plain)
  }

  @Test(arguments: ["", "C:\\users", "\\u12", "\\uZZZZ", "\\"])
  func `a text without escapes has none`(text: String) { #expect(LogDebris.unescaped(text) == nil) }

  @Test func `half of a pair of surrogates does not trap`() {
    #expect(LogDebris.unescaped("\\uD83D x") == "\u{FFFD} x")
  }

  @Test(arguments: [
    ("%D8%B1%D8%B5%D9%8A%D8%AF+x", "رصيد x"), ("a%20b", "a b"), ("%E4%BD%99%E9%A2%9D", "余额"),
  ])
  func `percent-encoding is decoded`(text: String, plain: String) { #expect(LogDebris.percentDecoded(text) == plain) }

  @Test(arguments: ["100%", "50%25", "5 % of", "%zz", "%"])
  func `a percentage is no encoding`(text: String) { #expect(LogDebris.percentDecoded(text) == nil) }

  @Test(arguments: [("Ø§Ù„Ø±ØµÙŠØ¯", "الرصيد"), ("Ã©tÃ©", "été"), ("ä½\u{99}é¢\u{9D} x", "余额 x"), ("â‚¬5", "€5")])
  func `UTF-8 that was read in another encoding is read again`(text: String, plain: String) {
    #expect(LogDebris.reread(text) == plain)
  }

  @Test(arguments: ["été", "balance", "رصيد", "余额", "Ø", ""])
  func `a text that was read correctly stays`(text: String) { #expect(LogDebris.reread(text) == nil) }

  @Test func `Arabic in the order of display is reversed, and its numbers are not`() {
    #expect(LogDebris.reversed("OTP 1402 ديصر") == "رصيد 1402 OTP")
    #expect(LogDebris.reversed("balance") == nil)
  }
}
