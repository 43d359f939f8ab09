import Testing

@testable import Registry

/// Tests the common behavior of all kinds of edits.
struct EditorTests {
  private let registry: RegistryFixture
  init() throws { registry = try RegistryFixture() }

  @Test func `edits of several kinds can be in one operation, which sees its own changes`() throws {
    let outcome = try registry.edit { (editor) throws(RegistryError) in
      try editor.addCategory(StatusCategory(key: "loyalty", position: 8, ranges: [1700...1799], names: [:]))
      try editor.addCode(StatusCode(number: 1700, symbol: "NO_POINTS", category: "loyalty"), text: "No points")
      try editor.setTranslation(code: "no_points", language: "ar", text: "لا نقاط")
      try editor.editLanguage("ar") { $0.position = 9 }
    }
    #expect(outcome.operation == 2)
    let slots = try registry.open(.reading).read { try $0.details(ofCode: "1700") }.slots
    #expect(slots.map { $0.translation?.text } == ["No points", nil, "لا نقاط"])
    #expect(slots.allSatisfy { $0.translation?.isStale != true })
    try HistoryReplay(registry).verify()
  }

  @Test(arguments: ["", "  ", "two\nlines", "a\u{202E}b", String(repeating: "x", count: 201)])
  func `an actor or a note is one readable line`(text: String) throws {
    let before = try registry.bytes
    let actor = try #require(throws: RegistryError.self) { try registry.set("1402", "ar", "نص", by: text) }
    #expect(actor.code == .invalidText)
    #expect(actor.message.hasPrefix("The actor"))
    guard text.count <= 200 else { return }
    let note = try #require(throws: RegistryError.self) {
      try registry.edit(note: text) { (editor) throws(RegistryError) in
        try editor.setTranslation(code: "1402", language: "ar", text: "نص")
      }
    }
    #expect(note.message.hasPrefix("The note"))
    #expect(try registry.bytes == before)
  }

  @Test func `a row that was changed and changed back has another revision`() throws {
    let original = try #require(
      try registry.open(.reading).read { try $0.details(ofCode: "1402") }.slots[1].translation)
    try registry.set("1402", "ar", "غيره")
    try registry.set("1402", "ar", original.text)
    let error = try #require(throws: RegistryError.self) {
      try registry.set("1402", "ar", "نص", by: "noura", ifRevision: original.revision)
    }
    #expect(error.code == .changedSince)
    #expect(error.conflict == RegistryError.TextConflict(base: original.text, theirs: original.text, mine: "نص"))
  }

  @Test(arguments: [false, true])
  func `a row that is not at the revision that was read is neither written nor removed`(removes: Bool) throws {
    let before = try registry.bytes
    let error = try #require(throws: RegistryError.self) {
      try registry.edit { (editor) throws(RegistryError) in
        guard let read = try editor.registry.translationRow(code: 1402, language: .arabic) else { return }
        let other = Revised(read.value, revision: read.revision + 1)
        try editor.write(removes ? nil : read.value, 1402, .arabic, replacing: other)
      }
    }
    #expect(error.code == .changedSince)
    #expect(try registry.bytes == before)
  }

  @Test func `an operation without edits is not recorded`() throws {
    let before = try registry.bytes
    let outcome = try registry.edit { _ in 7 }
    #expect(outcome.value == 7)
    #expect(outcome.operation == nil)
    #expect(!outcome.isChanged)
    #expect(try registry.bytes == before)
  }
}
