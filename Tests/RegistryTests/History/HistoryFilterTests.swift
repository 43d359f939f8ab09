import Testing

@testable import Registry

/// The part of the history that a filter asks for.
@Suite struct HistoryFilterTests {
  private let registry: RegistryFixture

  init() throws {
    registry = try RegistryFixture()
    for text in ["a", "b", "c", "d"] {
      _ = try registry.open().edit(as: OperationIntent(actor: "layla", command: "test")) {
        (editor) throws(RegistryError) in _ = try editor.setTranslation(code: "1402", language: "ar", text: text)
      }
    }
  }

  private func numbers(_ filter: HistoryFilter) throws -> [Int] {
    try registry.open(.reading).read { try $0.history(filter).map(\.id) }
  }

  @Test func `operations between two numbers are the newest ones first, without the numbers themselves`() throws {
    #expect(try numbers(HistoryFilter(before: 5, after: 2)) == [4, 3])
    #expect(try numbers(HistoryFilter(before: 4, limit: 2)) == [3, 2])
  }

  @Test func `after a number alone, a limit takes the next operations`() throws {
    #expect(try numbers(HistoryFilter(after: 1, limit: 2)) == [3, 2])
    #expect(try numbers(HistoryFilter(after: 1)) == [5, 4, 3, 2])
  }

  @Test func `nothing is beyond the ends of the integers`() throws {
    #expect(try numbers(HistoryFilter(after: .max)).isEmpty)
    #expect(try numbers(HistoryFilter(before: .min)).isEmpty)
    #expect(try numbers(HistoryFilter(before: .max, after: .min)).count == 5)
  }
}
