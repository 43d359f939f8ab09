import RegistryCatalog

extension RegistryReader {
  /// Returns the revision of a row before an operation; 0 when the row did not exist.
  func previousRevision(of row: RegistryRow, before operation: Int) throws(RegistryError) -> Int {
    if let term = row.term {
      // The source is NULL only after the term was removed, and it is recorded first.
      return try database.integer(
        """
        SELECT coalesce((
          SELECT CASE WHEN entity = 'term' AND field = 'source' AND after IS NULL THEN 0 ELSE operation END
          FROM change WHERE term = ?1 AND operation < ?2 ORDER BY operation DESC, sequence LIMIT 1), 0)
        """, [.text(term), .init(operation)])
    }
    // The text is NULL only after the row was removed.
    return try database.integer(
      """
      SELECT coalesce((
        SELECT CASE WHEN entity IN ('translation', 'silence') AND field = 'text' AND after IS NULL THEN 0
          ELSE operation END
        FROM change
        WHERE entity = ?1 AND code IS ?2 AND category IS ?3 AND (?4 IS NULL OR language = ?4) AND term IS ?5
          AND check_id IS ?6 AND operation < ?7
        ORDER BY operation DESC, sequence LIMIT 1), 0)
      """, row.columns + [.init(operation)])
  }

  /// Returns the newest operation that changed a row; 0 when there is none.
  func lastOperation(on row: RegistryRow) throws(RegistryError) -> Int {
    try database.integer(
      """
      SELECT coalesce(max(operation), 0) FROM change
      WHERE entity = ?1 AND code IS ?2 AND category IS ?3 AND language IS ?4 AND term IS ?5 AND check_id IS ?6
      """, row.columns)
  }

  /// Returns the actor of an operation; nil when the operation does not exist.
  func actor(of operation: Int) throws(RegistryError) -> String? {
    try database.text("SELECT actor FROM operation WHERE id = ?", [.init(operation)])
  }
}
