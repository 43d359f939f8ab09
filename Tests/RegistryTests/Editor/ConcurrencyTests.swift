import RegistrySQLite
import Testing

@testable import Registry

struct ConcurrencyTests {
  private static let writers = 4
  private static let rounds = 8

  /// Increments the number in the text, and tries again from the new revision after each conflict.
  private static func increment(_ store: RegistryStore, by actor: String) throws {
    while true {
      let slots = try store.read { try $0.details(ofCode: "1402") }.slots
      let current = try #require(slots.first { $0.language == .arabic }?.translation)
      let next = "\((Int(current.text) ?? 0) + 1)"
      let edit = Result {
        try store.edit(as: OperationIntent(actor: actor, command: "test")) { (editor) throws(RegistryError) in
          try editor.setTranslation(code: "1402", language: "ar", text: next, ifRevision: current.revision)
        }
      }
      switch edit {
      case .success: return
      case .failure(let error as RegistryError) where [.changedSince, .busy].contains(error.code): continue
      case .failure(let error): throw error
      }
    }
  }

  @Test func `many writers on one row, each with a store of its own, lose no edit`() async throws {
    let registry = try RegistryFixture()
    try registry.set("1402", "ar", "0")
    try await withThrowingTaskGroup { group in
      for writer in 0..<Self.writers {
        group.addTask {
          let store = try registry.open()
          for _ in 0..<Self.rounds { try Self.increment(store, by: "writer-\(writer)") }
        }
      }
      try await group.waitForAll()
    }
    let edits = Self.writers * Self.rounds
    #expect(
      try registry.values("SELECT text FROM message WHERE code = 1402 AND language = 'ar'") == [.text("\(edits)")])
    #expect(try registry.revision == 2 + edits)
    #expect(
      try registry.values("SELECT count(*) FROM operation WHERE actor GLOB 'writer-*' GROUP BY actor")
        == [SQLiteValue](repeating: .integer(Int64(Self.rounds)), count: Self.writers))
    try HistoryReplay(registry).verify()
  }

  @Test func `many threads share one store and lose no edit`() async throws {
    let registry = try RegistryFixture()
    try registry.set("1402", "ar", "0")
    do {
      let store = try registry.open()
      try await withThrowingTaskGroup { group in
        for writer in 0..<Self.writers {
          group.addTask { for _ in 0..<Self.rounds { try Self.increment(store, by: "writer-\(writer)") } }
        }
        try await group.waitForAll()
      }
    }
    #expect(
      try registry.values("SELECT text FROM message WHERE code = 1402 AND language = 'ar'")
        == [.text("\(Self.writers * Self.rounds)")])
    try HistoryReplay(registry).verify()
  }

  @Test func `writers that overwrite blindly still leave every text in the history`() async throws {
    let registry = try RegistryFixture()
    try await withThrowingTaskGroup { group in
      for writer in 0..<Self.writers {
        group.addTask {
          for round in 0..<Self.rounds { try registry.set("1402", "ar", "\(writer).\(round)", by: "writer-\(writer)") }
        }
      }
      try await group.waitForAll()
    }
    let texts = try registry.values("SELECT after FROM change WHERE operation > 1 AND field = 'text'").compactMap(
      \.text)
    #expect(Set(texts).count == Self.writers * Self.rounds)
    try HistoryReplay(registry).verify()
  }

  @Test func `a reader never sees half an operation`() async throws {
    let registry = try RegistryFixture()
    let writer = Task.detached {
      let store = try registry.open()
      for round in 0..<30 {
        _ = try store.edit(as: OperationIntent(actor: "writer", command: "test")) { (editor) throws(RegistryError) in
          for language in ["ar", "zh-Hans"] {
            try editor.setTranslation(code: "1402", language: language, text: "round \(round)")
          }
        }
      }
    }
    let store = try registry.open(.reading)
    var torn: [[String]] = []
    for _ in 0..<60 {
      let snapshot = try store.read { try $0.snapshot() }
      let texts = snapshot.messages.filter { $0.code == 1402 && $0.language != .english }.map(\.text)
      if snapshot.revision > 1, Set(texts).count != 1 { torn.append(texts) }
      if snapshot.revision > 1, texts.first != "round \(snapshot.revision - 2)" { torn.append(texts) }
    }
    try await writer.value
    #expect(torn == [])
    #expect(try store.read { try $0.snapshot() }.revision == 31)
  }
}
