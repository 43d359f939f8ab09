import Testing

@testable import RegistrySearch

/// Tests the forms in which symbols are written.
@Suite struct SymbolWordsTests {
  @Test(arguments: [
    ("insufficientBalance", "insufficient Balance"), ("OTPSendingFailed", "OTP Sending Failed"),
    ("FileMD5", "File MD5"),
  ])
  func `camel case is split into words`(text: String, words: String) { #expect(SymbolWords.split(text) == words) }

  @Test(arguments: ["balance", "BALANCE", "Insufficient balance", "", "رصيد"])
  func `other texts are not split`(text: String) { #expect(SymbolWords.split(text) == nil) }

  @Test func `only a text of ASCII without spaces has the form of a symbol`() {
    for text in ["OTP_SENDING_FAILED", "otp_", "insufficientBalance", "FAILED"] {
      #expect(SymbolWords.isSymbolic(text))
    }
    for text in ["删失败", "رصيد", "INSUFFICIENT BALANCE", "failed"] { #expect(!SymbolWords.isSymbolic(text)) }
  }

  @Test func `a query can be a symbol, or contain one`() {
    #expect(SymbolWords.symbols(in: "otp-sending failed").whole == "OTP_SENDING_FAILED")
    #expect(SymbolWords.symbols(in: "رمز OTP").whole == nil)
    #expect(SymbolWords.symbols(in: "E: OTP_SENDING_FAILED id=3").inside == ["OTP_SENDING_FAILED"])
    #expect(SymbolWords.symbols(in: "it has failed").inside.isEmpty)
  }

  @Test func `the beginning of a symbol and some of its words are found`() throws {
    let symbol = [Letter](folding: "INVALID_OTP_TYPE")
    let start = try #require(SymbolWords.score([Letter](folding: "invalid ot"), in: symbol))
    let words = try #require(SymbolWords.score([Letter](folding: "type otp"), in: symbol))
    #expect(start > words)
    #expect(SymbolWords.score([Letter](folding: "the type of the OTP is invalid"), in: symbol) != nil)
    #expect(SymbolWords.score([Letter](folding: "otp kind"), in: symbol) == nil)
  }
}
