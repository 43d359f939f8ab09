import Foundation
import RegistrySQLite
import RegistryTestSupport
import Testing

@testable import Registry

/// Every change of a release after it was made is detected before its content is used.
struct SnapshotFileVerifyingTests {
  private let release: ReleaseFixture
  init() throws { release = try ReleaseFixture() }

  private func refusal(sourceLocation: SourceLocation = #_sourceLocation) throws -> RegistryError {
    try #require(throws: RegistryError.self, sourceLocation: sourceLocation) { try release.verify() }
  }

  private func removeManifest() throws {
    try FileManager.default.removeItem(atPath: release.folder.file("registry-1.0.manifest.json"))
  }

  @Test func `any flipped bit is caught`() throws {
    let whole = try release.bytes
    let claims = try ManifestClaims(at: release.created.manifestPath)
    let verification = SnapshotVerification(ofFile: release.path)
    for offset in Set(stride(from: 0, to: whole.count, by: 397)).union(0..<100) {
      var flipped = whole
      flipped[offset] ^= 1 << UInt8(offset % 8)
      try release.write(flipped)
      #expect(throws: RegistryError.self, "offset \(offset)") {
        try SnapshotFile(try verification.image(), verification, against: claims)
      }
    }
  }

  @Test func `without a manifest a flipped bit never changes the content that is read`() throws {
    let whole = try release.bytes
    let sound = try release.verify().snapshot
    try removeManifest()
    var accepted = 0
    for offset in stride(from: 100, to: whole.count, by: 211) {
      var flipped = whole
      flipped[offset] ^= 0x20
      try release.write(flipped)
      guard let file = try? release.verify() else { continue }
      accepted += 1
      #expect(file.snapshot.contentDigest == sound.contentDigest, "offset \(offset)")
    }
    #expect(accepted < whole.count / 211, "some were caught")
  }

  @Test(arguments: [0, 1, 15, 99, 100, 511, 4_095, 4_096, 20_480])
  func `a truncated file is refused`(length: Int) throws {
    let whole = try release.bytes
    for count in [length, whole.count - 1 - length] where count < whole.count {
      try release.write(Array(whole.prefix(count)))
      #expect([.foreign, .corrupt].contains(try refusal().code.kind))
    }
  }

  @Test(arguments: [1, 512, 4_096])
  func `bytes after the end are refused`(count: Int) throws {
    try release.write(release.bytes + [UInt8](repeating: 0, count: count))
    #expect([.manifestMismatch, .corrupt, .unverified].contains(try refusal().code))
  }

  static let schemaChanges = [
    "CREATE TABLE extra (a)", "CREATE VIEW extra AS SELECT 1", "CREATE INDEX extra ON message (text)",
    "CREATE TRIGGER extra AFTER INSERT ON message BEGIN SELECT 1; END", "CREATE VIRTUAL TABLE extra USING fts5 (a)",
    "DROP VIEW localized_message", "ALTER TABLE category ADD COLUMN extra TEXT",
    "DROP TABLE message; CREATE VIEW message (code, language, text) AS SELECT 200, 'en', 'x'",
    """
    DROP TABLE message; CREATE VIEW message (code, language, text) AS
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, 'en', 'x' FROM n
    """,
    """
    DROP TABLE category; CREATE TABLE category (key TEXT NOT NULL PRIMARY KEY, position INTEGER NOT NULL,
      bomb BLOB AS (zeroblob(1000000000))) STRICT, WITHOUT ROWID
    """,
  ]

  @Test(arguments: schemaChanges, [true, false])
  func `a changed schema is refused, with and without a manifest`(sql: String, hasManifest: Bool) throws {
    try #require(try release.shell(sql).status == 0)
    if !hasManifest { try removeManifest() }
    let error = try refusal()
    #expect(error.code == .unverified, "\(error)")
    #expect(error.message.contains("has a changed schema"))
  }

  @Test(arguments: [
    "UPDATE message SET text = 'x' WHERE code = 1402 AND language = 'en'",
    "UPDATE message SET text = text || ' ' WHERE code = 200",
    "DELETE FROM message WHERE code = 200 AND language = 'ar'",
    "INSERT INTO message VALUES (1402, 'ar', 'x')", "UPDATE status_code SET state = 'active' WHERE code = 1004",
    "UPDATE status_code SET symbol = 'X' WHERE code = 200", "UPDATE status_code SET retryable = 0 WHERE code = 1003",
    "UPDATE status_code SET http_status = NULL WHERE code = 1003", "UPDATE category SET position = 99",
    "UPDATE category_range SET last = 1098 WHERE first = 1000", "UPDATE category_name SET name = 'x'",
    "UPDATE language SET direction = 'ltr'", "UPDATE language SET fallback = 'zh-Hans' WHERE tag = 'fr'",
    "UPDATE language SET required = 0", "UPDATE registry_info SET value = 'sha256:0' WHERE key = 'content_digest'",
    "UPDATE language_fallback SET tag = 'zh-Hans' WHERE language = 'ar' AND step = 1",
    "DELETE FROM language_fallback WHERE language = 'fr'",
    "INSERT INTO language_fallback VALUES ('en', 1, 'ar')",
  ])
  func `changed content is refused without a manifest too`(sql: String) throws {
    try #require(try release.shell(sql).status == 0)
    try removeManifest()
    let error = try refusal()
    #expect(error.code == .unverified, "\(error)")
  }

  @Test(arguments: ["a\u{1B}[31mb", "{", "a\u{202E}b", " "])
  func `content that no registry may hold is refused, although its digest is right`(text: String) throws {
    let sound = try release.verify().snapshot
    let snapshot = Snapshot(
      revision: sound.revision, languages: sound.languages, categories: sound.categories, codes: sound.codes,
      messages: sound.messages.map { message in
        guard message.code == 200, message.language == .arabic else { return message }
        return Snapshot.Message(code: 200, language: .arabic, text: text)
      })
    try release.write(
      try SnapshotFile.image(
        of: snapshot, release: "1.0", createdAt: ReleaseFixture.date, contentDigest: snapshot.contentDigest))
    try removeManifest()
    let error = try refusal()
    #expect(error.code == .unverified, "\(error)")
    #expect(error.message.contains("holds content that no registry may hold"))
  }

  @Test(arguments: [
    "UPDATE status_code SET state = 'gone' WHERE code = 200", "UPDATE language SET direction = 'up' WHERE tag = 'en'",
    """
    UPDATE language SET tag = 'x y' WHERE tag = 'fr-CA'; \
    UPDATE language_fallback SET language = 'x y', tag = 'x y' WHERE language = 'fr-CA'
    """,
    "INSERT INTO message VALUES (9999, 'en', 'x')", "UPDATE status_code SET category = 'nothing' WHERE code = 200",
    "UPDATE category_range SET last = 0", "UPDATE message SET text = CAST(x'FF' AS TEXT) WHERE code = 200",
  ])
  func `content that violates the rules of a registry is reported as damage`(sql: String) throws {
    try #require(try release.shell(sql).status == 0)
    try removeManifest()
    #expect(try refusal().code == .corrupt)
  }

  @Test(arguments: [
    "DELETE FROM registry_info WHERE key = 'revision'", "INSERT INTO registry_info VALUES ('extra', 'x')",
    "UPDATE registry_info SET value = '2' WHERE key = 'format'",
    "UPDATE registry_info SET value = 'two' WHERE key = 'revision'",
    "UPDATE registry_info SET value = '2026-02-30T12:00:00Z' WHERE key = 'created_at'",
  ])
  func `a snapshot without its metadata is refused`(sql: String) throws {
    try #require(try release.shell(sql).status == 0)
    try removeManifest()
    #expect(try refusal().code == .unverified)
  }

  @Test(arguments: ["release = '2.0'", "created_at = '2030-01-01T00:00:00Z'", "revision = '9'"])
  func `a file whose name, date or revision differs from its manifest is a mismatch`(change: String) throws {
    let parts = change.split(separator: " = ")
    try #require(
      try release.shell("UPDATE registry_info SET value = \(parts[1]) WHERE key = '\(parts[0])'").status == 0)
    #expect(try refusal().code == .manifestMismatch)
  }

  @Test(arguments: ["-journal", "-wal", "-shm"])
  func `a journal or log beside the snapshot is refused and named`(suffix: String) throws {
    try Data().write(to: URL(filePath: release.folder.file("registry-1.0.db\(suffix)")))
    let error = try refusal()
    #expect(error.code == .sidecar)
    #expect(error.message.contains("registry-1.0.db\(suffix)"))
    #expect(try release.folder.names.count == 3)
  }

  @Test func `WAL mode is refused`() throws {
    try #require(try release.shell("PRAGMA journal_mode = WAL").status == 0)
    let error = try refusal()
    #expect(error.code == .unverified)
    #expect(error.message.contains("WAL"))
  }

  @Test(arguments: [
    ("PRAGMA user_version = 2", RegistryError.Code.newerSchema), ("PRAGMA user_version = 0", .unverified),
    ("PRAGMA application_id = 7", .notASnapshot), ("PRAGMA application_id = 0x53435247", .notASnapshot),
  ])
  func `another format is refused by its header`(sql: String, code: RegistryError.Code) throws {
    try #require(try release.shell(sql).status == 0)
    #expect(try refusal().code == code)
  }

  @Test func `anything but a regular file with a snapshot is refused and not changed`() throws {
    let other = release.folder.file("other.db")
    let path = RegistryPath(other)
    let places: [(RegistryError.Code, () throws -> Void)] = [
      (.fileNotFound, {}),
      (.notASnapshot, { try #require(mkfifo(other, 0o600) == 0) }),
      (.notASnapshot, { try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: false) }),
      (.notASnapshot, { try FileManager.default.createSymbolicLink(atPath: other, withDestinationPath: "/dev/null") }),
      (.fileNotFound, { try FileManager.default.createSymbolicLink(atPath: other, withDestinationPath: "nowhere") }),
      (.notASnapshot, { try Data().write(to: URL(filePath: other)) }),
      (.notASnapshot, { try Data("text".utf8).write(to: URL(filePath: other)) }),
      (.notASnapshot, { try Data(RegistryFixture().bytes).write(to: URL(filePath: other)) }),
    ]
    for (index, (code, place)) in places.enumerated() {
      try place()
      let names = try release.folder.names
      let error = try #require(throws: RegistryError.self) { try SnapshotFile(verifying: path) }
      #expect(error.code == code, "place \(index): \(error)")
      #expect(try release.folder.names == names)
      if index > 0 { try FileManager.default.removeItem(atPath: other) }
    }
  }

  @Test func `a link leads to the release and its manifest`() throws {
    let link = release.folder.file("current.db")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "registry-1.0.db")
    #expect(try SnapshotFile(verifying: RegistryPath(link)).info == release.verify().info)
    #expect(try SnapshotFile(verifying: RegistryPath(link)).hasManifest)
    try release.write(release.bytes.dropLast(4_096) + [])
    #expect(throws: RegistryError.self) { try SnapshotFile(verifying: RegistryPath(link)) }
  }

  static let manifestChanges = [
    (#""size" : "#, #""size" : 1"#), (#""codes" : 61"#, #""codes" : 60"#), (#""messages" : 182"#, #""messages" : 183"#),
    (#""revision" : 2"#, #""revision" : 3"#), (#""contract" : 1"#, #""contract" : 2"#),
    (#""release" : "1.0""#, #""release" : "1.1""#), (#""file" : "registry-1.0.db""#, #""file" : "registry-1.1.db""#),
    ("2026-01-31", "2026-02-01"), ("sha256:", "sha256:0"), (#""file_sha256" : ""#, #""file_sha256" : "0"#),
  ]

  @Test(arguments: manifestChanges)
  func `a file that does not match its manifest is refused`(part: String, other: String) throws {
    let path = release.folder.file("registry-1.0.manifest.json")
    let json = try String(contentsOfFile: path, encoding: .utf8)
    try #require(json.contains(part))
    try Data(json.replacing(part, with: other).utf8).write(to: URL(filePath: path))
    let error = try refusal()
    #expect(error.code == .manifestMismatch, "\(error)")
  }

  @Test(arguments: ["", "{}", "[]", "null", #"{"file": 1}"#, String(repeating: "[", count: 100_000)])
  func `a file that is not a manifest is refused`(json: String) throws {
    try Data(json.utf8).write(to: URL(filePath: release.folder.file("registry-1.0.manifest.json")))
    let error = try refusal()
    #expect(error.code == .unverified)
    #expect(error.message.contains("is not the manifest of a snapshot"))
  }

  @Test func `a manifest of over a mebibyte is not read`() throws {
    let manifest = release.created.manifest.json + [UInt8](repeating: 0x20, count: 1_048_576)
    try Data(manifest).write(to: URL(filePath: release.folder.file("registry-1.0.manifest.json")))
    #expect(try refusal().code == .unverified)
  }

  @Test func `a manifest can be at another path, must exist if it is named, and is optional otherwise`() throws {
    let elsewhere = release.folder.file("elsewhere.json")
    try FileManager.default.moveItem(atPath: release.folder.file("registry-1.0.manifest.json"), toPath: elsewhere)
    #expect(try !release.verify().hasManifest)
    #expect(try SnapshotFile(verifying: release.path, manifest: RegistryPath(elsewhere)).hasManifest)
    let error = try #require(throws: RegistryError.self) {
      try SnapshotFile(verifying: release.path, manifest: RegistryPath(release.folder.file("missing.json")))
    }
    #expect(error.code == .fileNotFound)
  }

  @Test func `verifying needs no write access and leaves no file`() throws {
    let before = try release.bytes
    let names = try release.folder.names
    let file = try withoutWritePermission(on: release.folder.path) { try release.verify() }
    #expect(file.snapshot.codes.count == 61)
    #expect(try release.folder.names == names)
    #expect(try release.bytes == before)
  }
}
