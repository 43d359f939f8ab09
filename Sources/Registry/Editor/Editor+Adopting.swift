import RegistryCatalog

extension Editor {
  /// Records changes that another program made without an entry in the history, so that the history matches the tables
  /// again.
  ///
  /// The changes become part of this operation. The values before them are in the history, and an undo restores them.
  ///
  /// - Returns: The rows that were recorded.
  /// - Throws: `RegistryError.Code.corrupt` when the file is damaged, or when a field holds a value that cannot be
  ///   read; the history never records such a value.
  public func adoptUnrecordedChanges() throws(RegistryError) -> [RegistryRow] {
    let history = try HistoryExamination(database)
    for mismatch in history.mismatches {
      guard let value = mismatch.stored, !mismatch.row.canHold(value, in: mismatch.field) else { continue }
      throw RegistryError(
        .corrupt,
        "\(mismatch.row) cannot be recorded: its field \(mismatch.field) has the invalid value '\(value)'.", .examine)
    }
    var rows: [RegistryRow] = []
    for mismatch in history.mismatches {
      try beginOperation()
      try record(mismatch.row, mismatch.field, from: mismatch.recorded, to: mismatch.stored)
      try setRevision(of: mismatch.row, to: operation)
      if rows.last != mismatch.row { rows.append(mismatch.row) }
    }
    let adopted = Set(rows)
    for found in history.revisions where !adopted.contains(found.row) {
      guard let recorded = found.recorded else { continue }
      try beginOperation()
      try setRevision(of: found.row, to: recorded)
      rows.append(found.row)
    }
    return rows
  }

  private func setRevision(of row: RegistryRow, to revision: Int) throws(RegistryError) {
    let (table, condition, key) = row.revised
    try database.execute("UPDATE \(table) SET revision = ? WHERE \(condition)", [.init(revision)] + key)
  }
}

extension RegistryRow {
  /// Returns whether a field of the row can hold a value, so that a program can read it.
  fileprivate func canHold(_ value: FieldValue, in field: String) -> Bool {
    switch self {
    case .language(let tag): Language.blank(tag).canHold(value, in: field)
    case .category(let key):
      StatusCategory(key: key, position: 0, ranges: [], names: [:]).canHold(value, in: field)
    case .categoryName: value.text != nil
    case .statusCode(let number): StatusCode.blank(number).canHold(value, in: field)
    case .translation: TranslationRow.blank.canHold(value, in: field)
    case .term(let source): TermRow(source: source).canHold(value, in: field)
    case .termRendering: TermRendering("").canHold(value, in: field)
    case .silence(let code, let tag, let check):
      Silence(code: code, language: tag, check: check, text: "", reason: "").canHold(value, in: field)
    }
  }
}

extension FieldListed {
  fileprivate func canHold(_ value: FieldValue, in field: String) -> Bool {
    var row = self
    return Self.fields.first { $0.name == field }?.set(&row, value) ?? false
  }
}
