import RegistrySQLite

/// A folder with one small database in it, made by the `sqlite3` shell, so that none of our code had a hand in it.
package struct DatabaseFixture {
  package let folder: TemporaryFolder
  package let path: [UInt8]

  package init(named name: String = "some.db", _ sql: String = "CREATE TABLE t (a); INSERT INTO t VALUES (1)") throws {
    folder = try TemporaryFolder()
    path = Array(folder.file(name).utf8)
    let made = try Command("sqlite3", ["./\(name)", sql], in: folder.path).run()
    guard made.status == 0 else { throw Unmade(reason: made.error) }
  }

  struct Unmade: Error { let reason: String }

  package func open(_ access: Connection.Access = .readWrite) throws -> Connection {
    try Connection(path: path, access: access)
  }

  /// What another process says of an attempt to take the write lock, without waiting.
  package func lockFromAnotherProcess() throws -> Command.Result {
    try Command("sqlite3", ["-bail", "some.db", "BEGIN IMMEDIATE; ROLLBACK"], in: folder.path).run()
  }
}

extension Connection {
  /// Every value that the query gives, row after row.
  package func values(_ sql: String, _ bound: [SQLiteValue] = []) throws -> [SQLiteValue] {
    let statement = try statement(sql)
    try statement.bind(bound)
    var values: [SQLiteValue] = []
    while try statement.step() {
      for column in 0..<statement.columnCount { values.append(try statement.value(column)) }
    }
    return values
  }
}
