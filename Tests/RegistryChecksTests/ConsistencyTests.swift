import RegistryCatalog
import Testing

@testable import RegistryChecks

struct ConsistencyTests {
  /// Returns the checks that find something in the Arabic texts of codes.
  private func found(_ texts: [(english: String, arabic: String)]) -> [String] {
    var messages: [Snapshot.Message] = []
    for (index, text) in texts.enumerated() {
      messages.append(.init(code: index + 1, language: .english, text: text.english))
      messages.append(.init(code: index + 1, language: .arabic, text: text.arabic))
    }
    let snapshot = Snapshot(
      revision: 1, languages: [.english, .arabic].map(CorpusTests.language), categories: [],
      codes: texts.indices.map { StatusCode(number: $0 + 1, symbol: "CODE_\($0)", category: "public") },
      messages: messages)
    return Checker(snapshot).findings().filter { $0.row?.language == .arabic }.map(\.check)
  }

  @Test func `two codes with one source text may have one translation, and should not have two`() {
    #expect(found([("Try again", "حاول مرة أخرى"), ("Try again", "حاول مرة أخرى")]) == [])
    #expect(found([("Try again", "حاول مرة أخرى"), ("Try again", "أعد المحاولة")]) == ["different-renderings"])
    #expect(found([("Try again", "حاول مرة أخرى"), ("Retry", "حاول مرة أخرى")]) == ["same-text"])
  }
}
