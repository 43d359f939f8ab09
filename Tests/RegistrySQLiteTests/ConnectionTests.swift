import CSQLite
import Foundation
import RegistryBytes
import RegistryTestSupport
import Testing

@testable import RegistrySQLite

struct ConnectionTests {
  /// SQL that a hardened connection refuses, and what SQLite says to it.
  static let refused: [(sql: String, reason: String)] = [
    ("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = 'x'", "may not be modified"),
    ("DELETE FROM sqlite_dbpage", "sqlite_dbpage"),
    (#"SELECT "nothing" FROM t"#, "no such column: nothing"),
    (#"CREATE INDEX i ON t ("nothing")"#, "nothing"),
    ("ATTACH DATABASE ':memory:' AS other", "too many attached databases - max 0"),
    ("SELECT load_extension('x')", "not authorized"),
    ("CREATE VIEW v AS SELECT * FROM pragma_table_info('t'); SELECT * FROM v", "unsafe use of virtual table"),
    ("SELECT fts3_tokenizer('simple', x'00')", "fts3"),
    ("SELECT zeroblob(4194305)", "too big"),
    ("CREATE TABLE wide (\((0...100).map { "c\($0)" }.joined(separator: ", ")))", "too many columns"),
    ("SELECT 1\(String(repeating: " + 1", count: 200))", "too large (maximum depth 200)"),
    ("SELECT 1 \(String(repeating: "UNION ALL SELECT 1 ", count: 50))", "too many terms in compound SELECT"),
    ("SELECT 'a' LIKE '\(String(repeating: "a", count: 1_001))'", "LIKE or GLOB pattern too complex"),
    ("SELECT '\(String(repeating: "a", count: 1_048_576))'", "too big"),
  ]

  @Test(arguments: refused)
  func `a hardened connection refuses`(sql: String, reason: String) throws {
    let connection = try Connection()
    try connection.executeScript("CREATE TABLE t (a)")
    let error = try #require(throws: SQLiteError.self) { try connection.executeScript(sql) }
    #expect(error.message.contains(reason), "\(error)")
  }

  @Test func `no library can be loaded, not even by a call of C`() throws {
    let connection = try Connection()
    var message: UnsafeMutablePointer<CChar>?
    defer { sqlite3_free(message) }
    #expect(sqlite3_load_extension(connection.handle, "x", nil, &message) == SQLITE_ERROR)
    #expect(message.map { String(cString: $0) } == "not authorized")
  }

  @Test func `triggers nest no deeper than eight`() throws {
    let connection = try Connection()
    for level in 0...9 { try connection.execute("CREATE TABLE t\(level) (a)") }
    for level in 0..<9 {
      try connection.execute(
        "CREATE TRIGGER r\(level) AFTER INSERT ON t\(level) BEGIN INSERT INTO t\(level + 1) VALUES (NEW.a); END")
    }
    try connection.execute("INSERT INTO t1 VALUES (1)")
    let error = try #require(throws: SQLiteError.self) { try connection.execute("INSERT INTO t0 VALUES (1)") }
    #expect(error.message.contains("too many levels of trigger recursion"), "\(error)")
  }

  @Test(
    arguments: [
      ("trusted_schema", 0), ("foreign_keys", 1), ("cell_size_check", 1), ("temp_store", 2),
    ] as [(String, Int64)])
  func `a file is opened with the setting`(pragma: String, value: Int64) throws {
    for access in [Connection.Access.readOnly, .readWrite] {
      #expect(try DatabaseFixture().open(access).values("PRAGMA \(pragma)") == [.integer(value)])
    }
  }

  @Test func `a file is never mapped into memory, where a shrinking file would kill the process`() throws {
    #expect(try DatabaseFixture().open().values("PRAGMA mmap_size") == [0])
  }

  @Test func `foreign keys hold`() throws {
    let connection = try Connection()
    try connection.executeScript("CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a REFERENCES a (id))")
    let error = try #require(throws: SQLiteError.self) { try connection.execute("INSERT INTO b VALUES (1)") }
    #expect(error.isConstraint)
    #expect(error.code == 787, "the extended code says which constraint")
    #expect(error.sql == "INSERT INTO b VALUES (1)")
  }

  @Test(arguments: [Connection.Access.readOnly, .readWrite])
  func `opening never makes a file`(access: Connection.Access) throws {
    let folder = try TemporaryFolder()
    let error = try #require(throws: SQLiteError.self) {
      try Connection(path: Array(folder.file("missing.db").utf8), access: access)
    }
    #expect(error.isInputOutput)
    #expect(try folder.names == [])
  }

  @Test func `a symbolic link is not followed`() throws {
    let database = try DatabaseFixture()
    let link = database.folder.file("link.db")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: database.folder.file("some.db"))
    let error = try #require(throws: SQLiteError.self) { try Connection(path: Array(link.utf8), access: .readOnly) }
    #expect(error.code == 1_550, "SQLITE_CANTOPEN_SYMLINK")
  }

  @Test(arguments: ["file:x?mode=memory", ":memory:", "a'b\"c\n d.db", "名.db"])
  func `any name is only a name`(name: String) throws {
    let database = try DatabaseFixture()
    let path = database.folder.file(name)
    try FileManager.default.copyItem(atPath: database.folder.file("some.db"), toPath: path)
    do {
      let connection = try Connection(path: Array(path.utf8), access: .readWrite)
      try connection.execute("INSERT INTO t VALUES (2)")
    }
    #expect(try Connection(path: Array(path.utf8), access: .readOnly).values("SELECT a FROM t") == [1, 2])
    #expect(try database.open().values("SELECT a FROM t") == [1])
  }

  @Test func `a read-only connection cannot write`() throws {
    let connection = try DatabaseFixture().open(.readOnly)
    let error = try #require(throws: SQLiteError.self) { try connection.execute("INSERT INTO t VALUES (2)") }
    #expect(error.isReadOnly)
  }

  @Test func `a writer waits for the one before it`() throws {
    let database = try DatabaseFixture()
    let first = try database.open()
    try first.execute("BEGIN IMMEDIATE")
    let (path, done) = (database.path, DispatchSemaphore(value: 0))
    // A thread, not a task: where other tests keep every thread of the pool busy, a task that sleeps while it holds the
    // lock wakes up too late for who waits.
    Thread.detachNewThread {
      let second = Result {
        let connection = try Connection(path: path, access: .readWrite)
        try connection.execute("BEGIN IMMEDIATE")
        try connection.execute("INSERT INTO t VALUES (3)")
        try connection.execute("COMMIT")
      }
      #expect(throws: Never.self) { try second.get() }
      done.signal()
    }
    Thread.sleep(forTimeInterval: 0.3)
    try first.execute("INSERT INTO t VALUES (2)")
    try first.execute("COMMIT")
    #expect(done.wait(timeout: .now() + 30) == .success)
    #expect(try first.values("SELECT a FROM t ORDER BY rowid") == [1, 2, 3])
  }

  @Test func `reading the header keeps the lock against another process`() throws {
    let database = try DatabaseFixture()
    let connection = try database.open()
    #expect(try database.lockFromAnotherProcess().status == 0)
    try connection.execute("BEGIN IMMEDIATE")
    #expect(try connection.header().starts(with: Array("SQLite format 3\0".utf8)))
    #expect(try connection.header().count == 100)
    let locked = try database.lockFromAnotherProcess()
    #expect(locked.status != 0)
    #expect(locked.error.contains("database is locked"), "\(locked.error)")

    // The reason for reading it that way: any other way of reading drops the lock, and this test would see it.
    _ = try FileSystem.read(database.path, limit: 100)
    #expect(try database.lockFromAnotherProcess().status == 0)
  }

  @Test func `a file without a whole header has none`() throws {
    let folder = try TemporaryFolder()
    try Data(repeating: 0x53, count: 99).write(to: URL(filePath: folder.file("short.db")))
    #expect(try Connection(path: Array(folder.file("short.db").utf8), access: .readOnly).header() == [])
    #expect(try Connection().header() == [], "a database in memory has no file")
  }

  @Test func `a statement that takes more steps than its file allows is stopped, and later ones run again`() throws {
    let database = try DatabaseFixture("CREATE TABLE t (a INTEGER PRIMARY KEY); INSERT INTO t VALUES (1), (2)")
    let connection = try Connection(path: database.path, access: .readOnly)
    let numbers = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
    let error = try #require(throws: SQLiteError.self) {
      try connection.execute("\(numbers)) SELECT count(i) FROM n")
    }
    #expect(error.isInterrupted)
    #expect(try connection.values("\(numbers) LIMIT 90000) SELECT count(i) FROM n") == [90_000])
    #expect(try connection.values("SELECT a FROM t") == [1, 2])
  }

  @Test func `a statement that takes more memory than its file allows is stopped`() throws {
    let database = try DatabaseFixture()
    let connection = try Connection(path: database.path, access: .readOnly)
    let blobs = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 3000)"
    let error = try #require(throws: SQLiteError.self) {
      try connection.execute("\(blobs) SELECT count(b) FROM (SELECT randomblob(900000) AS b FROM n ORDER BY b)")
    }
    #expect(error.isInterrupted)
  }

  @Test func `memory that another database takes meanwhile stops no statement`() throws {
    let database = try DatabaseFixture()
    let connection = try Connection(path: database.path, access: .readOnly)
    let statement = try connection.statement(
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 10000) SELECT i FROM n")
    #expect(try statement.step())
    let large = try Connection()
    try large.execute("CREATE TABLE t (a BLOB)")
    for _ in 0..<120 { try large.execute("INSERT INTO t VALUES (randomblob(1000000))") }
    var rows = 1
    while try statement.step() { rows += 1 }
    #expect(rows == 10_000)
  }

  @Test func `each execution of a statement is limited by itself`() throws {
    let database = try DatabaseFixture()
    let connection = try Connection(path: database.path, access: .readOnly)
    let statement = try connection.statement(
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 60000) SELECT i FROM n")
    for _ in 1...3 {
      var rows = 0
      while try statement.step() { rows += 1 }
      #expect(rows == 60_000)
    }
  }

  @Test func `a statement that returns more rows than its file has room for is stopped`() throws {
    let database = try DatabaseFixture()
    let connection = try Connection(path: database.path, access: .readOnly)
    let numbers = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 200000) SELECT i FROM n"
    func count(rowsPerRow factor: Int) throws -> Int {
      let statement = try connection.statement(numbers, rowsPerRow: factor)
      var rows = 0
      while try statement.step() { rows += 1 }
      return rows
    }
    let error = try #require(throws: SQLiteError.self) { try count(rowsPerRow: 1) }
    #expect(error.isCorrupt)
    #expect(try count(rowsPerRow: 2) == 200_000)
  }

  @Test func `rows that hold more bytes than their file are stopped`() throws {
    let database = try DatabaseFixture()
    let connection = try Connection(path: database.path, access: .readOnly)
    let texts = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 20)"
    let statement = try connection.statement("\(texts) SELECT printf('%.*c', 900000, 'x') FROM n")
    var bytes = 0
    let error = try #require(throws: SQLiteError.self) {
      while try statement.step() { bytes += try statement.text(0).utf8.count }
    }
    #expect(error.isCorrupt)
    #expect(bytes < 5_000_000)
  }

  @Test func `a value of more than 1 MiB is refused`() throws {
    let database = try DatabaseFixture()
    let connection = try Connection(path: database.path, access: .readOnly)
    #expect(try connection.values("SELECT length(zeroblob(1048576))") == [1_048_576])
    #expect(throws: SQLiteError.self) { try connection.execute("SELECT length(zeroblob(1048577))") }
  }

  @Test func `a statement in memory of our own may take what it needs`() throws {
    let numbers = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 1500000)"
    #expect(try Connection().values("\(numbers) SELECT count(i) FROM n") == [1_500_000])
  }

  @Test func `changes counts the rows of the last statement itself`() throws {
    let connection = try Connection()
    try connection.executeScript(
      """
      CREATE TABLE t (a); CREATE TABLE log (a);
      CREATE TRIGGER r AFTER UPDATE ON t BEGIN INSERT INTO log VALUES (1); INSERT INTO log VALUES (2); END;
      INSERT INTO t VALUES (1), (2), (3);
      """)
    try connection.execute("UPDATE t SET a = 9 WHERE a >= 2")
    #expect(connection.changes == 2)
    try connection.execute("UPDATE t SET a = 9 WHERE a = 77")
    #expect(connection.changes == 0)
  }

  @Test func `a failing script stops where it fails, inside the caller's transaction`() throws {
    let connection = try Connection()
    #expect(!connection.isInTransaction)
    try connection.execute("BEGIN")
    #expect(connection.isInTransaction)
    #expect(throws: SQLiteError.self) {
      try connection.executeScript("CREATE TABLE a (x); SELECT nothing; CREATE TABLE b (x)")
    }
    try connection.execute("ROLLBACK")
    #expect(try connection.values("SELECT name FROM sqlite_schema") == [])
  }
}
