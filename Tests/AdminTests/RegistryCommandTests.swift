import Foundation
import RegistryTestSupport
import Testing

/// `init`, `status` and `migrate`.
@Suite struct RegistryCommandTests {
  /// The names of the migrations of this build.
  static let migrations =
    ((try? FileManager.default.contentsOfDirectory(atPath: Command.package + "/migrations")) ?? []).sorted()
    .map { String($0.dropLast(".sql".count)) }

  @Test func `init makes one file with the seed as operation 1`() throws {
    let admin = try AdminFolder(isEmpty: true)
    let made = try admin.json("init", "--note", "first day")
    #expect(
      made == [
        "path": "registry.db", "schema_version": .integer(Self.migrations.count), "revision": 1, "codes": 61,
        "changed": true, "dry_run": false,
      ])
    #expect(try admin.folder.names == ["registry.db"])
    #expect(try admin.sql("SELECT id, actor, command, note FROM operation") == "1|tester|init|first day\n")
    #expect(
      try admin.sql("PRAGMA integrity_check; PRAGMA foreign_key_check; PRAGMA application_id; PRAGMA user_version")
        == "ok\n1396920903\n\(Self.migrations.count)\n")
  }

  @Test func `an empty registry has only the source language, and content can be added`() throws {
    let admin = try AdminFolder(isEmpty: true)
    try #require(try admin.run("init", "--empty").status == 0)
    #expect(try admin.json("status")["codes"] == .object(["active": 0, "deprecated": 0, "retired": 0]))
    #expect(try admin.run("language", "list").output == "en\tltr\t\tyes\t1\t1\tEnglish\tEnglish\n")
    let grown = try admin.shell(
      """
      admin category add data --range 1-9 && admin code add 1 --symbol ONE --category data --text One &&
      admin language add he --english-name Hebrew --own-name עברית && admin translation set 1 he אחת
      """)
    #expect(grown.status == 0, "\(grown.error)")
    #expect(try admin.sql("SELECT language, text, direction FROM localized_message") == "en|One|ltr\nhe|אחת|rtl\n")
  }

  @Test func `init does not change an existing registry, and a dry run creates none`() throws {
    let admin = try AdminFolder()
    try admin.expectRefusal(65, saying: "registry.db exists already; it was left as it is.") { try admin.run("init") }
    let empty = try AdminFolder(isEmpty: true)
    #expect(try empty.run("init", "--dry-run").status == 0)
    #expect(try empty.folder.names.isEmpty)
  }

  @Test func `of two concurrent init commands one succeeds`() throws {
    let admin = try AdminFolder(isEmpty: true)
    let result = try admin.shell("for i in 1 2 3 4 5 6; do ( admin init >/dev/null 2>&1; echo $? ) & done; wait")
    #expect(result.output.split(separator: "\n").sorted() == ["0", "65", "65", "65", "65", "65"])
    #expect(try admin.folder.names == ["registry.db"])
  }

  @Test func `the file is found by option, environment and current folder, in this order`() throws {
    let admin = try AdminFolder(isEmpty: true)
    #expect(try admin.run("init", "--db", "a.db", environment: ["REGISTRY_DB": "b.db"]).status == 0)
    #expect(try admin.run("init", "--empty", environment: ["REGISTRY_DB": "b.db"]).status == 0)
    #expect(try admin.folder.names == ["a.db", "b.db"])
    #expect(try admin.run("status", environment: ["REGISTRY_DB": "b.db"]).output.contains("codes_active\t0\n"))
    #expect(try admin.run("status").error.contains("There is no file registry.db"))
  }

  @Test func `status counts`() throws {
    let admin = try AdminFolder()
    try #require(
      try admin.shell("admin code retire 1004 -y && admin code deprecate 1003 && admin translation unset 200 ar -y")
        .status == 0)
    let status = try admin.json("status")
    #expect(status.keys.sorted() == ["categories", "codes", "languages", "last_release", "revision", "schema_version"])
    #expect(status["codes"] == .object(["active": 59, "deprecated": 1, "retired": 1]))
    #expect(status["categories"] == 7)
    #expect(status["revision"] == 4)
    #expect(status["last_release"] == .null)
    #expect(
      status["languages"]?["ar"]
        == .object(["initial": 0, "translated": 59, "reviewed": 0, "final": 0, "missing": 1, "stale": 0, "unfit": 0]))
  }

  @Test func `a new registry has no pending migrations`() throws {
    let admin = try AdminFolder()
    let before = try admin.bytes()
    #expect(
      try admin.json("migrate") == [
        "changed": false, "dry_run": false, "migrations": .array([]), "notes": .array(["The schema is up to date."]),
      ])
    #expect(try admin.run("migrate").error == "note: The schema is up to date.\n")
    #expect(try admin.bytes() == before)
  }

  /// Creates a registry as a build with only the first `count` migrations would.
  private func older(_ count: Int) throws -> AdminFolder {
    let admin = try AdminFolder()
    let made = try admin.shell(
      """
      set -e; for version in $(seq 1 \(count)); do
        file=$(ls '\(Command.package)'/migrations/$(printf %04d $version)_*.sql); name=$(basename "$file" .sql)
        { echo 'BEGIN;'; cat "$file"
          echo "INSERT INTO schema_migration (version, name, checksum, applied_at) \
      VALUES ($version, '${name#*_}', '$(sha256sum < "$file" | cut -c 1-64)', '2026-01-31T12:00:00Z');"
          echo "PRAGMA user_version = $version; PRAGMA application_id = 1396920903; COMMIT;"; } | sqlite3 old.db
      done; mv old.db registry.db
      """)
    try #require(made.status == 0, "\(made.error)")
    return admin
  }

  @Test(arguments: 1..<migrations.count)
  func `an older registry reports a pending migration, and migrate applies it`(count: Int) throws {
    let admin = try older(count)
    let pending = "schema is \(count); this build needs \(Self.migrations.count). Run 'admin migrate'."
    try admin.expectRefusal(1, saying: pending) {
      try admin.run("status")
    }
    let before = try admin.bytes()
    let planned = try admin.run("migrate", "--dry-run")
    let names = Self.migrations.dropFirst(count)
    #expect(planned.output == names.map { "\($0)\tdry-run\n" }.joined())
    #expect(try admin.bytes() == before)
    #expect(try admin.run("migrate").output == names.map { "\($0)\n" }.joined())
    #expect(try admin.run("status").status == 0)
    let fresh = try AdminFolder(isEmpty: true)
    try #require(try fresh.run("init", "--empty").status == 0)
    let schema = "SELECT type, name, sql FROM sqlite_schema; SELECT version, name, checksum FROM schema_migration"
    #expect(try admin.sql(schema) == (try fresh.sql(schema)))
  }

  @Test func `docs/schema.md shows the schema of a registry that init made`() throws {
    let admin = try AdminFolder()
    let page = try String(contentsOfFile: Command.package + "/docs/schema.md", encoding: .utf8)
    let objects = try admin.sql("SELECT sql || ';' || char(10) FROM sqlite_schema WHERE sql IS NOT NULL")
    #expect(page.contains("```sql\n\(objects.trimmingCharacters(in: .newlines))\n"))
  }
}
