import RegistryBytes
import RegistrySQLite
import RegistryTestSupport
import Testing

@testable import Registry

struct RegistryStoreReleasingTests {
  private let registry: RegistryFixture
  private let folder: TemporaryFolder

  init() throws {
    registry = try RegistryFixture()
    folder = try TemporaryFolder()
  }

  @Test func `recording a release does not change the revision, and repeating it has no effect`() throws {
    let manifest = try ReleaseFixture.release(registry, in: folder).manifest
    #expect(try !ReleaseFixture.release(registry, in: folder).isChanged)
    let status = try registry.open(.reading).read { try $0.status() }
    #expect(status.revision == 1)
    let record = try #require(status.lastRelease)
    #expect(record.name == "1.0")
    #expect(record.revision == 1)
    #expect(record.contentDigest == manifest.contentDigest)
    #expect(record.createdAt == manifest.createdAt)
    #expect(record.actor == "amal")
    #expect(Timestamp(record.recordedAt)?.description == record.recordedAt)
    #expect(try registry.values("SELECT count(*) FROM release") == [1])
  }

  @Test func `a recorded release is never made of another date, revision or choice of texts`() throws {
    try ReleaseFixture.release(registry, in: folder)
    try registry.set("1402", "ar", "غيره")
    let before = try registry.bytes
    let elsewhere = try TemporaryFolder()
    let path = RegistryPath(elsewhere.path)
    let store = try registry.open()
    for isDryRun in [true, false] {
      for (attempt, words) in [
        ({ try store.release("1.0", in: path, createdAt: .epoch, actor: "x", isDryRun: isDryRun) }, "1970-01-01"),
        ({ try store.release("1.0", in: path, revision: 2, actor: "x", isDryRun: isDryRun) }, "revision 1, not 2"),
        (
          {
            try store.release(
              "1.0", in: path, policy: ReleasePolicy(usesLastReviewedTexts: true), actor: "x", isDryRun: isDryRun)
          }, "not with those reviewed last"
        ),
      ] as [(() throws -> SnapshotFile.Created, String)] {
        let error = try #require(throws: RegistryError.self) { _ = try attempt() }
        #expect(error.code == .releaseExists)
        #expect(error.message.contains("by amal"))
        #expect(error.message.contains(words), "\(error.message)")
      }
    }
    #expect(try registry.bytes == before)
    #expect(try elsewhere.names == [])
  }

  @Test func `a recorded release is written again byte for byte, whatever was edited since`() throws {
    let release = try ReleaseFixture()
    let names = ["registry-1.0.db", "registry-1.0.manifest.json"]
    let before = try names.map { try FileSystem.read(Array(release.folder.file($0).utf8)) }
    try release.registry.edit(by: "sami") { (editor) throws(RegistryError) in
      _ = try editor.reviewTranslation(code: "200", language: "ar", allowsSelf: true)
      try editor.setTranslation(code: "200", language: "en", text: "Fine")
      try editor.setTranslation(code: "1402", language: "ar", text: "غيره")
      try editor.editCode("1401") { $0.state = .retired }
    }
    let registry = try release.registry.bytes
    let again = try ReleaseFixture.release(release.registry, in: folder)
    #expect(again.isChanged)
    #expect(again.recorded?.name == "1.0")
    #expect(try names.map { try FileSystem.read(Array(folder.file($0).utf8)) } == before)
    #expect(try release.registry.bytes == registry, "nothing is recorded twice")
    #expect(try !ReleaseFixture.release(release.registry, in: release.folder).isChanged)
  }

  @Test func `a release with the last reviewed texts is written again with them`() throws {
    try registry.edit(by: "sami") { (editor) throws(RegistryError) in
      _ = try editor.reviewTranslation(code: "1402", language: "ar", allowsSelf: true)
    }
    try registry.set("1402", "ar", "مسودة", ifRevision: 2)
    let policy = ReleasePolicy(usesLastReviewedTexts: true)
    let first = try registry.open().release("1.0", in: RegistryPath(folder.path), policy: policy, actor: "amal")
    try registry.set("1402", "ar", "غيره")
    let elsewhere = try TemporaryFolder()
    let again = try registry.open().release("1.0", in: RegistryPath(elsewhere.path), actor: "amal")
    #expect(again.manifest == first.manifest)
  }

  @Test func `a text that was reviewed and removed does not come back when its release is replayed`() throws {
    try registry.edit(by: "sami") { (editor) throws(RegistryError) in
      try editor.editLanguage("ar") { $0.isRequired = false }
      _ = try editor.reviewTranslation(code: "1402", language: "ar", allowsSelf: true)
    }
    try registry.edit { (editor) throws(RegistryError) in
      try editor.unsetTranslation(code: "1402", language: "ar")
    }
    let policy = ReleasePolicy(usesLastReviewedTexts: true)
    _ = try registry.open().release("1.0", in: RegistryPath(folder.path), policy: policy, actor: "amal")
    let replayed = try registry.open(.reading).read { try $0.snapshot(ofRelease: "1.0") }
    #expect(!replayed.messages.contains { $0.code == 1402 && $0.language == .arabic })
    #expect(replayed.messages.contains { $0.code == 1402 && $0.language == .english })
  }

  @Test func `a release that another program's edit is part of is written again while it is the current content`()
    throws
  {
    let sql = "UPDATE translation SET text = 'raw' WHERE code = 1402 AND language = 'ar'"
    try #require(try Command("sqlite3", ["registry.db", sql], in: registry.folder.path).run().status == 0)
    let first = try ReleaseFixture.release(registry, in: folder)
    let elsewhere = try TemporaryFolder()
    #expect(try ReleaseFixture.release(registry, in: elsewhere).manifest == first.manifest)
    try registry.set("1402", "ar", "غيره")
    let error = try #require(throws: RegistryError.self) { try ReleaseFixture.release(registry, in: elsewhere) }
    #expect(error.code == .unverified)
  }

  @Test func `a release is written again with the version of the schema that the registry had`() throws {
    try ReleaseFixture.release(registry, in: folder)
    let version = EmbeddedSQL.migrations.count
    let sql = "UPDATE schema_migration SET applied_at = '2999-01-01T00:00:00Z' WHERE version = \(version)"
    try #require(try Command("sqlite3", ["registry.db", sql], in: registry.folder.path).run().status == 0)
    let elsewhere = try TemporaryFolder()
    let again = try ReleaseFixture.release(registry, in: elsewhere)
    #expect(try SnapshotFile(verifying: again.path).info.schemaVersion == version - 1)
    #expect(try elsewhere.names == ["registry-1.0.db", "registry-1.0.manifest.json"])
  }

  @Test func `the content of any revision is released, and recorded as that of its revision`() throws {
    let path = RegistryPath(folder.path)
    let current = try registry.open().release("at-1", in: path, actor: "amal").manifest
    try registry.set("1402", "ar", "أ")
    try registry.set("1402", "ar", "ب")
    let store = try registry.open()
    for (revision, text) in [(2, "أ"), (3, "ب")] {
      let made = try store.release("r\(revision)", in: path, revision: revision, actor: "amal")
      let file = try SnapshotFile(verifying: made.path)
      #expect(file.info.revision == revision)
      #expect(file.snapshot.messages.first { $0.code == 1402 && $0.language == .arabic }?.text == text)
      #expect(
        try registry.values("SELECT at FROM operation WHERE id = \(revision)") == [.text(made.manifest.createdAt)])
    }
    let first = try store.release("r1", in: path, revision: 1, actor: "amal")
    #expect(first.manifest.contentDigest == current.contentDigest)
    #expect(first.manifest.coverage == current.coverage)
    #expect(try store.read { try $0.releases() }.map(\.revision) == [1, 2, 3, 1])
    #expect(try store.read { try $0.examine() }.findings.isEmpty)
    for revision in [-1, 0, 4] {
      let error = try #require(throws: RegistryError.self) {
        try store.release("r", in: path, revision: revision, actor: "amal")
      }
      #expect(error.code == .operationNotFound)
    }
  }

  @Test func `releases are listed in the order in which they were made`() throws {
    for name in ["2.0", "1.0", "1.1"] { try ReleaseFixture.release(registry, name, in: folder) }
    #expect(try registry.values("SELECT name FROM release ORDER BY id") == ["2.0", "1.0", "1.1"])
    #expect(try registry.open(.reading).read { try $0.status() }.lastRelease?.name == "1.1")
  }

  @Test func `a release without a date has the date of its revision`() throws {
    let path = RegistryPath(folder.path)
    let created = try registry.open().release("1.0", in: path, actor: "amal")
    #expect(try registry.values("SELECT at FROM operation WHERE id = 1") == [.text(created.manifest.createdAt)])
  }

  @Test func `neither a failed export nor a dry run is recorded`() throws {
    let before = try registry.bytes
    try ReleaseFixture.release(registry, in: folder, isDryRun: true)
    let missing = RegistryPath(folder.file("missing/dist"))
    let error = try #require(throws: RegistryError.self) {
      try registry.open().release("1.0", in: missing, actor: "amal")
    }
    #expect(error.code == .fileNotFound)
    for path in ["", "a\0b"] {
      let error = try #require(throws: RegistryError.self) {
        try registry.open().release("1.0", in: RegistryPath(path), actor: "amal")
      }
      #expect(error.code == .invalidValue)
    }
    #expect(try registry.bytes == before)
    #expect(try registry.folder.names == ["registry.db"])
    #expect(try folder.names == [])
  }

  @Test func `a release that cannot be recorded is not exported`() throws {
    let path = RegistryPath(folder.path)
    let reading = try #require(throws: RegistryError.self) {
      try registry.open(.reading).release("1.0", in: path, actor: "amal")
    }
    #expect(reading.code == .readOnly)
    let actor = try #require(throws: RegistryError.self) { try registry.open().release("1.0", in: path, actor: "") }
    #expect(actor.code == .invalidText)
    #expect(try folder.names == [])
  }
}
