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

  @Test func `a name that was used for other content is refused, wherever it was exported to`() throws {
    try ReleaseFixture.release(registry, in: folder)
    try registry.set("1402", "ar", "غيره")
    let before = try registry.bytes
    let elsewhere = try TemporaryFolder()
    for isDryRun in [true, false] {
      let error = try #require(throws: RegistryError.self) {
        try ReleaseFixture.release(registry, in: elsewhere, isDryRun: isDryRun)
      }
      #expect(error.code == .releaseExists)
      #expect(error.message.contains("amal"))
    }
    #expect(try registry.bytes == before)
    #expect(try elsewhere.names == [])
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
    let missing = RegistryPath(folder.file("missing"))
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
