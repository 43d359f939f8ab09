import Foundation
import RegistryBytes
import RegistrySQLite
import RegistryTestSupport
import Testing

@testable import Registry

/// Compares catalogs of a live registry with those of a release made from it.
struct CatalogRegistryTests {
  private let release: ReleaseFixture
  init() throws { release = try ReleaseFixture() }

  private func catalog() throws -> Catalog { try Catalog(registry: release.registry.path) }

  @Test func `the catalog agrees with localized_message for every code and language`() throws {
    let catalog = try catalog()
    let connection = try Connection(path: release.registry.path.bytes, access: .readOnly)
    let rows = try Database(connection).query(
      "SELECT code, language, text, text_language, direction, symbol, category FROM localized_message")
    var count = 0
    while try rows.next() {
      count += 1
      let (code, language) = (try rows.integer(0), try rows.text(1))
      let message = try #require(catalog.message(for: code, in: [language]), "\(code) \(language)")
      #expect(try Array(message.text.utf8) == Array(rows.text(2).utf8), "\(code) \(language)")
      #expect(try message.language == rows.tag(3), "\(code) \(language)")
      #expect(try message.direction == rows.word(4, as: Direction.self), "\(code) \(language)")
      #expect(message.code == code)
      #expect(try catalog.statusCode(code)?.symbol == rows.text(5))
      #expect(try catalog.statusCode(code)?.category == rows.text(6))
    }
    #expect(count == 60 * 6, "every code that is not retired, in every language")
  }

  @Test func `the number 0 is a code like any other`() throws {
    let release = try ReleaseFixture()
    try release.registry.edit { (editor) throws(RegistryError) in
      try editor.addCategory(StatusCategory(key: "core", position: 9, ranges: [0...0], names: [.english: "Core"]))
      let symbol = String(repeating: "A", count: 128)
      try editor.addCode(StatusCode(number: 0, symbol: symbol, category: "core", httpStatus: 200), text: "Done")
    }
    let live = try Catalog(registry: release.registry.path)
    let (file, _) = try release.registry.open(.reading).read { (try $0.snapshot(), 0) }
    for catalog in [live, try Catalog(file)] {
      #expect(catalog.message(for: 0, in: "en")?.text == "Done")
      #expect(catalog.statusCode(0)?.symbol.count == 128)
      #expect(catalog.message(for: 1, in: "en") == nil)
    }
  }

  @Test func `the catalog has the revision from which it was made`() throws {
    let catalog = try catalog()
    #expect(catalog.revision == 2)
    #expect(catalog.release == nil)
    #expect(catalog.contentDigest == release.created.manifest.contentDigest)
    #expect(catalog.categories == (try release.registry.open(.reading).read { try $0.categories() }.map(\.value)))
    #expect(catalog.languages.map(\.tag.description) == ["en", "ar", "zh-Hans", "fr", "fr-CA", "zh-Hant"])
  }

  @Test func `the catalog of a registry answers like the catalog of its release`() throws {
    let (live, released) = (try catalog(), try Catalog(snapshot: release.path))
    #expect(released.message(for: 1402, in: ["fr-CA", "zh-Hant"])?.language == .simplifiedChinese)
    #expect(live.languages == released.languages)
    #expect(live.categories == released.categories)
    let tags = live.languages.map(\.tag.description)
    let lists =
      tags.flatMap { first in tags.map { [first, $0] } } + [
        [], ["fr-CA-x-quebec"], ["zh-TW"], ["zh-CN"], ["AR_sa"], ["de"], ["de", "ar"], ["", "*", "../x", "ar"],
        ["ar", "en", "zh-Hans"],
      ]
    for code in [0, -1, 99_999, .max, .min] + Array(199...201) + Array(1_000...1_700) {
      #expect(live.statusCode(code) == released.statusCode(code), "\(code)")
      for preferred in lists {
        let (message, expected) = (live.message(for: code, in: preferred), released.message(for: code, in: preferred))
        if message != expected { Issue.record("\(code) in \(preferred)") }
      }
    }
    for tag in tags + ["AR_sa", "zh-CN", "de", "", "*"] {
      #expect(live.missingCodes(in: tag) == released.missingCodes(in: tag), "\(tag)")
    }
    for key in live.categories.map(\.key) + ["none"] {
      #expect(live.statusCodes(inCategory: key) == released.statusCodes(inCategory: key), "\(key)")
    }
  }

  @Test func `a retired code has no message, a deprecated one has`() throws {
    let catalog = try catalog()
    #expect(catalog.message(for: 1004, in: ["en"]) == nil)
    #expect(catalog.statusCode(1004)?.state == .retired)
    #expect(catalog.message(for: 1003, in: ["en"])?.text == "Update failed")
    let deprecated = try #require(catalog.statusCode(1003))
    #expect(deprecated.replacedBy == 1000 && deprecated.httpStatus == 409 && deprecated.isRetryable == true)
    #expect(deprecated.description == "Kept for old callers.")
  }

  @Test func `a catalog keeps the content from which it was made`() throws {
    let catalog = try catalog()
    try release.registry.set("200", "ar", "غيره")
    #expect(catalog.message(for: 200, in: ["ar"])?.text == "تم التنفيذ بنجاح")
    #expect(try self.catalog().message(for: 200, in: ["ar"])?.text == "غيره")
  }

  @Test func `a file of the other kind is refused`() throws {
    let live = try #require(throws: RegistryError.self) { try Catalog(snapshot: release.registry.path) }
    #expect(live.code == .notASnapshot)
    let released = try #require(throws: RegistryError.self) { try Catalog(registry: release.path) }
    #expect(released.code == .notARegistry)
  }

  @Test func `a code and its category have all properties that a service needs`() throws {
    let codes = try release.registry.open(.reading).read { try $0.codes() }.map(\.value)
    for catalog in [try catalog(), try Catalog(snapshot: release.path)] {
      for code in codes { #expect(catalog.statusCode(code.number) == code) }
      for category in catalog.categories {
        #expect(catalog.statusCodes(inCategory: category.key) == codes.filter { $0.category == category.key })
      }
      #expect(catalog.statusCodes(inCategory: "none") == [])
    }
  }

  @Test func `a registry that is replaced while a catalog is loaded is read again`() async throws {
    let registry = try RegistryFixture()
    let (path, bytes) = (registry.path, try registry.bytes)
    let next = registry.folder.file("next.db")
    var duration = Duration.zero
    for round in 0..<200 {
      try FileSystem.publish(bytes, at: Array(next.utf8), existing: .replace)
      // One replacement for each load, at different moments of it.
      let delay = duration * (round % 50) / 50
      let replacement = Task.detached {
        usleep(UInt32(delay / .microseconds(1)))
        return rename(next, "\(path)")
      }
      duration = ContinuousClock().measure { #expect(throws: Never.self) { try Catalog(registry: path) } }
      #expect(await replacement.value == 0)
    }
  }

  @Test(arguments: ["translation", "status_code", "language", "category"])
  func `a live registry with a tree of 50^17 rows is refused`(tree: String) throws {
    let registry = try RegistryFixture()
    let root = try registry.shell("SELECT rootpage FROM sqlite_schema WHERE name = '\(tree)'").output
    var prepared = PreparedDatabase(try registry.bytes)
    prepared.plantBomb(root: try #require(Int(root.filter(\.isNumber))))
    try FileSystem.publish(prepared.bytes, at: registry.path.bytes, existing: .replace)
    let error = try #require(throws: RegistryError.self) { try Catalog(registry: registry.path) }
    #expect(error.code == .corrupt)
  }
}
