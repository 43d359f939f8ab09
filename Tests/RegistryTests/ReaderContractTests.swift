import Foundation
import RegistryBytes
import RegistrySQLite
import RegistryTestSupport
import Testing

/// Contract 1 for readers in any language, tested with other clients on the live file and on a snapshot.
struct ReaderContractTests {
  enum File: String, CaseIterable {
    case live = "registry.db"
    case snapshot = "registry-1.0.db"
  }

  private let release: ReleaseFixture

  init() throws {
    release = try ReleaseFixture()
    try FileSystem.publish(
      release.registry.bytes, at: Array(release.folder.file("registry.db").utf8), existing: .refuse)
  }

  private static let message = "SELECT text FROM message WHERE code = 1402 AND language = 'ar';"
  private static let localized =
    "SELECT text, text_language, direction FROM localized_message WHERE code = 1402 AND language = 'ar';"

  private func shell(_ file: File, _ sql: String) throws -> String {
    let result = try Command(
      "sqlite3", ["-batch", "-bail", "-readonly", "-header", file.rawValue, sql], in: release.folder.path
    ).run()
    try #require(result.status == 0, "\(result.error)")
    return result.output
  }

  private func python(_ file: File, _ sql: String) throws -> String {
    let script = """
      import json, os, sqlite3, sys
      # Root may write anywhere; a reader need not.
      if os.getuid() == 0: os.setuid(65534)
      cursor = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True).execute(sys.argv[2])
      print(json.dumps([column[0] for column in cursor.description]))
      print(json.dumps(cursor.fetchall(), ensure_ascii=False))
      """
    let result = try Command("python3", ["-c", script, file.rawValue, sql], in: release.folder.path).run()
    try #require(result.status == 0, "\(result.error)")
    return result.output
  }

  @Test(arguments: File.allCases)
  func `the two queries answer in the sqlite3 shell`(file: File) throws {
    func present(_ sql: String) -> String { sql.replacing("1402", with: "1401") }
    #expect(try shell(file, Self.message) == "", "the text is missing")
    #expect(try shell(file, Self.localized) == "text|text_language|direction\nInsufficient balance|en|ltr\n")
    let text = try #require(
      release.registry.open(.reading).read { try $0.snapshot() }.messages.first {
        $0.code == 1401 && $0.language == .arabic
      }?.text)
    #expect(try shell(file, present(Self.message)) == "text\n\(text)\n")
    #expect(try shell(file, present(Self.localized)) == "text|text_language|direction\n\(text)|ar|rtl\n")
  }

  @Test(arguments: File.allCases)
  func `the two queries answer in Python`(file: File) throws {
    #expect(try python(file, Self.message) == "[\"text\"]\n[]\n")
    #expect(
      try python(file, Self.localized)
        == #"["text", "text_language", "direction"]"# + "\n" + #"[["Insufficient balance", "en", "ltr"]]"# + "\n")
    #expect(
      try python(file, "SELECT text FROM message WHERE code = 200 AND language = 'zh-Hans'")
        == "[\"text\"]\n[[\"成功\"]]\n")
  }

  @Test(
    arguments: File.allCases,
    [
      ("message", "code|language|text"),
      ("localized_message", "code|symbol|category|language|text|text_language|direction"),
      ("registry_info", "key|value"), ("language_fallback", "language|step|tag"),
    ])
  func `the columns are those of the contract`(file: File, table: (name: String, columns: String)) throws {
    let output = try shell(file, "SELECT * FROM \(table.name) LIMIT 1")
    #expect(output.prefix { $0 != "\n" } == table.columns)
  }

  private static let code =
    "code, symbol, category, state, replaced_by, http_status, retryable, description FROM status_code"
  private static let language = "tag, english_name, own_name, direction, fallback, required, position FROM language"

  @Test func `both files give the same answers`() throws {
    for (query, rows) in [
      ("* FROM message ORDER BY language, code", 180), ("* FROM localized_message ORDER BY code, language", 180),
      ("\(Self.code) ORDER BY code", 60), ("\(Self.language) ORDER BY position", 5),
      ("* FROM language_fallback ORDER BY language, step", 10),
    ] {
      let live = try shell(.live, "SELECT \(query)")
      #expect(try shell(.snapshot, "SELECT \(query)") == live)
      #expect(live.split(separator: "\n").count > rows)
    }
  }

  @Test(arguments: File.allCases)
  func `a symbol is found through an index`(file: File) throws {
    let plan = try shell(file, "EXPLAIN QUERY PLAN SELECT \(Self.code) WHERE symbol = 'INSUFFICIENT_BALANCE'")
    #expect(plan.contains("SEARCH status_code USING INDEX"), "\(plan)")
  }

  @Test(
    arguments: File.allCases,
    [
      "WHERE code = 1402 AND language = 'ar'", "WHERE language = 'ar'", "WHERE symbol = 'SUCCESS' AND language = 'ar'",
      "",
    ])
  func `no query of the localized messages reads all texts for each code`(file: File, condition: String) throws {
    let plan = try shell(file, "EXPLAIN QUERY PLAN SELECT text FROM localized_message \(condition)")
    let table = file == .live ? "translation" : "own"
    #expect(plan.contains("SEARCH \(table) USING PRIMARY KEY (language=? AND code=?)"), "\(plan)")
    // The live file computes the chains of fallbacks, from the languages alone.
    #expect(Set(plan.matches(of: /SCAN (\w+)/).map(\.1)).isSubset(of: ["language", "status_code", "chain"]), "\(plan)")
    // Languages and codes are found by their keys where the condition names them.
    #expect(plan.contains(condition.contains("code =") ? "SEARCH status_code" : "status_code"), "\(plan)")
    #expect(plan.contains(condition.isEmpty ? "SCAN language" : "SEARCH language USING PRIMARY KEY"), "\(plan)")
  }

  @Test func `a retired code has no row, and another script is used only as a fallback`() throws {
    for file in File.allCases {
      #expect(try shell(file, "SELECT 1 FROM localized_message WHERE code = 1004") == "")
      #expect(
        try shell(file, "SELECT language, text_language FROM localized_message WHERE code = 1401 ORDER BY language")
          == """
          language|text_language
          ar|ar
          en|en
          fr|ar
          fr-CA|ar
          zh-Hans|en
          zh-Hant|en

          """)
    }
  }

  @Test func `each file identifies its kind`() throws {
    let version = "SELECT value FROM registry_info WHERE key = 'schema_version'"
    let schema = try shell(.live, version)
    #expect(
      try shell(.live, "SELECT key, value FROM registry_info WHERE key <> 'schema_version' ORDER BY key")
        == "key|value\nformat|1\nrevision|2\n")
    #expect(try shell(.snapshot, version) == schema)
    #expect(
      try shell(.snapshot, "SELECT key, value FROM registry_info WHERE key <> 'schema_version' ORDER BY key")
        == """
        key|value
        content_digest|\(release.created.manifest.contentDigest)
        created_at|2026-01-31T12:00:00Z
        format|1
        release|1.0
        revision|2

        """)
    #expect(try shell(.live, "PRAGMA application_id") == "application_id\n\(0x5343_5247)\n")
    #expect(try shell(.snapshot, "PRAGMA application_id") == "application_id\n\(0x5343_5253)\n")
    #expect(try "user_version\n" + schema.dropFirst("value\n".count) == shell(.live, "PRAGMA user_version"))
    #expect(try shell(.snapshot, "PRAGMA user_version") == "user_version\n1\n")
  }

  @Test func `the messages of one language are adjacent in a snapshot`() throws {
    #expect(
      try shell(.snapshot, "SELECT type, wr, strict FROM pragma_table_list('message')") == "type|wr|strict\ntable|1|1\n"
    )
    #expect(
      try shell(.snapshot, "SELECT name FROM pragma_table_info('message') WHERE pk > 0 ORDER BY pk")
        == "name\nlanguage\ncode\n")
  }

  @Test func `another client can read from a read-only folder and leaves no file`() throws {
    let names = try release.folder.names
    let answers = try withoutWritePermission(on: release.folder.path) {
      try File.allCases.map { try python($0, Self.localized) }
    }
    #expect(Set(answers).count == 1)
    #expect(try release.folder.names == names)
    #expect(try release.bytes.dropFirst(18).prefix(2).elementsEqual([1, 1]), "rollback-journal format")
  }
}
