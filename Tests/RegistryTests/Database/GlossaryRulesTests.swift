import RegistryTestSupport
import Testing

@testable import Registry

/// The rules of the schema for terms and silences, which also apply to another client that enforces nothing of its own.
struct GlossaryRulesTests {
  private static let insert = "INSERT INTO term_rendering (term, language, text) VALUES"

  /// Statements and a part of the reason for which each is refused.
  static let rules: [(sql: String, reason: String)] = [
    ("INSERT INTO term VALUES ('otp', NULL, 1)", "the term exists"),
    ("INSERT OR REPLACE INTO term VALUES ('OTP', 'x', 1)", "the term exists"),
    ("INSERT INTO term VALUES ('', NULL, 1)", "CHECK"), ("INSERT INTO term VALUES (' x', NULL, 1)", "CHECK"),
    ("INSERT INTO term VALUES ('x' || char(0), NULL, 1)", "CHECK"),
    ("INSERT INTO term VALUES ('x' || char(10) || 'y', NULL, 1)", "CHECK"),
    ("INSERT INTO term VALUES ('x' || char(8238), NULL, 1)", "CHECK"),
    ("INSERT INTO term VALUES (printf('%.*c', 201, 'x'), NULL, 1)", "CHECK"),
    ("INSERT INTO term VALUES ('x', ' ', 1)", "CHECK"), ("INSERT INTO term VALUES ('x', char(27), 1)", "CHECK"),
    ("UPDATE term SET source = 'otp' WHERE source = 'OTP'", "never changes"),
    ("DELETE FROM term WHERE source = 'otp'", "has renderings"),
    ("\(insert) ('nothing', 'en', 'x')", "known term"), ("\(insert) ('otp', 'fr', 'x')", "known term"),
    ("\(insert) ('OTP', 'fr', 'x')", "known language"),
    ("INSERT INTO term VALUES ('x', NULL, 1); \(insert) ('x', 'ar', 'y')", "source language first"),
    ("UPDATE term_rendering SET term = 'otp' WHERE term = 'OTP'", "stays with its term"),
    ("UPDATE term_rendering SET language = 'fr' WHERE language = 'ar'", "stays with its term"),
    ("DELETE FROM term_rendering WHERE language = 'en'", "removed last"),
    ("UPDATE term_rendering SET text = ''", "CHECK"), ("UPDATE term_rendering SET text = 'a|b'", "CHECK"),
    ("UPDATE term_rendering SET text = text || char(8294)", "CHECK"),
    ("UPDATE term_rendering SET text = text || char(0)", "CHECK"),
    ("UPDATE term_rendering SET other_forms = ''", "CHECK"),
    ("UPDATE term_rendering SET other_forms = 'a|b'", "CHECK"),
    ("UPDATE term_rendering SET synonyms = 'a | '", "CHECK"),
    ("UPDATE term_rendering SET synonyms = 'a |  | b'", "CHECK"),
    ("UPDATE term_rendering SET forbidden = '| a'", "CHECK"),
    ("UPDATE term_rendering SET forbidden = 'a' || char(9) || 'b'", "CHECK"),
    ("UPDATE term_rendering SET forbidden = printf('%.*c', 4001, 'x')", "CHECK"),
    ("INSERT INTO silence VALUES (9, 'ar', 'end-mark', 'x', 'y', 1)", "known code"),
    ("INSERT INTO silence VALUES (1402, 'fr', 'end-mark', 'x', 'y', 1)", "known language"),
    ("INSERT INTO silence VALUES (1402, 'ar', 'End', 'x', 'y', 1)", "CHECK"),
    ("INSERT INTO silence VALUES (1402, 'ar', 'a' || char(0), 'x', 'y', 1)", "CHECK"),
    ("INSERT INTO silence VALUES (1402, 'ar', 'end-mark', ' ', 'y', 1)", "CHECK"),
    ("INSERT INTO silence VALUES (1402, 'ar', 'end-mark', 'x', '', 1)", "CHECK"),
    ("INSERT INTO silence VALUES (1402, 'ar', 'end-mark', 'x', 'a' || char(13), 1)", "CHECK"),
    ("UPDATE silence SET check_id = 'other'", "stays with its code"),
    ("UPDATE silence SET language = 'en'", "stays with its code"),
  ]

  @Test(arguments: rules)
  func `a rule of the glossary holds`(sql: String, reason: String) throws {
    let registry = try RegistryFixture()
    try registry.edit { (editor) throws(RegistryError) in
      try editor.silence(code: "1402", language: "ar", check: "tatweel", reason: "x")
    }
    let before = try registry.bytes
    let result = try registry.shell("BEGIN; \(sql); COMMIT")
    #expect(result.status != 0, "it was accepted")
    #expect(result.error.contains(reason), "\(result.error)")
    #expect(try registry.bytes == before)
  }

  @Test(arguments: [
    "INSERT INTO term VALUES ('x', NULL, 1); \(insert) ('x', 'en', 'x'), ('x', 'ar', 'y')",
    "DELETE FROM term_rendering WHERE term = 'OTP' AND language <> 'en'; "
      + "DELETE FROM term_rendering WHERE term = 'otp'; DELETE FROM term WHERE source = 'otp'",
    "UPDATE term_rendering SET synonyms = 'أ | ب | ج', other_forms = NULL",
    "INSERT INTO silence VALUES (1402, 'ar', 'end-mark', 'x', 'y', 1); DELETE FROM silence",
  ])
  func `valid statements are accepted by the same rules`(sql: String) throws {
    let result = try RegistryFixture().shell(sql)
    #expect(result.status == 0, "\(result.error)")
  }

  @Test func `a reader in SQL splits a list`() throws {
    let registry = try RegistryFixture()
    let split = """
      SELECT value FROM term_rendering, json_each('["' || replace(other_forms, ' | ', '","') || '"]') \
      WHERE term = 'balance' AND language = 'ar'
      """
    #expect(try registry.shell(split).output == "الرصيد\nأرصدة\nالأرصدة\n")
  }
}
