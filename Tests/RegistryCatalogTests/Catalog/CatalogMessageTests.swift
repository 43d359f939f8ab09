import RegistryCatalog
import RegistryTestSupport
import Testing

struct CatalogMessageTests {
  /// The message of 1402 in Arabic, with another text.
  private func message(_ text: String, _ language: String = "ar") throws -> Catalog.Message {
    let release = try SnapshotFixture().release("2.0", text: text, of: 1402, in: language)
    return try #require(try release.catalog().message(for: 1402, in: [language]))
  }

  @Test func `arguments are filled in by name, each isolated, in whatever order they stand`() throws {
    let message = try message("رصيدك {balance} ولا يكفي لدفع {amount}، بل {amount} كاملة")
    let text = try message.format(["amount": "12.50 SAR", "balance": "3.00 SAR", "unused": "x"])
    #expect(
      text
        == "رصيدك \u{2068}3.00 SAR\u{2069} ولا يكفي لدفع \u{2068}12.50 SAR\u{2069}، بل \u{2068}12.50 SAR\u{2069} كاملة")
  }

  @Test func `a missing argument is named, all of them`() throws {
    let message = try message("余额 {balance} 不足以支付 {amount}，{balance}", "zh-Hans")
    let error = try #require(throws: RegistryError.self) { try message.format(["other": "1"]) }
    #expect(error.code == .missingArgument)
    #expect(error.message == "The text of 1402 in zh-Hans needs {balance}, {amount}.")
    #expect(throws: RegistryError.self) { try message.format(["amount": "1"]) }
    #expect(throws: RegistryError.self) { try message.format() }
  }

  @Test func `a value is never read as a pattern`() throws {
    let text = try message("Pay {amount} now", "en").format(["amount": "{amount} '{' \u{2069}\u{202E}"])
    #expect(text == "Pay \u{2068}{amount} '{' \u{202E}\u{2069} now")
  }

  @Test func `quotes are resolved, and a text without arguments needs none`() throws {
    #expect(try message("Don't use '{braces}' or ''quotes''", "en").format() == "Don't use {braces} or 'quotes'")
    #expect(try message("الرصيد غير كافٍ").format(["amount": "1"]) == "الرصيد غير كافٍ")
  }

  @Test func `an isolated text keeps its direction whatever it begins with`() throws {
    #expect(try message("رمز OTP غير صحيح").isolated == "\u{2068}رمز OTP غير صحيح\u{2069}")
    #expect(try message("OTP غير صحيح").isolated == "\u{2068}\u{200F}OTP غير صحيح\u{2069}")
    #expect(try message("余额不足", "zh-Hans").isolated == "\u{2068}余额不足\u{2069}")
  }
}
