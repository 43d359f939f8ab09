import Foundation
import Registry
import Testing

@testable import Console

@Suite struct ChangesTests {
  private struct Found: Decodable {
    struct Change: Decodable {
      let code: Int
      let language: String?
      let person: String
      let time: String
      let operation: Int
    }
    let revision: Int
    let changes: [Change]
  }

  private func ask(_ console: TestConsole, _ query: String) async throws -> Found? {
    let answer = try await console.get("/-/changes?\(query)")
    if answer.status == 204 { return nil }
    try #require(answer.status == 200)
    return try JSONDecoder().decode(Found.self, from: Data(answer.body.utf8))
  }

  @Test func `nothing new is an empty answer, and an edit by another program is named`() async throws {
    let console = try TestConsole()
    #expect(try await console.get("/-/changes?after=1").status == 401)
    try await console.signIn()
    #expect(try await console.get("/-/changes?after=1").body.isEmpty)
    #expect(try await ask(console, "after=1") == nil)
    try console.edit { (editor) throws(RegistryError) in
      _ = try editor.setTranslation(code: "1402", language: "ar", text: "رصيدك غير كافٍ")
      _ = try editor.setTranslation(code: "1403", language: "zh-CN", text: "账户已冻结")
    }
    let found = try #require(try await ask(console, "after=1"))
    #expect(found.revision == 2)
    #expect(found.changes.map(\.code) == [1402, 1403])
    #expect(found.changes.map(\.language) == ["ar", "zh-Hans"])
    #expect(found.changes.allSatisfy { $0.person == "noura" && $0.operation == 2 && $0.time.hasSuffix("Z") })
    #expect(try await ask(console, "after=2") == nil)
    #expect(try await ask(console, "after=1&code=1403")?.changes.map(\.code) == [1403])
  }

  @Test func `at most fifty changes are named, the newest last`() async throws {
    let console = try TestConsole()
    try await console.signIn()
    for number in 1...30 {
      try console.edit { (editor) throws(RegistryError) in
        for language in ["ar", "zh-Hans"] {
          _ = try editor.setTranslation(code: "1402", language: language, text: "نص 余额 \(number)")
        }
      }
    }
    let found = try #require(try await ask(console, "after=1"))
    #expect(found.changes.count == 50 && found.revision == 31)
    #expect(found.changes.map(\.operation) == (7...31).flatMap { [$0, $0] })
    #expect(try await ask(console, "after=29")?.changes.map(\.operation) == [30, 30, 31, 31])
  }

  @Test func `a registry that is older than the page is news, and a wrong question is refused`() async throws {
    let console = try TestConsole()
    try await console.signIn()
    let found = try #require(try await ask(console, "after=99"))
    #expect(found.revision == 1 && found.changes.isEmpty)
    for query in ["", "after=", "after=x", "after=-1", "after=99999999999999999999"] {
      #expect(try await console.get("/-/changes?\(query)").status == 400, "\(query)")
    }
  }
}
