import RegistryCatalog
import Testing

struct CleanedTextTests {
  @Test(arguments: [
    ("\u{200F}نص", "نص", ["U+200F at the start"]), ("نص\u{200E}", "نص", ["U+200E at the end"]),
    (
      "\u{FEFF}\u{200F}نص\u{200F}\u{200F}", "نص",
      ["U+FEFF at the start", "U+200F at the start", "U+200F at the end"]
    ),
    ("\u{2068}نص\u{2069}", "نص", ["U+2068 and U+2069 around it"]),
    (
      "\u{200F}\u{2067}نص\u{200E}\u{2069}", "نص",
      ["U+200F at the start", "U+2067 and U+2069 around it", "U+200E at the end"]
    ),
    (" \u{2068}نص\u{2069} ", " نص ", ["U+2068 and U+2069 around it"]), ("نص\u{200F} ", "نص ", ["U+200F at the end"]),
    ("\u{200B}نص\u{2060}", "نص", ["U+200B at the start", "U+2060 at the end"]),
    ("\u{200B}\u{200B}余额 \u{200B}", "余额 ", ["U+200B at the start", "U+200B at the end"]),
    ("\u{2068}\u{200B}نص\u{2069}", "نص", ["U+200B at the start", "U+2068 and U+2069 around it"]),
    ("\u{200D}a\u{FE0F}\u{200C}", "a\u{FE0F}", ["U+200D at the start", "U+200C at the end"]),
    ("\u{2068}\u{2068}a\u{2069}\u{2069}", "\u{2068}a\u{2069}", ["U+2068 and U+2069 around it"]),
  ])
  func `what copying adds is removed and named`(text: String, remains: String, removed: [String]) {
    let cleaned = TextRules.cleaned(text)
    #expect(Array(cleaned.text.utf8) == Array(remains.utf8))
    #expect(cleaned.removed == removed)
  }

  @Test(arguments: [
    "", "a", "  padded  ", "\u{2068}OTP\u{2069} غير صحيح", "رمز \u{2068}OTP\u{2069}",
    "\u{2068}a\u{2069}b\u{2068}c\u{2069}", "ل\u{200D}ا", "a\u{200F}b", "\u{2068}open", "close\u{2069}",
    "న్\u{200C}", "\u{200D}ها", "ه\u{200D}", "❤️", "a\u{200B}b",
    "\u{FEFF}", "\u{2068} \u{200F}\u{2069}",
  ])
  func `everything else is kept to the byte`(text: String) {
    let cleaned = TextRules.cleaned(text)
    #expect(Array(cleaned.text.utf8) == Array(text.utf8))
    #expect(cleaned.removed.isEmpty)
  }

  @Test(arguments: [
    "\u{200B}", "\u{FEFF}", " \u{2060}\u{3000}", "\u{AD}", "\u{2068}\u{2069}", "\u{3164}", "\u{2800}", "\u{200F}",
  ])
  func `a text that shows nothing is refused`(text: String) throws {
    let error = try #require(throws: RegistryError.self) { try TextRules.validateMessage(text) }
    #expect(error.code == .invalidText)
    #expect(error.message.hasPrefix("The text shows nothing"), "\(error.message)")
  }

  @Test func `the place of a mark is named in words that are seen, with advice that can be followed`() throws {
    let error = try #require(throws: RegistryError.self) { try TextRules.validateMessage("الرصيد غير\u{200F} كافٍ") }
    #expect(
      error.message
        == "The text contains U+200F at character 11 after 'الرصيد غير', which can make text look like other text.")
    #expect(error.remedy?.description.hasPrefix("Remove it.") == true)
  }
}
