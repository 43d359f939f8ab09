import Registry
import Testing

@Suite struct TextRulesTests {
  private func refusal(_ body: () throws(RegistryError) -> Void) -> RegistryError? {
    do {
      try body()
      return nil
    } catch { return error }
  }

  @Test(arguments: [0x00, 0x09, 0x0A, 0x0D, 0x1B, 0x7F, 0x80, 0x85, 0x9F, 0x2028, 0x2029] as [UInt32])
  func `a control character is refused with its name and place`(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    let error = try #require(refusal { () throws(RegistryError) in try TextRules.message("عa\(scalar)") })
    #expect(error.code == .invalidText)
    #expect(error.message.contains(" at character 3"))
  }

  @Test(arguments: [0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E] as [UInt32])
  func `a bidi control that is no isolate is refused`(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(refusal { () throws(RegistryError) in try TextRules.message("a\(scalar)b") }?.code == .invalidText)
  }

  @Test(arguments: ["\u{2068}a\u{2069}", "\u{2067}\u{2066}a\u{2069}\u{2069}b", "a\u{2066}\u{2069}"])
  func `balanced isolates are accepted`(text: String) {
    #expect(refusal { () throws(RegistryError) in try TextRules.message(text) } == nil)
  }

  @Test(arguments: ["\u{2068}a", "a\u{2069}", "\u{2069}\u{2068}", "\u{2068}\u{2068}a\u{2069}"])
  func `unbalanced isolates are refused`(text: String) {
    #expect(refusal { () throws(RegistryError) in try TextRules.message(text) }?.code == .invalidText)
  }

  @Test(arguments: ["\u{200C}", "\u{200D}", "\u{FEFF}a", "ل\u{200D}", "\u{AD}a", "👩‍👩‍👧", "a\u{301}"])
  func `joiners and marks are kept`(text: String) {
    #expect(refusal { () throws(RegistryError) in try TextRules.message(text) } == nil)
  }

  @Test func `length is counted in scalars`() {
    let longest = String(repeating: "e\u{301}", count: 2_000)
    #expect(refusal { () throws(RegistryError) in try TextRules.message(longest) } == nil)
    #expect(refusal { () throws(RegistryError) in try TextRules.message(longest + "e") }?.code == .invalidText)
  }

  @Test(arguments: [
    ([] as [UInt8], nil as Int?), (Array("عربي".utf8), nil), ([0x61, 0xFF], 1), ([0xC3], 0),
    ([0x61, 0xE0, 0x80, 0x80], 1),
    ([0xED, 0xBF, 0xBF], 0), ([0xF0, 0x9F, 0x98, 0x80, 0x80], 4), ([0xF4, 0x90, 0x80, 0x80], 0),
  ])
  func `bytes are decoded strictly, and the first wrong one is named`(bytes: [UInt8], offset: Int?) {
    let error = refusal { () throws(RegistryError) in _ = try TextRules.decode(bytes) }
    if let offset { #expect(error?.message.contains("byte \(offset) ") == true) } else { #expect(error == nil) }
  }
}
