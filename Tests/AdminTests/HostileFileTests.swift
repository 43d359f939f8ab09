import Foundation
import RegistryTestSupport
import Testing

/// Files that are not a registry, tested with the real binary (docs/reliability.md, "Bad input").
@Suite struct HostileFileTests {
  struct File: CustomTestStringConvertible {
    let name: String
    /// A line of bash that creates `x.db` beside a valid `registry.db`.
    let make: String
    let status: Int32
    let says: String
    var testDescription: String { name }
  }

  static let files = [
    File(name: "no file", make: ":", status: 4, says: "There is no file x.db"),
    File(name: "a FIFO", make: "mkfifo x.db", status: 6, says: "a FIFO"),
    File(name: "a folder", make: "mkdir x.db", status: 6, says: "a directory"),
    File(name: "a link", make: "ln -s registry.db x.db", status: 6, says: "a symbolic link"),
    File(name: "a dangling link", make: "ln -s nowhere x.db", status: 6, says: "a symbolic link"),
    File(name: "a link to a device", make: "ln -s /dev/null x.db", status: 6, says: "a symbolic link"),
    File(name: "a file with two names", make: "cp registry.db y.db; ln y.db x.db", status: 6, says: "2 hard links"),
    File(name: "an empty file", make: ": > x.db", status: 6, says: "an empty file"),
    File(name: "text", make: "seq 10000 > x.db", status: 6, says: "not a SQLite database"),
    File(name: "random bytes", make: "head -c 9999 /dev/urandom > x.db", status: 6, says: "not a SQLite database"),
    File(name: "a header alone", make: "head -c 100 registry.db > x.db", status: 7, says: "damaged"),
    File(name: "less than a header", make: "head -c 60 registry.db > x.db", status: 6, says: "not a SQLite database"),
    File(name: "another program's", make: "sqlite3 x.db 'CREATE TABLE t (a)'", status: 6, says: "another program"),
    File(
      name: "a snapshot", make: "mkdir d; admin snapshot create --release 1 -o d >&2; mv d/*.db x.db; rm -r d",
      status: 6,
      says: "a released snapshot"),
    File(
      name: "a newer schema", make: "cp registry.db x.db; sqlite3 x.db 'PRAGMA user_version = 99'", status: 6,
      says: "schema is 99; this build supports up to"),
    File(
      name: "WAL mode", make: "cp registry.db x.db; printf '\\x02\\x02' | dd of=x.db bs=1 seek=18 conv=notrunc",
      status: 6,
      says: "WAL mode"),
    File(
      name: "an extra trigger",
      make: "cp registry.db x.db; sqlite3 x.db 'CREATE TRIGGER t AFTER UPDATE ON translation BEGIN SELECT 1; END'",
      status: 6, says: "trigger t on translation does not belong there"),
    File(
      name: "an extra view", make: "cp registry.db x.db; sqlite3 x.db 'CREATE VIEW v AS SELECT 1'", status: 6,
      says: "view v on v does not belong there"),
    File(
      name: "a virtual table", make: "cp registry.db x.db; sqlite3 x.db 'CREATE VIRTUAL TABLE v USING fts5(a)'",
      status: 6,
      says: "does not belong there"),
    File(
      name: "a lost trigger", make: "cp registry.db x.db; sqlite3 x.db 'DROP TRIGGER operation_is_kept'", status: 6,
      says: "operation_is_kept on operation is missing"),
    File(
      name: "a table made a recursive view",
      make: """
        cp registry.db x.db; sqlite3 x.db 'PRAGMA legacy_alter_table = ON; ALTER TABLE release RENAME TO gone;
        CREATE VIEW release AS WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n FROM r'
        """, status: 6, says: "changed schema"),
    File(
      name: "another migration under an applied one's name",
      make: """
        cp registry.db x.db; sqlite3 x.db "UPDATE schema_migration SET checksum = 'x' WHERE version = 2"
        """, status: 6, says: "Migration 0002_create_catalog differs"),
    File(name: "truncated", make: "head -c 40960 registry.db > x.db", status: 7, says: "damaged"),
    File(name: "a URI", make: ":", status: 4, says: "There is no file"),
  ]

  @Test(arguments: files)
  func `a file is refused and not changed, for reading and for writing`(file: File) throws {
    let admin = try AdminFolder()
    let made = try admin.shell(file.make)
    try #require(made.status == 0, "\(made.error)")
    let name = file.name == "a URI" ? "file:registry.db?mode=memory" : "x.db"
    let before = try? admin.bytes("x.db")
    for arguments in [
      ["status"], ["code", "show", "1402"], ["translation", "set", "1402", "ar", "x"],
    ] {
      try admin.expectRefusal(file.status, saying: file.says) { try admin.run(arguments + ["--db", name]) }
    }
    if file.name != "a FIFO" { #expect((try? admin.bytes("x.db")) == before) }
  }

  @Test(arguments: ["mkfifo x.db", "mkdir x.db", "ln -s nowhere x.db", ": > x.db", "cp registry.db x.db"])
  func `init does not change an existing file`(make: String) throws {
    let admin = try AdminFolder()
    try #require(try admin.shell(make).status == 0)
    try admin.expectRefusal(65, saying: "x.db exists already") { try admin.run("init", "--db", "x.db") }
  }

  @Test(arguments: ["we\nird.db", "qu'o\"te.db", "-dash.db", "Ω.db", "a b.db", "file:x?mode=memory", "%41.db"])
  func `a path is a file name, even with characters that have a meaning in a URI`(name: String) throws {
    let admin = try AdminFolder(isEmpty: true)
    let made = try admin.run("init", "--db=\(name)", "--format", "table")
    #expect(made.status == 0, "\(made.error)")
    #expect(made.output.filter { $0 == "\n" }.count == 1)
    #expect(try admin.folder.names == [name])
    #expect(try admin.run("status", "--db=\(name)").status == 0)
    #expect(try admin.run("status", environment: ["REGISTRY_DB": name]).status == 0)
  }

  @Test(arguments: ["/dev/null", "/dev/zero", "/dev/tty"])
  func `a device is refused as a registry and as a snapshot`(device: String) throws {
    let admin = try AdminFolder()
    for arguments in [["status", "--db", device], ["snapshot", "verify", device]] {
      try admin.expectRefusal(6, saying: "\(device) is a device, not a regular file") { try admin.run(arguments) }
    }
  }

  @Test func `a path with bytes that are not UTF-8 works and is shown escaped`() throws {
    let admin = try AdminFolder(isEmpty: true)
    let made = try admin.shell(
      "admin init --db $'w\\xffx.db' --format table && admin status --db $'w\\xffx.db' && ls -b")
    #expect(made.status == 0, "\(made.error)")
    #expect(made.output.contains("Created w\\xffx.db"))
    #expect(made.output.hasSuffix("w\\377x.db\n"))
    let refusal = try admin.shell("REGISTRY_DB=$'n\\xff\\n.db' admin status")
    #expect(refusal.status == 4)
    #expect(refusal.error.hasPrefix("error: There is no file n\\xff\\u{A}.db."))
  }

  @Test func `a lock that is held for over five seconds is exit code 5`() throws {
    let admin = try AdminFolder()
    let result = try admin.shell(
      """
      { echo 'BEGIN EXCLUSIVE;'; echo '.shell touch locked'; sleep 8; } | sqlite3 registry.db & holder=$!
      until [ -e locked ]; do sleep 0.05; done
      admin translation set 1402 ar x; code=$?; kill $holder; exit $code
      """)
    #expect(result.status == 5, "\(result.error)")
    #expect(result.error.contains("Another process is writing to the registry"))
  }

  @Test func `a killed writer's journal is rolled back by the next command, even by one that reads`() throws {
    let admin = try AdminFolder()
    let before = try admin.interruptWriter().before
    try #require(try admin.folder.names.contains("registry.db-journal"))
    #expect(try admin.run("code", "show", "1402").output == before)
    #expect(try admin.folder.names == ["registry.db"])
  }
}
