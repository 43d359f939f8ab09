import RegistryCatalog

/// The result of ``RegistryReader/examine()``.
public struct Examination: Sendable {
  /// The version of the SQLite library.
  public let engine: String
  /// The version of the newest migration.
  public let schemaVersion: Int
  /// The number of the newest operation.
  public let revision: Int
  /// The number of changes in the history. All of them were replayed.
  public let changes: Int
  /// The number of stored fields that were compared with the history.
  public let fields: Int
  /// Whether the file is damaged.
  public let isDamaged: Bool
  /// The problems that were found, row by row.
  public let findings: [Finding]
}

extension RegistryReader {
  /// Checks the integrity of the file and of its history.
  ///
  /// The file is checked with `integrity_check` and `foreign_key_check` (sqlite.org/pragma.html). The history is
  /// replayed from its beginning, and the result must be equal to the content of the tables. A row that another program
  /// changed without an entry in the history is reported.
  ///
  /// - Returns: The counts and the problems that were found.
  /// - Throws: `RegistryError.Code.corrupt` when the file is too damaged to be examined;
  ///   `RegistryError.Code.inputOutput` when it cannot be read.
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
          message: "\(gap.row): \(gap.field) had been changed without an entry in the history "
            + "before operation \(gap.operation).")
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
