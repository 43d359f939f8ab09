import RegistryCatalog

/// What ``RegistryReader/examine()`` found.
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

extension RegistryReader {
  /// Checks everything: whether the file is sound (sqlite.org/pragma.html, `integrity_check`, `foreign_key_check`), and
  /// whether its history, replayed from nothing, gives exactly what its tables hold. A row that another program changed,
  /// past the history, is named.
  public func examine() throws(RegistryError) -> Examination {
    var findings: [Finding] = []
    let integrity = try database.query("PRAGMA integrity_check")
    while try integrity.next() {
      let problem = try integrity.text(0)
      if problem != "ok" {
        findings.append(Finding(check: "integrity", severity: .error, row: nil, message: "\(problem)."))
      }
    }
    let isDamaged = !findings.isEmpty
    let keys = try database.query("PRAGMA foreign_key_check")
    while try keys.next() {
      let message = "A row of \(try keys.text(0)) refers to a row of \(try keys.text(2)) that does not exist."
      findings.append(Finding(check: "foreign-key", severity: .error, row: nil, message: message))
    }
    let history = try HistoryExamination(database)
    return Examination(
      engine: try database.text("SELECT sqlite_version()") ?? "?",
      schemaVersion: try database.integer("PRAGMA user_version"), revision: try revision(),
      changes: history.changes, fields: history.fields, isDamaged: isDamaged, findings: findings + history.findings)
  }
}

extension HistoryExamination {
  var findings: [Finding] {
    let named = Set(mismatches.map(\.row))
    return mismatches.map { mismatch in
      Finding(
        check: "unrecorded-change", severity: .error, row: mismatch.row,
        message: "\(mismatch.row): \(mismatch.field) is \(Self.shown(mismatch.stored)); "
          + "the history says \(Self.shown(mismatch.recorded)).")
    }
      + revisions.filter { !named.contains($0.row) }.map { found in
        Finding(
          check: "unrecorded-change", severity: .error, row: found.row,
          message: "\(found.row) is at revision \(found.stored); "
            + "the history says \(found.recorded.map(String.init) ?? "nothing").")
      }
      + gaps.map { gap in
        Finding(
          check: "history-gap", severity: .warning, row: gap.row,
          message: "\(gap.row): \(gap.field) had been changed without an entry in the history before operation \(gap.operation).")
      }
  }

  private static func shown(_ value: FieldValue?) -> String {
    switch value {
    case nil: "nothing"
    case .integer(let number): "\(number)"
    case .text(let text): "'\(text)'"
    }
  }
}
