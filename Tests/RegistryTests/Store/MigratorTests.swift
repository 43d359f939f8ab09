import RegistrySQLite
import Testing

@testable import Registry

@Suite struct MigratorTests {
  @Test func `a migration and its row in the history are one transaction`() throws {
    let connection = try Connection.inMemory()
    for migration in EmbeddedSQL.migrations { try Migrator.apply(migration, to: connection, at: .epoch) }
    let bad = Migration(
      version: EmbeddedSQL.migrations.count + 1, name: "break_all", sql: "CREATE TABLE half (a); SELECT nonsense;")
    let before = try DatabaseSchema(of: connection)
    #expect(throws: RegistryError.self) { try Migrator.apply(bad, to: connection, at: .epoch) }
    #expect(try DatabaseSchema(of: connection) == before)
    #expect(try Migrator.applied(in: connection).count == EmbeddedSQL.migrations.count)
    #expect(try connection.integer("PRAGMA user_version") == EmbeddedSQL.migrations.count)
    #expect(!connection.isInTransaction)
  }

  @Test func `the applied migrations are those that this build carries`() throws {
    let connection = try Connection.inMemory()
    #expect(try Migrator.applied(in: connection) == [])
    for migration in EmbeddedSQL.migrations { try Migrator.apply(migration, to: connection, at: .epoch) }
    let plan = try MigrationPlan(applied: try Migrator.applied(in: connection), available: EmbeddedSQL.migrations)
    #expect(plan.pending.isEmpty)
    #expect(try connection.integer("PRAGMA application_id") == Int(DatabaseFile.registryID))
    #expect(try DatabaseSchema(of: connection) == (try Migrator.schema(ofVersion: EmbeddedSQL.migrations.count)))
  }

  @Test func `a snapshot's view for readers is the live file's, to the letter`() throws {
    let live = try Connection.inMemory()
    for migration in EmbeddedSQL.migrations { try live.script(migration.sql) }
    let released = try Connection.inMemory()
    try released.script(SnapshotSchema.script)
    let query = "SELECT sql FROM sqlite_schema WHERE name = 'localized_message'"
    #expect(try live.texts(query) == (try released.texts(query)))
  }

  @Test func `one that another process has just applied is not applied twice`() throws {
    let connection = try Connection.inMemory()
    let first = try #require(EmbeddedSQL.migrations.first)
    try Migrator.apply(first, to: connection, at: .epoch)
    try Migrator.apply(first, to: connection, at: .epoch)
    #expect(try Migrator.applied(in: connection).count == 1)
  }
}
