import Testing

@testable import Registry

struct NearMissTests {
  static let numbers = ["1400", "1401", "1402", "1403", "1410", "200"]
  static let symbols = ["INSUFFICIENT_BALANCE", "INCORRECT_OTP", "SUCCESS", "FAILED"]

  @Test(
    arguments: [
      ("INSUFICIENT_BALANCE", "INSUFFICIENT_BALANCE"), ("INSUFFICIENT_BALNACE", "INSUFFICIENT_BALANCE"),
      ("INSUFFICIENTBALANCE", "INSUFFICIENT_BALANCE"), ("SUCESS", "SUCCESS"), ("FAILD", "FAILED"),
      ("SUCCESS", "SUCCESS"),
      ("INCORECT_OPT", "INCORRECT_OTP"), ("BALANCE", nil), ("XYZ", nil), ("", nil),
    ] as [(String, String?)])
  func `a mistyped symbol is matched to the intended one`(text: String, expected: String?) {
    #expect(NearMiss.closest(to: text, in: Self.symbols) == expected)
  }

  @Test(
    arguments: [("1042", "1402"), ("4102", "1402"), ("020", "200"), ("1420", "1402"), ("201", "200"), ("9999", nil)]
      as [(String, String?)])
  func `a swap of neighboring digits is nearer than a wrong digit`(text: String, expected: String?) {
    #expect(NearMiss.closest(to: text, in: Self.numbers) == expected)
  }

  @Test func `of several names at the same distance the first one is returned`() {
    #expect(NearMiss.closest(to: "140X", in: Self.numbers) == "1400")
  }

  @Test func `an empty list and a very long text have no near miss`() {
    #expect(NearMiss.closest(to: "1402", in: []) == nil)
    let long = String(repeating: "A", count: 101)
    #expect(NearMiss.closest(to: long, in: [long]) == nil)
  }
}
