import RegistrySQLite
import Testing

@testable import Registry

struct DatabaseTransactionTests {
  private let registry: RegistryFixture
  /// A connection that does not wait long.
  private let database: Database
  private let other: Connection

  init() throws {
    registry = try RegistryFixture()
    database = try RegistryFile.open(registry.path, for: .editing).database
    database.connection.lockWaitLimit = .milliseconds(10)
    other = try Connection(path: registry.path.bytes, access: .readWrite)
  }

  private func edit() throws(RegistryError) {
    try database.transaction(.immediate) { () throws(RegistryError) in
      _ = try database.execute("UPDATE category SET position = position + 1")
    }
  }

  @Test func `a reader that does not finish makes a commit busy, which says so and changes nothing`() throws {
    let before = try registry.bytes
    try other.execute("BEGIN")
    try other.execute("SELECT * FROM category")
    let error = try #require(throws: RegistryError.self) { try edit() }
    #expect(error.code == .busy)
    #expect(
      error.message == "Another process is reading the registry and did not finish in time; nothing was changed.")
    try other.execute("COMMIT")
    #expect(try registry.bytes == before)
    #expect(throws: Never.self) { try edit() }
  }

  @Test(arguments: ["IMMEDIATE", "EXCLUSIVE"])
  func `a writer that does not finish makes another writer busy, which says so`(lock: String) throws {
    try other.execute("BEGIN \(lock)")
    let error = try #require(throws: RegistryError.self) { try edit() }
    #expect(error.code == .busy)
    #expect(error.message == "Another process is writing to the registry and did not finish in time.")
    try other.execute("ROLLBACK")
    #expect(throws: Never.self) { try edit() }
  }

  @Test func `a writer that does not finish its commit makes a reader busy, which says so`() throws {
    try other.execute("BEGIN EXCLUSIVE")
    let error = try #require(throws: RegistryError.self) { try database.integer("SELECT count(*) FROM category") }
    #expect(error.code == .busy)
    #expect(error.message == "Another process is writing to the registry and did not finish in time.")
  }
}
