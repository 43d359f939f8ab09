import Testing

@testable import Registry

struct EditorTranslationsTests {
  private let registry: RegistryFixture
  init() throws { registry = try RegistryFixture() }

  private func translation(_ code: String, _ language: LanguageTag) throws -> Translation? {
    try registry.open(.reading).read { try $0.details(ofCode: code) }.slots.first { $0.language == language }?
      .translation
  }

  private func unset(_ code: String, _ language: String, ifRevision revision: Int? = nil) throws {
    try registry.edit { (editor) throws(RegistryError) in
      try editor.unsetTranslation(code: code, language: language, ifRevision: revision)
    }
  }

  @Test func `a changed text is one operation, recorded field by field`() throws {
    let outcome = try registry.set("1402", "ar", "الرصيد أقل من المطلوب")
    #expect(outcome.operation == 2)
    #expect(outcome.isChanged)
    #expect(outcome.value.revision == 2)
    #expect(outcome.value.replacedState == .translated)
    let changes = try registry.changes(of: 2)
    try #require(changes.count == 1)
    #expect(changes[0].hasPrefix("translation 1402 ar text: "))
    #expect(changes[0].hasSuffix(" → الرصيد أقل من المطلوب"))
    #expect(try translation("1402", .arabic)?.text == "الرصيد أقل من المطلوب")
    try HistoryReplay(registry).verify()
  }

  @Test func `an operation records its actor, command and note`() throws {
    try registry.edit(by: "نورة", note: "ticket 7") { (editor) throws(RegistryError) in
      try editor.setTranslation(code: "200", language: "ar", text: "تم")
    }
    #expect(
      try registry.values("SELECT actor, command, note FROM operation WHERE id = 2") == ["نورة", "test", "ticket 7"])
    let at = try #require(try registry.values("SELECT at FROM operation WHERE id = 2").first?.text)
    #expect(Timestamp(at)?.description == at)
  }

  @Test func `a code is found by number or symbol, and a language by any form of its tag`() throws {
    try registry.set("insufficient_balance", "zh_CN", "余额过低")
    #expect(try translation("1402", .simplifiedChinese)?.text == "余额过低")
    #expect(try registry.changes(of: 2).first?.contains("translation 1402 zh-Hans text") == true)
  }

  @Test func `setting the same text again makes no operation`() throws {
    let text = try #require(try translation("1402", .arabic)?.text)
    let before = try registry.bytes
    let outcome = try registry.set("1402", "ar", text)
    #expect(!outcome.isChanged)
    #expect(outcome.operation == nil)
    #expect(outcome.value.revision == 1)
    #expect(try registry.bytes == before)
  }

  @Test func `texts that differ only in normalization are different texts`() throws {
    try registry.set("1402", "ar", "\u{0622}ن")
    #expect(try registry.set("1402", "ar", "\u{0627}\u{0653}ن").isChanged)
    let stored = try #require(try translation("1402", .arabic)?.text)
    #expect(Array(stored.unicodeScalars.prefix(2)) == ["\u{0627}", "\u{0653}"])
  }

  @Test(arguments: [
    ("1402", "ar", "", RegistryError.Code.invalidText), ("1402", "ar", "a\nb", .invalidText),
    ("1402", "ar", "a {", .invalidPattern), ("9999", "ar", "x", .codeNotFound), ("1402", "fr", "x", .languageNotFound),
    ("1402", "../x", "x", .invalidLanguageTag), ("1402", "zh-Hant", "x", .languageNotFound),
    ("1402'; DROP TABLE change; --", "ar", "x", .codeNotFound),
  ])
  func `an error changes nothing`(code: String, language: String, text: String, expected: RegistryError.Code) throws {
    let before = try registry.bytes
    let error = try #require(throws: RegistryError.self) { try registry.set(code, language, text) }
    #expect(error.code == expected)
    #expect(try registry.bytes == before)
  }

  @Test func `a near miss is suggested`() throws {
    let number = try #require(throws: RegistryError.self) { try registry.set("1042", "ar", "x") }
    #expect(number.remedy?.description == "Did you mean 1402 INSUFFICIENT_BALANCE?")
    let symbol = try #require(throws: RegistryError.self) { try registry.set("INSUFICIENT_BALANCE", "ar", "x") }
    #expect(symbol.remedy?.description == "Did you mean 1402 INSUFFICIENT_BALANCE?")
    let language = try #require(throws: RegistryError.self) { try registry.set("1402", "fr", "x") }
    #expect(language.remedy == .addLanguage(known: ["en", "ar", "zh-Hans"]))
  }

  @Test func `a dry run reports the changes and leaves every byte`() throws {
    let before = try registry.bytes
    let outcome = try registry.set("1402", "ar", "نص آخر", isDryRun: true)
    #expect(outcome.isChanged)
    #expect(outcome.operation == nil)
    #expect(try registry.bytes == before)
    #expect(try registry.folder.names == ["registry.db"])
  }

  @Test func `an edit made from an older revision is refused with the texts of all sides`() throws {
    try registry.set("1402", "ar", "نصها", by: "noura")
    let before = try registry.bytes
    let error = try #require(throws: RegistryError.self) {
      try registry.set("1402", "ar", "نصي", by: "amal", ifRevision: 1)
    }
    #expect(error.code == .changedSince)
    #expect(
      error.conflict == RegistryError.TextConflict(base: "الرصيد غير كافٍ", theirs: "نصها", mine: "نصي"))
    #expect(error.remedy == .decide(revision: 2))
    #expect(try registry.bytes == before)
    #expect(try registry.set("1402", "ar", "نصي", by: "amal", ifRevision: 2).operation == 3)
  }

  @Test func `an error about arguments names those of both texts`() throws {
    let translation = try #require(throws: RegistryError.self) { try registry.set("1402", "ar", "{a} نص {b}") }
    #expect(translation.details == .arguments(found: ["a", "b"], expected: []))
    let source = try #require(throws: RegistryError.self) {
      try registry.edit { (editor) throws(RegistryError) in
        try editor.setTranslation(code: "1402", language: "en", text: "Not enough {money}", impact: .minor)
      }
    }
    #expect(source.details == .arguments(found: ["money"], expected: []))
  }

  @Test(arguments: [0, 2, -1])
  func `a revision that the row never had is refused`(revision: Int) throws {
    let error = try #require(throws: RegistryError.self) { try registry.set("1402", "ar", "نصي", ifRevision: revision) }
    #expect(error.code == .changedSince)
  }

  @Test func `a repeated edit changes nothing for the same actor, and is a conflict for another one`() throws {
    try registry.set("1402", "ar", "نصي", by: "amal", ifRevision: 1)
    let again = try registry.set("1402", "ar", "نصي", by: "amal", ifRevision: 1)
    #expect(!again.isChanged)
    #expect(again.value.revision == 2)
    let other = try #require(throws: RegistryError.self) {
      try registry.set("1402", "ar", "نصي", by: "noura", ifRevision: 1)
    }
    #expect(other.code == .changedSince)
    // Another edit in between: the row no longer has revision 1 as its previous revision.
    try registry.set("1402", "ar", "غيره", by: "amal")
    try registry.set("1402", "ar", "نصي", by: "amal")
    #expect(throws: RegistryError.self) { try registry.set("1402", "ar", "نصي", by: "amal", ifRevision: 1) }
  }

  @Test func `a missing text is at revision 0, also when there was one before`() throws {
    try unset("1402", "ar")
    let stale = try #require(throws: RegistryError.self) { try registry.set("1402", "ar", "نصي", ifRevision: 1) }
    #expect(stale.conflict == RegistryError.TextConflict(base: "الرصيد غير كافٍ", theirs: nil, mine: "نصي"))
    #expect(try registry.set("1402", "ar", "نصي", ifRevision: 0).operation == 3)
    let again = try registry.set("1402", "ar", "نصي", ifRevision: 0)
    #expect(!again.isChanged, "the answer to the first try was lost")
    #expect(throws: RegistryError.self) { try registry.set("1402", "ar", "آخر", ifRevision: 0) }
    try HistoryReplay(registry).verify()
  }

  @Test func `a removed text is replaced by its fallback, and the history keeps it`() throws {
    let text = try #require(try translation("1402", .arabic)?.text)
    try unset("1402", "ar", ifRevision: 1)
    #expect(try translation("1402", .arabic) == nil)
    #expect(try registry.changes(of: 2).first == "translation 1402 ar text: \(text) → nothing")
    #expect(try registry.changes(of: 2).count == 4)
    #expect(
      try registry.open(.reading).read { try $0.translations(TranslationFilter(isMissing: true)) }.map(\.code) == [1402]
    )
    try HistoryReplay(registry).verify()
    try unset("1402", "ar")
    #expect(try registry.revision == 2, "the answer to the first try was lost")
    for base in [nil, 1] {
      let gone = try #require(throws: RegistryError.self) {
        try registry.edit(by: "noura") { (editor) throws(RegistryError) in
          try editor.unsetTranslation(code: "1402", language: "ar", ifRevision: base)
        }
      }
      #expect(gone.code == .translationNotFound)
    }
  }

  @Test func `the source text is never removed`() throws {
    let error = try #require(throws: RegistryError.self) { try unset("1402", "en") }
    #expect(error.code == .ruleBroken)
    #expect(try translation("1402", .english) != nil)
  }

  @Test func `a removal from an older revision is refused`() throws {
    try registry.set("1402", "ar", "نصها", by: "noura")
    let error = try #require(throws: RegistryError.self) { try unset("1402", "ar", ifRevision: 1) }
    #expect(error.code == .changedSince)
    #expect(error.conflict == RegistryError.TextConflict(base: "الرصيد غير كافٍ", theirs: "نصها", mine: nil))
  }

  @Test func `a new source text makes the others stale until they are set again`() throws {
    func stale() throws -> [String] {
      try registry.open(.reading).read { try $0.translations(TranslationFilter(isStale: true)) }.map {
        "\($0.code) \($0.language)"
      }
    }
    #expect(try stale() == [])
    try registry.set("1402", "en", "Balance too low")
    #expect(try stale() == ["1402 ar", "1402 zh-Hans"])
    try registry.set("1402", "ar", "الرصيد منخفض جدًا")
    #expect(try stale() == ["1402 zh-Hans"])
    try registry.set("1402", "en", "Balance too low")
    #expect(try stale() == ["1402 zh-Hans"], "the same source text changes no meaning")
    try registry.set("1402", "zh-Hans", "余额过低")
    #expect(try stale() == [])
    #expect(try registry.open(.reading).read { try $0.status() }.languages.map(\.stale) == [0, 0, 0])
    try HistoryReplay(registry).verify()
  }

  @Test func `several edits are one operation, and an error rolls all of them back`() throws {
    let outcome = try registry.edit { (editor) throws(RegistryError) in
      try editor.setTranslation(code: "1402", language: "ar", text: "أ")
      try editor.setTranslation(code: "1402", language: "ar", text: "ب")
      try editor.setTranslation(code: "200", language: "zh", text: "好")
    }
    #expect(outcome.operation == 2)
    #expect(try registry.revision == 2)
    try HistoryReplay(registry).verify()
    let before = try registry.bytes
    #expect(throws: RegistryError.self) {
      try registry.edit { (editor) throws(RegistryError) in
        try editor.setTranslation(code: "1402", language: "ar", text: "ج")
        try editor.setTranslation(code: "9999", language: "ar", text: "د")
      }
    }
    #expect(try registry.bytes == before)
  }
}
