import Foundation
import RegistryBytes
import RegistrySQLite
import RegistryTestSupport
import Testing

@testable import Registry

struct SnapshotFileTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  @Test func `a release is a snapshot and its manifest, and nothing else`() throws {
    let release = try ReleaseFixture()
    #expect(release.created.isChanged)
    #expect(try release.folder.names == ["registry-1.0.db", "registry-1.0.manifest.json"])
    let file = try release.verify()
    #expect(file.hasManifest)
    #expect(try file.snapshot == release.registry.open(.reading).read { try $0.snapshot() })
    #expect(file.info.release == "1.0")
    #expect(file.info.revision == 2)
    #expect(file.info.createdAt == "2026-01-31T12:00:00Z")
    #expect(file.info.contract == 1)
    #expect(file.info.schemaVersion == EmbeddedSQL.migrations.count)
  }

  @Test func `the manifest says what other programs find`() throws {
    let release = try ReleaseFixture()
    let script = """
      import hashlib, json, os, sqlite3
      manifest = json.load(open("registry-1.0.manifest.json"))
      data = open(manifest["file"], "rb").read()
      db = sqlite3.connect(manifest["file"])
      info = dict(db.execute("SELECT key, value FROM registry_info"))
      count = lambda table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
      assert manifest["size"] == len(data)
      assert manifest["file_sha256"] == hashlib.sha256(data).hexdigest()
      assert manifest["codes"] == count("status_code") == 61
      assert manifest["messages"] == count("message") == 182
      assert manifest["contract"] == int(info["format"]) == 1
      assert manifest["revision"] == int(info["revision"]) == 2
      for key in ["release", "content_digest", "created_at"]:
          assert manifest[key] == info[key], key
      print(json.dumps(manifest["coverage"]["ar"], sort_keys=True))
      """
    let result = try Command("python3", ["-c", script], in: release.folder.path).run()
    #expect(result.status == 0, "\(result.error)")
    #expect(
      result.output
        == #"{"final": 0, "initial": 0, "missing": 1, "reviewed": 0, "stale": 0, "translated": 59}"# + "\n")
    #expect(try FileSystem.read(release.created.manifestPath.bytes) == release.created.manifest.json)
    #expect(try Manifest(at: release.created.manifestPath) == release.created.manifest)
  }

  @Test func `the same content, release, revision and date give the same bytes, however it was edited`() throws {
    let histories: [@Sendable (RegistryFixture) throws -> Void] = [
      { registry in
        try registry.set("1402", "ar", "أ")
        try registry.set("200", "zh", "好")
      },
      { registry in
        try registry.set("200", "zh", "好", by: "noura")
        try registry.set("1402", "ar", "أ", by: "noura")
      },
      { registry in
        try registry.set("1402", "ar", String(repeating: "long ", count: 700))
        try registry.edit { (editor) throws(RegistryError) in
          try editor.setTranslation(code: "200", language: "zh", text: "好")
          try editor.setTranslation(code: "1402", language: "ar", text: "أ")
        }
      },
      { registry in
        try registry.edit { (editor) throws(RegistryError) in
          for code in ["200", "1402", "1403"] { try editor.unsetTranslation(code: code, language: "ar") }
        }
        let seeded = try RegistryFixture().snapshot()
        try registry.edit { (editor) throws(RegistryError) in
          for message in seeded.messages where message.language == .arabic && [200, 1403].contains(message.code) {
            try editor.setTranslation(code: "\(message.code)", language: "ar", text: message.text)
          }
          try editor.setTranslation(code: "1402", language: "ar", text: "أ")
          try editor.setTranslation(code: "200", language: "zh", text: "好")
        }
        #expect(try registry.shell("VACUUM").status == 0)
      },
    ]
    var images: Set<[UInt8]> = []
    var manifests: Set<[UInt8]> = []
    for history in histories {
      let registry = try RegistryFixture()
      try history(registry)
      let created = try ReleaseFixture.release(registry, in: try TemporaryFolder(), isDryRun: true)
      let snapshot = try registry.open(.reading).read { try $0.snapshot() }
      images.insert(
        try SnapshotFile.image(
          of: snapshot, release: "1.0", createdAt: ReleaseFixture.date, contentDigest: snapshot.contentDigest))
      manifests.insert(created.manifest.json)
    }
    #expect(images.count == 1)
    #expect(manifests.count == 1)
  }

  @Test func `another name, date or revision makes another file with the same content digest`() throws {
    let registry = try RegistryFixture()
    let first = try ReleaseFixture.release(registry, "1.0", in: folder).manifest
    let named = try ReleaseFixture.release(registry, "1.1", in: folder).manifest
    let dated = try ReleaseFixture.release(try RegistryFixture(), at: .epoch, in: try TemporaryFolder()).manifest
    try registry.set("1402", "ar", "غيره")
    let text = try #require(
      RegistryFixture().snapshot().messages.first { $0.code == 1402 && $0.language == .arabic }?.text)
    try registry.set("1402", "ar", text)
    let later = try ReleaseFixture.release(registry, "1.2", in: folder).manifest
    #expect(Set([first, named, dated, later].map(\.fileSHA256)).count == 4)
    #expect(Set([first, named, dated, later].map(\.contentDigest)).count == 1)
  }

  @Test func `creating a release again changes nothing`() throws {
    let release = try ReleaseFixture()
    let before = try release.bytes
    #expect(try !ReleaseFixture.release(release.registry, in: release.folder).isChanged)
    #expect(try release.bytes == before)
    #expect(try release.folder.names.count == 2)
  }

  @Test func `a lost or damaged half of a release is made again`() throws {
    let release = try ReleaseFixture()
    let before = try release.bytes
    try FileManager.default.removeItem(atPath: release.folder.file("registry-1.0.manifest.json"))
    #expect(try ReleaseFixture.release(release.registry, in: release.folder).isChanged)
    try release.write(Array(before.dropLast(100)))
    #expect(try ReleaseFixture.release(release.registry, in: release.folder).isChanged)
    #expect(try release.bytes == before)
    #expect(try release.verify().hasManifest)
  }

  @Test func `a dry run says the same and writes nothing`() throws {
    let registry = try RegistryFixture()
    let dry = try ReleaseFixture.release(registry, in: folder, isDryRun: true)
    #expect(dry.isChanged)
    #expect(try folder.names == [])
    #expect(try ReleaseFixture.release(registry, in: folder).manifest == dry.manifest)
  }

  @Test(arguments: [
    "", ".", "..", "../x", "a/b", "/a", "a b", ".hidden", "-rf", "é", "a\0", "a\nb", "a'b",
    String(repeating: "a", count: 65),
  ])
  func `a name that could leave the folder is refused`(name: String) throws {
    let registry = try RegistryFixture()
    let error = try #require(throws: RegistryError.self) { try ReleaseFixture.release(registry, name, in: folder) }
    #expect(error.code == .invalidValue)
    #expect(try folder.names == [])
  }

  @Test(arguments: ["1", "2026.01-rc.1+build_7", "v1.0.0", String(repeating: "a", count: 64)])
  func `a plain name is accepted`(name: String) throws {
    _ = try ReleaseFixture.release(try RegistryFixture(), name, in: folder)
    #expect(try folder.names == ["registry-\(name).db", "registry-\(name).manifest.json"])
  }

  @Test func `a name keeps its content, and an older revision never replaces a newer one`() throws {
    let registry = try RegistryFixture()
    let other = try RegistryFixture()
    try registry.set("1402", "ar", "أ")
    try other.set("1402", "ar", "ب")
    _ = try ReleaseFixture.release(registry, in: folder)
    let before = try FileSystem.read(Array(folder.file("registry-1.0.db").utf8))
    let exists = try #require(throws: RegistryError.self) { try ReleaseFixture.release(other, in: folder) }
    #expect(exists.code == .releaseExists)
    try other.set("1402", "ar", "ج")
    #expect(throws: RegistryError.self) { try ReleaseFixture.release(other, in: folder) }
    let older = try RegistryFixture()
    let downgrade = try #require(throws: RegistryError.self) { try ReleaseFixture.release(older, in: folder) }
    #expect(downgrade.code == .downgrade)
    #expect(try FileSystem.read(Array(folder.file("registry-1.0.db").utf8)) == before)
    #expect(try folder.names.count == 2)
  }

  @Test func `the same content at another date replaces both files`() throws {
    let release = try ReleaseFixture()
    // As after a kill, the release is not recorded.
    let copy = try ReleaseFixture.edited()
    #expect(try ReleaseFixture.release(copy, at: .epoch, in: release.folder).isChanged)
    #expect(try release.verify().info.createdAt == "1970-01-01T00:00:00Z")
  }

  @Test(arguments: ["-journal", "-wal", "-shm"])
  func `a journal or log beside the destination is refused and not changed`(suffix: String) throws {
    let sidecar = folder.file("registry-1.0.db\(suffix)")
    try Data("stale".utf8).write(to: URL(filePath: sidecar))
    let error = try #require(throws: RegistryError.self) {
      try ReleaseFixture.release(try RegistryFixture(), in: folder)
    }
    #expect(error.code == .sidecar)
    #expect(error.message.contains(suffix))
    #expect(try folder.names == ["registry-1.0.db\(suffix)"])
  }

  @Test func `a missing or read-only folder fails with its own error and leaves no files`() throws {
    let candidate = ReleaseCandidate(
      snapshot: try RegistryFixture().snapshot(), contentDigest: "", coverage: [], changedAt: .epoch,
      registryRevision: 1)
    let content = ReleaseContent(snapshot: candidate.snapshot, release: "1.0", createdAt: .epoch)
    let missing = try #require(throws: RegistryError.self) {
      try SnapshotFile.create(candidate, content, in: RegistryPath(folder.file("missing/dist")), as: Publication())
    }
    #expect(missing.code == .fileNotFound)
    let path = RegistryPath(folder.path)
    let denied = try withoutWritePermission(on: folder.path) {
      #expect(throws: RegistryError.self) {
        try SnapshotFile.create(candidate, content, in: path, as: Publication())
      }
    }
    #expect(denied?.code == .readOnly)
    #expect(try folder.names == [])
  }
}
