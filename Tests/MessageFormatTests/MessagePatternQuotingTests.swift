import MessageFormat
import Testing

@Suite struct MessagePatternQuotingTests {
  @Test(arguments: [
    ("It's done.", "It's done."), ("", ""), ("Use {name} now", "Use '{name}' now"), ("it''s", "it''''s"),
    ("{'{", "'{''{'"), ("a'{b}'s", "a'''{b}'''s"), ("}", "'}'"), ("%s of %d", "%s of %d"),
  ])
  func `a text is quoted no more than it needs`(text: String, pattern: String) throws {
    #expect(MessagePattern.quoting(text) == pattern)
    #expect(try MessagePattern(pattern).format() == text)
  }

  @Test func `every text of up to six braces, apostrophes and letters is shown exactly`() throws {
    var texts = [""]
    var count = 0
    for _ in 1...6 {
      texts = texts.flatMap { text in ["{", "}", "'", "a"].map { text + $0 } }
      for text in texts {
        let pattern = try MessagePattern(MessagePattern.quoting(text))
        #expect(pattern.arguments.isEmpty)
        #expect(try pattern.format() == text)
        count += 1
      }
    }
    #expect(count == 5_460)
  }
}
