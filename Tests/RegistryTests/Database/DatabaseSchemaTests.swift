import Testing

@testable import Registry

struct DatabaseSchemaTests {
  private func schema(_ script: String) throws -> DatabaseSchema {
    let database = try Database.inMemory()
    try database.executeScript(script)
    return try DatabaseSchema(of: database)
  }

  @Test func `the same script makes the same schema, in any order`() throws {
    let one = try schema("CREATE TABLE a (x UNIQUE); CREATE TABLE b (x)")
    let other = try schema("CREATE TABLE b (x); INSERT INTO b VALUES (1); CREATE TABLE a (x UNIQUE)")
    #expect(one == other)
    #expect(one.digest == other.digest)
    #expect(one.firstDifference(from: other) == nil)
  }

  @Test(arguments: [
    ("CREATE TABLE a (x); CREATE TABLE b (x)", "table b on b does not belong there"),
    ("CREATE TABLE c (x)", "table a on a is missing"),
    ("CREATE TABLE a (x, y)", "table a on a differs"),
    ("CREATE TABLE a ( x)", "table a on a differs"),
    ("CREATE VIEW a AS SELECT 1 AS x", "table a on a is missing"),
    ("CREATE TABLE a (x); CREATE INDEX i ON a (x)", "index i on a does not belong there"),
  ])
  func `the first object that differs is named`(script: String, difference: String) throws {
    let expected = try schema("CREATE TABLE a (x)")
    #expect(try schema(script).firstDifference(from: expected) == difference)
    #expect(try schema(script).digest != expected.digest)
  }

  @Test func `SQL is compared byte by byte`() throws {
    let letter = try schema("CREATE VIEW v AS SELECT 'K'")
    let kelvin = try schema("CREATE VIEW v AS SELECT '\u{212A}'")
    #expect("K" == "\u{212A}", "the reason for the test")
    #expect(letter != kelvin)
    #expect(letter.digest != kelvin.digest)
    #expect(kelvin.firstDifference(from: letter) == "view v on v differs")
  }

  @Test func `SQLite stores the statements of a snapshot unchanged`() throws {
    let made = try schema(SnapshotSchema.statements.joined(separator: ";"))
    #expect(DatabaseSchema(statements: SnapshotSchema.statements) == made)
    #expect(made.objects.count == 10)
  }

  @Test func `the view for readers is the same in a snapshot and in the live file`() throws {
    let view = "view localized_message on localized_message"
    let live = try Migrator.schema(ofVersion: EmbeddedSQL.migrations.count).objects[view]
    #expect(try live == schema(SnapshotSchema.statements.joined(separator: ";")).objects[view])
    #expect(live != nil)
  }
}
