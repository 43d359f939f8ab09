import RegistryTestSupport
import Testing

@testable import Registry

/// The schema's own rules under raw SQL, with the plain `sqlite3` shell, which leaves foreign keys off.
@Suite(.enabled(if: Command.exists("sqlite3"), "sqlite3 is not installed"))
struct SchemaRulesTests {
  struct Statement: CustomTestStringConvertible {
    let rule: String
    let sql: String
    let says: String
    var testDescription: String { "\(rule): \(sql)" }
  }

  static let refused: [Statement] = [
    .init(
      rule: "a number is never used again",
      sql: "INSERT INTO status_code (code, symbol, category, revision) VALUES (1402, 'X', 'payment', 1)",
      says: "never used twice"),
    .init(
      rule: "a number is never used again",
      sql: "INSERT OR REPLACE INTO status_code (code, symbol, category, revision) VALUES (1402, 'X', 'payment', 1)",
      says: "never used twice"),
    .init(
      rule: "a symbol is unique",
      sql:
        "INSERT OR REPLACE INTO status_code (code, symbol, category, revision) VALUES (1450, 'SUCCESS', 'payment', 1)",
      says: "never used twice"),
    .init(
      rule: "a symbol is unique", sql: "UPDATE OR REPLACE status_code SET symbol = 'SUCCESS' WHERE code = 1402",
      says: "never used twice"),
    .init(
      rule: "a number never changes", sql: "UPDATE status_code SET code = 1450 WHERE code = 1402", says: "never changes"
    ),
    .init(rule: "a code is never deleted", sql: "DELETE FROM status_code WHERE code = 1402", says: "never deleted"),
    .init(
      rule: "a code lies in its category",
      sql: "INSERT INTO status_code (code, symbol, category, revision) VALUES (1450, 'X', 'file', 1)",
      says: "outside the ranges"),
    .init(
      rule: "a code lies in its category", sql: "UPDATE status_code SET category = 'file' WHERE code = 1402",
      says: "outside the ranges"),
    .init(
      rule: "a code lies in its category", sql: "UPDATE category_range SET last = 1401 WHERE first = 1400",
      says: "would leave a code outside"),
    .init(
      rule: "a code lies in its category", sql: "DELETE FROM category_range WHERE first = 1400", says: "holds codes"),
    .init(
      rule: "ranges never overlap",
      sql: "INSERT INTO category_range (first, last, category) VALUES (1450, 1460, 'file')", says: "overlaps"),
    .init(
      rule: "ranges never overlap",
      sql: "INSERT INTO category_range (first, last, category) VALUES (1300, 1450, 'file')", says: "overlaps"),
    .init(
      rule: "ranges never overlap", sql: "UPDATE category_range SET last = 1500 WHERE first = 1400", says: "overlaps"),
    .init(
      rule: "a range belongs to a category",
      sql: "INSERT INTO category_range (first, last, category) VALUES (1700, 1799, 'nope')",
      says: "unknown"),
    .init(
      rule: "a state is one of three", sql: "UPDATE status_code SET state = 'gone' WHERE code = 1402", says: "CHECK"),
    .init(
      rule: "a replacement is known", sql: "UPDATE status_code SET replaced_by = 9 WHERE code = 1402",
      says: "not a known code"),
    .init(
      rule: "a symbol has its form", sql: "UPDATE status_code SET symbol = 'lower' WHERE code = 1402", says: "CHECK"),
    .init(
      rule: "types are strict", sql: "UPDATE status_code SET http_status = 'x' WHERE code = 1402",
      says: "cannot store TEXT"),
    .init(rule: "a text is not empty", sql: "UPDATE translation SET text = ' ' WHERE code = 1402", says: "CHECK"),
    .init(
      rule: "a text has no NUL", sql: "UPDATE translation SET text = 'a' || char(0) || 'b' WHERE code = 1402",
      says: "CHECK"),
    .init(
      rule: "a text has at most 4,000 characters",
      sql: "UPDATE translation SET text = printf('%.*c', 4001, 'x') WHERE code = 1402", says: "CHECK"),
    .init(
      rule: "a language is known",
      sql:
        "INSERT INTO translation (code, language, text, state, meaning_revision, source_revision, revision) VALUES (1402, 'xx', 'x', 'translated', 1, 1, 1)",
      says: "known language"),
    .init(
      rule: "a translation's code is known",
      sql:
        "INSERT INTO translation (code, language, text, state, meaning_revision, source_revision, revision) VALUES (9, 'ar', 'x', 'translated', 1, 1, 1)",
      says: "known code"),
    .init(
      rule: "a translation's state is one of four", sql: "UPDATE translation SET state = 'done' WHERE code = 1402",
      says: "CHECK"),
    .init(
      rule: "a translation stays where it is",
      sql: "UPDATE translation SET language = 'en' WHERE code = 1402 AND language = 'ar'", says: "stays with"),
    .init(
      rule: "a source text is never deleted", sql: "DELETE FROM translation WHERE code = 1402 AND language = 'en'",
      says: "never deleted"),
    .init(rule: "history is never updated", sql: "UPDATE operation SET actor = 'x'", says: "never updated"),
    .init(rule: "history is never updated", sql: "UPDATE change SET after = 'x'", says: "never updated"),
    .init(rule: "history is never deleted", sql: "DELETE FROM operation", says: "never deleted"),
    .init(rule: "history is never deleted", sql: "DELETE FROM change WHERE sequence = 5", says: "never deleted"),
    .init(
      rule: "history is never replaced",
      sql:
        "INSERT OR REPLACE INTO operation (id, at, actor, command, note) VALUES (1, '2026-01-31T12:00:00Z', 'x', 'x', NULL)",
      says: "next number"),
    .init(
      rule: "history is never replaced",
      sql:
        "INSERT OR REPLACE INTO change (operation, sequence, entity, code, category, language, field, before, after) VALUES (1, 5, 'status_code', 200, NULL, NULL, 'symbol', NULL, 'x')",
      says: "appended"),
    .init(
      rule: "the revision only rises by one",
      sql: "INSERT INTO operation (id, at, actor, command, note) VALUES (9, '2026-01-31T12:00:00Z', 'x', 'x', NULL)",
      says: "next number"),
    .init(
      rule: "there is one source language",
      sql:
        "INSERT INTO language (tag, english_name, own_name, direction, fallback, required, position, revision) VALUES ('fr', 'F', 'F', 'ltr', NULL, 0, 9, 1)",
      says: "second source language"),
    .init(
      rule: "a fallback is known",
      sql:
        "INSERT INTO language (tag, english_name, own_name, direction, fallback, required, position, revision) VALUES ('fr', 'F', 'F', 'ltr', 'de', 0, 9, 1)",
      says: "not a known language"),
    .init(
      rule: "fallbacks make no circle",
      sql:
        "UPDATE language SET fallback = 'zh-Hans' WHERE tag = 'ar'; UPDATE language SET fallback = 'ar' WHERE tag = 'zh-Hans'",
      says: "ends at the source"),
    .init(rule: "a tag never changes", sql: "UPDATE language SET tag = 'fr' WHERE tag = 'ar'", says: "never changes"),
    .init(rule: "a language in use is kept", sql: "DELETE FROM language WHERE tag = 'ar'", says: "in use"),
    .init(rule: "a category in use is kept", sql: "DELETE FROM category WHERE key = 'otp'", says: "in use"),
    .init(rule: "a key never changes", sql: "UPDATE category SET key = 'x' WHERE key = 'otp'", says: "never changes"),
    .init(rule: "a recorded release is never changed", sql: "UPDATE release SET name = 'x'", says: "never changed"),
    .init(rule: "a recorded release is never deleted", sql: "DELETE FROM release", says: "never deleted"),
    .init(
      rule: "a release is recorded once",
      sql:
        "INSERT OR REPLACE INTO release (id, name, revision, content_digest, created_at, recorded_at, actor) SELECT 2, name, revision, content_digest, created_at, recorded_at, actor FROM release",
      says: "recorded once"),
  ]

  @Test(arguments: refused)
  func `a rule holds for every client`(statement: Statement) throws {
    let folder = try TemporaryFolder()
    let path = FilePath(folder.file("r.db"))
    try RegistryStore.create(at: path, contents: .seed, as: .test)
    let store = try RegistryStore(opening: path, for: .editing)
    _ = try store.release("1", in: FilePath(folder.path), actor: "tester")
    let dump = try Command("sqlite3", ["r.db", ".dump"], in: folder.path).run().output
    let result = try Command("sqlite3", ["-bail", "r.db", "BEGIN; \(statement.sql); COMMIT"], in: folder.path).run()
    #expect(result.status != 0)
    #expect(result.error.contains(statement.says), "\(result.error)")
    #expect(try Command("sqlite3", ["r.db", ".dump"], in: folder.path).run().output == dump)
  }
}

extension OperationIntent {
  /// What tests write as.
  static let test = OperationIntent(actor: "tester", command: "test")
}
