import RegistryCatalog
import Testing

@testable import RegistrySearch

/// Tests what is found, why, and in which order.
@Suite struct RegistrySearchTests {
  private func search(
    _ texts: [String], terms: [Term] = [], former: [Int: [String]] = [:], states: [StatusCode.State] = []
  ) -> RegistrySearch {
    let codes = texts.indices.map { place in
      StatusCode(
        number: 1000 + place, symbol: "SYMBOL_\(place)", category: "public",
        state: states.indices.contains(place) ? states[place] : .active)
    }
    let messages = zip(codes, texts).map { Snapshot.Message(code: $0.number, language: .english, text: $1) }
    return RegistrySearch(
      Snapshot(revision: 1, languages: [], categories: [], codes: codes, messages: messages), terms: terms,
      formerSymbols: former)
  }

  @Test(arguments: [("Wait {m}m{s}s.", "Wait 5㎧ x"), ("k{a}g{b}", "㎏ k g"), ("f{a}i{b}", "ﬁ f i ﬁ")])
  func `a letter that folds to several letters is no place for two literals`(text: String, query: String) {
    _ = search([text]).search(query)
  }

  @Test func `a search of an empty registry finds nothing`() {
    let empty = RegistrySearch(Snapshot(revision: 0, languages: [], categories: [], codes: [], messages: []))
    for query in ["balance", "1402", "", "\u{0}", "余"] { #expect(empty.search(query).isEmpty) }
  }

  @Test(arguments: [
    ("رصيد غير كاف", 1402), ("معرف العميل مكرر", 1302), ("餘額不足", 1402), ("帳戶餘額不足", 1402), ("رمز التحقق غير صحيح", 1609),
    ("动态密码错误", 1609), ("passcode error", 1609), ("insuficient balanse", 1402), ("InsufficientBalance", 1402),
    ("insufficient-balance", 1402), ("ERROR [INSUFFICIENT_BALANCE] uid=42", 1402), ("删失败", 1004), ("簽名驗證失敗", 1213),
    ("رقم الجوال غير مطابق", 1608), ("Faildd", 1000), ("ﻻ ﺗﺴﻤﺢ ﺣﺎﻟﺔ ﺃﻣﺮ ﺍﻟﺪﻓﻊ", 1406), ("ＯＴＰ　ｔｙｐｅ　ｉｓ　ｉｎｖａｌｉｄ", 1605),
    ("Ø§Ù„Ø±ØµÙŠØ¯ ØºÙŠØ± ÙƒØ§ÙÙ", 1402), ("فاك ريغ ديصرلا", 1402), ("%E4%BD%99%E9%A2%9D%E4%B8%8D%E8%B6%B3", 1402),
    ("the app says \"Failed\" and I do not know what to do about it", 1000), ("STCPay 賬戶錯誤", 1307),
    ("trace=1 msg='OTP is currently being sent' took 30 ms", 1611), ("رساله خطا: عنوان IP غیر مسموح به", 1205),
    ("IP address not allowed", 1205), ("md5 mismatch", 1501), ("api key missing", 1200), ("user_agent", 1211),
  ])
  func `hard queries find the right code`(query: String, code: Int) throws {
    let hits = try SearchSamples.search().search(query, limit: 3)
    let best = try #require(hits.first)
    #expect(best.code == code && !best.isWeak, "\(hits)")
  }

  @Test func `a number beside words never hides the text`() throws {
    let hits = try SearchSamples.search().search("1403 Insufficient balance")
    #expect(hits.prefix(2).map(\.code) == [1402, 1403])
    #expect(hits.prefix(2).map(\.reason) == [.text, .number])
    #expect(hits.prefix(2).allSatisfy { !$0.isWeak })
  }

  @Test func `a number with the text of its code shows that text`() throws {
    let hit = try #require(try SearchSamples.search().search("رمز الخطأ: ١٦٠٩ رمز OTP غير صحيح").first)
    #expect(hit.code == 1609 && hit.reason == .number && hit.language?.language == "ar")
    let number = try #require(try SearchSamples.search().search("1609").first)
    #expect(number.language == .english)
  }

  @Test func `each code is found once, by its best text`() throws {
    let hits = try SearchSamples.search().search("رصيد Insufficient balance 余额不足", limit: 100)
    #expect(Set(hits.map(\.code)).count == hits.count)
    #expect(hits.map(\.score) == hits.map(\.score).sorted(by: >))
    #expect(hits.first?.code == 1402)
  }

  @Test func `what fits equally well is a tie, the shortest text first and then the lower number`() throws {
    let search = search(["Close the account now", "Close the account", "Open a card", "Close the account"])
    let hits = search.search("Close the acc")
    #expect(hits.map(\.code) == [1001, 1003, 1000])
    #expect(hits[0].tiedWith == [1000, 1003] && hits[2].tiedWith == [1001, 1003])
    let whole = search.search("Close the account")
    #expect(whole.prefix(2).map(\.code) == [1001, 1003] && whole[0].tiedWith == [1003])
    #expect(search.search("open a card")[0].tiedWith.isEmpty)
  }

  @Test func `each form of a plural is a text of its code`() {
    let search = search(["{count, plural, one {# file was refused} other {# files were refused by {name}}}"])
    let one = search.search("1 file was refused")
    #expect(one.first?.arguments == [SearchHit.Argument(names: ["count"], value: "1")])
    let many = search.search("1,234 files were refused by the bank.")
    #expect(many.first?.arguments.map(\.value) == ["1,234", "the bank."])
    #expect(many.first?.reason == .pattern)
  }

  @Test func `an argument that stands twice must have the same value`() {
    let search = search(["{name} cannot pay {name}"])
    #expect(search.search("Ali cannot pay Ali").first?.reason == .pattern)
    #expect(search.search("Ali cannot pay Omar").allSatisfy { $0.reason != .pattern })
  }

  @Test func `a text of nothing but arguments is found by nothing`() {
    let search = search(["{a} {b}", "{amount}", "{count, plural, other {#}}"])
    #expect(search.search("anything at all").isEmpty)
  }

  @Test func `a former symbol finds its code until another code has it`() {
    let search = search(["Alpha text", "Beta text"], former: [1000: ["OLD_NAME", "SYMBOL_1"], 7: ["GONE"]])
    #expect(search.search("old_name").first?.code == 1000)
    #expect(search.search("OLD_NAME").first?.symbol == "SYMBOL_0")
    #expect(search.search("SYMBOL_1").first?.code == 1001)
  }

  @Test func `a retired code is found and says so`() {
    let search = search(["Gone for good"], states: [.retired])
    #expect(search.search("1000").first?.state == .retired)
  }

  @Test func `a code without a text is found by its number`() {
    let snapshot = Snapshot(
      revision: 1, languages: [], categories: [],
      codes: [StatusCode(number: 5, symbol: "LONELY", category: "public")], messages: [])
    let hit = RegistrySearch(snapshot).search("5").first
    #expect(hit?.code == 5 && hit?.text == nil && hit?.language == nil)
    #expect(RegistrySearch(snapshot).search("lonely").first?.reason == .symbol)
  }

  @Test func `only the texts of the given languages are searched`() throws {
    let search = try SearchSamples.search()
    #expect(search.search("余额不足", languages: [.arabic]).allSatisfy { $0.isWeak })
    #expect(search.search("1402", languages: [.simplifiedChinese]).first?.text == "余额不足")
    #expect(search.search("INSUFFICIENT_BALANCE", languages: [.arabic]).first?.language == .arabic)
  }

  @Test func `a limit of nothing gives nothing`() throws {
    let search = try SearchSamples.search()
    #expect(search.search("1402", limit: 0).isEmpty && search.search("1402", limit: -1).isEmpty)
  }

  @Test(arguments: ["a", "\"", "{", "%", "\\u", "余", "ا\u{651}", "\u{2068}", "\n", "a_B", "١", "“", "a1402", "e1402 "])
  func `a query of a million hostile characters ends soon`(part: String) throws {
    let search = try SearchSamples.search(adding: RenderedMessages.codes)
    let clock = ContinuousClock()
    let time = clock.measure { _ = search.search(String(repeating: part, count: 1_000_000)) }
    // A debug build is some twenty times slower than a release.
    #expect(time < .seconds(20))
  }
}
