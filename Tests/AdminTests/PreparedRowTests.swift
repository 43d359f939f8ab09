import Foundation
import RegistryTestSupport
import Testing

/// Rows that no registry may hold, written past its schema by another program.
@Suite struct PreparedRowTests {
  struct Row: CustomTestStringConvertible {
    let testDescription: String
    let sql: String
    let says: String

    init(_ name: String, _ sql: String, says: String) { (testDescription, self.sql, self.says) = (name, sql, says) }
  }

  static let refused = [
    Row(
      "a range of all integers",
      "UPDATE category_range SET first = -9223372036854775808, last = 9223372036854775807 WHERE first = 1400",
      says: "the range from -9223372036854775808 to 9223372036854775807, which is not valid or overlaps"),
    Row(
      "a range that ends at the largest integer",
      "UPDATE category_range SET last = 9223372036854775807 WHERE first = 1500", says: "the range from 1500"),
    Row(
      "overlapping ranges", "UPDATE category_range SET last = 1250 WHERE first = 1100",
      says: "the range from 1200 to 1299, which is not valid or overlaps another one"),
    Row(
      "a negative code",
      "INSERT INTO status_code SELECT -1, 'MINUS', category, state, NULL, NULL, NULL, NULL, 1 FROM status_code LIMIT 1",
      says: "the code -1, which is outside 0 to 999999999"),
    Row(
      "the largest integer as a code",
      "UPDATE status_code SET code = 9223372036854775807 WHERE code = 1402", says: "outside 0 to 999999999"),
    Row(
      "a symbol that is a path", "UPDATE status_code SET symbol = '../../x' WHERE code = 1402",
      says: "The field symbol of the code 1402 has the invalid value '../../x'"),
    Row(
      "an HTTP status", "UPDATE status_code SET http_status = 99 WHERE code = 1402",
      says: "The field http_status of the code 1402"),
    Row(
      "a replacement", "UPDATE status_code SET replaced_by = -5 WHERE code = 1402",
      says: "The field replaced_by of the code 1402"),
    Row(
      "the key of a category", "UPDATE category SET key = 'PAYMENT' WHERE key = 'payment'",
      says: "'PAYMENT' where the key of a category belongs"),
  ]

  @Test(arguments: refused)
  func `a row that the program depends on is refused where it is read`(row: Row) throws {
    let admin = try AdminFolder()
    try admin.rewrite([row.sql])
    var refusals = 0
    for command in [["category", "list"], ["code", "list"], ["doctor"], ["snapshot", "create", "--release", "1"]] {
      let result = try admin.run(command.first == "snapshot" ? command + ["-o", "."] : command)
      if result.status == 0 { continue }
      refusals += 1
      #expect(result.status == 7, "\(command): \(result.error)")
      #expect(result.error.contains(row.says), "\(result.error)")
    }
    #expect(refusals >= 3)
    #expect(try admin.folder.names == ["registry.db"])
  }

  static let invalid = [
    Row("an escape sequence", "UPDATE translation SET text = 'a' || char(27) WHERE code = 1402", says: "U+001B"),
    Row("a broken pattern", "UPDATE translation SET text = 'a {' WHERE code = 1402", says: "character 3"),
    Row("an override", "UPDATE category_name SET name = 'a' || char(8238) WHERE category = 'data'", says: "U+202E"),
    Row(
      "a long text", "UPDATE translation SET text = printf('%.4001c', 'x') WHERE code = 1402",
      says: "longer than 4000"),
    Row("a description", "UPDATE status_code SET description = 'a' || char(9) WHERE code = 1402", says: "U+0009"),
    Row("a name", "UPDATE language SET own_name = ' ' WHERE tag = 'ar'", says: "its own name is empty"),
    Row(
      "a code outside its category", "UPDATE status_code SET category = 'file' WHERE code = 1402",
      says: "1402 is outside the ranges of its category file"),
    Row("a replacement", "UPDATE status_code SET replaced_by = code WHERE code = 1402", says: "replaced by itself"),
    Row(
      "fallbacks in a circle", "UPDATE language SET fallback = 'zh-Hans' WHERE tag = 'en'",
      says: "fallbacks that do not end at the source language"),
  ]

  static let besideTexts = [
    Row(
      "a check that cannot have its name",
      "INSERT INTO silence VALUES (1402, 'ar', 'End mark', 'x', 'y', 1)",
      says: "The silence of End mark for 1402 in ar: 'End mark' cannot be the name of a check."),
    Row(
      "an escape sequence in a reason",
      "INSERT INTO silence VALUES (1402, 'ar', 'end-mark', 'x', 'y' || char(27), 1)",
      says: "The silence of end-mark for 1402 in ar: The reason contains"),
    Row(
      "a silenced text that is no pattern", "INSERT INTO silence VALUES (1402, 'ar', 'end-mark', 'a {', 'y', 1)",
      says: "The silence of end-mark for 1402 in ar: "),
    Row(
      "a list of words without spaces",
      "UPDATE term_rendering SET other_forms = 'a|b' WHERE term = 'balance' AND language = 'ar'",
      says: "The field other_forms of the term balance in ar has the invalid value 'a|b'"),
    Row(
      "a list of words in the source language",
      "UPDATE term_rendering SET synonyms = ' | ' WHERE term = 'balance' AND language = 'en'",
      says: "The field synonyms of the term balance in en has the invalid value ' | '"),
  ]

  @Test(arguments: besideTexts)
  func `an invalid silence or term is found by doctor in its row, and the texts can still be edited`(row: Row) throws {
    let admin = try AdminFolder()
    try admin.rewrite([row.sql])
    let report = try admin.run("doctor", "--format", "tsv")
    #expect(report.status == 2, "\(report.error)")
    let lines = report.output.split(separator: "\n").filter { $0.contains("invalid-content") }
    #expect(lines.count == 1 && lines.allSatisfy { $0.contains(row.says) }, "\(report.output)")
    for command in [
      ["check"], ["inbox"], ["search", "balance"], ["translation", "set", "1402", "ar", "لا يوجد رصيد كافٍ"],
    ] {
      let result = try admin.run(command)
      #expect(result.status == 0, "\(command): \(result.error)")
    }
  }

  @Test func `doctor does not adopt a value that cannot be read, nor anything with it`() throws {
    let admin = try AdminFolder()
    try admin.rewrite([
      "UPDATE term_rendering SET other_forms = 'a|b' WHERE term = 'balance' AND language = 'ar'",
      "UPDATE translation SET text = 'x' WHERE code = 1402 AND language = 'ar'",
    ])
    try admin.expectRefusal(
      7, saying: "The term balance in ar cannot be recorded: its field other_forms has the invalid value 'a|b'."
    ) { try admin.run("doctor", "--adopt") }
  }

  @Test(arguments: invalid)
  func `other content that no registry may hold is found by doctor and not released`(row: Row) throws {
    let admin = try AdminFolder()
    try admin.rewrite([row.sql])
    let report = try admin.run("doctor", "--format", "tsv")
    #expect(report.status == 2, "\(report.error)")
    let lines = report.output.split(separator: "\n").filter { $0.contains("invalid-content") }
    #expect(lines.contains { $0.contains(row.says) }, "\(report.output)")
    let create = try admin.run("snapshot", "create", "--release", "1", "-o", ".")
    #expect(create.status == 2)
    #expect(create.error.contains("The content cannot be released") && create.error.contains(row.says))
    #expect(try admin.folder.names == ["registry.db"])
  }

  static let records = [
    Row(
      "an impossible day", "UPDATE operation SET at = '2026-02-30T00:00:00Z'",
      says: "Operation 1 has the impossible time '2026-02-30T00:00:00Z'"),
    Row("a note", "UPDATE operation SET note = 'a' || char(27)", says: "Operation 1: The note contains"),
    Row("an actor", "UPDATE release SET actor = ' '", says: "The release 1: The actor is empty"),
    Row("a date", "UPDATE release SET created_at = 'today'", says: "The release 1 has the impossible time 'today'"),
    Row("a name", "UPDATE release SET name = '../1'", says: "The release ../1 has an invalid name"),
    Row(
      "a digest", "UPDATE release SET content_digest = 'sha256:' || printf('%.64c', '0')",
      says: "The history does not reproduce the release 1: its content digest differs"),
    Row(
      "an incomplete history", "DELETE FROM change WHERE field = 'symbol' AND code = 1402",
      says: "The history does not reproduce the release 1: The history of revision 1 is incomplete"),
  ]

  @Test(arguments: records)
  func `doctor names an invalid record and a release that the history does not reproduce`(row: Row) throws {
    let admin = try AdminFolder()
    try #require(try admin.run("snapshot", "create", "--release", "1", "-o", ".").status == 0)
    #expect(try admin.run("doctor").output.contains("releases_replayed\t1\n"))
    try admin.rewrite([row.sql])
    let report = try admin.run("doctor", "--format", "tsv")
    #expect(report.status == 2, "\(report.error)")
    #expect(report.output.contains(row.says), "\(report.output)")
  }

  @Test func `doctor says what it does not examine`() throws {
    let admin = try AdminFolder()
    #expect(
      try admin.run("doctor").error == "note: The files of releases are not examined; see 'admin snapshot verify'.\n")
    #expect(try admin.run("doctor", "-q").error.isEmpty)
  }
}
