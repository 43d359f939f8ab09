import RegistrySQLite
import RegistryTestSupport
import Testing

@testable import Registry

struct HistoryExaminationTests {
  private let registry: RegistryFixture
  init() throws { registry = try RegistryFixture() }

  private func findings() throws -> [String] {
    try registry.open(.reading).read { try $0.examine() }.findings.map { "\($0.severity) \($0.message)" }
  }

  @Test(arguments: ["language SET revision = 2 WHERE tag = 'ar'", "category SET revision = 2 WHERE key = 'otp'"])
  func `the revision of a language or category that another program changed is found`(change: String) throws {
    let registry = try RegistryFixture()
    try registry.set("1402", "ar", "الرصيد لا يكفي")
    try #require(try registry.shell("UPDATE \(change)").status == 0)
    let findings = try registry.open(.reading).read { try $0.examine() }.findings
    #expect(findings.count == 1)
    #expect(findings.first?.message.contains("2") == true, "\(findings)")
    #expect(findings.first?.row == (change.contains("otp") ? .category("otp") : .language(.arabic)))
  }

  @Test func `the history of a new registry contains every field`() throws {
    let examination = try registry.open(.reading).read { try $0.examine() }
    #expect(examination.findings.isEmpty)
    #expect(examination.engine == (try registry.values("SELECT sqlite_version()").first?.text))
    #expect(examination.fields == examination.changes)
    #expect(examination.fields > 183 * 4)
    #expect(!examination.isDamaged)
  }

  static let raw: [[String]] = [
    [
      "UPDATE translation SET text = 'x' WHERE code = 1402 AND language = 'ar'",
      "1402 in ar: text is 'x'; the history says 'الرصيد غير كافٍ'.",
    ],
    ["UPDATE translation SET state = 'final' WHERE code = 1402 AND language = 'en'", "1402 in en: state is 'final'"],
    [
      "UPDATE translation SET source_major_revision = 1 WHERE code = 1402 AND language = 'ar'",
      "source_major_revision is 1; the history says nothing.",
    ],
    [
      "UPDATE translation SET revision = 0 WHERE code = 1402 AND language = 'ar'",
      "1402 in ar is at revision 0; the history says 1.",
    ],
    [
      "DELETE FROM translation WHERE code = 1402 AND language = 'ar'",
      "1402 in ar: text is nothing; the history says 'الرصيد غير كافٍ'.",
    ],
    [
      "INSERT INTO status_code (code, symbol, category, revision) VALUES (1450, 'SMUGGLED', 'payment', 1)",
      "1450: symbol is 'SMUGGLED'; the history says nothing.",
    ],
    [
      "UPDATE status_code SET http_status = 404 WHERE code = 1402",
      "1402: http_status is 404; the history says nothing.",
    ],
    ["UPDATE language SET required = 0 WHERE tag = 'ar'", "The language ar: required is 0; the history says 1."],
    ["UPDATE category SET position = 9 WHERE key = 'otp'", "The category otp: position is 9"],
    [
      "UPDATE category_range SET last = 1698 WHERE first = 1600",
      "The category otp: ranges is '1600-1698'; the history says '1600-1699'.",
    ],
    [
      "UPDATE category_name SET name = 'x' WHERE category = 'otp' AND language = 'ar'",
      "The name of otp in ar: name is 'x'",
    ],
    [
      "UPDATE term SET note = 'x' WHERE source = 'balance'", "The term balance: note is 'x'; the history says nothing.",
    ],
    [
      "UPDATE term SET revision = 0 WHERE source = 'balance'", "The term balance is at revision 0; the history says 1.",
    ],
    [
      "UPDATE term_rendering SET forbidden = NULL WHERE term = 'OTP' AND language = 'ar'",
      "The term OTP in ar: forbidden is nothing; the history says 'رمز الـ OTP'.",
    ],
    [
      "DELETE FROM term_rendering WHERE term = 'balance' AND language = 'zh-Hans'",
      "The term balance in zh-Hans: text is nothing; the history says '余额'.",
    ],
    [
      "INSERT INTO silence VALUES (1402, 'ar', 'end-mark', 'x', 'y', 1)",
      "The silence of end-mark for 1402 in ar: text is 'x'; the history says nothing.",
    ],
  ]

  @Test func `a finding about a field has its name and both values`() throws {
    let sql = "UPDATE status_code SET http_status = 404 WHERE code = 1402"
    try #require(try registry.shell(sql).status == 0)
    let found = try registry.open(.reading).read { try $0.examine() }.findings
    #expect(found.map(\.values) == [[.field: "http_status", .stored: "404"]])
  }

  @Test(arguments: raw)
  func `a row that another client changed is reported, adopted and undone`(change: [String]) throws {
    let (sql, says) = (change[0], change[1])
    #expect(try registry.shell(sql).status == 0)
    let found = try findings()
    #expect(found.contains { $0.contains(says) && $0.hasPrefix("error") }, "\(found)")
    let adopted = try registry.edit(by: "auditor") { (editor) throws(RegistryError) in
      try editor.adoptUnrecordedChanges()
    }
    #expect(adopted.value.count == 1)
    #expect(try findings() == [])
    try HistoryReplay(registry).verify()
    guard !sql.contains("revision = 0") else { return }
    let before = try registry.revision
    let undone = try registry.edit(by: "auditor") { (editor) throws(RegistryError) in try editor.undo() }
    #expect(undone.value.reversal.root == before)
    #expect(undone.value.conflicts.isEmpty, "\(undone.value.conflicts)")
    #expect(try findings() == [])
  }

  @Test func `a term that another client added is reported, also when it has no rendering`() throws {
    #expect(try registry.shell("INSERT INTO term VALUES ('smuggled', NULL, 1)").status == 0)
    #expect(
      try findings() == [
        "error The term smuggled: source is 'smuggled'; the history says nothing.",
        "error The term smuggled: The term smuggled has no rendering in the source language en.",
      ])
    let rendering = "INSERT INTO term_rendering (term, language, text) VALUES ('smuggled', 'en', 'x')"
    #expect(try registry.shell(rendering).status == 0)
    let adopted = try registry.edit { (editor) throws(RegistryError) in try editor.adoptUnrecordedChanges() }
    #expect(adopted.value == [.term("smuggled"), .termRendering("smuggled", .english)])
    #expect(try findings() == [])
    let undone = try registry.edit { (editor) throws(RegistryError) in try editor.undo() }
    #expect(undone.value.conflicts.isEmpty)
    #expect(try registry.values("SELECT count(*) FROM term WHERE source = 'smuggled'") == [0])
    try HistoryReplay(registry).verify()
  }

  @Test func `an edit after an unrecorded change leaves a gap that is still reported`() throws {
    #expect(try registry.shell("UPDATE translation SET text = 'x' WHERE code = 1402 AND language = 'ar'").status == 0)
    try registry.set("1402", "ar", "أ")
    #expect(
      try findings() == [
        "warning 1402 in ar: text had been changed without an entry in the history before operation 2."
      ])
  }

  @Test func `adopting without unrecorded changes changes nothing`() throws {
    let before = try registry.bytes
    let outcome = try registry.edit { (editor) throws(RegistryError) in try editor.adoptUnrecordedChanges() }
    #expect(!outcome.isChanged)
    #expect(try registry.bytes == before)
  }

  @Test func `thousands of random operations replay to exactly what is stored`() throws {
    var edits = RandomEdits(seed: 20_261_124)
    let store = try registry.open()
    var tried = 0
    while try store.read({ try $0.status() }).revision < 2_500, tried < 10_000 {
      tried += 1
      try edits.one(in: store)
    }
    let examination = try store.read { try $0.examine() }
    #expect(examination.findings.isEmpty, "\(examination.findings.prefix(5))")
    let (operations, changes, fields) = (examination.revision, examination.changes, examination.fields)
    print("history: \(operations) random operations, \(edits.refused) more refused, \(changes) changes replayed,")
    print("history: \(fields) fields compared, differing: \(examination.findings.count)")
    #expect(edits.kinds.count == RandomEdits.kindCount)
    #expect(Set(try store.read { try $0.history() }.compactMap { $0.reversal?.kind }).count == 2)
    try HistoryReplay(registry).verify()
  }
}
