import RegistrySQLite

/// What `RegistryStore.examine` found.
public struct Examination: Sendable {
  /// The version of the SQLite library that runs.
  public let engine: String
  /// The newest migration.
  public let schemaVersion: Int
  /// The newest operation.
  public let revision: Int
  /// How many changes the history holds; all of them were replayed.
  public let changes: Int
  /// How many stored fields were compared with what the history gives.
  public let fields: Int
  /// Whether the file itself is damaged.
  public let isDamaged: Bool
  /// What is wrong, row by row.
  public let findings: [Finding]
}

extension RegistryStore {
  /// Looks at everything: whether the file is sound (sqlite.org/pragma.html, `integrity_check`, `foreign_key_check`), and
  /// whether its history, replayed from nothing, gives exactly what its tables hold. A row that was changed by another
  /// program, past the history, is named.
  public func examine() throws(RegistryError) -> Examination {
    try read { (connection) throws(RegistryError) in
      var findings: [Finding] = []
      let damage = try connection.texts("PRAGMA integrity_check").filter { $0 != "ok" }
      findings += damage.map { Finding(check: "integrity", severity: .error, row: nil, message: "\($0).") }
      let keys = try connection.rows("PRAGMA foreign_key_check")
      while try keys.next() {
        let message = "A row of \(try keys.text(0)) refers to a row of \(try keys.text(2)) that there is not."
        findings.append(Finding(check: "foreign-key", severity: .error, row: nil, message: message))
      }
      let audit = try HistoryAudit(connection)
      return Examination(
        engine: try connection.texts("SELECT sqlite_version()").first ?? "?",
        schemaVersion: try connection.integer("PRAGMA user_version"), revision: try connection.revision(),
        changes: audit.changes, fields: audit.fields, isDamaged: !damage.isEmpty, findings: findings + audit.findings)
    }
  }
}

extension HistoryAudit {
  var findings: [Finding] {
    let named = Set(mismatches.map(\.row))
    return mismatches.map { mismatch in
      Finding(
        check: "unrecorded-change", severity: .error, row: mismatch.row,
        message: "\(mismatch.row): \(mismatch.field) is \(Self.shown(mismatch.stored)); "
          + "the history says \(Self.shown(mismatch.recorded)).")
    }
      + revisions.filter { !named.contains($0.row) }.map { row, recorded, stored in
        Finding(
          check: "unrecorded-change", severity: .error, row: row,
          message: "\(row) is at revision \(stored); the history says \(recorded.map(String.init) ?? "nothing").")
      }
      + gaps.map { gap in
        Finding(
          check: "history-gap", severity: .warning, row: gap.row,
          message: "\(gap.row): \(gap.field) had been changed past the history before operation \(gap.operation).")
      }
  }

  private static func shown(_ value: SQLiteValue) -> String {
    switch value {
    case .null: "nothing"
    case .integer(let number): "\(number)"
    case .text(let text): "'\(text)'"
    case .real(let number): "\(number)"
    case .blob(let bytes): "\(bytes.count) bytes"
    }
  }
}

extension Editor {
  /// Writes into the history what was changed past it, as this operation, so that it accounts for the tables again; gives
  /// the rows. What was there before is in the history, and `undo` brings it back.
  public func adoptUnrecordedChanges() throws(RegistryError) -> [RegistryRow] {
    let audit = try HistoryAudit(connection)
    var rows: [RegistryRow] = []
    for mismatch in audit.mismatches {
      try beginOperation()
      try record(
        mismatch.row, from: [(mismatch.field, mismatch.recorded)], to: [(mismatch.field, mismatch.stored)])
      try setRevision(of: mismatch.row, to: operation)
      if rows.last != mismatch.row { rows.append(mismatch.row) }
    }
    let adopted = Set(rows)
    for (row, recorded, _) in audit.revisions where !adopted.contains(row) {
      guard let recorded else { continue }
      try beginOperation()
      try setRevision(of: row, to: recorded)
      rows.append(row)
    }
    return rows
  }

  private func setRevision(of row: RegistryRow, to revision: Int) throws(RegistryError) {
    switch row {
    case .language(let tag):
      try connection.change(
        "UPDATE language SET revision = ? WHERE tag = ?", [.init(revision), .text(tag.description)])
    case .category(let key), .categoryName(let key, _):
      try connection.change("UPDATE category SET revision = ? WHERE key = ?", [.init(revision), .text(key)])
    case .statusCode(let code):
      try connection.change("UPDATE status_code SET revision = ? WHERE code = ?", [.init(revision), .init(code)])
    case .translation(let code, let tag):
      try connection.change(
        "UPDATE translation SET revision = ? WHERE code = ? AND language = ?",
        [.init(revision), .init(code), .text(tag.description)])
    }
  }
}
