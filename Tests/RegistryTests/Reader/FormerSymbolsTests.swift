import Registry
import Testing

/// Tests `RegistryReader.formerSymbols`.
@Suite struct FormerSymbolsTests {
  @Test func `former symbols are listed by the number of the code, the newest first`() throws {
    let fixture = try RegistryFixture()
    #expect(try fixture.open(.reading).read { try $0.formerSymbols() }.isEmpty)
    for symbol in ["LOW_BALANCE", "BALANCE_TOO_LOW"] {
      try fixture.edit { (editor) throws(RegistryError) in
        try editor.editCode("1402") { $0.symbol = symbol }
      }
    }
    #expect(
      try fixture.open(.reading).read { try $0.formerSymbols() } == [1402: ["LOW_BALANCE", "INSUFFICIENT_BALANCE"]])
  }
}
