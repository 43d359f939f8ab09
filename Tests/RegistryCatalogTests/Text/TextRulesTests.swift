import RegistryCatalog
import Testing

struct TextRulesTests {
  @Test(arguments: [
    "Success", "a", "  padded  ", "تم التنفيذ بنجاح", "رقم ‌متصل", "成功（敏感信息）", "👩‍👩‍👧", "e\u{301}",
    "\u{2068}OTP\u{2069} غير صحيح", "\u{2067}أ\u{2066}b\u{2069}\u{2069}", "It's {amount}", "\u{10FFFF}",
    String(repeating: "字", count: 4_000),
  ])
  func `a good message is accepted`(text: String) throws {
    try TextRules.validateMessage(text)
  }

  @Test(arguments: ["", " ", "\t", "\u{3000}", "\u{A0}\u{2003}"])
  func `a message without a visible character is refused as empty`(text: String) throws {
    let error = try #require(throws: RegistryError.self) { try TextRules.validateMessage(text) }
    #expect(error.code == .invalidText)
    #expect(error.message == "The text is empty.")
  }

  @Test func `the length counts Unicode scalars, at most 4000`() throws {
    // 2,000 letters with an accent of their own: 2,000 characters for people, 4,000 scalars.
    try TextRules.validateMessage(String(repeating: "e\u{301}", count: 2_000))
    let error = try #require(throws: RegistryError.self) {
      try TextRules.validateMessage(String(repeating: "e\u{301}", count: 2_000) + "x")
    }
    #expect(error.code == .invalidText)
    #expect(error.message == "The text is longer than 4000 characters.")
  }

  @Test(arguments: Array(0x00...0x1F) + Array(0x7F...0x9F) + [0x2028, 0x2029] as [UInt32])
  func `a control character is refused and named`(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    let error = try #require(throws: RegistryError.self) { try TextRules.validateMessage("ab\(scalar)c") }
    #expect(error.code == .invalidText)
    #expect(error.message.contains("at character 3"), "\(error.message)")
    let digits = String(value, radix: 16, uppercase: true)
    #expect(error.message.contains("U+\(String(repeating: "0", count: 4 - digits.count))\(digits)"))
    #expect(!error.message.unicodeScalars.contains(scalar), "the refusal itself is safe to print")
  }

  @Test(arguments: [0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E] as [UInt32])
  func `a bidi control that isolates nothing is refused`(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    let error = try #require(throws: RegistryError.self) { try TextRules.validateMessage("a\(scalar)b") }
    #expect(error.code == .invalidText)
    #expect(error.message.contains("at character 2"))
    #expect(error.message.contains("can make text look like other text"), "it says why")
  }

  @Test func `every invisible character without a use is refused, and no other one`() {
    var wrong: [UInt32] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), !(0x2066...0x2069).contains(value) else { continue }
      let isBidiControl = value == 0x061C || (0x200E...0x200F).contains(value) || (0x202A...0x202E).contains(value)
      let properties = scalar.properties
      let isSelector = (0xFE00...0xFE0F).contains(value) || (0xE0100...0xE01EF).contains(value)
      let isUseless = properties.isDefaultIgnorableCodePoint && !isBidiControl && !isSelector || value == 0x2800
      let isRefused = (try? TextRules.requireVisible("1\(scalar)1")) == nil
      if isRefused != isUseless { wrong.append(value) }
    }
    #expect(wrong.isEmpty, "\(wrong.map { String($0, radix: 16) })")
  }

  @Test(arguments: [
    "\u{2068}open", "close\u{2069}", "\u{2069}\u{2068}", "\u{2066}\u{2067}a\u{2069}", "\u{2066}a\u{2069}\u{2069}",
  ])
  func `isolates that do not balance are refused`(text: String) throws {
    let error = try #require(throws: RegistryError.self) { try TextRules.validateMessage(text) }
    #expect(error.code == .invalidText)
  }

  @Test func `a brace that is no argument is refused with its position`() throws {
    let error = try #require(throws: RegistryError.self) { try TextRules.validateMessage("قيمة {} هنا") }
    #expect(error.code == .invalidPattern)
    #expect(error.message.contains("at character 6"))
  }

  @Test func `a line is held to the same rules, but is no pattern`() throws {
    try TextRules.validateLine("{ anything } 100%", name: "The note", limit: 20)
    let long = try #require(throws: RegistryError.self) {
      try TextRules.validateLine("123456", name: "The note", limit: 5)
    }
    #expect(long.message == "The note is longer than 5 characters.")
    for bad in ["", "two\nlines", "\u{202E}x"] {
      let error = try #require(throws: RegistryError.self) {
        try TextRules.validateLine(bad, name: "The note", limit: 5)
      }
      #expect(error.code == .invalidText)
      #expect(error.message.hasPrefix("The note"))
    }
  }

  @Test(arguments: [
    ("FF", 0), ("61FF", 1), ("61E282", 1), ("E282ACC0AF", 3), ("F09F9880EDA080", 4), ("F4908080", 0), ("C3A9C3", 2),
  ])
  func `bytes that are not UTF-8 are refused with the offset of the first wrong one`(
    hexadecimal: String, offset: Int
  ) throws {
    let error = try #require(throws: RegistryError.self) { try TextRules.decode(bytes(hexadecimal)) }
    #expect(error.code == .invalidText)
    #expect(error.message == "The text is not UTF-8: byte \(offset) is invalid.")
  }

  @Test(arguments: ["", "abc", "نص", "😀\u{0}"])
  func `UTF-8 is decoded to the letter`(text: String) throws {
    #expect(Array(try TextRules.decode(Array(text.utf8)).utf8) == Array(text.utf8))
  }

  private func bytes(_ hexadecimal: String) -> [UInt8] {
    let digits = Array(hexadecimal)
    return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...($0 + 1)]), radix: 16) }
  }
}
