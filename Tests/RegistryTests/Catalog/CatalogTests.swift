import Registry
import Testing

@Suite struct CatalogTests {
  /// A registry in which 1402 has no Arabic text.
  private func catalog() throws -> Catalog {
    let registry = try SeededRegistry()
    _ = try registry.store.edit(as: .test) { (editor) throws(RegistryError) in
      try editor.unsetTranslation(code: "1402", language: "ar")
      try editor.editCode("1004") { $0.state = .retired }
      try editor.editCode("1003") { $0.state = .deprecated }
    }
    return try Catalog(registry: registry.path)
  }

  @Test(
    arguments: [
      (200, ["ar"], "ar"), (200, ["AR-sa"], "ar"), (200, ["zh_CN", "ar"], "zh-Hans"), (200, ["fr", "ar"], "ar"),
      (200, [], "en"), (200, ["fr"], "en"),
      (200, ["zh-TW"], "en"), (1402, ["ar"], "en"), (1402, ["ar", "zh"], "zh-Hans"), (1402, ["ar", "en", "zh"], "en"),
      (200, ["", "*", "x"], "en"),
    ] as [(Int, [String], String)])
  func `the first preferred language that has a text answers, the source language last`(
    code: Int, preferred: [String], answer: String
  ) throws {
    let message = try #require(try catalog().message(for: code, in: preferred))
    #expect(message.language.description == answer)
    #expect(message.direction == (answer == "ar" ? .rightToLeft : .leftToRight))
    #expect(message.code == code)
  }

  @Test(arguments: [0, -1, 99, 1004, 999_999_999, Int.max, Int.min])
  func `an unknown or retired code has no message`(code: Int) throws {
    #expect(try catalog().message(for: code, in: ["en"]) == nil)
  }

  @Test func `a retired code is still known, a deprecated one is answered`() throws {
    let catalog = try catalog()
    #expect(catalog.statusCode(1004)?.state == .retired)
    #expect(catalog.statusCode(99) == nil)
    #expect(catalog.message(for: 1003, in: ["ar"]) != nil)
    #expect(catalog.revision == 2)
    #expect(catalog.languages.map(\.tag) == [.english, .arabic, .simplifiedChinese])
  }

  @Test func `a snapshot's and the live file's catalogs answer alike`() throws {
    let registry = try SeededRegistry()
    let created = try registry.release("1")
    let (live, released) = (try Catalog(registry: registry.path), try Catalog(snapshot: created.path))
    for (code, _) in try registry.store.codes() {
      for language in ["en", "ar", "zh-Hans"] {
        #expect(live.message(for: code.code, in: [language]) == released.message(for: code.code, in: [language]))
      }
    }
  }

  @Test func `a file of the other kind is refused`() throws {
    let registry = try SeededRegistry()
    let created = try registry.release("1")
    let first = #expect(throws: RegistryError.self) { try Catalog(snapshot: registry.path) }
    #expect(first?.code == .notASnapshot)
    let second = #expect(throws: RegistryError.self) { try Catalog(registry: created.path) }
    #expect(second?.code == .notARegistry)
  }

  @Test func `tasks read one catalog at once`() async throws {
    let catalog = try catalog()
    await withTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask { (1_400..<1_408).compactMap { catalog.message(for: $0, in: ["zh"]) }.count }
      }
      for await count in group { #expect(count == 8) }
    }
  }
}
