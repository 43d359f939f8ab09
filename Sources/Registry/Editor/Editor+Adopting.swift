import RegistryCatalog

extension Editor {
  /// Records changes that another program made without an entry in the history, so that the history matches the tables
  /// again.
  ///
  /// The changes become part of this operation. The values before them are in the history, and an undo restores them.
  ///
  /// - Returns: The rows that were recorded.
  /// - Throws: `RegistryError.Code.corrupt` when the file is damaged.
  public func adoptUnrecordedChanges() throws(RegistryError) -> [RegistryRow] {
    let history = try HistoryExamination(database)
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
