import Testing

@testable import MessageFormat

struct MessageNumberTests {
  @Test(arguments: ["0", "1", "-1", "1.0", "12.50", "-0.5", "0.001", "-0", "123456789012345678901234567890.123456"])
  func `a number keeps each digit that it was written with`(text: String) throws {
    #expect(try #require(MessageNumber(text)).description == text)
  }

  @Test(arguments: [
    "", "-", ".", "1.", ".5", "1.2.3", "1,5", "1e3", " 1", "1 ", "٣", "０", "0x1", "--1", "NaN", "∞",
    "1234567890123456789012345678901234567", "0.1234567890123456789",
  ])
  func `a text that is not a number in ASCII digits is refused`(text: String) {
    #expect(MessageNumber(text) == nil)
  }

  @Test func `an amount is made from its smallest unit`() {
    #expect(MessageNumber(1250, fractionDigits: 2).description == "12.50")
    #expect(MessageNumber(-5, fractionDigits: 3).description == "-0.005")
    #expect(MessageNumber(Int.min, fractionDigits: 99).description == "-9.223372036854775808")
    #expect(MessageNumber(7, fractionDigits: -1).description == "7")
  }

  @Test func `numbers with equal values and other digits are different, and equal in value`() throws {
    let (one, precise) = (MessageNumber(1), try #require(MessageNumber("1.00")))
    #expect(one != precise)
    #expect(one.isEqualInValue(to: precise))
    #expect(try #require(MessageNumber("-0")).isEqualInValue(to: 0))
    #expect(!MessageNumber(-1).isEqualInValue(to: 1))
  }

  @Test(arguments: [
    ("5", 1, "4"), ("0", 1, "-1"), ("1.5", 2, "-0.5"), ("-3", -5, "2"), ("0.50", 0, "0.50"),
    ("999999999999999999999999999999999999", -999_999_999, "1000000000000000000000000000999999998"),
  ])
  func `an offset is subtracted, and the fraction digits stay`(text: String, offset: Int, difference: String) throws {
    #expect(try #require(MessageNumber(text)).subtracting(offset).description == difference)
  }

  @Test(arguments: [("0.5", "0"), ("1.5", "2"), ("2.5", "2"), ("2.51", "3"), ("-1.5", "-2"), ("7", "7")])
  func `a number is rounded half to even`(text: String, rounded: String) throws {
    #expect(try #require(MessageNumber(text)).rounded().description == rounded)
  }
}
