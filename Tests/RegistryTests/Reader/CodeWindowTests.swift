import Testing

@testable import Registry

/// Lists that are read in parts.
@Suite struct CodeWindowTests {
  private let registry: RegistryFixture

  init() throws { registry = try RegistryFixture() }

  private func read<Value: Sendable>(_ body: (RegistryReader) throws -> Value) throws -> Value {
    try registry.open(.reading).read(body)
  }

  @Test func `the parts of a list are the whole list, forwards and backwards`() throws {
    let all = try read { try $0.codes().map(\.value.number) }
    var (forwards, backwards): ([Int], [Int]) = ([], [])
    var window = CodeWindow(limit: 7)
    var part: WindowedRows<Revised<StatusCode>>
    repeat {
      part = try read { [window] in try $0.codes(window: window) }
      forwards += part.rows.map(\.value.number)
      window.after = forwards.last
    } while part.hasMore
    #expect(forwards == all)
    window = CodeWindow(before: .max, limit: 7)
    repeat {
      part = try read { [window] in try $0.codes(window: window) }
      backwards = part.rows.map(\.value.number) + backwards
      window.before = backwards.first
    } while part.hasMore
    #expect(backwards == all)
  }

  @Test func `the texts of one code are never divided`() throws {
    let part = try read { try $0.translations(window: CodeWindow(after: 1401, limit: 4)) }
    #expect(part.rows.map(\.code) == [1402, 1402, 1402] && part.hasMore)
    let single = try read { try $0.translations(window: CodeWindow(after: 1401, limit: 1)) }
    #expect(single.rows.map(\.code) == [1402, 1402, 1402] && single.hasMore)
    let last = try read { try $0.translations(window: CodeWindow(before: 1402, limit: 3)) }
    #expect(Set(last.rows.map(\.code)) == [1401] && last.hasMore)
  }

  @Test func `nothing is beyond the ends of the integers`() throws {
    for window in [CodeWindow(after: .max), CodeWindow(before: .min), CodeWindow(after: .max, before: .min)] {
      #expect(try read { try $0.codes(window: window) }.rows.isEmpty)
      #expect(try read { try $0.translations(window: window) }.rows.isEmpty)
    }
  }
}
