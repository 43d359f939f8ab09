import Foundation
import RegistrySQLite
import RegistryTestSupport
import Testing

@testable import RegistryCatalog

struct CatalogTests {
  /// Where a catalog comes from.
  enum Source: CaseIterable {
    case snapshot
    case unverifiedSnapshot
    case values
  }

  private let fixture: SnapshotFixture
  init() throws { fixture = try SnapshotFixture() }

  private func catalog(_ source: Source) throws -> Catalog {
    switch source {
    case .snapshot: try Catalog(snapshot: fixture.path)
    case .unverifiedSnapshot: try Catalog(snapshot: fixture.path, verifies: false)
    case .values: try Catalog(fixture.released.snapshot())
    }
  }

  @Test(arguments: Source.allCases)
  func `it agrees with localized_message for every code and language`(source: Source) throws {
    let catalog = try catalog(source)
    let connection = try Connection(path: fixture.path.bytes, access: .readOnly)
    let rows = try connection.statement(
      "SELECT code, language, text, text_language, direction, symbol, category FROM localized_message")
    var count = 0
    while try rows.step() {
      count += 1
      let (code, language) = (try rows.integer(0), try rows.text(1))
      let message = try #require(catalog.message(for: code, in: [language]), "\(code) \(language)")
      #expect(try Array(message.text.utf8) == Array(rows.text(2).utf8), "\(code) \(language)")
      #expect(try message.language.description == rows.text(3), "\(code) \(language)")
      #expect(try message.direction.rawValue == rows.text(4), "\(code) \(language)")
      #expect(message.code == code)
      #expect(try catalog.statusCode(code)?.symbol == rows.text(5))
      #expect(try catalog.statusCode(code)?.category == rows.text(6))
    }
    #expect(count == 60 * 6, "every code that is not retired, in every language")
  }

  @Test(arguments: Source.allCases)
  func `it is of the revision that it was made from`(source: Source) throws {
    let catalog = try catalog(source)
    #expect(catalog.revision == 2)
    #expect(catalog.release == (source == .values ? nil : "1.0"))
    #expect(catalog.contentDigest == (try ManifestClaims(at: fixture.manifestPath).contentDigest))
    let categories = try fixture.released.snapshot().categories
    #expect(catalog.categories == categories.sorted { $0.position < $1.position })
    #expect(catalog.languages.map(\.tag.description) == ["en", "ar", "zh-Hans", "fr", "fr-CA", "zh-Hant"])
  }

  @Test(arguments: [
    (200, ["fr"], "fr"), (200, ["fr-CA"], "fr"), (200, ["fr-CA-x-quebec"], "fr"), (1000, ["fr-CA"], "ar"),
    (1402, ["ar"], "en"), (1402, ["fr-CA"], "en"), (1401, ["zh-Hans"], "en"), (1401, ["zh-Hant"], "en"),
    (200, ["zh-Hant"], "zh-Hans"), (200, ["zh-TW"], "zh-Hans"), (200, ["zh-CN"], "zh-Hans"), (200, ["AR_sa"], "ar"),
    // The next preference comes before the source language.
    (1402, ["ar", "zh-Hans"], "zh-Hans"), (1402, ["fr-CA", "zh-Hant"], "zh-Hans"), (1401, ["zh-Hans", "ar"], "ar"),
    (1000, ["fr-CA", "zh-Hans"], "ar"), (1402, ["ar", "en", "zh-Hans"], "en"), (200, ["en", "ar"], "en"),
    (200, ["ar", "en"], "ar"),
    // What means no known language is passed over.
    (200, [], "en"), (200, ["de"], "en"), (200, ["de", "ar"], "ar"), (200, ["", "*", "../x", "ar"], "ar"),
  ])
  func `the first language that has the text answers`(code: Int, preferred: [String], language: String) throws {
    for source in Source.allCases {
      let message = try #require(try catalog(source).message(for: code, in: preferred))
      #expect(message.language.description == language)
      #expect(message.direction == (language == "ar" ? .rightToLeft : .leftToRight))
    }
  }

  @Test(arguments: [0, -1, 199, 201, 1408, 99_999, .max, .min])
  func `an unknown code has no message`(code: Int) throws {
    let catalog = try catalog(.snapshot)
    #expect(catalog.message(for: code, in: ["en"]) == nil)
    #expect(catalog.statusCode(code) == nil)
  }

  @Test func `a retired code is known but has no message, a deprecated one has`() throws {
    for source in Source.allCases {
      let catalog = try catalog(source)
      #expect(catalog.message(for: 1004, in: ["en"]) == nil)
      #expect(catalog.statusCode(1004)?.state == .retired)
      #expect(catalog.message(for: 1003, in: ["en"])?.text == "Update failed")
      let deprecated = try #require(catalog.statusCode(1003))
      #expect(deprecated.replacedBy == 1000 && deprecated.httpStatus == 409 && deprecated.isRetryable == true)
      #expect(deprecated.description == "Kept for old callers.")
    }
  }

  @Test func `a file of the other kind is refused`() throws {
    try #require(try fixture.shell("PRAGMA application_id = \(DatabaseFile.registryID)").status == 0)
    let live = try #require(throws: RegistryError.self) { try catalog(.snapshot) }
    #expect(live.code == .notASnapshot)
  }

  @Test func `many tasks read one catalog at once`() async throws {
    let catalog = try catalog(.snapshot)
    let alone = (1_400..<1_408).map { catalog.message(for: $0, in: ["zh"]) }
    await withTaskGroup { group in
      for _ in 0..<8 { group.addTask { (1_400..<1_408).map { catalog.message(for: $0, in: ["zh"]) } } }
      for await answers in group { #expect(answers == alone) }
    }
    #expect(!alone.contains(nil))
  }

  @Test(arguments: [
    (200, ["fr"], false), (200, ["fr-CA"], true), (1000, ["fr-CA"], true), (1402, ["ar"], true), (1402, ["en"], false),
    (200, ["AR_sa"], false), (200, ["de"], true), (200, [], true), (1402, ["ar", "en"], false),
  ])
  func `it says whether another language than the one that was asked for answers`(
    code: Int, preferred: [String], isFallback: Bool
  ) throws {
    #expect(try catalog(.snapshot).message(for: code, in: preferred)?.isFallback == isFallback)
  }

  @Test(arguments: [
    ("ar-SA,ar;q=0.9,en;q=0.8", "ar"), ("en;q=0.1, ar", "ar"), ("de, zh-CN;q=0.5, ar;q=0.4", "zh-Hans"), ("*", "en"),
    ("", "en"), ("junk;;;, ;q=, ar", "ar"), ("zh-TW", "zh-Hans"), ("iw, cmn-CN", "zh-Hans"),
    // A language that is not acceptable does not stand in for another one, the last resort aside.
    ("zh-TW, zh-Hans;q=0", "en"), ("zh-TW, zh;q=0, ar;q=0.5", "ar"), ("fr-CA, fr;q=0", "ar"), ("en;q=0", "en"),
  ])
  func `the field of an HTTP request is read as it comes`(field: String, language: String) throws {
    let catalog = try catalog(.snapshot)
    let message = try #require(catalog.message(for: 200, in: field))
    #expect(message.language.description == language)
    #expect(catalog.message(for: 200, in: AcceptLanguage(field)) == message)
  }

  @Test(
    arguments: [
      ("zh", "zh-Hans"), ("zh-CN", "zh-Hans"), ("zh-SG", "zh-Hans"), ("zh-Hans-HK", "zh-Hans"), ("zh-TW", "en"),
      ("zh-HK", "en"), ("zh-MO", "en"), ("zh-Hant", "en"), ("zh-Hant-CN", "en"), ("ar-EG", "ar"), ("ar-Latn", "en"),
      ("en-GB", "en"),
    ])
  func `traditional Chinese is never answered in simplified, unless a language row says so`(
    tag: String, language: String
  ) throws {
    let seeded = try fixture.release(
      "2.0",
      changed: """
        INSERT INTO message VALUES (1402, 'ar', 'x'); DELETE FROM message WHERE language = 'fr';
        DELETE FROM language WHERE position > 3;
        DELETE FROM language_fallback WHERE language NOT IN (SELECT tag FROM language)
        """
    ).catalog()
    try #require(seeded.languages.map(\.tag) == [.english, .arabic, .simplifiedChinese])
    let message = try #require(seeded.message(for: 1402, in: [tag]))
    #expect(message.language.description == language)
    #expect(message.isFallback == (language == "en" && tag != "en-GB"))
  }

  @Test func `a code is known by all that a service needs of it, and so is its category`() throws {
    let codes = try fixture.released.snapshot().codes
    #expect(codes.count == 61)
    for source in Source.allCases {
      let catalog = try catalog(source)
      for code in codes { #expect(catalog.statusCode(code.number) == code) }
      for category in catalog.categories {
        #expect(catalog.statusCodes(inCategory: category.key) == codes.filter { $0.category == category.key })
      }
      #expect(catalog.statusCodes(inCategory: "none") == [])
    }
  }

  @Test(arguments: [("ar", [1402]), ("AR_sa", [1402]), ("zh-CN", [1401]), ("en", [])])
  func `what is missing in a language is told, whatever its fallback says`(language: String, missing: [Int]) throws {
    #expect(try catalog(.snapshot).missingCodes(in: language) == missing)
  }

  @Test(arguments: ["fr-CA", "de", "", "*"])
  func `in a language without texts every code is missing that is not retired`(language: String) throws {
    let missing = try catalog(.snapshot).missingCodes(in: language)
    #expect(missing.count == 60)
    #expect(missing == missing.sorted() && !missing.contains(1004))
  }

  @Test func `text that is not UTF-8 is refused, although its digest is right`() throws {
    let release = try fixture.release("2.0", changed: "UPDATE message SET text = CAST(x'ff' AS TEXT) WHERE code = 200")
    for path in [release.manifestPath, nil] {
      if path == nil {
        try FileManager.default.removeItem(atPath: release.manifestPath.description)
      }
      let error = try #require(throws: RegistryError.self) { try release.catalog() }
      #expect(error.code == .corrupt && error.message.hasSuffix("holds text that is not UTF-8."), "\(error)")
    }
  }

  @Test func `nothing unverified is held`() throws {
    try #require(try fixture.shell("UPDATE message SET text = 'x' WHERE code = 200").status == 0)
    #expect(throws: RegistryError.self) { try catalog(.snapshot) }
    #expect(try catalog(.unverifiedSnapshot).message(for: 200, in: ["ar"])?.text == "x", "unless that was asked for")
  }

  @Test(arguments: [
    "UPDATE message SET text = CAST(x'ff' AS TEXT) WHERE code = 200",
    "UPDATE status_code SET symbol = 'X' WHERE code = 200",
    "DELETE FROM message WHERE code = 200 AND language = 'ar'", "UPDATE language SET own_name = 'x' WHERE tag = 'ar'",
    "INSERT INTO message VALUES (200, 'fr-CA', 'x')", "UPDATE status_code SET description = 'x' WHERE code = 200",
    "UPDATE status_code SET http_status = 99 WHERE code = 200",
    "UPDATE status_code SET category = 'none' WHERE code = 200",
    "UPDATE status_code SET state = 'gone' WHERE code = 200",
    "UPDATE message SET language = 'none' WHERE code = 200 AND language = 'ar'",
    "UPDATE category_name SET name = 'x'", "UPDATE category_range SET last = 1200 WHERE first = 1100",
    "DELETE FROM language_fallback", "UPDATE registry_info SET value = '2' WHERE key = 'format'",
    "DELETE FROM status_code",
    "DELETE FROM registry_info WHERE key = 'created_at'", "CREATE TABLE more (x)", "DROP VIEW localized_message",
    "PRAGMA encoding = 'UTF-16'; VACUUM; CREATE INDEX i ON status_code (symbol)",
  ])
  func `a changed file is refused, whatever was changed`(sql: String) throws {
    try #require(try fixture.shell("PRAGMA foreign_keys = OFF; \(sql)").status == 0)
    try #require(try Command("rm", ["registry-1.0.manifest.json"], in: fixture.folder.path).run().status == 0)
    let error = try #require(throws: RegistryError.self) { try catalog(.snapshot) }
    #expect([.corrupt, .foreign].contains(error.code.kind), "\(error)")
    // What nobody vouches for must not trap either.
    _ = try? catalog(.unverifiedSnapshot).message(for: 200, in: ["ar"])
  }

  @Test func `a manifest is compared where one lies beside the file, or is insisted on`() throws {
    let next = try fixture.release("2.0", text: "تم", of: 200, in: "ar")
    let error = try #require(throws: RegistryError.self) {
      try Catalog(snapshot: fixture.path, manifest: next.manifestPath)
    }
    #expect(error.code == .manifestMismatch)
    let missing = try #require(throws: RegistryError.self) {
      try Catalog(snapshot: fixture.path, manifest: RegistryPath(fixture.folder.file("none.json")))
    }
    #expect(missing.code == .fileNotFound)
  }

  @Test(arguments: [true, false])
  func `a required manifest must be beside the snapshot, even when nothing is verified`(verifies: Bool) throws {
    _ = try Catalog(snapshot: fixture.path, requiresManifest: true, verifies: verifies)
    try FileManager.default.removeItem(atPath: "\(fixture.manifestPath)")
    let error = try #require(throws: RegistryError.self) {
      try Catalog(snapshot: fixture.path, requiresManifest: true, verifies: verifies)
    }
    #expect(error.code == .unverified)
    #expect(error.message.contains("There is no manifest beside"))
    _ = try Catalog(snapshot: fixture.path, verifies: verifies)
  }

  @Test(arguments: [
    (9_999, "en"), (200, "de"),
  ])
  func `a message that belongs to no code or language is refused`(code: Int, language: String) throws {
    let sound = try fixture.released.snapshot()
    let stray = Snapshot.Message(code: code, language: try #require(LanguageTag(language)), text: "x")
    let error = try #require(throws: RegistryError.self) {
      try Catalog(
        Snapshot(
          revision: 1, languages: sound.languages, categories: sound.categories, codes: sound.codes,
          messages: sound.messages + [stray]))
    }
    #expect(error.code == .ruleBroken)
  }

  @Test func `an empty snapshot makes an empty catalog`() throws {
    let catalog = try Catalog(Snapshot(revision: 0, languages: [], categories: [], codes: [], messages: []))
    #expect(catalog.message(for: 200, in: ["en", "ar"]) == nil)
    #expect(catalog.languages.isEmpty)
  }

  @Test func `fallbacks that run in a circle end`() throws {
    func language(_ tag: LanguageTag, _ fallback: LanguageTag) -> Language {
      Language(
        tag: tag, englishName: "x", ownName: "x", direction: .leftToRight, fallback: fallback, isRequired: false,
        position: 1)
    }
    let catalog = try Catalog(
      Snapshot(
        revision: 1, languages: [language(.english, .arabic), language(.arabic, .english)],
        categories: [StatusCategory(key: "x", position: 1, ranges: [1...1], names: [:])],
        codes: [StatusCode(number: 1, symbol: "ONE", category: "x")],
        messages: [.init(code: 1, language: .english, text: "One")]))
    #expect(catalog.message(for: 1, in: ["ar"])?.text == "One")
    #expect(catalog.message(for: 1, in: ["de"]) == nil, "there is no source language")
  }

  @Test(
    arguments: ["message", "status_code", "language", "category", "registry_info", "language_fallback"], [true, false])
  func `a snapshot with a tree of 50^17 rows is refused`(tree: String, verifies: Bool) throws {
    // Without verification this table is not read.
    guard tree != "language_fallback" || verifies else { return }
    let root = try fixture.shell("SELECT rootpage FROM sqlite_schema WHERE name = '\(tree)'").output
    var prepared = PreparedDatabase(try fixture.bytes)
    prepared.plantBomb(root: try #require(Int(root.filter(\.isNumber))))
    try FileManager.default.removeItem(atPath: "\(fixture.manifestPath)")
    try fixture.write(prepared.bytes)
    let error = try #require(throws: RegistryError.self) {
      try Catalog(snapshot: fixture.path, verifies: verifies)
    }
    #expect(error.code == .corrupt)
  }
}
