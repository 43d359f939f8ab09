import Foundation
import RegistryTestSupport
import Testing

/// A registry in the middle of an edit: its journal decides, and is used before anything is judged.
@Suite struct InterruptedWriterTests {
  /// Leaves what a writer that was killed during `sql` leaves, with the first page in its journal.
  private func interrupt(_ admin: AdminFolder, _ sql: String) throws {
    let killed = try admin.shell(
      """
      printf '%s\\n' 'PRAGMA cache_size = 1;' 'BEGIN;' 'PRAGMA user_version = 99;' "\(sql)" \
        "UPDATE translation SET text = text || '!';" \
        '.shell cp registry.db half.db' '.shell cp registry.db-journal half.db-journal' | sqlite3 registry.db
      mv half.db registry.db; mv half.db-journal registry.db-journal
      """)
    try #require(killed.status == 0, "\(killed.error)")
  }

  @Test(arguments: ["code show 1402", "doctor", "translation set 1402 ar x", "migrate"])
  func `a first page that was written in part is restored from the journal`(command: String) throws {
    let admin = try AdminFolder()
    let before = try admin.sql("SELECT * FROM translation ORDER BY code, language")
    try interrupt(admin, "")
    let torn = try admin.shell("dd if=/dev/urandom of=registry.db bs=512 count=1 conv=notrunc status=none")
    try #require(torn.status == 0)
    let result = try admin.shell("admin \(command)")
    #expect(result.status == 0, "\(result.error)")
    #expect(result.error.contains("was rolled back"))
    #expect(try admin.folder.names == ["registry.db"])
    if !command.contains("set") {
      #expect(try admin.sql("SELECT * FROM translation ORDER BY code, language") == before)
    }
  }

  @Test func `another file is not taken for a registry because of a journal beside it`() throws {
    let admin = try AdminFolder()
    let pages = try admin.sql("PRAGMA page_count").trimmingCharacters(in: .newlines)
    try interrupt(admin, "")
    try #require(try admin.shell("seq 20000 > registry.db").status == 0)
    try admin.expectRefusal(7, saying: "registry.db-journal is of a database with \(pages) pages") {
      try admin.run("status")
    }
    try #require(try admin.shell("rm registry.db; sqlite3 registry.db 'CREATE TABLE t (a)'").status == 0)
    try admin.expectRefusal(6, saying: "of another program") { try admin.run("status") }
  }

  @Test(arguments: [["status"], ["migrate"], ["code", "list"]])
  func `a migration that was killed is rolled back, and is not called busy`(command: [String]) throws {
    let admin = try AdminFolder()
    let version = try admin.sql("PRAGMA user_version")
    try interrupt(admin, "CREATE TABLE next (a);")
    let result = try admin.run(command)
    #expect(result.status == 0, "\(result.error)")
    #expect(try admin.sql("PRAGMA user_version") == version)
  }

  @Test(arguments: [18, 19])
  func `a file format version that SQLite does not know is refused as such`(offset: Int) throws {
    let admin = try AdminFolder()
    try #require(
      try admin.shell("printf '\\x03' | dd of=registry.db bs=1 seek=\(offset) conv=notrunc status=none").status == 0)
    for command in [["status"], ["translation", "set", "1402", "ar", "x"]] {
      try admin.expectRefusal(6, saying: "a version of SQLite's file format that no registry has") {
        try admin.run(command)
      }
    }
    let other = try AdminFolder()
    try #require(try other.run("snapshot", "create", "--release", "1", "-o", ".").status == 0)
    let patched = "printf '\\x03' | dd of=registry-1.db bs=1 seek=\(offset) conv=notrunc status=none"
    try #require(try other.shell(patched).status == 0)
    try other.expectRefusal(7, saying: "a version of SQLite's file format that no release has") {
      try other.run("snapshot", "verify", "registry-1.db")
    }
  }
}
