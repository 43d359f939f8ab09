import Foundation
import RegistrySQLite
import RegistryTestSupport
import Testing

@Suite struct ConnectionTests {
  private func file(_ sql: String = "CREATE TABLE t (a)") throws -> (folder: TemporaryFolder, path: [UInt8]) {
    let folder = try TemporaryFolder()
    try #require(try Command("sqlite3", ["t.db", sql], in: folder.path).run().status == 0)
    return (folder, Array(folder.file("t.db").utf8))
  }

  private func first(_ sql: String, on connection: Connection) throws -> SQLiteValue {
    let statement = try connection.statement(sql)
    let isRow = try statement.step()
    try #require(isRow)
    return try statement.value(0)
  }

  private func failure(_ body: () throws -> Void) -> SQLiteError? {
    do {
      try body()
      return nil
    } catch { return error as? SQLiteError }
  }

  @Test func `double quotes never make a string`() throws {
    let connection = try Connection()
    #expect(failure { try connection.run("SELECT \"nowhere\"") }?.message.contains("no such column") == true)
    #expect(failure { try connection.run("CREATE TABLE u (a CHECK (a <> \"x\"))") } != nil)
  }

  @Test func `the schema cannot be written behind SQLite's back`() throws {
    let connection = try Connection()
    try connection.run("CREATE TABLE t (a)")
    try connection.run("PRAGMA writable_schema = ON")
    #expect(failure { try connection.run("DELETE FROM sqlite_schema") } != nil)
  }

  @Test func `another file cannot be attached, and no extension loaded`() throws {
    let connection = try Connection()
    #expect(failure { try connection.run("ATTACH ':memory:' AS other") }?.message.contains("too many attached") == true)
    #expect(failure { try connection.run("SELECT load_extension('x')") }?.message.contains("not authorized") == true)
  }

  @Test func `foreign keys hold and settings are as documented`() throws {
    let (folder, path) = try file()
    defer { withExtendedLifetime(folder) {} }
    let connection = try Connection(path: path, access: .readWrite)
    for (pragma, value) in [
      ("foreign_keys", SQLiteValue.integer(1)), ("trusted_schema", .integer(0)), ("cell_size_check", .integer(1)),
      ("busy_timeout", .integer(5_000)),
    ] {
      #expect(try first("PRAGMA \(pragma)", on: connection) == value, "\(pragma)")
    }
  }

  @Test func `a value longer than the limit is refused`() throws {
    let error = failure { try Connection().run("SELECT zeroblob(5000000)") }
    #expect(error?.isTooBig == true)
  }

  @Test func `opening creates nothing`() throws {
    let folder = try TemporaryFolder()
    for access in [Connection.Access.readOnly, .readWrite] {
      let error = failure { _ = try Connection(path: Array(folder.file("none.db").utf8), access: access) }
      #expect(error?.isInputOutput == true)
    }
    #expect(try folder.names.isEmpty)
  }

  @Test func `a link is not followed`() throws {
    let (folder, path) = try file()
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("link"), withDestinationPath: String(decoding: path, as: UTF8.self))
    #expect(failure { _ = try Connection(path: Array(folder.file("link").utf8), access: .readOnly) } != nil)
  }

  @Test func `a read-only connection cannot write`() throws {
    let (folder, path) = try file()
    defer { withExtendedLifetime(folder) {} }
    let connection = try Connection(path: path, access: .readOnly)
    #expect(failure { try connection.run("INSERT INTO t VALUES (1)") }?.isReadOnly == true)
  }

  @Test func `the header is read without dropping the lock`() throws {
    let (folder, path) = try file()
    let connection = try Connection(path: path, access: .readWrite)
    try connection.run("BEGIN IMMEDIATE")
    #expect(connection.header().starts(with: Array("SQLite format 3\0".utf8)))
    let other = try Command("sqlite3", ["t.db", "INSERT INTO t VALUES (1)"], in: folder.path).run()
    #expect(other.status != 0)
    #expect(other.error.contains("locked"))
    try connection.run("COMMIT")
    #expect(try Command("sqlite3", ["t.db", "INSERT INTO t VALUES (1)"], in: folder.path).run().status == 0)
  }

  @Test func `a deadline ends a query that would never end`() throws {
    let connection = try Connection()
    connection.setDeadline(seconds: 0.2)
    let endless = "WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r"
    let start = ContinuousClock.now
    #expect(failure { try connection.run(endless) }?.isInterrupted == true)
    #expect(ContinuousClock.now - start < .seconds(5))
    connection.setDeadline(seconds: nil)
    #expect(try first("SELECT 1", on: connection) == .integer(1))
  }

  @Test func `an error carries the code, the message and the SQL, and never a bound value`() throws {
    let connection = try Connection()
    try connection.run("CREATE TABLE t (a TEXT UNIQUE)")
    try connection.run("INSERT INTO t VALUES (?)", [.text("secret")])
    let error = try #require(failure { try connection.run("INSERT INTO t VALUES (?)", [.text("secret")]) })
    #expect(error.code == 2067)
    #expect(error.isConstraint)
    #expect(error.message == "UNIQUE constraint failed: t.a")
    #expect(error.sql == "INSERT INTO t VALUES (?)")
    #expect(!"\(error)".contains("secret"))
  }

  @Test func `an image is the file's own bytes, and is read without a file`() throws {
    let made = try Connection()
    try made.execute("CREATE TABLE t (a); INSERT INTO t VALUES ('مرحبا');")
    let image = try made.image()
    #expect(image.starts(with: Array("SQLite format 3\0".utf8)))
    let connection = try Connection(image: image)
    #expect(try first("SELECT a FROM t", on: connection) == .text("مرحبا"))
    #expect(failure { try connection.run("INSERT INTO t VALUES (1)") }?.isReadOnly == true)
    #expect(failure { try Connection(image: Array("no database".utf8)).run("SELECT * FROM sqlite_schema") } != nil)
  }
}
