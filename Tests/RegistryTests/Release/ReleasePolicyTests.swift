import Foundation
import RegistryBytes
import RegistrySQLite
import RegistryTestSupport
import Testing

@testable import Registry

struct ReleasePolicyTests {
  private let registry: RegistryFixture
  private let folder: TemporaryFolder
  init() throws {
    registry = try RegistryFixture()
    folder = try TemporaryFolder()
  }

  @discardableResult
  private func release(
    _ name: String = "1.0", state: Translation.State? = nil, lastReviewed: Bool = false,
    companions: [String: [UInt8]] = [:]
  ) throws -> SnapshotFile.Created {
    try registry.open().release(
      name, in: RegistryPath(folder.path),
      policy: ReleasePolicy(requiredState: state, usesLastReviewedTexts: lastReviewed),
      companions: { _ in companions }, actor: "amal")
  }

  private func review(_ code: String, _ language: String) throws {
    try registry.edit(by: "sami") { (editor) throws(RegistryError) in
      _ = try editor.reviewTranslation(code: code, language: language, allowsSelf: true)
    }
  }

  private func text(_ code: Int, _ language: LanguageTag, in release: SnapshotFile.Created) throws -> String? {
    try SnapshotFile(verifying: release.path).snapshot.messages.first { $0.code == code && $0.language == language }?
      .text
  }

  @Test func `a missing text of a required language is refused, and nothing is written or recorded`() throws {
    try registry.edit { (editor) throws(RegistryError) in
      try editor.unsetTranslation(code: "1402", language: "ar")
      try editor.unsetTranslation(code: "1401", language: "zh")
    }
    let error = try #require(throws: RegistryError.self) { try release() }
    #expect(error.code == .unfit)
    #expect(error.findings.map(\.check) == ["missing-text", "missing-text"])
    #expect(error.findings.map(\.row) == [.translation(1401, .simplifiedChinese), .translation(1402, .arabic)])
    #expect(try folder.names.isEmpty)
    #expect(try registry.open(.reading).read { try $0.releases() }.isEmpty)
    try registry.edit { (editor) throws(RegistryError) in
      try editor.editLanguage("ar") { $0.isRequired = false }
      try editor.editCode("1401") { $0.state = .retired }
    }
    #expect(try release().isChanged, "retired codes and languages that are not required may lack texts")
  }

  @Test func `a text that is stale because of a major change is refused, because of a minor change it is not`() throws {
    try registry.edit { (editor) throws(RegistryError) in
      try editor.setTranslation(code: "1402", language: "en", text: "Not enough", impact: .minor)
    }
    try release("1.0")
    try registry.set("1402", "en", "Blocked")
    let error = try #require(throws: RegistryError.self) { try release("1.1") }
    #expect(error.findings.map(\.check) == ["stale-text", "stale-text"])
    try registry.set("1402", "ar", "محظور")
    try review("1402", "zh")
    #expect(try release("1.1").isChanged)
  }

  @Test func `a text below the required state is refused`() throws {
    let error = try #require(throws: RegistryError.self) { try release(state: .reviewed) }
    #expect(error.findings.count == 183)
    #expect(error.findings.first?.check == "state-too-low")
    #expect(try release(state: .translated).isChanged)
    #expect(try !release(state: .initial).isChanged)
  }

  @Test func `the last reviewed text is released instead of a later one`() throws {
    try registry.set("1402", "ar", "قديم")
    try review("1402", "ar")
    try registry.set("1402", "ar", "جديد")
    try registry.set("200", "ar", "لم يراجع")
    let current = try release("1.0")
    let reviewed = try release("reviewed", lastReviewed: true)
    #expect(try text(1402, .arabic, in: current) == "جديد")
    #expect(try text(1402, .arabic, in: reviewed) == "قديم")
    #expect(try text(200, .arabic, in: reviewed) == "لم يراجع", "it never was reviewed")
    #expect(try registry.open(.reading).read { try $0.releases() }.map(\.usesLastReviewedTexts) == [false, true])
    try registry.set("1402", "ar", "أجدد")
    let again = try registry.open(.reading).read { try $0.snapshot(ofRelease: "reviewed") }
    #expect(again.contentDigest == reviewed.manifest.contentDigest)
  }

  @Test func `a review that was undone does not count`() throws {
    try registry.set("1402", "ar", "أول")
    try review("1402", "ar")
    try registry.edit { (editor) throws(RegistryError) in try editor.undo(3) }
    try registry.set("1402", "ar", "ثان")
    #expect(try text(1402, .arabic, in: release(lastReviewed: true)) == "ثان")
    for operation in [5, 4] {
      try registry.edit { (editor) throws(RegistryError) in try editor.undo(operation) }
    }
    #expect(try text(1402, .arabic, in: release("2", lastReviewed: true)) == "أول")
  }

  @Test func `a review that was undone, redone and undone again does not count`() throws {
    try registry.set("1402", "ar", "أول")
    try review("1402", "ar")
    try registry.edit { (editor) throws(RegistryError) in try editor.undo(3) }
    try registry.edit { (editor) throws(RegistryError) in try editor.redo() }
    try registry.edit { (editor) throws(RegistryError) in try editor.undo(3) }
    try registry.set("1402", "ar", "ثان")
    #expect(try text(1402, .arabic, in: release(lastReviewed: true)) == "ثان")
  }

  @Test func `a last reviewed text that has become stale is refused`() throws {
    try review("1402", "ar")
    try registry.set("1402", "en", "Blocked")
    try review("1402", "en")
    try registry.set("1402", "ar", "محظور", ifRevision: 2)
    try registry.set("1402", "zh", "已冻结")
    try release("1.0")
    let error = try #require(throws: RegistryError.self) { try release("2.0", lastReviewed: true) }
    #expect(error.findings.map(\.row) == [.translation(1402, .arabic)])
    #expect(error.findings.map(\.check) == ["stale-text"])
  }

  @Test func `migrations applied one by one or at once make no difference`() throws {
    var hashes: Set<String> = []
    // Only what a release contains: the tables of the glossary came later.
    let released = try #require(EmbeddedSQL.seed.split(separator: "-- The glossary").first)
    for first in [4, 5, 6, EmbeddedSQL.migrations.count] {
      let database = try Database.inMemory()
      _ = try Migrator.migrate(database, with: Array(EmbeddedSQL.migrations.prefix(first)), at: .now)
      try database.transaction(.immediate) { () throws(RegistryError) in
        try database.executeScript(String(released))
      }
      _ = try Migrator.migrate(database, at: .now)
      let folder = try TemporaryFolder()
      let path = RegistryPath(folder.file("registry.db"))
      try FileSystem.publish(try database.image(), at: path.bytes, existing: .refuse)
      let made = try RegistryStore(opening: path, for: .editing).release(
        "1.0", in: RegistryPath(folder.path), createdAt: .epoch, actor: "amal")
      hashes.insert(made.manifest.fileSHA256)
    }
    #expect(hashes.count == 1)
  }

  @Test func `the same release of the same content has the same bytes at any later revision`() throws {
    let first = try release()
    try registry.set("1402", "ar", "أ")
    try registry.edit { (editor) throws(RegistryError) in try editor.undo() }
    let again = try release()
    #expect(!again.isChanged)
    #expect(again.manifest == first.manifest)
    try FileManager.default.removeItem(atPath: folder.file("registry-1.0.db"))
    #expect(try release().manifest == first.manifest, "what was lost is made again, byte for byte")
  }

  @Test func `companion files are written beside the snapshot, with their hashes in the manifest`() throws {
    let companions = ["csv": Array("a,b\n".utf8), "json": Array("{}\n".utf8)]
    let created = try release(companions: companions)
    #expect(
      try folder.names == ["registry-1.0.csv", "registry-1.0.db", "registry-1.0.json", "registry-1.0.manifest.json"])
    #expect(created.manifest.also?.mapValues(\.size) == ["registry-1.0.csv": 4, "registry-1.0.json": 3])
    #expect(try !release(companions: companions).isChanged)
    #expect(try SnapshotFile(verifying: created.path).hasManifest)
    try FileManager.default.removeItem(atPath: folder.file("registry-1.0.csv"))
    #expect(try Catalog(snapshot: created.path).revision == 1, "a service needs one of the files")
    let missing = try #require(throws: RegistryError.self) { try SnapshotFile(verifying: created.path) }
    #expect(missing.code == .manifestMismatch)
    #expect(missing.message.contains("registry-1.0.csv, which the manifest lists"))
    try Data("[]".utf8).write(to: URL(filePath: folder.file("registry-1.0.json")))
    let error = try #require(throws: RegistryError.self) { try SnapshotFile(verifying: created.path) }
    #expect(error.code == .manifestMismatch)
    #expect(try release(companions: companions).isChanged, "what was lost is made again")
    #expect(try SnapshotFile(verifying: created.path).hasManifest)
  }

  @Test func `histories that end in the same content give the same bytes`() throws {
    let target = (1...6).map { ("14\(String(format: "%02d", $0 - 1))", "نص \($0)") }
    var (hashes, digests): (Set<String>, Set<String>) = ([], [])
    for seed in 1...200 {
      var random = SeededGenerator(seed: UInt64(seed))
      let registry = try RegistryFixture()
      let store = try registry.open()
      let hasDetour = seed % 4 == 0
      for (code, text) in target.shuffled(using: &random) {
        _ = try store.edit(as: OperationIntent(actor: "a\(seed)", command: "x")) { (editor) throws(RegistryError) in
          try editor.setTranslation(code: code, language: "ar", text: text)
        }
      }
      if hasDetour {
        for number in 0..<2 {
          _ = try store.edit(as: OperationIntent(actor: "b", command: "x")) { (editor) throws(RegistryError) in
            if number == 0 { try editor.editCode("1402") { $0.httpStatus = 402 } } else { _ = try editor.undo() }
          }
        }
      }
      let folder = try TemporaryFolder()
      let made = try store.release(
        "1.0", in: RegistryPath(folder.path), createdAt: Timestamp(secondsSinceEpoch: 0), actor: "amal")
      digests.insert(made.manifest.contentDigest)
      if !hasDetour { hashes.insert(made.manifest.fileSHA256) }
    }
    print(
      "canonical: 200 histories, \(hashes.count) hash of 150 of equal length, \(digests.count) content digest of all")
    #expect(hashes.count == 1)
    #expect(digests.count == 1)
  }
}
