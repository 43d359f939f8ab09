import RegistrySQLite
import RegistryTestSupport
import Testing

@Suite struct StatementTests {
  private func row(_ sql: String, _ values: [SQLiteValue] = []) throws -> Statement {
    let statement = try Connection().statement(sql)
    try statement.bind(values)
    let isRow = try statement.step()
    try #require(isRow)
    return statement
  }

  @Test(arguments: [
    SQLiteValue.null, .integer(.min), .integer(.max), .real(0.1), .text(""), .text("a\0b"), .text("عربي 中文 e\u{301}"),
    .text(String(repeating: "x", count: 100_000)), .blob([]), .blob([0, 255]),
  ])
  func `a value comes back as it went in`(value: SQLiteValue) throws {
    #expect(try row("SELECT ?", [value]).value(0) == value)
  }

  @Test func `a column of another type is an error that names the column`() throws {
    let statement = try row(
      "SELECT 'x' AS name, 1 AS number, NULL AS missing, x'ff' AS bytes, CAST(x'61ff' AS TEXT) AS broken")
    for (body, says) in [
      ({ _ = try statement.integer(0) }, "column 0 (name) holds text, not an integer"),
      ({ _ = try statement.text(1) }, "column 1 (number) holds an integer, not text"),
      ({ _ = try statement.text(2) }, "column 2 (missing) holds NULL, not text"),
      ({ _ = try statement.text(3) }, "column 3 (bytes) holds a blob, not text"),
      ({ _ = try statement.text(4) }, "column 4 (broken) holds text, not UTF-8"),
    ] as [(() throws -> Void, String)] {
      let error = #expect(throws: SQLiteError.self) { try body() }
      #expect(error?.message == says)
      #expect(error?.isCorrupt == true)
    }
    #expect(statement.isNull(2))
    #expect(!statement.isNull(0))
  }

  @Test(arguments: [[], [.integer(1)], [.integer(1), .integer(2), .integer(3)]] as [[SQLiteValue]])
  func `a wrong number of values is refused`(values: [SQLiteValue]) throws {
    let statement = try Connection().statement("SELECT ?, ?")
    let error = #expect(throws: SQLiteError.self) { try statement.bind(values) }
    #expect(error?.message == "\(values.count) values for 2 parameters")
  }

  @Test func `a statement in use is not given to a second user`() throws {
    let connection = try Connection()
    let sql = "SELECT value FROM (SELECT 1 AS value UNION ALL SELECT 2) WHERE value >= ?"
    let outer = try connection.statement(sql)
    try outer.bind([.integer(1)])
    let inner = try connection.statement(sql)
    try inner.bind([.integer(2)])
    _ = try outer.step()
    _ = try inner.step()
    let values = (try outer.integer(0), try inner.integer(0))
    #expect(values == (1, 2))
  }

  @Test func `a statement is used again after its user let it go, clean`() throws {
    let connection = try Connection()
    let sql = "SELECT ?"
    for value in [SQLiteValue.integer(1), .text("two")] {
      let statement = try connection.statement(sql)
      #expect(try statement.step() == true)
      #expect(statement.isNull(0))
      statement.reset()
      try statement.bind([value])
      _ = try statement.step()
      #expect(try statement.value(0) == value)
    }
  }

  @Test func `a statement keeps its connection alive`() throws {
    func orphan() throws -> Statement { try Connection().statement("SELECT 1 UNION ALL SELECT 2") }
    let statement = try orphan()
    var values: [Int] = []
    while try statement.step() { values.append(try statement.integer(0)) }
    #expect(values == [1, 2])
  }

  @Test func `many statements do not fill the memory, and all work`() throws {
    let connection = try Connection()
    for round in 1...2 {
      for number in 1...100 {
        let statement = try connection.statement("SELECT \(number)")
        _ = try statement.step()
        #expect(try statement.integer(0) == number, "round \(round)")
      }
    }
  }

  @Test func `SQL that SQLite does not understand is an error with that SQL`() throws {
    let error = #expect(throws: SQLiteError.self) { _ = try Connection().statement("SELEKT 1") }
    #expect(error?.sql == "SELEKT 1")
    #expect(throws: SQLiteError.self) { _ = try Connection().statement("  -- nothing") }
  }
}
