import RegistryCatalog

/// A comparison of the tables with a replay of the complete history.
struct HistoryExamination {
  /// A field whose stored value was not written by an operation.
  struct Mismatch {
    let row: RegistryRow
    let field: String
    /// The value according to the history; nil when there is none.
    let recorded: FieldValue?
    /// The stored value; nil when there is none.
    let stored: FieldValue?
  }

  /// An operation whose value before the change differs from the value after the previous operation.
  struct Gap {
    let row: RegistryRow
    let field: String
    let operation: Int
  }

  /// A row whose revision is not the operation that last changed it.
  struct RevisionMismatch {
    let row: RegistryRow
    /// The operation that last changed the row, according to the history; nil when there is none.
    let recorded: Int?
    /// The stored revision.
    let stored: Int
  }

  private(set) var mismatches: [Mismatch] = []
  private(set) var gaps: [Gap] = []
  /// The rows whose revision is not the operation that last changed them.
  private(set) var revisions: [RevisionMismatch] = []
  /// The number of changes that were replayed.
  private(set) var changes = 0
  /// The number of fields that were compared.
  private(set) var fields = 0

  init(_ database: Database) throws(RegistryError) {
    try replay(database)
    try compareRevisions(database)
  }

  /// Replays the history field by field. The rows are ordered so that memory holds only one field at a time, even for a
  /// long history.
  private mutating func replay(_ database: Database) throws(RegistryError) {
    // A stored row is returned once for each of its fields.
    let fields = max(Language.fields.count, StatusCategory.fields.count, StatusCode.fields.count)
    let rows = try database.query(Self.entries, rowsPerRow: max(fields, TranslationRow.fields.count))
    let name = RegistryRow.columnCount
    var current: (row: RegistryRow, field: String)?
    var (recorded, stored): (FieldValue?, FieldValue?) = (nil, nil)
    while try rows.next() {
      let key = (row: try RegistryReader.row(from: rows), field: try rows.text(name))
      if let last = current, last != key {
        close(last, recorded, stored)
        (recorded, stored) = (nil, nil)
      }
      current = key
      if let operation = try rows.optionalInteger(name + 1) {
        changes += 1
        if try rows.value(name + 2) != recorded {
          gaps.append(Gap(row: key.row, field: key.field, operation: operation))
        }
        recorded = try rows.value(name + 3)
      } else {
        stored = try rows.value(name + 3)
      }
    }
    if let current { close(current, recorded, stored) }
  }

  /// A query for all changes, followed by the stored value, of each field.
  private static let entries: String = {
    let change = "SELECT \(RegistryRow.columnNames), field, operation, sequence, before, after FROM change"
    let ranges = """
      SELECT 'category', NULL, category, NULL, NULL, NULL, 'ranges', NULL, NULL, NULL,
        group_concat(first || '-' || last, ' ')
      FROM (SELECT category, first, last FROM category_range ORDER BY category, first) GROUP BY category
      """
    let name = """
      SELECT 'category', NULL, category, language, NULL, NULL, 'name', NULL, NULL, NULL, name FROM category_name
      """
    let source = "SELECT 'term', NULL, NULL, NULL, source, NULL, 'source', NULL, NULL, NULL, source FROM term"
    var parts = [change, ranges, name, source]
    parts += arms(RegistryTables.language, key: "NULL, NULL, tag, NULL, NULL")
    parts += arms(RegistryTables.category, key: "NULL, key, NULL, NULL, NULL")
    parts += arms(RegistryTables.statusCode, key: "code, NULL, NULL, NULL, NULL")
    parts += arms(RegistryTables.translation, key: "code, NULL, language, NULL, NULL")
    parts += arms(RegistryTables.term, key: "NULL, NULL, NULL, source, NULL")
    parts += arms(RegistryTables.termRendering, key: "NULL, NULL, language, term, NULL")
    parts += arms(RegistryTables.silence, key: "code, NULL, language, NULL, check_id")
    return """
      WITH entry (\(RegistryRow.columnNames), field, operation, sequence, before, after) AS (
        \(parts.joined(separator: "\nUNION ALL "))
      )
      SELECT \(RegistryRow.columnNames), field, operation, before, after FROM entry
      ORDER BY \(RegistryRow.columnNames), field, operation IS NULL, operation, sequence
      """
  }()

  /// Returns a `SELECT` for each field of a table. `key` contains the columns of a row's key after the entity.
  private static func arms<Row>(_ table: RowTable<Row>, key: String) -> [String] {
    table.fields.map {
      "SELECT '\(table.name)', \(key), '\($0.name)', NULL, NULL, NULL, \($0.name) FROM \(table.name)"
    }
  }

  private mutating func close(
    _ key: (row: RegistryRow, field: String), _ recorded: FieldValue?, _ stored: FieldValue?
  ) {
    if stored != nil { fields += 1 }
    guard recorded != stored else { return }
    mismatches.append(Mismatch(row: key.row, field: key.field, recorded: recorded, stored: stored))
  }

  private mutating func compareRevisions(_ database: Database) throws(RegistryError) {
    let rows = try database.query(
      """
      WITH revised (\(RegistryRow.columnNames), revision, recorded) AS (
        SELECT 'language', NULL, NULL, tag, NULL, NULL, revision, (
          SELECT max(operation) FROM change WHERE code IS NULL AND entity = 'language' AND language = tag)
        FROM language
        UNION ALL SELECT 'category', NULL, key, NULL, NULL, NULL, revision, (
          SELECT max(operation) FROM change WHERE code IS NULL AND entity = 'category' AND category = key)
        FROM category
        UNION ALL SELECT 'status_code', code, NULL, NULL, NULL, NULL, revision, (
          SELECT max(operation) FROM change
          WHERE change.code = status_code.code AND language IS NULL AND entity = 'status_code')
        FROM status_code
        UNION ALL SELECT 'translation', code, NULL, language, NULL, NULL, revision, (
          SELECT max(operation) FROM change
          WHERE change.code = translation.code AND change.language = translation.language AND entity = 'translation')
        FROM translation
        UNION ALL SELECT 'term', NULL, NULL, NULL, source, NULL, revision, (
          SELECT max(operation) FROM change WHERE change.term = term.source)
        FROM term
        UNION ALL SELECT 'silence', code, NULL, language, NULL, check_id, revision, (
          SELECT max(operation) FROM change
          WHERE change.code = silence.code AND change.language = silence.language
            AND change.check_id = silence.check_id)
        FROM silence
      )
      SELECT \(RegistryRow.columnNames), recorded, revision FROM revised WHERE revision IS NOT recorded
      """)
    let recorded = RegistryRow.columnCount
    while try rows.next() {
      revisions.append(
        RevisionMismatch(
          row: try RegistryReader.row(from: rows), recorded: try rows.optionalInteger(recorded),
          stored: try rows.integer(recorded + 1)))
    }
  }
}
