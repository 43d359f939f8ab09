import Testing

@testable import RegistrySearch

/// Tests which numbers of a query can be codes.
@Suite struct NumberSearchTests {
  private func numbers(_ query: String, hasStrongText: Bool = false) -> [NumberSearch.Found] {
    NumberSearch.numbers(in: QueryText(query), hasStrongText: hasStrongText)
  }

  @Test(arguments: [
    "1402", " 1402 ", "١٤٠٢", "۱۴۰۲", "１４０２", "一四〇二", "code 1402", "code=1402", "Code: 1402", "رمز ١٤٠٢", "错误码：1402",
    "错误代码1402",
    "error code 1402", "#1402", "[1402]", "E1402", "err_1402", "ERR-1402", "EC1402", "1 4 0 2", "١ ٤ ٠ ٢", "1-4-0-2",
  ])
  func `a number is certain when nothing but a word for code is beside it`(query: String) {
    #expect(numbers(query) == [NumberSearch.Found(number: 1402, score: 1)])
  }

  @Test(arguments: [
    "payment failed with code 1402 today", "ظهر لي الرمز 1402 عند الدفع", "付款时报错1402怎么办", "error: 1402, please help",
    "failed [1402] at noon", "failed (1402) at noon", "see #1402 please", #"{"code":1402,"ok":false}"#,
  ])
  func `a number that is marked as a code is strong`(query: String) {
    #expect(numbers(query).contains { $0.number == 1402 && $0.score >= 0.85 })
  }

  @Test(arguments: ["14O2", "I4O2", "l402", "14o2"])
  func `a letter that looks like a digit is one`(query: String) {
    #expect(numbers(query) == [NumberSearch.Found(number: 1402, score: NumberSearch.likely)])
  }

  @Test(arguments: ["payment failed: E1402", "[E1402] payment failed", "gateway ERR1402 at noon"])
  func `the letters for an error before a number mark it as a code`(query: String) {
    #expect(numbers(query).contains { $0.number == 1402 && $0.score >= 0.85 })
  }

  @Test(arguments: ["LOL", "OOO2", "1 4", "1 40 2 5", "FE1402", "1402E"])
  func `other letters and digits are no code`(query: String) { #expect(numbers(query).isEmpty) }

  @Test(arguments: ["I paid 1402 SAR", "دفعت 1402 ريال", "我付了1402元", "1402 is my lucky number"])
  func `a number between words is weak`(query: String) {
    #expect(numbers(query) == [NumberSearch.Found(number: 1402, score: NumberSearch.uncertain)])
  }

  @Test(arguments: [
    "paid 1402.50 SAR", "paid 1,402 SAR", "call +1402 now", "on 1402-01-31", "MD51402", "at 12:14:02", "42 files",
    "the 1402nd", "99999999999999999999 of them",
  ])
  func `the digits of an amount, a date or a word are no code`(query: String) { #expect(numbers(query).isEmpty) }

  @Test(arguments: ["1402,1403", "1402 1403", "١٤٠٢ و ١٤٠٣", "1402和1403", "1402-1403", "1402 or 1403"])
  func `a list of numbers is a list of codes`(query: String) {
    #expect(numbers(query).map(\.number) == [1402, 1403] && numbers(query).allSatisfy { $0.score == 0.95 })
  }

  @Test func `a number before a known text is a code`() {
    #expect(numbers("1402 Insufficient balance", hasStrongText: true).map(\.score) == [0.85])
  }

  @Test func `a short number counts only alone`() {
    #expect(numbers("7") == [NumberSearch.Found(number: 7, score: 1)])
    #expect(numbers("0").map(\.number) == [0])
    #expect(numbers("7 files").isEmpty)
  }
}
