import Foundation
import RegistryTestSupport
import Testing

@testable import Registry

@Suite struct SnapshotFileTests {
  @Test func `the same content has the same bytes, however the edits went`() throws {
    var images: Set<[UInt8]> = []
    for _ in 0..<8 {
      let registry = try SeededRegistry()
      let codes = try registry.store.codes().map(\.code.code).prefix(20)
      for code in codes.shuffled().prefix(10) { try registry.set(code, "ar", "a detour by \(code)") }
      for code in codes.shuffled() { try registry.set(code, "ar", "نص \(code)") }
      let created = try registry.release("1")
      #expect(created.manifest.revision == 31)
      images.insert(try DatabaseFile.read(created.path))
    }
    #expect(images.count == 1)
  }

  @Test func `a release reads back as it was`() throws {
    let registry = try SeededRegistry()
    _ = try registry.store.edit(as: .test) { (editor) throws(RegistryError) in
      try editor.editCode("1402") {
        $0.httpStatus = 402
        $0.isRetryable = false
        $0.description = "وصف 说明"
      }
      try editor.editCode("1401") {
        $0.state = .deprecated
        $0.replacedBy = 1402
      }
      try editor.editCode("1004") { $0.state = .retired }
    }
    let created = try registry.release("1.0+a_b-c")
    let file = try SnapshotFile(verifying: created.path)
    #expect(file.snapshot == (try registry.store.snapshot()))
    #expect(file.hasManifest)
    #expect(file.info.release == "1.0+a_b-c")
    #expect(file.info.revision == 2)
    #expect(file.info.contentDigest == file.snapshot.contentDigest)
    #expect(file.info.fileSHA256 == created.manifest.fileSHA256)
  }

  @Test(arguments: 0..<10)
  func `each part of the content is in its digest`(part: Int) throws {
    let registry = try SeededRegistry()
    let before = try registry.store.snapshot().contentDigest
    _ = try registry.store.edit(as: .test) { (editor) throws(RegistryError) in
      switch part {
      case 0: try editor.setTranslation(code: "1402", language: "ar", text: "x")
      case 1: try editor.unsetTranslation(code: "1402", language: "ar")
      case 2: try editor.editCode("1402") { $0.symbol = "X" }
      case 3: try editor.editCode("1402") { $0.state = .deprecated }
      case 4: try editor.editCode("1402") { $0.httpStatus = 402 }
      case 5: try editor.editCode("1402") { $0.description = "x" }
      case 6: try editor.editLanguage("ar") { $0.ownName = "x" }
      case 7: try editor.editCategory("otp") { $0.ranges = [1600...1700] }
      case 8: try editor.editCategory("otp") { $0.names[.english] = "x" }
      default: try editor.editCode("1402") { $0.isRetryable = false }
      }
    }
    #expect(try registry.store.snapshot().contentDigest != before)
  }

  @Test func `states and history are not in the digest`() throws {
    let registry = try SeededRegistry()
    let before = try registry.store.snapshot()
    let text = try #require(before.messages.first { $0.code == 1402 && $0.language == .arabic }).text
    try registry.set(1402, "ar", "x")
    try registry.set(1402, "ar", text)
    let after = try registry.store.snapshot()
    #expect(after.revision == before.revision + 2)
    #expect(after.contentDigest == before.contentDigest)
  }

  @Test func `a damaged file in the way of its own release is made anew`() throws {
    let registry = try SeededRegistry()
    let created = try registry.release("1")
    let sound = try DatabaseFile.read(created.path)
    try Data(sound.prefix(9_000)).write(to: URL(filePath: created.path.description))
    let again = try registry.release("1")
    #expect(again.isChanged)
    #expect(try DatabaseFile.read(created.path) == sound)
  }

  @Test func `every released message is found by the reader's view and by the catalog alike`() throws {
    let registry = try SeededRegistry()
    _ = try registry.store.edit(as: .test) { (editor) throws(RegistryError) in
      try editor.addLanguage(
        Language(
          tag: try editor.tag("ur"), englishName: "Urdu", ownName: "اردو", direction: .rightToLeft, fallback: .arabic,
          isRequired: false, position: 4))
      try editor.unsetTranslation(code: "1402", language: "ar")
      try editor.setTranslation(code: "200", language: "ur", text: "کامیاب")
      try editor.editCode("1004") { $0.state = .retired }
    }
    let created = try registry.release("1")
    for (file, catalog) in [
      ("registry.db", try Catalog(registry: registry.path)), ("registry-1.db", try Catalog(snapshot: created.path)),
    ] {
      let rows = try Command(
        "sqlite3",
        ["-separator", "\t", file, "SELECT code, language, text, text_language, direction FROM localized_message"],
        in: registry.folder.path
      ).run().output.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
      #expect(rows.count == 60 * 4)
      for row in rows {
        let code = try #require(Int(row[0]))
        let message = try #require(catalog.message(for: code, in: [row[1]]))
        #expect([message.text, message.language.description, message.direction.rawValue] == Array(row[2...]))
      }
    }
  }
}

extension Editor {
  /// A tag that a test is sure of.
  fileprivate func tag(_ text: String) throws(RegistryError) -> LanguageTag {
    guard let tag = LanguageTag(text) else { throw RegistryError(.invalidLanguageTag, text) }
    return tag
  }
}
