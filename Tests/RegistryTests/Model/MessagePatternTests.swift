import Registry
import Testing

@Suite struct MessagePatternTests {
  @Test(
    arguments: [
      ("plain", [.literal("plain")]), ("", []),
      ("{amount}", [.argument("amount")]),
      ("a {b} c {b}{_d1}", [.literal("a "), .argument("b"), .literal(" c "), .argument("b"), .argument("_d1")]),
      ("it''s", [.literal("it's")]), ("it's", [.literal("it's")]), ("'{'amount'}'", [.literal("{amount}")]),
      ("'{a''b}' {c}", [.literal("{a'b} "), .argument("c")]),
      ("''{x}''", [.literal("'"), .argument("x"), .literal("'")]),
      ("الرصيد {amount} فقط", [.literal("الرصيد "), .argument("amount"), .literal(" فقط")]), ("x'", [.literal("x'")]),
    ] as [(String, [MessagePattern.Part])])
  func `a pattern has literal text and named arguments`(text: String, parts: [MessagePattern.Part]) throws {
    #expect(try MessagePattern(text).parts == parts)
  }

  @Test(arguments: [
    ("{", 1), ("a}", 2), ("ab{}", 3), ("{a b}", 1), ("{1a}", 1), ("{a,number}", 1), ("عع{ع}", 3), ("x '{ y", 3),
    ("{a{b}}", 1),
    ("{a}}", 4), ("{ a }", 1), ("👩‍👩‍👧{", 6),
  ])
  func `any other brace is an error at its scalar`(text: String, position: Int) {
    let error = #expect(throws: RegistryError.self) { try MessagePattern(text) }
    #expect(error?.code == .invalidPattern)
    #expect(error?.message.contains(" at character \(position).") == true)
  }

  @Test func `arguments are named once, in the order of first use`() throws {
    #expect(try MessagePattern("{b}{a} {b} '{c}'").arguments == ["b", "a"])
  }
}
