import Registry
import Testing

struct EditorLanguagesTests {
  @Test(arguments: [-1, 1_000_001, Int.max])
  func `the last possible position is refused`(position: Int) throws {
    let registry = try RegistryFixture()
    for edit in [true, false] {
      let error = try #require(throws: RegistryError.self) {
        try registry.edit { (editor) throws(RegistryError) in
          if edit {
            try editor.editLanguage("ar") { $0.position = position }
          } else {
            try editor.editCategory("otp") { $0.position = position }
          }
        }
      }
      #expect(error.code == .invalidValue)
    }
  }

  private let registry: RegistryFixture
  private let french = Language(
    tag: LanguageTag("fr") ?? .english, englishName: "French", ownName: "Français", direction: .leftToRight,
    fallback: .english, isRequired: false, position: 4)

  init() throws { registry = try RegistryFixture() }

  @discardableResult
  private func add(_ language: Language) throws -> EditResult<Void> {
    try registry.edit { (editor) throws(RegistryError) in try editor.addLanguage(language) }
  }

  @discardableResult
  private func edit(
    _ name: String, by actor: String = "amal", ifRevision revision: Int? = nil, isDryRun: Bool = false,
    _ body: @escaping @Sendable (inout Language) -> Void
  ) throws -> EditResult<Revised<Language>> {
    try registry.edit(by: actor, isDryRun: isDryRun) { (editor) throws(RegistryError) in
      try editor.editLanguage(name, ifRevision: revision) { body(&$0) }
    }
  }

  @Test func `a new language is one operation, recorded field by field, and falls back until it is translated`() throws
  {
    #expect(try add(french).operation == 2)
    #expect(
      try registry.changes(of: 2) == [
        "language fr english_name: nothing → French", "language fr own_name: nothing → Français",
        "language fr direction: nothing → ltr", "language fr fallback: nothing → en",
        "language fr required: nothing → 0", "language fr position: nothing → 4",
      ])
    let coverage = try #require(try registry.open(.reading).read { try $0.status() }.languages.last)
    #expect(coverage.language == french.tag)
    #expect(coverage.missing == 61)
    try registry.set("200", "fr-CA", "Succès")
    #expect(
      try registry.open(.reading).read { try $0.translations(TranslationFilter(language: "fr", isMissing: true)) }.count
        == 60)
    try HistoryReplay(registry).verify()
  }

  @Test func `an invalid language is refused and changes nothing`() throws {
    let before = try registry.bytes
    var known = french
    known = Language(
      tag: .arabic, englishName: "x", ownName: "x", direction: .rightToLeft, fallback: .english, isRequired: false,
      position: 1)
    var source = french
    source.fallback = nil
    var orphan = french
    orphan.fallback = LanguageTag("de")
    var itself = french
    itself.fallback = french.tag
    var nameless = french
    nameless.ownName = " "
    var hostile = french
    hostile.englishName = "\u{202E}hcnerF"
    let cases: [(Language, RegistryError.Code)] = [
      (known, .alreadyExists), (source, .invalidValue), (orphan, .languageNotFound), (itself, .invalidValue),
      (nameless, .invalidText), (hostile, .invalidText),
    ]
    for (language, expected) in cases {
      let error = try #require(throws: RegistryError.self) { try add(language) }
      #expect(error.code == expected, "\(error)")
    }
    #expect(try registry.bytes == before)
  }

  @Test func `only changed fields are recorded, with their values before and after`() throws {
    try add(french)
    try edit("fr") {
      $0.fallback = .arabic
      $0.isRequired = true
    }
    #expect(
      try registry.changes(of: 3) == ["language fr fallback: en → ar", "language fr required: 0 → 1"])
    try HistoryReplay(registry).verify()
  }

  @Test func `fallbacks never lead back, and end at the source language`() throws {
    try add(french)
    try edit("fr") { $0.fallback = .arabic }
    let tag = french.tag
    let circle = try #require(throws: RegistryError.self) { try edit("ar") { $0.fallback = tag } }
    #expect(circle.code == .invalidValue)
    for (name, fallback) in [("en", LanguageTag.arabic), ("ar", nil)] as [(String, LanguageTag?)] {
      let error = try #require(throws: RegistryError.self) { try edit(name) { $0.fallback = fallback } }
      #expect(error.code == .invalidValue)
    }
    #expect(try registry.revision == 3)
  }

  @Test func `an edit that changes nothing makes no operation, a dry run leaves every byte`() throws {
    let before = try registry.bytes
    #expect(try edit("ar") { _ in }.operation == nil)
    #expect(try edit("ar", isDryRun: true) { $0.position = 9 }.isChanged)
    #expect(try registry.bytes == before)
  }

  @Test func `a tag cannot be changed`() throws {
    let before = try registry.bytes
    for tag in [LanguageTag.simplifiedChinese, french.tag] {
      let error = try #require(throws: RegistryError.self) {
        try edit("ar") {
          $0 = Language(
            tag: tag, englishName: "x", ownName: "x", direction: .leftToRight, fallback: .english, isRequired: true,
            position: 1)
        }
      }
      #expect(error.code == .ruleBroken)
    }
    #expect(try registry.bytes == before)
  }

  @Test func `an edit made from an older revision is refused, and a repeated one changes nothing`() throws {
    try edit("ar", by: "noura", ifRevision: 1) { $0.position = 9 }
    let error = try #require(throws: RegistryError.self) { try edit("ar", ifRevision: 1) { $0.position = 8 } }
    #expect(error.code == .changedSince)
    #expect(try !edit("ar", by: "noura", ifRevision: 1) { $0.position = 9 }.isChanged)
    #expect(throws: RegistryError.self) { try edit("ar", by: "amal", ifRevision: 1) { $0.position = 9 } }
  }

  @Test(arguments: [
    ("fr", RegistryError.Code.languageNotFound), ("zh-TW", .languageNotFound), ("e", .invalidLanguageTag),
  ])
  func `an unknown language is refused`(name: String, expected: RegistryError.Code) throws {
    let error = try #require(throws: RegistryError.self) {
      try registry.open(.reading).read { try $0.language(named: name) }.value
    }
    #expect(error.code == expected)
  }
}
