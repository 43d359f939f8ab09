import RegistrySQLite

/// The history replayed from nothing, held against what the tables hold.
struct HistoryAudit {
  /// A field that holds what no operation wrote.
  struct Mismatch {
    let row: RegistryRow
    let field: String
    /// What the history gives; NULL for none.
    let recorded: SQLiteValue
    /// What the table holds; NULL for none.
    let stored: SQLiteValue
  }

  /// An operation that found another value than the one before it had left.
  struct Gap {
    let row: RegistryRow
    let field: String
    let operation: Int
  }

  private(set) var mismatches: [Mismatch] = []
  private(set) var gaps: [Gap] = []
  /// Rows whose revision is not the operation that last changed them.
  private(set) var revisions: [(row: RegistryRow, recorded: Int?, stored: Int)] = []
  /// How many changes were replayed.
  private(set) var changes = 0
  /// How many fields were compared with what is stored.
  private(set) var fields = 0

  init(_ connection: Connection) throws(RegistryError) {
    try replay(connection)
    try compareRevisions(connection)
  }

  /// Every change and every stored value of one field come together, the changes in order, so that only one field is held
  /// at a time, however long the history is.
  private mutating func replay(_ connection: Connection) throws(RegistryError) {
    let rows = try connection.rows(
      """
      WITH entry (entity, code, category, language, field, operation, sequence, before, after) AS (
        SELECT entity, code, category, language, field, operation, sequence, before, after FROM change
        UNION ALL SELECT 'language', NULL, NULL, tag, 'english_name', NULL, NULL, NULL, english_name FROM language
        UNION ALL SELECT 'language', NULL, NULL, tag, 'own_name', NULL, NULL, NULL, own_name FROM language
        UNION ALL SELECT 'language', NULL, NULL, tag, 'direction', NULL, NULL, NULL, direction FROM language
        UNION ALL SELECT 'language', NULL, NULL, tag, 'fallback', NULL, NULL, NULL, fallback FROM language
        UNION ALL SELECT 'language', NULL, NULL, tag, 'required', NULL, NULL, NULL, required FROM language
        UNION ALL SELECT 'language', NULL, NULL, tag, 'position', NULL, NULL, NULL, position FROM language
        UNION ALL SELECT 'category', NULL, key, NULL, 'position', NULL, NULL, NULL, position FROM category
        UNION ALL SELECT 'category', NULL, category, NULL, 'ranges', NULL, NULL, NULL,
            group_concat(first || '-' || last, ' ')
          FROM (SELECT category, first, last FROM category_range ORDER BY category, first) GROUP BY category
        UNION ALL SELECT 'category', NULL, category, language, 'name', NULL, NULL, NULL, name FROM category_name
        UNION ALL SELECT 'status_code', code, NULL, NULL, 'symbol', NULL, NULL, NULL, symbol FROM status_code
        UNION ALL SELECT 'status_code', code, NULL, NULL, 'category', NULL, NULL, NULL, category FROM status_code
        UNION ALL SELECT 'status_code', code, NULL, NULL, 'state', NULL, NULL, NULL, state FROM status_code
        UNION ALL SELECT 'status_code', code, NULL, NULL, 'replaced_by', NULL, NULL, NULL, replaced_by FROM status_code
        UNION ALL SELECT 'status_code', code, NULL, NULL, 'http_status', NULL, NULL, NULL, http_status FROM status_code
        UNION ALL SELECT 'status_code', code, NULL, NULL, 'retryable', NULL, NULL, NULL, retryable FROM status_code
        UNION ALL SELECT 'status_code', code, NULL, NULL, 'description', NULL, NULL, NULL, description FROM status_code
        UNION ALL SELECT 'translation', code, NULL, language, 'text', NULL, NULL, NULL, text FROM translation
        UNION ALL SELECT 'translation', code, NULL, language, 'state', NULL, NULL, NULL, state FROM translation
        UNION ALL SELECT 'translation', code, NULL, language, 'meaning_revision', NULL, NULL, NULL, meaning_revision
          FROM translation
        UNION ALL SELECT 'translation', code, NULL, language, 'source_revision', NULL, NULL, NULL, source_revision
          FROM translation
        UNION ALL SELECT 'translation', code, NULL, language, 'source_major_revision', NULL, NULL, NULL,
            source_major_revision
          FROM translation
      )
      SELECT entity, code, category, language, field, operation, before, after FROM entry
      ORDER BY entity, code, category, language, field, operation IS NULL, operation, sequence
      """, rowsPerRow: 8)
    var current: (row: RegistryRow, field: String)?
    var (recorded, stored) = (SQLiteValue.null, SQLiteValue.null)
    while try rows.next() {
      let key = (row: try Connection.row(from: rows), field: try rows.text(4))
      if let last = current, last != key {
        close(last, recorded, stored)
        (recorded, stored) = (.null, .null)
      }
      current = key
      if let operation = try rows.optionalInteger(5) {
        changes += 1
        if try rows.value(6) != recorded { gaps.append(Gap(row: key.row, field: key.field, operation: operation)) }
        recorded = try rows.value(7)
      } else {
        stored = try rows.value(7)
      }
    }
    if let current { close(current, recorded, stored) }
  }

  private mutating func close(
    _ key: (row: RegistryRow, field: String), _ recorded: SQLiteValue, _ stored: SQLiteValue
  ) {
    if stored != .null { fields += 1 }
    guard recorded != stored else { return }
    mismatches.append(Mismatch(row: key.row, field: key.field, recorded: recorded, stored: stored))
  }

  private mutating func compareRevisions(_ connection: Connection) throws(RegistryError) {
    let rows = try connection.rows(
      """
      WITH revised (entity, code, category, language, revision, recorded) AS (
        SELECT 'language', NULL, NULL, tag, revision, (
          SELECT max(operation) FROM change WHERE code IS NULL AND entity = 'language' AND language = tag)
        FROM language
        UNION ALL SELECT 'category', NULL, key, NULL, revision, (
          SELECT max(operation) FROM change WHERE code IS NULL AND entity = 'category' AND category = key)
        FROM category
        UNION ALL SELECT 'status_code', code, NULL, NULL, revision, (
          SELECT max(operation) FROM change
          WHERE change.code = status_code.code AND language IS NULL AND entity = 'status_code')
        FROM status_code
        UNION ALL SELECT 'translation', code, NULL, language, revision, (
          SELECT max(operation) FROM change
          WHERE change.code = translation.code AND change.language = translation.language AND entity = 'translation')
        FROM translation
      )
      SELECT entity, code, category, language, recorded, revision FROM revised WHERE revision IS NOT recorded
      """)
    while try rows.next() {
      revisions.append(
        (try Connection.row(from: rows), try rows.optionalInteger(4), try rows.integer(5)))
    }
  }
}
