import Registry
import RegistryTestSupport
import Testing

struct ReleaseRecordTests {
  private let registry: RegistryFixture
  private let folder: TemporaryFolder

  init() throws {
    registry = try RegistryFixture()
    folder = try TemporaryFolder()
  }

  @Test func `recording a release does not move the revision, and twice is once`() throws {
    let manifest = try ReleaseFixture.release(registry, in: folder).manifest
    for _ in 0..<2 { try registry.open().record(manifest, actor: "amal") }
    let status = try registry.open(.reading).status()
    #expect(status.revision == 1)
    let record = try #require(status.lastRelease)
    #expect(record.name == "1.0")
    #expect(record.revision == 1)
    #expect(record.contentDigest == manifest.contentDigest)
    #expect(record.createdAt == manifest.createdAt)
    #expect(record.actor == "amal")
    #expect(Timestamp(record.recordedAt) != nil)
    #expect(try registry.values("SELECT count(*) FROM release") == [1])
    #expect(try registry.open(.reading).isRecorded(release: "1.0", contentDigest: manifest.contentDigest))
    #expect(try !registry.open(.reading).isRecorded(release: "1.1", contentDigest: manifest.contentDigest))
  }

  @Test func `a name that was used for other content is refused`() throws {
    try registry.open().record(try ReleaseFixture.release(registry, in: folder).manifest, actor: "amal")
    try registry.set("1402", "ar", "غيره")
    let other = try ReleaseFixture.release(registry, in: try TemporaryFolder()).manifest
    let before = try registry.bytes
    let recording = try #require(throws: RegistryError.self) { try registry.open().record(other, actor: "amal") }
    #expect(recording.code == .releaseExists)
    #expect(recording.message.contains("amal"))
    let asking = try #require(throws: RegistryError.self) {
      try registry.open(.reading).isRecorded(release: "1.0", contentDigest: other.contentDigest)
    }
    #expect(asking.code == .releaseExists)
    #expect(try registry.bytes == before)
  }

  @Test func `releases are kept in the order of their recording`() throws {
    for name in ["2.0", "1.0", "1.1"] {
      try registry.open().record(try ReleaseFixture.release(registry, name, in: folder).manifest, actor: "amal")
    }
    #expect(try registry.values("SELECT name FROM release ORDER BY id") == ["2.0", "1.0", "1.1"])
    #expect(try registry.open(.reading).status().lastRelease?.name == "1.1")
  }
}
