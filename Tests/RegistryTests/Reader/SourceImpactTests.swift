import Registry
import Testing

struct SourceImpactTests {
  static let typos: [[String]] = [
    ["Insufficient balance", "Insufficient balance."], ["Insufficient balance", "insufficient  Balance"],
    ["OTP expired", "OTP expired!"], ["Retry, please", "Retry please"], ["“Retry”", "\"Retry\""],
    ["Pay {amount} now", "Pay {amount} now."], ["It''s late", "It’s late"], ["e-mail", "email"],
    ["caf\u{E9}", "cafe\u{301}"], ["余额不足", "余额不足。"], ["الرصيد، غير كاف", "الرصيد غير كاف"], ["فشل؟", "فشل"],
    ["Wait 5 minutes", "Wait 5 minutes..."], [" x ", "x"],
  ]

  @Test(arguments: typos)
  func `whitespace, punctuation, case and normalization are a typo`(texts: [String]) {
    #expect(SourceImpact.inferred(from: texts[0], to: texts[1]) == .typo)
    #expect(SourceImpact.inferred(from: texts[1], to: texts[0]) == .typo)
  }

  static let changes: [[String]] = [
    ["Insufficient balance", "Not enough balance"], ["Pay {amount}", "Pay {total}"], ["Pay {amount}", "Pay amount"],
    ["Pay {amount}", "Pay '{'amount'}'"], ["1.5 seconds", "15 seconds"], ["at -5", "at 5"], ["5%", "5"], ["$5", "5"],
    ["Add failed", "Add filed"], ["and/or", "and or"], ["#12", "12"], ["{a} {b}", "{b} {a}"], ["1,000", "1.000"],
    ["كان", "كانت"], ["余额", "余款"],
  ]

  @Test(arguments: changes)
  func `every other difference needs a person's decision`(texts: [String]) {
    #expect(SourceImpact.inferred(from: texts[0], to: texts[1]) == nil)
    #expect(SourceImpact.inferred(from: texts[1], to: texts[0]) == nil)
  }
}
