import Foundation
import RegistryTestSupport
import Testing

/// What a prepared file can send to a terminal: nothing that the terminal interprets.
@Suite struct SafeOutputTests {
  /// An escape sequence, a C1 control, an override of the direction, a cell separator and a mark.
  static let hostile = "\u{1B}[31mX\u{9B}31m\u{202E}|\u{301}"

  /// Every command that prints something of a registry, and the errors that quote it.
  static let commands = [
    "status", "doctor", "category list", "language list", "code list", "code show 1402", "code show 1042",
    "code list --category none", "translation list --language ar", "translation list --stale", "history --limit 3",
    "history 1402", "undo -n", "translation set 1402 none x", "translation set 1402 ar x --if-revision 1 -n",
    "snapshot list", "snapshot diff old.db", "snapshot diff registry.db old.db", "snapshot gate old.db",
    "snapshot create --release 9 -o . -n", "category edit payment --position 9 -n", "migrate -n",
  ]

  /// The columns that hold text written by people or by programs. All can be hostile at once.
  static let texts = [
    "operation.at", "operation.actor", "operation.command", "operation.note", "change.field", "change.before",
    "change.after", "language.english_name", "language.own_name", "category_name.name", "status_code.description",
    "translation.text", "release.created_at", "release.recorded_at", "release.actor",
    "release_gate.skipped",
  ]

  /// A registry with a history, a stale text and a release, with its untouched copy `old.db`.
  private func registry() throws -> AdminFolder {
    let admin = try AdminFolder()
    let made = try admin.shell(
      """
      set -e
      admin translation set 1402 ar 'نص آخر' --note 'a note'
      admin translation set 1402 en 'Quite another text' --impact minor
      admin code edit 1402 --description 'A description'
      admin snapshot create --release 1 -o . --allow x:y=z >&2 || admin snapshot create --release 1 -o .
      admin snapshot create --release 2 -o . --no-gate 'a reason'
      cp registry.db old.db
      """)
    try #require(made.status == 0, "\(made.error)")
    return admin
  }

  /// Runs all commands in a format, on a terminal or in a pipe, and returns what they print, errors included.
  private func output(_ admin: AdminFolder, _ format: String, onTerminal: Bool) throws -> String {
    let program = try Command.products + "/admin"
    let lines = Self.commands.map { "'\(program)' \($0) --format \(format) 2>&1" }.joined(separator: "\n")
    // A text in the editor's file is shown by whatever the editor is.
    try Data((lines + "\nEDITOR=cat '\(program)' translation edit 1402 2>&1\n").utf8)
      .write(to: URL(filePath: admin.folder.file("commands")))
    let run = onTerminal ? "script -qec 'bash commands' /dev/null < /dev/null" : "bash commands < /dev/null"
    return try admin.shell(run, environment: ["TERM": "xterm", "NO_COLOR": "1"]).output
  }

  private func expectSafe(_ output: String, _ what: String) {
    let found = output.unicodeScalars.first { $0 == "\u{1B}" || $0 == "\u{9B}" || $0 == "\u{202E}" }
    #expect(found == nil, "\(what)")
  }

  @Test func `texts in every column that people or programs write are safe in every format`() throws {
    let admin = try registry()
    try admin.rewrite(Self.texts.map(Self.poisoning))
    // What was poisoned is really printed.
    let shown = try output(admin, "table", onTerminal: true)
    #expect(shown.components(separatedBy: "\\u{1B}[31mX").count > 100, "\(shown)")
    for format in ["table", "tsv", "markdown", "json"] {
      for onTerminal in [true, false] where onTerminal || format != "tsv" {
        expectSafe(try output(admin, format, onTerminal: onTerminal), "\(format), on a terminal: \(onTerminal)")
      }
    }
    // A pipe gets the bytes of a text, one line for each row.
    let rows = try admin.run("translation", "list", "--language", "ar").output
    #expect(rows.contains("\t\u{1B}[31mX") || rows.contains("\u{1B}[31mX\u{9B}31m\u{202E}|\u{301}\n"))
    #expect(rows.split(separator: "\n").count == 61)
  }

  @Test func `a bar before a combining mark does not end a cell in Markdown`() throws {
    let admin = try registry()
    try admin.rewrite(["UPDATE translation SET text = 'a|' || char(769) || 'b' WHERE code = 1402"])
    let table = try admin.run("translation", "list", "--language", "ar", "--format", "markdown").output
    #expect(table.contains("| a\\|\u{301}b |"))
  }

  @Test func `names in every other column are refused or safe`() throws {
    let admin = try registry()
    let columns = try admin.sql(
      """
      SELECT m.name || '.' || p.name FROM sqlite_schema m, pragma_table_info(m.name) p
      WHERE m.type = 'table' AND p.type IN ('TEXT', 'ANY') AND m.name NOT LIKE 'sqlite%'
      """
    ).split(separator: "\n").map(String.init)
    #expect(Set(Self.texts).isSubset(of: columns))
    let others = columns.filter { !Self.texts.contains($0) }
    #expect(others.count > 15)
    for column in others {
      _ = try admin.shell("cp old.db registry.db")
      try admin.rewrite([Self.poisoning(column)])
      expectSafe(try output(admin, "table", onTerminal: true), column)
    }
  }

  /// A statement that appends hostile text to a column. One row is enough for the columns that must be unique.
  private static func poisoning(_ column: String) -> String {
    let parts = column.split(separator: ".")
    let bytes = hostile.unicodeScalars.map { "\($0.value)" }.joined(separator: ", ")
    return "UPDATE OR IGNORE \(parts[0]) SET \(parts[1]) = \(parts[1]) || char(\(bytes))"
  }
}
