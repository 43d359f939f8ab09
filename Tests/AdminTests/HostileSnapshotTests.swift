import Foundation
import RegistryTestSupport
import Testing

/// Snapshots that were changed after the release, tested with the real binary.
@Suite struct HostileSnapshotTests {
  static let file = "dist/registry-1.db"

  /// A folder with a release in `dist`.
  private func released() throws -> AdminFolder {
    let admin = try AdminFolder()
    try FileManager.default.createDirectory(atPath: admin.folder.file("dist"), withIntermediateDirectories: false)
    try #require(try admin.run("snapshot", "create", "--release", "1", "-o", "dist").status == 0)
    return admin
  }

  private func expectRefused(
    _ admin: AdminFolder, _ status: Int32, saying words: String, at location: SourceLocation = #_sourceLocation
  ) throws {
    let before = try admin.bytes(Self.file)
    for verb in ["verify", "show"] {
      let result = try admin.run("snapshot", verb, Self.file)
      #expect(result.status == status, "\(verb): \(result.error)", sourceLocation: location)
      #expect(result.error.contains(words), "\(result.error)", sourceLocation: location)
      #expect(result.output.isEmpty, sourceLocation: location)
    }
    #expect(try admin.bytes(Self.file) == before, sourceLocation: location)
  }

  @Test func `a flipped bit anywhere is caught, with the manifest and without it`() throws {
    let admin = try released()
    let sound = try admin.bytes(Self.file)
    var random = SystemRandomNumberGenerator()
    let offsets =
      [16, 24, 40, 92, 4_096, sound.count - 1] + (0..<60).map { _ in Int.random(in: 100..<sound.count, using: &random) }
    for hasManifest in [true, false] {
      if !hasManifest { try FileManager.default.removeItem(atPath: admin.folder.file("dist/registry-1.manifest.json")) }
      for offset in offsets {
        var bytes = sound
        bytes[offset] ^= 1 << UInt8.random(in: 0...7, using: &random)
        try admin.write(bytes, to: Self.file)
        let result = try admin.run("snapshot", "verify", Self.file)
        if !hasManifest, result.status == 0 {
          // Without a manifest only the content is verified: a flip in free space has no effect, and one in the name or
          // date of the release cannot be detected.
          let rows =
            "SELECT value FROM registry_info WHERE key IN ('format', 'content_digest'); SELECT * FROM message; "
            + "SELECT * FROM status_code; SELECT * FROM language"
          try admin.write(sound, to: "sound.db")
          #expect(try admin.sql(rows, file: Self.file) == (try admin.sql(rows, file: "sound.db")), "offset \(offset)")
          continue
        }
        #expect([2, 6, 7].contains(result.status), "offset \(offset): \(result.status) \(result.error)")
        #expect(result.error.hasPrefix("error: "))
      }
    }
  }

  @Test(
    arguments: [
      ("truncate -s -1 \(file)", 7, "damaged"), ("truncate -s 20000 \(file)", 7, "damaged"),
      ("truncate -s 50 \(file)", 6, "not a SQLite database"), (": > \(file)", 6, "an empty file"),
      ("head -c 9999 /dev/urandom > \(file)", 6, "not a SQLite database"),
      ("cp registry.db \(file)", 6, "a live registry"), ("printf x >> \(file)", 7, "its header states"),
      ("printf '\\x02\\x02' | dd of=\(file) bs=1 seek=18 conv=notrunc 2>/dev/null", 7, "WAL mode"),
      ("sqlite3 \(file) 'PRAGMA user_version = 2'", 6, "format 2"),
      ("sqlite3 \(file) 'CREATE VIEW v AS SELECT 1'", 7, "view v on v does not belong there"),
      ("sqlite3 \(file) 'CREATE TRIGGER t AFTER INSERT ON message BEGIN SELECT 1; END'", 7, "does not belong there"),
      ("sqlite3 \(file) \"UPDATE message SET text = 'x' WHERE code = 1402 AND language = 'ar'\"", 7, "digest"),
      ("sqlite3 \(file) 'DELETE FROM message WHERE code = 1402'", 7, "digest"),
      ("sqlite3 \(file) \"DELETE FROM registry_info WHERE key = 'release'\"", 7, "incomplete"),
      ("sqlite3 \(file) 'UPDATE status_code SET retryable = 2 WHERE code = 1402'", 7, "0 or 1"),
      ("sqlite3 \(file) 'UPDATE language SET required = 7'", 7, "0 or 1"),
      ("touch \(file)-journal", 7, "registry-1.db-journal is beside"), ("touch \(file)-wal", 7, "-wal is beside"),
      ("touch \(file)-shm", 7, "-shm is beside"),
      ("sed -i 's/\"release\" : \"1\"/\"release\" : \"2\"/' dist/*.json", 2, "release is 1, the manifest says 2"),
      ("echo '{' > dist/registry-1.manifest.json", 7, "not the manifest"),
      ("printf '[%.0s' {1..100000} > dist/registry-1.manifest.json", 7, "not the manifest"),
      ("head -c 2000000 /dev/zero > dist/registry-1.manifest.json", 7, "not the manifest"),
    ] as [(String, Int32, String)])
  func `a changed release is refused, and the reason is named`(change: String, status: Int32, says: String) throws {
    let admin = try released()
    try #require(try admin.shell(change).status == 0)
    try expectRefused(admin, status, saying: says)
  }

  @Test func `a recursive view instead of a table is refused before it is read`() throws {
    let admin = try released()
    try #require(
      try admin.shell(
        """
        sqlite3 \(Self.file) 'PRAGMA legacy_alter_table = ON; ALTER TABLE message RENAME TO gone;
        CREATE VIEW message AS WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n FROM r'
        """
      ).status == 0)
    let start = ContinuousClock.now
    try expectRefused(admin, 7, saying: "changed schema")
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test func `an older registry does not overwrite a newer release`() throws {
    let admin = try released()
    try #require(
      try admin.shell(
        "cp registry.db old.db; admin translation set 1402 ar x; rm dist/*; admin snapshot create --release 2 -o dist"
      ).status == 0)
    try admin.expectRefusal(7, saying: "holds revision 2, which is newer than 1") {
      try admin.run("snapshot", "create", "--release", "2", "-o", "dist", "--db", "old.db")
    }
  }

  @Test func `a release name cannot be used for other content`() throws {
    let admin = try released()
    try #require(try admin.run("translation", "set", "1402", "ar", "x").status == 0)
    let release = try admin.bytes(Self.file)
    try admin.expectRefusal(3, saying: "The release 1 was made at", "by tester of revision 1, not 2") {
      try admin.run("snapshot", "create", "--release", "1", "-o", "dist", "--revision", "2")
    }
    let again = try admin.run("snapshot", "create", "--release", "1", "-o", "dist")
    #expect(again.status == 0)
    #expect(again.error.contains("does not contain what was edited since; the registry is at revision 2"))
    #expect(try admin.bytes(Self.file) == release)
  }

  @Test(arguments: ["../x", "a/b", "-x", ".x", "a b", "ا", String(repeating: "x", count: 65)])
  func `a path is not accepted as a release name`(name: String) throws {
    let admin = try AdminFolder()
    try admin.expectRefusal(65, saying: "cannot be the name of a release") {
      try admin.run("snapshot", "create", "--release=\(name)", "-o", ".")
    }
  }

  @Test func `a release that cannot be recorded is not exported`() throws {
    let admin = try AdminFolder()
    let result = try admin.shell(
      """
      mkdir out; { echo 'BEGIN IMMEDIATE;'; echo '.shell touch locked'; sleep 8; } | sqlite3 registry.db & holder=$!
      until [ -e locked ]; do sleep 0.05; done
      admin snapshot create --release 1 -o out; code=$?; kill $holder; ls out; exit $code
      """)
    #expect(result.status == 5, "\(result.error)")
    #expect(result.output.isEmpty)
  }

  @Test func `an empty path is not accepted as a folder`() throws {
    let admin = try AdminFolder()
    try admin.expectRefusal(65, saying: "path of the folder is empty") {
      try admin.run("snapshot", "create", "--release", "1", "-o", "")
    }
  }

  @Test func `a missing folder is exit code 4`() throws {
    let admin = try AdminFolder()
    try admin.expectRefusal(4, saying: "There is no folder nowhere.") {
      try admin.run("snapshot", "create", "--release", "1", "-o", "nowhere/dist")
    }
    _ = try admin.shell("ln -s nothing link")
    try admin.expectRefusal(4, saying: "There is no folder link.") {
      try admin.run("snapshot", "create", "--release", "1", "-o", "link")
    }
    try admin.expectRefusal(4, saying: "x.db is neither a file nor a release") {
      try admin.run("snapshot", "verify", "x.db")
    }
  }

  @Test(arguments: ["yesterday", "2026-13-01T00:00:00Z"])
  func `an invalid date is refused`(date: String) throws {
    let admin = try AdminFolder()
    try admin.expectRefusal(65, saying: "is not a time") {
      try admin.run("snapshot", "create", "--release", "1", "-o", ".", "--created-at=\(date)")
    }
    try admin.expectRefusal(65, saying: "SOURCE_DATE_EPOCH") {
      try admin.run("snapshot", "create", "--release", "1", "-o", ".", environment: ["SOURCE_DATE_EPOCH": "soon"])
    }
  }
}
