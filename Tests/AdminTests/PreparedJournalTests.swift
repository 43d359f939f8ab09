import Foundation
import RegistryTestSupport
import Testing

/// Tests rollback journals that another user put beside a registry, which SQLite would trust.
struct PreparedJournalTests {
  private static let magic: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]

  /// Returns the journal with the name of a super-journal at its end, as SQLite writes it (sqlite.org/fileformat2.html,
  /// 3).
  private func naming(_ path: String, in journal: [UInt8]) -> [UInt8] {
    let name = Array(path.utf8)
    let big = { (value: Int) in (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) } }
    let checksum = name.reduce(0) { $0 + Int($1) }
    return journal + big(262_145) + name + big(name.count) + big(checksum) + Self.magic
  }

  static let commands = [
    ["status"], ["doctor"], ["migrate"], ["code", "show", "1402"], ["history"], ["undo"],
    ["translation", "set", "1402", "ar", "x"], ["snapshot", "create", "--release", "1", "-o", "."],
    ["snapshot", "diff", "registry.db"],
  ]

  @Test(arguments: commands)
  func `no command deletes the file that a journal names as its super-journal`(_ command: [String]) throws {
    let admin = try AdminFolder()
    let journal = try admin.interruptWriter().journal
    try admin.write(Array("precious".utf8), to: "victim")
    try admin.write(naming(admin.folder.file("victim"), in: journal), to: "registry.db-journal")
    try admin.expectRefusal(7, saying: "registry.db-journal names a super-journal", "nothing was changed") {
      try admin.run(command)
    }
    #expect(try admin.bytes("victim") == Array("precious".utf8))
  }

  @Test func `no command waits for a journal that names a FIFO as its super-journal`() throws {
    let admin = try AdminFolder()
    let journal = try admin.interruptWriter().journal
    try admin.write(naming(admin.folder.file("pipe"), in: journal), to: "registry.db-journal")
    try #require(mkfifo(admin.folder.file("pipe"), 0o600) == 0)
    try admin.expectRefusal(7, saying: "names a super-journal") { try admin.run("status") }
  }

  /// Other files at the name of the journal, with the expected messages.
  static let strangers: [(String, String)] = [
    ("mkfifo registry.db-journal", "is a FIFO, not a journal"),
    ("mkdir registry.db-journal", "is a directory, not a journal"),
    ("ln -s elsewhere registry.db-journal", "is a symbolic link, not a journal"),
    ("cp half registry.db-journal && ln registry.db-journal second", "has 2 hard links"),
    ("touch registry.db-wal", "registry.db-wal is beside the registry, which is never in WAL mode"),
    ("touch registry.db-shm", "registry.db-shm is beside the registry, which is never in WAL mode"),
    // Bytes 16 to 27 are the number of pages, the sector size and the page size.
    (patched(16, #"\x00\x00\x00\x00"#), "is of a database with 0 pages"),
    (patched(16, #"\x00\xff\x00\x00"#), "is of a database with 16711680 pages"),
    (patched(20, #"\x00\x00\x00\x03"#), "states sectors of 3 bytes"),
    (patched(24, #"\x00\x00\x04\x00"#), "is of a database with pages of 1024 bytes"),
  ]

  private static func patched(_ offset: Int, _ bytes: String) -> String {
    "cp half registry.db-journal && printf '\(bytes)' | dd of=registry.db-journal bs=1 seek=\(offset) conv=notrunc "
      + "status=none"
  }

  @Test(arguments: strangers)
  func `a file that is not a journal of this registry is refused, and nothing is changed`(
    _ make: String, _ reason: String
  ) throws {
    let admin = try AdminFolder()
    _ = try admin.interruptWriter()
    try #require(try admin.shell("mv registry.db-journal half; \(make)").status == 0)
    for command in [["status"], ["translation", "set", "1402", "ar", "x"]] {
      try admin.expectRefusal(7, saying: reason, "nothing was changed") { try admin.run(command) }
    }
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give a file to another user"))
  func `a journal of another user is refused, and one of the registry's owner is rolled back`() throws {
    let admin = try AdminFolder()
    let before = try admin.interruptWriter().before
    try #require(chown(admin.folder.file("registry.db-journal"), 4_321, 4_321) == 0)
    try admin.expectRefusal(7, saying: "belongs to the user 4321, who does not own the registry") {
      try admin.run("status")
    }
    try #require(chown(admin.folder.file("registry.db"), 4_321, 4_321) == 0)
    #expect(try admin.run("code", "show", "1402").output == before)
  }

  @Test(arguments: [Array(magic.prefix(5)), Array("my notes".utf8), Array(repeating: 0x5A, count: 700)] as [[UInt8]])
  func `a file that does not begin like a journal is refused and kept`(_ bytes: [UInt8]) throws {
    let admin = try AdminFolder()
    try admin.write(bytes, to: "registry.db-journal")
    for command in [["code", "show", "1402"], ["translation", "set", "1402", "ar", "x"]] {
      try admin.expectRefusal(7, saying: "does not begin like a journal of SQLite", "nothing was changed") {
        try admin.run(command)
      }
    }
    #expect(try admin.bytes("registry.db-journal") == bytes)
  }

  @Test(arguments: [[], [0], Array(repeating: 0, count: 512)] as [[UInt8]])
  func `an empty journal header, as a power loss can leave it, is ignored`(_ bytes: [UInt8]) throws {
    let admin = try AdminFolder()
    let before = try admin.run("code", "show", "1402").output
    try admin.write(bytes, to: "registry.db-journal")
    #expect(try admin.run("code", "show", "1402").output == before)
    #expect(try admin.run("translation", "set", "1402", "ar", "x").status == 0)
  }

  @Test func `a rolled back journal is reported with its date`() throws {
    let admin = try AdminFolder()
    _ = try admin.interruptWriter()
    try #require(try admin.shell("touch -d 2026-01-31T12:00:00Z registry.db-journal").status == 0)
    let first = try admin.run("code", "show", "1402")
    #expect(first.status == 0)
    #expect(first.error.hasPrefix("note: A journal of 2026-01-31T12:00:00Z was rolled back"), "\(first.error)")
    #expect(try admin.run("code", "show", "1402").error == "")
    #expect(try admin.folder.names == ["registry.db"])
  }

  @Test func `a writer that commits while a command waits for it leaves no note`() throws {
    let admin = try AdminFolder()
    // The page cache is tiny, so that the journal is complete and the registry locked before the commit.
    let result = try admin.shell(
      """
      { printf '%s\\n' 'PRAGMA cache_size = 1;' 'BEGIN;' "UPDATE translation SET text = text || '!';" \
          '.shell touch busy'
        until [ -e waiting ]; do sleep 0.05; done; sleep 1; echo 'COMMIT;'; } | sqlite3 registry.db &
      until [ -e busy ]; do sleep 0.05; done
      touch waiting; admin code show 1402; code=$?; wait; exit $code
      """)
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output.contains("Insufficient balance!"))
    #expect(result.error == "")
  }

  @Test func `the journal of an active writer is not rolled back`() throws {
    let admin = try AdminFolder()
    let result = try admin.shell(
      """
      { printf '%s\\n' 'BEGIN IMMEDIATE;' "UPDATE translation SET text = 'x' WHERE code = 1402;" '.shell touch busy'
        until [ -e done ]; do sleep 0.05; done; echo 'ROLLBACK;'; } | sqlite3 registry.db &
      until [ -e busy ]; do sleep 0.05; done
      ls registry.db-journal && admin status; code=$?; touch done; wait; exit $code
      """)
    #expect(result.status == 0, "\(result.error)")
    #expect(result.error == "")
  }
}
