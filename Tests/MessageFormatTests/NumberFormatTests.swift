import Testing

@testable import MessageFormat

struct NumberFormatTests {
  /// The text of a number without its isolate.
  private func text(
    _ number: String, _ locale: String, _ style: String = "", _ system: NumberingSystem = .latn
  ) throws -> String {
    let value = try #require(MessageNumber(number))
    let text = try MessagePattern("{n, number\(style)}", locale: locale)
      .format(["n": .number(value)], numberingSystem: system)
    #expect(text.unicodeScalars.first == "\u{2068}" && text.unicodeScalars.last == "\u{2069}")
    return String(text.unicodeScalars.dropFirst().dropLast())
  }

  @Test(arguments: [
    ("1234567.5", "en", "1,234,567.5"), ("1234567.5", "ar", "1,234,567.5"), ("1234567.5", "zh-Hans", "1,234,567.5"),
    ("1234567.5", "fr", "1\u{202F}234\u{202F}567,5"), ("1234567", "hi", "12,34,567"), ("1234567", "de-CH", "1'234'567"),
    ("1234", "es", "1234"), ("12345", "es", "12.345"), ("1234", "es-MX", "1,234"), ("1234", "pl", "1234"),
    ("-5", "sv", "\u{2212}5"), ("-1234", "ar", "-1,234"), ("0", "en", "0"), ("0.05", "en", "0.05"),
    ("12.50", "en", "12.50"), ("999", "en", "999"), ("1000", "en", "1,000"), ("-0.001", "en", "-0.001"),
    ("123456789012345678901234567890.123456", "en", "123,456,789,012,345,678,901,234,567,890.123456"),
    ("1234", "xx", "1,234"), ("1234567", "en-Latn-IN", "12,34,567"), ("12345", "de-Latn-CH", "12'345"),
    ("12345", "pt-FR", "12\u{A0}345"), ("1234567.5", "sh", "1.234.567,5"), ("1234567.5", "in-ID", "1.234.567,5"),
    ("12345", "zh-Hant-TW", "12,345"),
  ])
  func `a number has the signs and groups of the language and keeps its digits`(
    number: String, locale: String, expected: String
  ) throws {
    #expect(try text(number, locale) == expected)
  }

  @Test(arguments: [
    ("0.125", "en", "12%"), ("0.125", "fr", "12\u{A0}%"), ("0.125", "tr", "%12"), ("-0.5", "tr", "-%50"),
    ("-0.5", "eu", "\u{2212}%\u{A0}50"), ("-0.5", "blo", "%\u{A0}-50"), ("12.345", "en", "1,234%"), ("1", "ar", "100%"),
    ("1", "ar-SA", "100٪"),
    ("123456.789", "hi", "1,23,45,679%"), ("123456.789", "mr", "12,345,679%"),
  ])
  func `a percentage is rounded half to even and written as in the language`(
    number: String, locale: String, expected: String
  ) throws {
    #expect(try text(number, locale, ", percent") == expected)
  }

  @Test func `an integer is rounded half to even`() throws {
    #expect(try text("1234.5", "en", ", integer") == "1,234")
    #expect(try text("1235.5", "en", ", integer") == "1,236")
    #expect(try text("-0.4", "en", ", integer") == "-0")
  }

  @Test func `other digits are written where they are asked for, with the signs of the language for them`() throws {
    #expect(try text("1234.5", "ar", "", .arab) == "١٬٢٣٤٫٥")
    #expect(try text("-5", "ar", "", .arab) == "\u{61C}-٥")
    #expect(try text("0.5", "ar", ", percent", .arab) == "٥٠٪\u{61C}")
    #expect(try text("1234.5", "en", "", .arab) == "١,٢٣٤.٥")
    let persian = try #require(NumberingSystem("arabext"))
    #expect(try text("1234.5", "fa", "", persian) == "۱٬۲۳۴٫۵")
    #expect(try text("1234567", "hi", "", try #require(NumberingSystem("deva"))) == "१२,३४,५६७")
  }

  @Test func `a numbering system without ten digits in a row is unknown`() {
    #expect(NumberingSystem("hanidec") == nil)
    #expect(NumberingSystem("roman") == nil)
    #expect(NumberingSystem("") == nil)
    #expect(NumberingSystem("latn") == .latn)
    #expect(NumberingSystem("arab") == .arab)
  }
}
