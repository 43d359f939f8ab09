import RegistryCatalog

extension RegistryReader {
  /// The revision that the row was at before an operation; 0 when it did not exist.
  func previousRevision(of row: RegistryRow, before operation: Int) throws(RegistryError) -> Int {
    // A text is NULL only where its row was removed.
    try database.integer(
      """
      SELECT coalesce((
        SELECT CASE WHEN entity = 'translation' AND field = 'text' AND after IS NULL THEN 0 ELSE operation END FROM change
        WHERE entity = ?1 AND code IS ?2 AND category IS ?3 AND (?4 IS NULL OR language = ?4) AND operation < ?5
        ORDER BY operation DESC, sequence LIMIT 1), 0)
      """, row.columns + [.init(operation)])
  }

  /// The newest operation that changed the row; 0 when none did.
  func lastOperation(on row: RegistryRow) throws(RegistryError) -> Int {
    try database.integer(
      """
      SELECT coalesce(max(operation), 0) FROM change
      WHERE entity = ?1 AND code IS ?2 AND category IS ?3 AND language IS ?4
      """, row.columns)
  }

  /// Who made an operation; nil when it does not exist.
  func actor(of operation: Int) throws(RegistryError) -> String? {
    try database.text("SELECT actor FROM operation WHERE id = ?", [.init(operation)])
  }
}
