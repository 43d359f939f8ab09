import Testing

@testable import Registry

struct EditorReviewingTests {
  private let registry: RegistryFixture
  init() throws { registry = try RegistryFixture() }

  @discardableResult
  private func review(
    _ code: String = "1402", _ language: String = "ar", by actor: String = "sami", isFinal: Bool = false,
    allowsSelf: Bool = false, ifRevision revision: Int? = nil
  ) throws -> EditResult<ReviewResult> {
    try registry.edit(by: actor) { (editor) throws(RegistryError) in
      try editor.reviewTranslation(
        code: code, language: language, isFinal: isFinal, allowsSelf: allowsSelf, ifRevision: revision)
    }
  }

  private func row(_ language: LanguageTag = .arabic) throws -> Translation? {
    try registry.open(.reading).read { try $0.details(ofCode: "1402") }.slots.first { $0.language == language }?
      .translation
  }

  @Test func `a review moves a text to reviewed, and to final`() throws {
    #expect(try review().value.state == .reviewed)
    #expect(try row()?.state == .reviewed)
    #expect(try !review().isChanged)
    #expect(try review(isFinal: true).value.state == .final)
    #expect(try !review().isChanged, "a review never takes final away")
    #expect(try row()?.state == .final)
    #expect(try registry.changes(of: 2) == ["translation 1402 ar state: translated → reviewed"])
    try HistoryReplay(registry).verify()
  }

  @Test func `the author of a text cannot review it, unless that is allowed`() throws {
    try registry.set("1402", "ar", "أ", by: "noura")
    let before = try registry.bytes
    let error = try #require(throws: RegistryError.self) { try review(by: "noura") }
    #expect(error.code == .reviewsOwnText)
    #expect(throws: RegistryError.self) { try review(by: "NOURA") }
    #expect(try registry.bytes == before)
    #expect(try review(by: "sami").isChanged)
    try registry.set("1402", "ar", "ب", by: "noura")
    #expect(try review(by: "noura", allowsSelf: true).isChanged)
  }

  @Test func `the texts of the seed have no author`() throws {
    #expect(try review(by: "seeder").isChanged)
  }

  @Test func `after an undo the author is the one of the previous text`() throws {
    try registry.set("1402", "ar", "أ", by: "noura")
    try registry.set("1402", "ar", "ب", by: "sami")
    try registry.edit(by: "layla") { (editor) throws(RegistryError) in try editor.undo(3) }
    #expect(throws: RegistryError.self) { try review(by: "noura") }
    #expect(try review(by: "sami").isChanged)
  }

  @Test func `a new text has the state translated, and the result has the replaced state`() throws {
    try review(isFinal: true)
    #expect(try registry.set("1402", "ar", "أ", ifRevision: 2).value.replacedState == .final)
    #expect(try row()?.state == .translated)
  }

  @Test func `a reviewed stale text counts as made from the current source text`() throws {
    try registry.set("1402", "en", "Not enough")
    #expect(try row()?.staleness == .major)
    #expect(try review().value.wasStale)
    #expect(try row()?.staleness == nil)
    try registry.edit { (editor) throws(RegistryError) in try editor.undo(3) }
    #expect(try row()?.staleness == .major)
    #expect(try row()?.state == .translated)
  }

  @Test func `a review of an older revision is refused`() throws {
    try registry.set("1402", "ar", "أ")
    let error = try #require(throws: RegistryError.self) { try review(ifRevision: 1) }
    #expect(error.code == .changedSince)
    #expect(error.conflict == RegistryError.TextConflict(base: "الرصيد غير كافٍ", theirs: "أ", mine: nil))
    #expect(try review(ifRevision: 2).isChanged)
    #expect(try !review(ifRevision: 2).isChanged, "the answer to the first try was lost")
    #expect(throws: RegistryError.self) { try review(by: "wei", ifRevision: 2) }
  }

  @Test func `a missing text cannot be reviewed`() throws {
    try registry.edit { (editor) throws(RegistryError) in
      try editor.unsetTranslation(code: "1402", language: "ar")
    }
    #expect(try #require(throws: RegistryError.self) { try review() }.code == .translationNotFound)
    #expect(try #require(throws: RegistryError.self) { try review("9999") }.code == .codeNotFound)
  }

  @Test func `a typo keeps translations, a minor change marks them, a major one makes them unfit`() throws {
    func impact(_ text: String, _ impact: SourceImpact? = nil) throws -> SourceImpact? {
      try registry.edit { (editor) throws(RegistryError) in
        try editor.setTranslation(code: "1402", language: "en", text: text, impact: impact)
      }.value.impact
    }
    #expect(try impact("Insufficient balance.") == .typo)
    #expect(try row()?.staleness == nil)
    #expect(try impact("Insufficient funds", .minor) == .minor)
    #expect(try row()?.staleness == .minor)
    #expect(try impact("Insufficient funds!") == .typo)
    #expect(try row()?.staleness == .minor, "a typo takes no mark away")
    #expect(try impact("Payer is blocked") == .major, "nobody could be asked")
    #expect(try row()?.staleness == .major)
    #expect(try impact("Payer blocked", .minor) == .minor)
    #expect(try row()?.staleness == .major)
    try registry.set("1402", "ar", "الدافع محظور")
    #expect(try row()?.staleness == nil)
    #expect(try impact("Payer was blocked", .minor) == .minor)
    #expect(try row()?.staleness == .minor)
    #expect(try impact("The payer has no money", .typo) == .typo, "the person who says so decides")
    #expect(try row()?.staleness == .minor)
    let status = try registry.open(.reading).read { try $0.status() }.languages
    #expect(status.map(\.stale) == [0, 1, 1])
    #expect(status.map(\.unfit) == [0, 0, 1])
    try HistoryReplay(registry).verify()
  }

  @Test func `only a source text has an impact`() throws {
    let error = try #require(throws: RegistryError.self) {
      try registry.edit { (editor) throws(RegistryError) in
        try editor.setTranslation(code: "1402", language: "ar", text: "أ", impact: .minor)
      }
    }
    #expect(error.code == .invalidValue)
  }

  @Test func `setting the same text again confirms a stale text`() throws {
    try registry.set("1402", "en", "Not enough")
    let text = try #require(try row()?.text)
    #expect(try registry.set("1402", "ar", text).isChanged)
    #expect(try row()?.staleness == nil)
    #expect(try !registry.set("1402", "ar", text).isChanged)
    try HistoryReplay(registry).verify()
  }

  @Test func `a stale text is returned with its source text before and after`() throws {
    try registry.set("1402", "en", "Insufficient balance.")
    try registry.set("1402", "ar", "الرصيد لا يكفي")
    try registry.set("1402", "en", "Not enough")
    try registry.set("1402", "en", "Not enough money")
    let stale = try registry.open(.reading).read { try $0.staleTranslations(code: "1402") }
    #expect(stale.map(\.translation.language) == [.arabic, .simplifiedChinese])
    #expect(stale.map(\.sourceThen) == ["Insufficient balance.", "Insufficient balance"])
    #expect(stale.map(\.sourceNow) == ["Not enough money", "Not enough money"])
    try registry.edit { (editor) throws(RegistryError) in try editor.undo(3) }
    let restored = try registry.open(.reading).read { try $0.staleTranslations(code: "1402") }
    #expect(restored.map(\.sourceThen) == ["Insufficient balance", "Insufficient balance"])
  }
}
