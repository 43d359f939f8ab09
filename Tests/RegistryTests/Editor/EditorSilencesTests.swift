import Registry
import Testing

struct EditorSilencesTests {
  private let registry: RegistryFixture
  init() throws { registry = try RegistryFixture() }

  @discardableResult
  private func silence(
    _ reason: String = "a sentence", language: String = "ar", check: String = "end-mark", by actor: String = "amal",
    ifRevision revision: Int? = nil
  ) throws -> EditResult<Revised<Silence>> {
    try registry.edit(by: actor) { (editor) throws(RegistryError) in
      try editor.silence(
        code: "insufficient_balance", language: language, check: check, reason: reason, ifRevision: revision)
    }
  }

  private func unsilence(check: String = "end-mark", ifRevision revision: Int? = nil) throws -> EditResult<Void> {
    try registry.edit { (editor) throws(RegistryError) in
      try editor.unsilence(code: "1402", language: "ar", check: check, ifRevision: revision)
    }
  }

  private var silences: [StoredSilence] {
    get throws { try registry.open(.reading).read { try $0.silences() } }
  }

  @Test func `a silence is recorded with the text that it was given for and its reason`() throws {
    let result = try silence()
    #expect(
      result.value.value
        == Silence(code: 1402, language: .arabic, check: "end-mark", text: "الرصيد غير كافٍ", reason: "a sentence"))
    #expect(
      try registry.changes(of: 2) == [
        "silence 1402 ar end-mark text: nothing → الرصيد غير كافٍ",
        "silence 1402 ar end-mark reason: nothing → a sentence",
      ])
    #expect(try silences.map(\.isInForce) == [true])
    #expect(try silences.map(\.revision) == [2])
    try HistoryReplay(registry).verify()
  }

  @Test func `a silence ends when the text changes, and is in force again when the text returns`() throws {
    try silence()
    try registry.set("1402", "ar", "لا يوجد رصيد كافٍ")
    #expect(try silences.map(\.isInForce) == [false])
    #expect(try silences.first?.currentText == "لا يوجد رصيد كافٍ")
    try registry.set("1402", "ar", "الرصيد غير كافٍ")
    #expect(try silences.map(\.isInForce) == [true])
    try registry.edit { (editor) throws(RegistryError) in try editor.unsetTranslation(code: "1402", language: "ar") }
    #expect(try silences.map(\.isInForce) == [false])
    #expect(try silences.first?.currentText == nil)
  }

  @Test func `a language with a silence cannot be removed`() throws {
    let french = Language(
      tag: try #require(LanguageTag("fr")), englishName: "French", ownName: "Français", direction: .leftToRight,
      fallback: .english, isRequired: false, position: 4)
    try registry.edit { (editor) throws(RegistryError) in
      try editor.addLanguage(french)
      // The text that is silenced is not stored.
      try editor.silence(
        code: "1402", language: "fr", check: "end-mark", reason: "a sentence", of: "Solde insuffisant")
    }
    let error = try #require(throws: RegistryError.self) {
      try registry.edit { (editor) throws(RegistryError) in _ = try editor.removeLanguage("fr") }
    }
    #expect(error.code == .ruleBroken)
    #expect(error.message == "The language fr is in use: silences for 1402.")
  }

  @Test func `an ended silence is replaced by a new one`() throws {
    try silence()
    try registry.set("1402", "ar", "لا يوجد رصيد كافٍ")
    try silence()
    #expect(try registry.changes(of: 4) == ["silence 1402 ar end-mark text: الرصيد غير كافٍ → لا يوجد رصيد كافٍ"])
    #expect(try silences.map(\.isInForce) == [true])
    #expect(try !silence().isChanged, "the same silence again")
    #expect(try silence("another reason", ifRevision: 4).isChanged)
    #expect(try #require(throws: RegistryError.self) { try silence("third", ifRevision: 4) }.code == .changedSince)
    try HistoryReplay(registry).verify()
  }

  @Test func `a silence is taken back, undone and redone`() throws {
    try silence()
    try silence(check: "double-space")
    #expect(try unsilence().isChanged)
    #expect(try silences.map(\.silence.check) == ["double-space"])
    #expect(try !unsilence(ifRevision: 2).isChanged, "the same removal again")
    let error = try #require(throws: RegistryError.self) { try unsilence(check: "tatweel") }
    #expect(error.code == .silenceNotFound)
    let undone = try registry.edit { (editor) throws(RegistryError) in try editor.undo() }.value
    #expect(undone.changes.map(\.row) == Array(repeating: .silence(1402, .arabic, check: "end-mark"), count: 2))
    #expect(try silences.map(\.silence.check) == ["double-space", "end-mark"])
    try registry.edit { (editor) throws(RegistryError) in _ = try editor.redo() }
    #expect(try silences.map(\.silence.check) == ["double-space"])
    try registry.edit { (editor) throws(RegistryError) in _ = try editor.undo(3) }
    #expect(try silences.isEmpty)
    try HistoryReplay(registry).verify()
    #expect(try registry.open(.reading).read { try $0.examine() }.findings.isEmpty)
  }

  @Test func `the silences of two checks of one text have histories of their own`() throws {
    try registry.edit { (editor) throws(RegistryError) in
      try editor.silence(code: "1402", language: "ar", check: "end-mark", reason: "one")
      try editor.silence(code: "1402", language: "ar", check: "double-space", reason: "two")
      try editor.setTranslation(code: "1402", language: "zh-Hans", text: "账户余额不足")
    }
    try silence("changed", by: "noura")
    let result = try registry.edit { (editor) throws(RegistryError) in try editor.undo(2) }.value
    #expect(result.conflicts.map(\.row) == [.silence(1402, .arabic, check: "end-mark")])
    #expect(try silences.map(\.silence.reason) == ["changed"])
  }

  static let mistakes: [(language: String, check: String, reason: String, expected: RegistryError.Code)] = [
    ("fr", "end-mark", "x", .languageNotFound), ("?", "end-mark", "x", .invalidLanguageTag),
    ("ar", "End-mark", "x", .invalidKey), ("ar", "", "x", .invalidKey), ("ar", "end_mark", "x", .invalidKey),
    ("ar", String(repeating: "a", count: 65), "x", .invalidKey), ("ar", "end-mark", "", .invalidText),
    ("ar", "end-mark", " ", .invalidText), ("ar", "end-mark", "a\u{1B}b", .invalidText),
    ("ar", "end-mark", String(repeating: "a", count: 1_001), .invalidText),
  ]

  @Test(arguments: mistakes)
  func `a silence that breaks a rule changes nothing`(
    language: String, check: String, reason: String, expected: RegistryError.Code
  ) throws {
    let before = try registry.bytes
    let error = try #require(throws: RegistryError.self) { try silence(reason, language: language, check: check) }
    #expect(error.code == expected, "\(error)")
    #expect(try registry.bytes == before)
  }

  @Test func `a code without a text in the language has nothing to silence`() throws {
    try registry.edit { (editor) throws(RegistryError) in try editor.unsetTranslation(code: "1402", language: "ar") }
    #expect(try #require(throws: RegistryError.self) { try silence() }.code == .translationNotFound)
  }

  @Test func `terms and silences are in no release`() throws {
    let before = try registry.snapshot().contentDigest
    try silence()
    try registry.edit { (editor) throws(RegistryError) in
      try editor.addTerm(Term("settlement", renderings: [:]))
    }
    #expect(try registry.snapshot().contentDigest == before)
  }
}
