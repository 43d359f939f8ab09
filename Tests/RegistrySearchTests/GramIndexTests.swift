import Testing

@testable import RegistrySearch

/// Tests how texts are found by their grams.
@Suite struct GramIndexTests {
  private func index(_ texts: [String]) -> GramIndex {
    var (letters, ends): ([Letter], [Int]) = ([], [])
    for text in texts {
      letters += [Letter](folding: text)
      ends.append(letters.count)
    }
    return GramIndex(letters: letters, ends: ends)
  }

  private func grams(_ text: String) -> [String] {
    let letters = [Letter](folding: text)
    var grams: [String] = []
    Grams.forEach(of: letters, in: 0..<letters.count) { gram in
      let parts = [gram >> 32 & 0xFFFF, gram >> 16 & 0xFFFF, gram & 0xFFFF].filter { $0 > 0 }
      grams.append(String(String.UnicodeScalarView(parts.compactMap { Unicode.Scalar(UInt32($0)) })))
    }
    return grams
  }

  @Test func `Han has characters and pairs, and other words have three letters`() {
    #expect(grams("MD5余额 no") == [" md", "md5", "d5 ", "余", "余额", "额", " no", "no "])
    #expect(grams("a") == [" a "])
    #expect(grams("").isEmpty)
  }

  @Test func `the texts that share the most come with what they share`() throws {
    let index = index(["insufficient balance", "balance", "bank account error", "余额不足"])
    let found = index.candidates(for: [Letter](folding: "balance"), limit: 64) { _ in true }
    #expect(found.texts.map(\.text) == [0, 1, 2])
    #expect(found.texts[1].coverage > 0.99 && found.texts[0].coverage < 0.7)
    #expect(found.texts[0].explained == found.texts[1].explained)
    let some = index.candidates(for: [Letter](folding: "balance"), limit: 64) { $0 != 1 }
    #expect(some.texts.map(\.text) == [0, 2])
    #expect(index.candidates(for: [Letter](folding: "zzz"), limit: 64) { _ in true }.texts.isEmpty)
  }

  @Test func `a limit keeps the best texts`() {
    let index = index((0..<1_000).map { "text number \($0)" } + ["balance"])
    let found = index.candidates(for: [Letter](folding: "text balance"), limit: 64) { _ in true }
    #expect(found.texts.count <= 64 && found.texts.contains { $0.text == 1_000 })
  }

  @Test func `a table of many grams finds all of them`() {
    var table = GramTable()
    for gram in UInt64(1)...20_000 { #expect(table.add(gram &* 7919) == Int(gram) - 1) }
    #expect(table.count == 20_000)
    #expect(table.number(of: 7919 * 20_000) == 19_999)
    #expect(table.number(of: 5) == nil)
  }

  @Test func `a list of the best keeps the best`() {
    var list = BestList(limit: 3)
    for value in [5, 1, 9, 7, 3, 8] { list.add(value, Float(value)) }
    #expect(list.items.sorted() == [7, 8, 9])
    var none = BestList(limit: 0)
    none.add(1, 1)
    #expect(none.items.isEmpty)
  }
}
