import Foundation
import RegistryBytes
import RegistrySQLite
import RegistryTestSupport
import Testing

struct DatabaseImageTests {
  private func image(rows: Int = 3) throws -> [UInt8] {
    let connection = try Connection()
    try connection.execute("CREATE TABLE t (a)")
    for row in 0..<rows { try connection.execute("INSERT INTO t VALUES (?)", [.integer(Int64(row))]) }
    return try connection.image()
  }

  @Test func `an image is the bytes of a file`() throws {
    let database = try DatabaseFixture()
    try Data(try image()).write(to: URL(filePath: database.folder.file("some.db")))
    #expect(try database.open(.readOnly).values("SELECT a FROM t") == [0, 1, 2])
  }

  @Test func `a file's bytes are a database that cannot be written`() throws {
    let connection = try Connection(image: try DatabaseImage(try image()))
    #expect(try connection.values("SELECT sum(a) FROM t") == [3])
    let error = try #require(throws: SQLiteError.self) { try connection.execute("INSERT INTO t VALUES (9)") }
    #expect(error.isReadOnly)
  }

  @Test func `it reads a copy, which lives as long as its statements`() throws {
    var bytes = try image(rows: 5_000)
    var connection: Connection? = try Connection(image: try DatabaseImage(bytes))
    let rows = try #require(try connection?.statement("SELECT a FROM t"))
    for index in bytes.indices { bytes[index] = 0xFF }
    connection = nil
    var count = 0
    while try rows.step() {
      #expect(try rows.integer(0) == count)
      count += 1
    }
    #expect(count == 5_000)
  }

  @Test func `the same database gives the same image`() throws {
    #expect(try image() == image())
    let bytes = try image()
    #expect(try Connection(image: try DatabaseImage(bytes)).image() == bytes)
  }

  @Test(
    arguments: [
      [], Array("not a database".utf8), [UInt8](repeating: 0x41, count: 4_096),
      Array("SQLite format 3\0".utf8) + [UInt8](repeating: 0, count: 84),
    ] as [[UInt8]])
  func `bytes that are no database give nothing to read`(bytes: [UInt8]) {
    #expect(throws: SQLiteError.self) { try Connection(image: try DatabaseImage(bytes)).values("SELECT a FROM t") }
  }

  @Test func `a truncated image is an error, not a crash`() throws {
    let whole = try image(rows: 5_000)
    for length in stride(from: 0, to: whole.count, by: 1_111) {
      let truncated = Array(whole.prefix(length))
      #expect((try? isSound(truncated)) != true, "\(length) of \(whole.count) bytes")
    }
    #expect(try isSound(whole))
  }

  private func isSound(_ image: [UInt8]) throws -> Bool {
    let connection = try Connection(image: try DatabaseImage(image))
    return try connection.values("PRAGMA integrity_check(1)") == ["ok"]
      && connection.values("SELECT count(*) FROM t") == [5_000]
  }

  @Test func `an image carries the same hardening as a file`() throws {
    let connection = try Connection(image: try DatabaseImage(try image()))
    #expect(try connection.values("PRAGMA trusted_schema") == [0])
    #expect(throws: SQLiteError.self) { try connection.execute("ATTACH DATABASE ':memory:' AS other") }
  }
}
