import Foundation
import RegistryTestSupport
import Testing

@testable import Registry

/// What `AdminTests` cannot see from outside: several edits in one operation, and many threads.
@Suite struct EditorTests {
  @Test func `several edits are one operation, all of them or none`() throws {
    let registry = try SeededRegistry()
    let outcome = try registry.store.edit(as: .test) { (editor) throws(RegistryError) in
      try editor.setTranslation(code: "1402", language: "ar", text: "a")
      try editor.setTranslation(code: "1402", language: "zh", text: "b")
      try editor.editCode("1402") { $0.isRetryable = true }
    }
    #expect(outcome.operation == 2)
    #expect(try registry.store.status().revision == 2)
    let before = try registry.store.snapshot()
    let error = #expect(throws: RegistryError.self) {
      try registry.store.edit(as: .test) { (editor) throws(RegistryError) in
        try editor.setTranslation(code: "1401", language: "ar", text: "kept?")
        try editor.setTranslation(code: "1401", language: "zh", text: "{")
      }
    }
    #expect(error?.code == .invalidPattern)
    #expect(try registry.store.snapshot() == before)
  }

  @Test func `a new code and its translation fit into one operation`() throws {
    let registry = try SeededRegistry()
    let outcome = try registry.store.edit(as: .test) { (editor) throws(RegistryError) in
      try editor.addCode(StatusCode(code: 1450, symbol: "NEW", category: "payment"), text: "New")
      try editor.setTranslation(code: "new", language: "ar", text: "جديد")
    }
    #expect(outcome.operation == 2)
    let slots = try registry.store.code("1450").slots
    #expect(slots.map { $0.translation?.text } == ["New", "جديد", nil])
    #expect(slots.allSatisfy { $0.translation?.isStale != true })
  }

  @Test func `an edit that changes nothing makes no operation`() throws {
    let registry = try SeededRegistry()
    let outcome = try registry.store.edit(as: .test) { (editor) throws(RegistryError) in
      try editor.editLanguage("ar") { $0.isRequired = true }
      try editor.editCategory("otp") { $0.position = 7 }
    }
    #expect(outcome.operation == nil)
    #expect(!outcome.isChanged)
    #expect(try registry.store.status().revision == 1)
  }

  @Test(arguments: ["", "  ", "a\u{202E}b", String(repeating: "x", count: 201)])
  func `an actor is a readable name`(actor: String) throws {
    let registry = try SeededRegistry()
    let error = #expect(throws: RegistryError.self) {
      try registry.store.edit(as: OperationIntent(actor: actor, command: "test")) { (editor) throws(RegistryError) in
        try editor.setTranslation(code: "1402", language: "ar", text: "x")
      }
    }
    #expect(error?.code == .invalidText)
  }

  @Test func `a row that went there and back is another row to who read it before`() throws {
    let registry = try SeededRegistry()
    let original = try #require(try registry.store.code("1402").slots[1].translation)
    try registry.set(1402, "ar", "x")
    try registry.set(1402, "ar", original.text)
    let error = #expect(throws: RegistryError.self) {
      try registry.store.edit(as: OperationIntent(actor: "other", command: "test")) { (editor) throws(RegistryError) in
        try editor.setTranslation(code: "1402", language: "ar", text: "y", ifRevision: original.revision)
      }
    }
    #expect(error?.code == .changedSince)
    #expect(error?.quotations.map(\.text) == [original.text, "y"])
  }

  @Test func `threads of one store and stores of one file lose no edit`() async throws {
    let registry = try SeededRegistry()
    let path = registry.path
    let refused = try await withThrowingTaskGroup(of: Int.self) { group in
      for writer in 0..<6 {
        let store = writer < 3 ? registry.store : try RegistryStore(opening: path, for: .editing)
        group.addTask {
          var refused = 0
          for edit in 0..<10 {
            while true {
              let revision = try store.code("1402").slots[1].translation?.revision ?? 0
              do {
                _ = try store.edit(as: OperationIntent(actor: "writer \(writer)", command: "test")) {
                  (editor) throws(RegistryError) in
                  try editor.setTranslation(
                    code: "1402", language: "ar", text: "\(writer) \(edit)", ifRevision: revision)
                }
                break
              } catch let error as RegistryError where error.code == .changedSince { refused += 1 }
            }
          }
          return refused
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(try registry.store.status().revision == 61, "\(refused) edits were refused and tried again")
  }
}
