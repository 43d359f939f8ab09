import RegistryBytes
import RegistrySQLite
import RegistryTestSupport
import Testing

@testable import Registry

struct MigratorTests {
  private let database: Database
  private let time = Timestamp(secondsSinceEpoch: 0)

  init() throws { database = try Database.inMemory() }

  private func apply(_ migrations: some Sequence<Migration>) throws {
    _ = try Migrator.migrate(database, with: Array(migrations), at: time)
  }

  @Test func `an empty database has no migrations`() throws {
    #expect(try Migrator.applied(in: database) == [])
  }

  @Test
  func `each migration is recorded with its checksum and time, and the header has version and kind`() throws {
    try apply(EmbeddedSQL.migrations)
    #expect(
      try Migrator.applied(in: database)
        == EmbeddedSQL.migrations.map { AppliedMigration(version: $0.version, name: $0.name, checksum: $0.checksum) })
    #expect(try database.integer("PRAGMA user_version") == EmbeddedSQL.migrations.count)
    #expect(try database.integer("PRAGMA application_id") == 0x5343_5247)
    #expect(
      try database.text("SELECT group_concat(DISTINCT applied_at) FROM schema_migration") == "1970-01-01T00:00:00Z")
  }

  @Test(arguments: 1...EmbeddedSQL.migrations.count)
  func `the schema of every version is compared exactly`(version: Int) throws {
    try apply(EmbeddedSQL.migrations.prefix(version))
    #expect(try DatabaseSchema(of: database) == Migrator.schema(ofVersion: version))
    #expect(try database.integer("PRAGMA user_version") == version)
  }

  @Test func `every version's schema has its digest in the list`() throws {
    let digests = try EmbeddedSQL.migrations.map { try Migrator.schema(ofVersion: $0.version).digest }
    #expect(
      Migrator.schemaDigests == digests,
      """
      schemaDigests in Sources/Registry/Migration/Migrator+Schema.swift must be:
      \(digests.map { "\"\($0)\"," }.joined(separator: "\n"))
      """)
  }

  @Test(arguments: 1...EmbeddedSQL.migrations.count)
  func `the schema of another version is reported as a difference`(version: Int) throws {
    let schema = try Migrator.schema(ofVersion: version)
    #expect(try Migrator.firstDifference(of: schema, fromVersion: version) == nil)
    #expect(try Migrator.firstDifference(of: schema, fromVersion: version - 1) != nil)
  }

  @Test func `the migration that allows the number 0 keeps every row and every rule`() throws {
    try apply(EmbeddedSQL.migrations.prefix(9))
    try database.executeScript(
      """
      INSERT INTO operation VALUES (1, '2026-01-31T12:00:00Z', 'amal', 'init', NULL);
      INSERT INTO language VALUES ('en', 'English', 'English', 'ltr', NULL, 1, 1, 1);
      INSERT INTO category VALUES ('a', 1, 1), ('b', 2, 1);
      INSERT INTO category_range VALUES (1, 9, 'a'), (10, 19, 'b'), (30, 39, 'a');
      INSERT INTO status_code VALUES (2, 'TWO', 'a', 'active', NULL, 402, 1, 'x', 1);
      INSERT INTO status_code VALUES (1, 'ONE', 'a', 'retired', 2, NULL, 0, NULL, 1);
      INSERT INTO status_code VALUES (10, 'TEN', 'b', 'deprecated', 1, NULL, NULL, NULL, 1);
      INSERT INTO translation VALUES (1, 'en', 'One', 'final', 1, 1, 1, NULL), (10, 'en', 'Ten', 'initial', 1, 1, 1, 1);
      """)
    let queries = ["category_range", "status_code", "translation", "localized_message"].map { "SELECT * FROM \($0)" }
    let before = try queries.map(values)
    try apply(EmbeddedSQL.migrations)
    #expect(try queries.map(values) == before)
    #expect(before.allSatisfy { !$0.isEmpty })
    #expect(try values("PRAGMA foreign_key_check").isEmpty)
    #expect(try database.text("PRAGMA integrity_check") == "ok")
    #expect(try database.integer("SELECT count(*) FROM sqlite_temp_schema") == 0)
    let long = String(repeating: "A", count: 128)
    try database.executeScript(
      """
      UPDATE category_range SET first = 0 WHERE first = 1;
      INSERT INTO status_code (code, symbol, category, revision) VALUES (0, '\(long)', 'a', 1);
      """)
    for refused in [
      "INSERT INTO status_code (code, symbol, category, revision) VALUES (-1, 'X', 'a', 1)",
      "INSERT INTO status_code (code, symbol, category, revision) VALUES (3, 'A\(long)', 'a', 1)",
      "DELETE FROM status_code WHERE code = 0", "DELETE FROM category_range WHERE first = 0",
    ] { #expect(throws: RegistryError.self, "\(refused)") { try database.execute(refused) } }
  }

  @Test func `the migration that adds the glossary keeps the whole history and its rules`() throws {
    try apply(EmbeddedSQL.migrations.prefix(10))
    try database.executeScript(
      """
      INSERT INTO operation VALUES (1, '2026-01-31T12:00:00Z', 'amal', 'init', NULL);
      INSERT INTO language VALUES ('en', 'English', 'English', 'ltr', NULL, 1, 1, 1);
      INSERT INTO change VALUES (1, 1, 'language', NULL, NULL, 'en', 'position', NULL, 1);
      INSERT INTO change VALUES (1, 2, 'category', NULL, 'a', NULL, 'ranges', NULL, '1-9');
      INSERT INTO change VALUES (1, 3, 'category', NULL, 'a', 'en', 'name', NULL, 'A');
      INSERT INTO change VALUES (1, 4, 'status_code', 1, NULL, NULL, 'http_status', NULL, 402);
      INSERT INTO change VALUES (1, 5, 'translation', 1, NULL, 'en', 'text', NULL, 'One');
      INSERT INTO operation VALUES (2, '2026-01-31T12:00:00Z', 'noura', 'undo', 'why');
      INSERT INTO change VALUES (2, 1, 'translation', 1, NULL, 'en', 'text', 'One', '402');
      INSERT INTO reversal VALUES (2, 1, 'undo');
      """)
    let kept = """
      SELECT operation, sequence, entity, code, category, language, field, before, typeof(before), after, typeof(after)
      FROM change ORDER BY operation, sequence
      """
    let before = try values(kept)
    try apply(EmbeddedSQL.migrations)
    #expect(try values(kept) == before)
    #expect(before.count == 6 * 11)
    #expect(try database.integer("SELECT count(*) FROM change WHERE term IS NOT NULL OR check_id IS NOT NULL") == 0)
    #expect(try database.integer("SELECT count(*) FROM term") == 0)
    #expect(try values("PRAGMA foreign_key_check").isEmpty)
    #expect(try database.text("PRAGMA integrity_check") == "ok")
    for refused in [
      "UPDATE change SET after = 'x'", "DELETE FROM change", "INSERT OR REPLACE INTO change SELECT * FROM change",
      "INSERT INTO change (operation, sequence, entity, language, field, after) "
        + "VALUES (1, 9, 'language', 'en', 'x', 1)",
      "INSERT INTO change (operation, sequence, entity, field, after) VALUES (2, 9, 'term', 'source', 'x')",
      "INSERT INTO change (operation, sequence, entity, term, field, after) "
        + "VALUES (2, 9, 'term_rendering', 'x', 'y', 1)",
    ] { #expect(throws: RegistryError.self, "\(refused)") { try database.execute(refused) } }
    try database.executeScript(
      "INSERT INTO change (operation, sequence, entity, term, field, after) VALUES (2, 9, 'term', 'x', 'source', 'x')")
  }

  /// Returns all values of a query.
  private func values(_ sql: String) throws -> [SQLiteValue] {
    let statement = try database.connection.statement(sql, rowsPerRow: 10)
    var values: [SQLiteValue] = []
    while try statement.step() {
      for column in 0..<statement.columnCount { values.append(try statement.value(column)) }
    }
    return values
  }

  @Test func `a version without a digest is compared with a created schema`() throws {
    #expect(!Migrator.schemaDigests.indices.contains(-1))
    #expect(try Migrator.firstDifference(of: DatabaseSchema(of: database), fromVersion: 0) == nil)
  }

  @Test func `a migration that fails leaves no changes`() throws {
    try apply(EmbeddedSQL.migrations.dropLast())
    let before = try database.image()
    let failing = Migration(
      version: EmbeddedSQL.migrations.count + 1, name: "create_half",
      sql: "CREATE TABLE half (a); INSERT INTO half VALUES (1); SELECT nothing FROM nowhere; CREATE TABLE rest (a)")
    // The migration before it is not applied either.
    #expect(throws: RegistryError.self) { try apply(EmbeddedSQL.migrations + [failing]) }
    #expect(!database.connection.isInTransaction)
    #expect(try database.image() == before)
  }

  @Test func `a migration that cannot be recorded leaves no changes`() throws {
    try apply(EmbeddedSQL.migrations)
    try database.executeScript(
      "CREATE TRIGGER refuse BEFORE INSERT ON schema_migration BEGIN SELECT RAISE(ABORT, 'no row'); END")
    let before = try database.image()
    let next = Migration(version: EmbeddedSQL.migrations.count + 1, name: "create_t", sql: "CREATE TABLE t (a)")
    let error = try #require(throws: RegistryError.self) { try apply(EmbeddedSQL.migrations + [next]) }
    #expect(error.message.contains("no row"))
    #expect(try database.image() == before)
  }

  @Test func `a migration that another process has applied is skipped`() throws {
    try apply(EmbeddedSQL.migrations)
    let before = try database.image()
    #expect(try Migrator.migrate(database, at: time).isEmpty)
    #expect(try database.image() == before)
  }

  @Test func `an older registry is refused until it is migrated, and a dry run changes nothing`() throws {
    let folder = try TemporaryFolder()
    let path = RegistryPath(folder.file("registry.db"))
    try apply(EmbeddedSQL.migrations.prefix(2))
    let old = try database.image()
    try FileSystem.publish(old, at: path.bytes, existing: .refuse)
    let labels = EmbeddedSQL.migrations.dropFirst(2).map(\.label)

    let pending = try #require(throws: RegistryError.self) { try RegistryStore(opening: path, for: .reading) }
    #expect(pending.code == .migrationPending)
    #expect(try RegistryStore.migrate(path, isDryRun: true).migrations == labels)
    #expect(try FileSystem.read(path.bytes) == old)

    #expect(try RegistryStore.migrate(path, isDryRun: false).migrations == labels)
    #expect(
      try RegistryStore(opening: path, for: .editing).read { try $0.status() }.schemaVersion
        == EmbeddedSQL.migrations.count)
    #expect(try RegistryStore.migrate(path, isDryRun: false).migrations == [])
    #expect(try folder.names == ["registry.db"])
  }
}
