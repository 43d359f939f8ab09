import RegistryTestSupport
import Testing

@testable import Registry

/// Rules of the schema, which also apply to another client that has foreign keys off and does not use `Editor`.
struct SchemaRulesTests {
  struct Rule: CustomTestStringConvertible {
    let sql: String
    let reason: String
    init(_ sql: String, _ reason: String) { (self.sql, self.reason) = (sql, reason) }
    var testDescription: String { sql }
  }

  private func release(_ id: Int, _ name: String) -> String {
    """
    INSERT INTO release (id, name, revision, content_digest, created_at, recorded_at, actor)
    VALUES (\(id), '\(name)', 1, 'sha256:\(String(repeating: "0", count: 64))', '', '', 'x')
    """
  }

  private func verify(_ rule: Rule, in registry: RegistryFixture) throws {
    let before = try registry.bytes
    let result = try registry.shell(rule.sql)
    #expect(result.status != 0, "it was accepted")
    #expect(result.error.contains(rule.reason), "\(result.error)")
    #expect(try registry.bytes == before)
    #expect(try registry.folder.names == ["registry.db"])
  }

  @Test func `the other client really is one that enforces nothing of its own`() throws {
    #expect(try RegistryFixture().shell("PRAGMA foreign_keys").output == "0\n")
  }

  static let codes = [
    Rule(
      "INSERT INTO status_code (code, symbol, category, revision) VALUES (1402, 'NEW', 'payment', 1)",
      "never used twice"),
    Rule(
      "INSERT INTO status_code (rowid, symbol, category, revision) VALUES (1402, 'NEW', 'payment', 1)",
      "never used twice"),
    Rule(
      "INSERT INTO status_code (code, symbol, category, revision) VALUES (1450, 'SUCCESS', 'payment', 1)",
      "never used twice"),
    Rule(
      "INSERT OR REPLACE INTO status_code (code, symbol, category, revision) VALUES (1402, 'NEW', 'payment', 1)",
      "never used twice"),
    Rule(
      "REPLACE INTO status_code (code, symbol, category, revision) VALUES (1450, 'SUCCESS', 'payment', 1)",
      "never used twice"),
    Rule("UPDATE OR REPLACE status_code SET symbol = 'SUCCESS' WHERE code = 1402", "never used twice"),
    Rule("UPDATE status_code SET code = 1450 WHERE code = 1402", "never changes"),
    Rule("UPDATE OR REPLACE status_code SET code = 1401 WHERE code = 1402", "never changes"),
    Rule("UPDATE status_code SET rowid = 1450 WHERE code = 1402", "never changes"),
    Rule("UPDATE OR REPLACE status_code SET _rowid_ = 1401 WHERE code = 1402", "never changes"),
    Rule("UPDATE status_code SET oid = 1150, category = 'data' WHERE code = 1402", "never changes"),
    Rule("DELETE FROM status_code WHERE code = 1402", "never deleted"),
    Rule("DELETE FROM status_code", "never deleted"),
    Rule(
      "INSERT INTO status_code (code, symbol, category, revision) VALUES (1500, 'NEW', 'payment', 1)",
      "outside the ranges"),
    Rule(
      "INSERT INTO status_code (code, symbol, category, revision) VALUES (1450, 'NEW', 'nothing', 1)",
      "outside the ranges"),
    Rule("INSERT INTO status_code (symbol, category, revision) VALUES ('NEW', 'payment', 1)", "outside the ranges"),
    Rule("UPDATE status_code SET category = 'data' WHERE code = 1402", "outside the ranges"),
    Rule("UPDATE status_code SET category = 'nothing' WHERE code = 1402", "outside the ranges"),
    Rule("UPDATE status_code SET state = 'gone' WHERE code = 1402", "CHECK constraint failed"),
    Rule("UPDATE status_code SET state = NULL WHERE code = 1402", "NOT NULL constraint failed"),
    Rule("UPDATE status_code SET symbol = 'lower' WHERE code = 1402", "CHECK constraint failed"),
    Rule("UPDATE status_code SET symbol = 'A B' WHERE code = 1402", "CHECK constraint failed"),
    Rule("UPDATE status_code SET symbol = '' WHERE code = 1402", "CHECK constraint failed"),
    Rule("UPDATE status_code SET symbol = 'A' || char(0) WHERE code = 1402", "CHECK constraint failed"),
    Rule("UPDATE status_code SET symbol = printf('%.*c', 129, 'A') WHERE code = 1402", "CHECK constraint failed"),
    Rule("UPDATE status_code SET replaced_by = 1402 WHERE code = 1402", "CHECK constraint failed"),
    Rule("UPDATE status_code SET replaced_by = 9999 WHERE code = 1402", "not a known code"),
    Rule(
      """
      INSERT INTO status_code (code, symbol, category, replaced_by, revision) \
      VALUES (1450, 'NEW', 'payment', 9999, 1)
      """, "not a known code"),
    Rule("UPDATE status_code SET http_status = 99 WHERE code = 1402", "CHECK constraint failed"),
    Rule("UPDATE status_code SET http_status = 'OK' WHERE code = 1402", "cannot store TEXT value in INTEGER column"),
    Rule("UPDATE status_code SET retryable = 2 WHERE code = 1402", "CHECK constraint failed"),
    Rule("UPDATE status_code SET description = ' ' WHERE code = 1402", "CHECK constraint failed"),
  ]

  static let translations = [
    Rule("UPDATE translation SET text = ''", "CHECK constraint failed"),
    Rule("UPDATE translation SET text = '  '", "CHECK constraint failed"),
    Rule("UPDATE translation SET text = NULL", "NOT NULL constraint failed"),
    Rule("UPDATE translation SET text = x'6162'", "cannot store BLOB value in TEXT column"),
    Rule("UPDATE translation SET text = 'a' || char(0)", "CHECK constraint failed"),
    Rule("UPDATE translation SET text = char(0) || 'a'", "CHECK constraint failed"),
    Rule("UPDATE translation SET text = printf('%.*c', 4001, 'a')", "CHECK constraint failed"),
    Rule("UPDATE translation SET text = 'a' || char(0) || printf('%.*c', 5000, 'a')", "CHECK constraint failed"),
    Rule("UPDATE translation SET state = 'done'", "CHECK constraint failed"),
    Rule("UPDATE translation SET state = NULL", "NOT NULL constraint failed"),
    Rule(
      "UPDATE translation SET language = 'fr' WHERE code = 1402 AND language = 'ar'", "stays with its code and language"
    ),
    Rule("UPDATE OR REPLACE translation SET code = 1401 WHERE code = 1402", "stays with its code and language"),
    Rule(
      """
      INSERT INTO translation (code, language, text, state, meaning_revision, source_revision, revision) \
      SELECT code, 'fr', text, state, 1, 1, 1 FROM translation WHERE language = 'en'
      """, "known language"),
    Rule(
      """
      INSERT OR REPLACE INTO translation (code, language, text, state, meaning_revision, source_revision, revision) \
      VALUES (1402, 'fr', 'x', 'initial', 1, 1, 1)
      """, "known language"),
    Rule(
      """
      INSERT INTO translation (code, language, text, state, meaning_revision, source_revision, revision) \
      VALUES (9999, 'en', 'x', 'initial', 1, 1, 1)
      """, "known code"),
    Rule(
      """
      INSERT INTO translation (code, language, text, state, meaning_revision, source_revision, revision) \
      VALUES (1402, 'ar', 'x', 'initial', 1, 1, 1)
      """, "UNIQUE constraint failed"),
    Rule("DELETE FROM translation WHERE code = 1402 AND language = 'en'", "never deleted"),
    Rule("DELETE FROM translation", "never deleted"),
  ]

  static let categories = [
    Rule("INSERT INTO category_range (first, last, category) VALUES (1450, 1550, 'payment')", "overlaps"),
    Rule("INSERT INTO category_range (first, last, category) VALUES (1, 9999, 'payment')", "overlaps"),
    Rule("INSERT INTO category_range (first, last, category) VALUES (1420, 1430, 'data')", "overlaps"),
    Rule("INSERT OR REPLACE INTO category_range (first, last, category) VALUES (1400, 1499, 'data')", "overlaps"),
    Rule("INSERT INTO category_range (first, last, category) VALUES (3000, 3099, 'nothing')", "unknown"),
    Rule("UPDATE category_range SET last = 1500 WHERE first = 1400", "overlaps"),
    Rule("UPDATE category_range SET first = 1399 WHERE first = 1400", "overlaps"),
    Rule("UPDATE OR REPLACE category_range SET first = 1100, last = 1199 WHERE first = 1400", "overlaps"),
    Rule("UPDATE category_range SET category = 'data' WHERE first = 1400", "changes its category"),
    Rule("UPDATE category_range SET first = 1403 WHERE first = 1400", "leave a code outside"),
    Rule("UPDATE category_range SET last = 1402 WHERE first = 1400", "leave a code outside"),
    Rule("UPDATE category_range SET last = 1399 WHERE first = 1400", "leave a code outside"),
    Rule("UPDATE category_range SET last = 1000000000 WHERE first = 1600", "CHECK constraint failed"),
    Rule("INSERT INTO category_range (first, last, category) VALUES (-1, 10, 'data')", "CHECK constraint failed"),
    Rule("INSERT INTO category_range (first, last, category) VALUES (3001, 3000, 'data')", "CHECK constraint failed"),
    Rule("DELETE FROM category_range WHERE first = 1400", "holds codes"),
    Rule("DELETE FROM category WHERE key = 'payment'", "in use"),
    Rule("INSERT OR REPLACE INTO category (key, position, revision) VALUES ('payment', 9, 1)", "exists"),
    Rule("UPDATE category SET key = 'money' WHERE key = 'payment'", "never changes"),
    Rule("INSERT INTO category (key, position, revision) VALUES ('Upper', 9, 1)", "CHECK constraint failed"),
    Rule("INSERT INTO category (key, position, revision) VALUES ('../x', 9, 1)", "CHECK constraint failed"),
    Rule(
      "INSERT INTO category (key, position, revision) VALUES ('x' || char(0) || '/', 9, 1)", "CHECK constraint failed"),
    Rule("INSERT INTO category_name (category, language, name) VALUES ('payment', 'fr', 'x')", "known language"),
    Rule(
      "INSERT OR REPLACE INTO category_name (category, language, name) VALUES ('nothing', 'en', 'x')",
      "known category"),
    Rule("UPDATE category_name SET name = ''", "CHECK constraint failed"),
    Rule("UPDATE category_name SET name = 'a' || char(0)", "CHECK constraint failed"),
    Rule("UPDATE category_name SET language = 'fr' WHERE language = 'ar'", "stays with its category"),
  ]

  static let languages = [
    Rule(
      """
      INSERT INTO language (tag, english_name, own_name, direction, fallback, required, position, revision) \
      VALUES ('fr', 'French', 'Français', 'ltr', NULL, 0, 4, 1)
      """, "second source language"),
    Rule(
      """
      INSERT OR REPLACE INTO language (tag, english_name, own_name, direction, fallback, required, position, revision) \
      VALUES ('fr', 'French', 'Français', 'ltr', NULL, 0, 4, 1)
      """, "second source language"),
    Rule(
      """
      INSERT OR REPLACE INTO language (tag, english_name, own_name, direction, fallback, required, position, revision) \
      VALUES ('ar', 'Arabic', 'x', 'rtl', 'en', 0, 4, 1)
      """, "exists"),
    Rule(
      """
      INSERT INTO language (tag, english_name, own_name, direction, fallback, required, position, revision) \
      VALUES ('fr', 'French', 'Français', 'ltr', 'de', 0, 4, 1)
      """, "not a known language"),
    Rule(
      """
      INSERT INTO language (tag, english_name, own_name, direction, fallback, required, position, revision) \
      VALUES ('fr', 'French', 'Français', 'up', 'en', 0, 4, 1)
      """, "CHECK constraint failed"),
    Rule(
      """
      INSERT INTO language (tag, english_name, own_name, direction, fallback, required, position, revision) \
      VALUES ('../x', 'x', 'x', 'ltr', 'en', 0, 4, 1)
      """, "CHECK constraint failed"),
    Rule(
      """
      INSERT INTO language (tag, english_name, own_name, direction, fallback, required, position, revision) \
      VALUES ('fr' || char(0), 'x', 'x', 'ltr', 'en', 0, 4, 1)
      """, "CHECK constraint failed"),
    Rule(
      """
      INSERT INTO language (tag, english_name, own_name, direction, fallback, required, position, revision) \
      VALUES ('fr', '', 'x', 'ltr', 'en', 0, 4, 1)
      """, "CHECK constraint failed"),
    Rule("UPDATE language SET fallback = NULL WHERE tag = 'ar'", "every chain of them ends"),
    Rule("UPDATE language SET fallback = 'de' WHERE tag = 'ar'", "every chain of them ends"),
    Rule("UPDATE language SET fallback = 'ar' WHERE tag = 'en'", "every chain of them ends"),
    Rule("UPDATE language SET fallback = 'ar' WHERE tag = 'ar'", "every chain of them ends"),
    Rule(
      "UPDATE language SET fallback = CASE tag WHEN 'ar' THEN 'zh-Hans' ELSE 'ar' END WHERE tag <> 'en'",
      "every chain of them ends"),
    Rule("UPDATE language SET tag = 'ar-EG' WHERE tag = 'ar'", "never changes"),
    Rule("UPDATE language SET required = 2", "CHECK constraint failed"),
    Rule("DELETE FROM language WHERE tag = 'ar'", "in use"),
    Rule("DELETE FROM language WHERE tag = 'en'", "in use"),
  ]

  static let history = [
    Rule("UPDATE operation SET actor = 'someone else'", "never updated"),
    Rule("UPDATE operation SET rowid = 7", "never updated"),
    Rule("DELETE FROM operation", "never deleted"),
    Rule(
      """
      INSERT OR REPLACE INTO operation (id, at, actor, command, note) \
      VALUES (1, '2026-01-01T00:00:00Z', 'x', 'x', NULL)
      """, "takes the next number"),
    Rule(
      "INSERT INTO operation (id, at, actor, command, note) VALUES (3, '2026-01-01T00:00:00Z', 'x', 'x', NULL)",
      "takes the next number"),
    Rule(
      "INSERT INTO operation (id, at, actor, command, note) VALUES (2, 'yesterday', 'x', 'x', NULL)",
      "CHECK constraint failed"),
    Rule(
      "INSERT INTO operation (id, at, actor, command, note) VALUES (2, '2026-01-01T00:00:00Z', ' ', 'x', NULL)",
      "CHECK constraint failed"),
    Rule("UPDATE change SET after = 'other'", "never updated"),
    Rule("DELETE FROM change", "never deleted"),
    Rule(
      """
      INSERT OR REPLACE INTO change (operation, sequence, entity, code, category, language, field, before, after) \
      SELECT operation, sequence, entity, code, category, language, field, before, after FROM change LIMIT 1
      """, "only appended"),
    Rule(
      """
      INSERT INTO change (operation, sequence, entity, code, category, language, field, before, after) \
      VALUES (2, 1, 'language', NULL, NULL, 'ar', 'x', NULL, 1)
      """, "only appended"),
    Rule(
      """
      INSERT INTO change (operation, sequence, entity, code, category, language, field, before, after) \
      VALUES (1, 9999, 'language', NULL, NULL, 'ar', 'x', 1, 1)
      """, "CHECK constraint failed"),
    Rule(
      """
      INSERT INTO change (operation, sequence, entity, code, category, language, field, before, after) \
      VALUES (1, 9999, 'table', NULL, NULL, 'ar', 'x', NULL, 1)
      """, "CHECK constraint failed"),
  ]

  @Test(arguments: codes) func `a rule of the codes holds`(rule: Rule) throws {
    try verify(rule, in: RegistryFixture())
  }

  @Test(arguments: translations) func `a rule of the translations holds`(rule: Rule) throws {
    try verify(rule, in: RegistryFixture())
  }

  @Test(arguments: categories) func `a rule of the categories holds`(rule: Rule) throws {
    try verify(rule, in: RegistryFixture())
  }

  @Test func `a category with a name cannot be deleted`() throws {
    let registry = try RegistryFixture()
    let setUp =
      """
      INSERT INTO category (key, position, revision) VALUES ('x', 9, 1); \
      INSERT INTO category_name (category, language, name) VALUES ('x', 'en', 'X')
      """
    try #require(try registry.shell(setUp).status == 0)
    try verify(Rule("DELETE FROM category WHERE key = 'x'", "in use"), in: registry)
  }

  @Test(arguments: languages) func `a rule of the languages holds`(rule: Rule) throws {
    try verify(rule, in: RegistryFixture())
  }

  @Test(arguments: history) func `a rule of the history holds`(rule: Rule) throws {
    try verify(rule, in: RegistryFixture())
  }

  static let reversals = [
    Rule("UPDATE reversal SET kind = 'redo'", "never updated"), Rule("DELETE FROM reversal", "never deleted"),
    Rule("INSERT OR REPLACE INTO reversal VALUES (3, 2, 'redo')", "made by hand"),
    Rule("INSERT INTO reversal VALUES (2, 1, 'undo')", "made by hand"),
    Rule(
      "INSERT INTO reversal VALUES (4, 3, 'undo')",
      "made by hand"),
    Rule(
      "INSERT INTO reversal VALUES (4, 9, 'undo')",
      "made by hand"),
    Rule(
      "INSERT INTO reversal VALUES (4, 2, 'x')",
      "CHECK constraint failed"),
  ]

  @Test(arguments: reversals) func `a rule of the reversals holds`(rule: Rule) throws {
    let registry = try RegistryFixture()
    try registry.set("1402", "ar", "أ")
    try registry.edit { (editor) throws(RegistryError) in try editor.undo() }
    try #require(try registry.values("SELECT operation, root FROM reversal") == [3, 2])
    let newest = "INSERT INTO operation VALUES (4, '2026-01-01T00:00:00Z', 'x', 'x', NULL)"
    try #require(try registry.shell(newest).status == 0)
    try verify(rule, in: registry)
  }

  @Test(arguments: [
    Rule("UPDATE release SET actor = 'someone else'", "never changed"),
    Rule("UPDATE release SET rowid = 7", "never changed"),
    Rule("DELETE FROM release", "never deleted"),
    Rule(
      """
      INSERT OR REPLACE INTO release (id, name, revision, content_digest, created_at, recorded_at, actor) \
      SELECT id, name, revision, content_digest, created_at, recorded_at, actor FROM release
      """, "recorded once"),
    Rule(
      """
      INSERT OR REPLACE INTO release (id, name, revision, content_digest, created_at, recorded_at, actor) \
      SELECT id + 1, name, revision, content_digest, '', '', 'x' FROM release
      """, "recorded once"),
    Rule(
      """
      INSERT INTO release (id, name, revision, content_digest, created_at, recorded_at, actor) \
      SELECT id + 2, '2.0', revision, content_digest, '', '', 'x' FROM release
      """, "recorded once"),
    Rule(
      """
      INSERT INTO release (id, name, revision, content_digest, created_at, recorded_at, actor) \
      SELECT id + 1, 'a' || char(0), revision, content_digest, '', '', 'x' FROM release
      """, "CHECK constraint failed"),
    Rule(
      """
      INSERT INTO release (id, name, revision, content_digest, created_at, recorded_at, actor) \
      SELECT id + 1, '../x', revision, content_digest, '', '', 'x' FROM release
      """, "CHECK constraint failed"),
    Rule(
      """
      INSERT INTO release (id, name, revision, content_digest, created_at, recorded_at, actor) \
      SELECT id + 1, '2.0', revision, 'sha256:0', '', '', 'x' FROM release
      """, "CHECK constraint failed"),
  ])
  func `a rule of the releases holds`(rule: Rule) throws {
    let registry = try RegistryFixture()
    try #require(try registry.shell(release(1, "1.0")).status == 0)
    try verify(rule, in: registry)
  }

  @Test(arguments: [
    "UPDATE status_code SET symbol = 'BALANCE_TOO_LOW', state = 'retired', replaced_by = 1401 WHERE code = 1402",
    "INSERT INTO status_code (code, symbol, category, revision) VALUES (1450, 'NEW', 'payment', 1)",
    "UPDATE translation SET text = printf('%.*c', 4000, 'م'), state = 'final' WHERE code = 1402",
    "DELETE FROM translation WHERE code = 1402 AND language = 'ar'",
    "UPDATE category_range SET last = 1450 WHERE first = 1400",
    """
    INSERT INTO category_range (first, last, category) VALUES (3000, 3099, 'payment'); \
    DELETE FROM category_range WHERE first = 3000
    """,
    """
    INSERT INTO language (tag, english_name, own_name, direction, fallback, required, position, revision) \
    VALUES ('fr', 'French', 'Français', 'ltr', 'en', 0, 4, 1); \
    DELETE FROM language WHERE tag = 'fr'
    """,
    "UPDATE language SET fallback = 'ar' WHERE tag = 'zh-Hans'",
    "INSERT INTO operation (id, at, actor, command, note) VALUES (2, '2026-01-01T00:00:00Z', 'x', 'x', NULL)",
  ])
  func `valid statements are accepted by the same rules`(sql: String) throws {
    let result = try RegistryFixture().shell(sql)
    #expect(result.status == 0, "\(result.error)")
  }
}
