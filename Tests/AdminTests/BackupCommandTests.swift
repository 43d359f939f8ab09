import Foundation
import RegistryTestSupport
import Testing

@Suite struct BackupCommandTests {
  @Test func `a backup is a registry with the same history`() throws {
    let admin = try AdminFolder()
    _ = try admin.run("translation", "set", "1402", "ar", "رصيد", "--if-revision", "1")
    let made = try admin.json("backup", "copy.db")
    #expect(made["revision"] == 2)
    #expect(made["size"] == .integer(try admin.bytes("copy.db").count))
    let sum = try Command("sha256sum", ["copy.db"], in: admin.path).run().output.prefix(64)
    #expect(made["sha256"] == .string(String(sum)))
    #expect(try admin.run("doctor", "--db", "copy.db").status == 0)
    #expect(
      try admin.run("history", "--db", "copy.db", "--json").output == admin.run("history", "--json").output)
    #expect(try admin.run("undo", "--db", "copy.db").status == 0)
  }

  @Test func `a file that is there is left as it is`() throws {
    let admin = try AdminFolder()
    try admin.write([1], to: "copy.db")
    try admin.expectRefusal(65, saying: "copy.db exists already") { try admin.run("backup", "copy.db") }
    try admin.expectRefusal(65, saying: "exists already") { try admin.run("backup", "registry.db") }
    try admin.expectRefusal(4, saying: "no folder") { try admin.run("backup", "missing/copy.db") }
  }

  @Test func `a damaged registry has no backup`() throws {
    let admin = try AdminFolder()
    // An index that lacks an entry: the file can be read, and only the integrity check finds it.
    let page = try admin.sql(
      "SELECT (rootpage - 1) * 4096 FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'status_code' LIMIT 1")
    let place = try #require(Int(page.trimmingCharacters(in: .whitespacesAndNewlines)))
    var bytes = try admin.bytes()
    bytes[place + 3] = 0
    bytes[place + 4] = 1
    try admin.write(bytes, to: "registry.db")
    let result = try admin.run("backup", "copy.db")
    #expect(result.status == 7, "\(result.output) \(result.error)")
    #expect(try admin.folder.names == ["registry.db"])
  }

  @Test func `a backup is taken while others edit`() throws {
    let admin = try AdminFolder()
    let result = try admin.shell(
      """
      (for n in $(seq 20); do
        admin translation set 1402 en "Text $n" --impact typo --actor editor >&2 || echo failed
      done) &
      for n in 1 2 3 4 5; do admin backup copy$n.db || echo failed; done; wait
      for n in 1 2 3 4 5; do admin doctor --db copy$n.db --quiet || echo failed; done
      """)
    #expect(!result.output.contains("failed"), "\(result.error)")
  }
}
