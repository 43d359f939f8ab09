import RegistryBytes
import RegistrySQLite
import RegistryTestSupport
import Testing

struct StatementTests {
  /// A query with one row of one column, that is of every type but `type`.
  struct Mismatch: CustomTestStringConvertible {
    let expression: String
    let found: String
    var testDescription: String { found }
  }

  static let others = [
    Mismatch(expression: "NULL", found: "NULL"), Mismatch(expression: "1.5", found: "a real"),
    Mismatch(expression: "x'41'", found: "a blob"),
  ]

  private func row(_ expression: String) throws -> Statement {
    let statement = try Connection().statement("SELECT 0 AS first, \(expression) AS price")
    try #require(try statement.step())
    return statement
  }

  @Test(arguments: others + [Mismatch(expression: "'12'", found: "text")])
  func `what is no integer is an error that names the column`(value: Mismatch) throws {
    let row = try row(value.expression)
    let error = try #require(throws: SQLiteError.self) { try row.integer(1) }
    #expect(error.message == "column 1 (price) holds \(value.found), not an integer")
    #expect(error.isCorrupt)
    #expect(error.sql == row.sql)
  }

  @Test(arguments: others + [Mismatch(expression: "12", found: "an integer")])
  func `what is no text is an error that names the column`(value: Mismatch) throws {
    let row = try row(value.expression)
    let error = try #require(throws: SQLiteError.self) { try row.text(1) }
    #expect(error.message == "column 1 (price) holds \(value.found), not text")
  }

  @Test(arguments: ["FF", "41C080", "E282", "EDA080", "F4908080"])
  func `bytes that are not UTF-8 are an error, never repaired`(hexadecimal: String) throws {
    let row = try row("CAST(x'\(hexadecimal)' AS TEXT)")
    let error = try #require(throws: SQLiteError.self) { try row.text(1) }
    #expect(error.message == "column 1 (price) holds text, not UTF-8")
    #expect(throws: SQLiteError.self) { try row.value(1) }
    #expect(try row.withTextBytes(1) { $0.count } == hexadecimal.utf8.count / 2)
  }

  @Test(arguments: [
    "", "a", "a\0b", "\0", "سجل", "登记", "e\u{301}", "\u{e9}", "😀", String(repeating: "م", count: 50_000),
  ])
  func `text comes back to the byte`(text: String) throws {
    let connection = try Connection()
    let statement = try connection.statement("SELECT ?1 AS text, typeof(?1)")
    try statement.bind([.text(text)])
    try #require(try statement.step())
    #expect(Array(try statement.text(0).utf8) == Array(text.utf8))
    #expect(try statement.text(1) == "text")
    #expect(!statement.isNull(0))
  }

  @Test(
    arguments: [
      .null, .integer(.min), .integer(.max), .integer(0), .real(0.1), .real(-1e300), .text("x"), .blob([0, 1, 255]),
      .blob([]), .text(""),
    ] as [SQLiteValue])
  func `every value comes back as it was bound`(value: SQLiteValue) throws {
    #expect(try Connection().values("SELECT ?", [value]) == [value])
  }

  @Test func `text is compared as it is stored, not as people read it`() {
    #expect("\u{e9}" == "e\u{301}", "the reason for a comparison of its own")
    #expect(SQLiteValue.text("\u{e9}") != .text("e\u{301}"))
    #expect(SQLiteValue.text("1") != .integer(1))
    #expect(SQLiteValue.integer(1) != .real(1))
    #expect(SQLiteValue.text("") != .null)
  }

  @Test func `swift values become the values that the schema means`() {
    #expect(SQLiteValue(nil as Int?) == .null)
    #expect(SQLiteValue(7 as Int?) == .integer(7))
    #expect(SQLiteValue(true as Bool?) == .integer(1))
    #expect(SQLiteValue(false as Bool?) == .integer(0))
    #expect(SQLiteValue("" as String?) == .text(""))
  }

  @Test(arguments: [0, 1, 3])
  func `a wrong number of values is an error`(count: Int) throws {
    let statement = try Connection().statement("SELECT ?, ?")
    let error = try #require(throws: SQLiteError.self) {
      try statement.bind([SQLiteValue](repeating: "secret", count: count))
    }
    #expect(error.message == "\(count) values for 2 parameters")
    #expect(!"\(error)".contains("secret"))
  }

  @Test func `an error carries the statement but not the values`() throws {
    let connection = try Connection()
    try connection.execute("CREATE TABLE t (a UNIQUE)")
    try connection.execute("INSERT INTO t VALUES (?)", ["secret"])
    let error = try #require(throws: SQLiteError.self) {
      try connection.execute("INSERT INTO t VALUES (?)", ["secret"])
    }
    #expect(error.code == 2_067)
    #expect(error.sql == "INSERT INTO t VALUES (?)")
    #expect(!"\(error)".contains("secret"))
  }

  @Test(arguments: ["", "  ", "-- nothing"])
  func `text without a statement is an error`(sql: String) throws {
    let error = try #require(throws: SQLiteError.self) { try Connection().statement(sql) }
    #expect(error.code == 21, "SQLITE_MISUSE")
  }

  @Test func `a statement that is being stepped is not handed out again`() throws {
    let connection = try Connection()
    let sql = "SELECT value FROM (SELECT 1 AS value UNION ALL SELECT 2 UNION ALL SELECT 3)"
    let outer = try connection.statement(sql)
    var pairs: [[Int]] = []
    while try outer.step() {
      let inner = try connection.statement(sql)
      while try inner.step() { pairs.append([try outer.integer(0), try inner.integer(0)]) }
    }
    #expect(pairs == [[1, 1], [1, 2], [1, 3], [2, 1], [2, 2], [2, 3], [3, 1], [3, 2], [3, 3]])
  }

  @Test func `a cached statement comes back clean`() throws {
    let connection = try Connection()
    let sql = "SELECT coalesce(?, 'unbound') UNION ALL SELECT 'second'"
    do {
      let abandoned = try connection.statement(sql)
      try abandoned.bind(["first use"])
      try #require(try abandoned.step())
    }
    let again = try connection.statement(sql)
    try #require(try again.step())
    #expect(try again.text(0) == "unbound")
  }

  @Test func `an abandoned statement holds no lock`() throws {
    let database = try DatabaseFixture("CREATE TABLE t (a); INSERT INTO t VALUES (1), (2)")
    let reader = try database.open(.readOnly)
    do {
      let abandoned = try reader.statement("SELECT a FROM t")
      try #require(try abandoned.step())
    }
    let writer = try database.open()
    try writer.execute("PRAGMA busy_timeout = 0")
    try writer.execute("INSERT INTO t VALUES (3)")
    #expect(try reader.values("SELECT count(*) FROM t") == [3])
  }

  @Test func `more statements than the cache holds still all work, those in use too`() throws {
    let connection = try Connection()
    let held = try connection.statement("SELECT 'held' UNION ALL SELECT 'still held'")
    try #require(try held.step())
    for round in 0..<2 {
      for number in 0..<200 {
        #expect(try connection.values("SELECT \(number)") == [.integer(Int64(number))], "\(round)")
      }
    }
    try #require(try held.step())
    #expect(try held.text(0) == "still held")
  }

  @Test func `a statement outlives every other use of its connection`() throws {
    var connection: Connection? = try Connection()
    weak let watched = connection
    let statement = try #require(try connection?.statement("SELECT 1 UNION ALL SELECT 2"))
    connection = nil
    #expect(watched != nil)
    try #require(try statement.step())
    try #require(try statement.step())
    #expect(try statement.integer(0) == 2)
  }

  @Test func `a statement runs again after its end and after an error`() throws {
    let connection = try Connection()
    try connection.execute("CREATE TABLE t (a CHECK (a > 0))")
    let insert = try connection.statement("INSERT INTO t VALUES (?)")
    for (value, succeeds) in [(1, true), (-1, false), (2, true)] as [(Int64, Bool)] {
      try insert.bind([.integer(value)])
      #expect((try? insert.step()) == (succeeds ? false : nil))
    }
    #expect(try connection.values("SELECT a FROM t") == [1, 2])
  }
}
