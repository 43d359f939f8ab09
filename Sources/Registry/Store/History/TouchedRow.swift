import RegistrySQLite

/// A row that an operation changed: each field with its first value before and its last value after, and all that was
/// done to the row.
struct TouchedRow {
  let row: RegistryRow
  fileprivate(set) var fields: [(name: String, before: SQLiteValue, after: SQLiteValue)]
  let history: RowHistory

  /// Whether the operation added this code. A number is never given twice: undoing that retires the code.
  var isAddedCode: Bool {
    guard case .statusCode = row else { return false }
    return fields.contains { $0.name == "symbol" && $0.before == .null }
  }

  /// Whether the operation added or took away this category.
  fileprivate var isWholeCategory: Bool {
    guard case .category = row else { return false }
    return fields.contains { $0.name == "position" && ($0.before == .null || $0.after == .null) }
  }

  /// What the fields become.
  func goal(_ kind: Reversal) -> [String: SQLiteValue] {
    Dictionary(fields.map { ($0.name, kind == .undo ? $0.before : $0.after) }) { first, _ in first }
  }

  func goalOfAddedCode(_ kind: Reversal) -> [String: SQLiteValue] {
    kind == .undo ? ["state": "retired"] : ["state": goal(.redo)["state"] ?? "active"]
  }
}

extension Connection {
  /// The rows that an operation changed, in the order in which they can be reversed: what refers to others goes first and
  /// comes back last. What belongs together is one group: a category with its names.
  func touchedRows(by operation: Int, for kind: Reversal) throws(RegistryError) -> [[TouchedRow]] {
    var touched: [TouchedRow] = []
    let rows = try rows(
      """
      SELECT entity, code, category, language, field, before, after FROM change WHERE operation = ?
      ORDER BY CASE entity WHEN 'translation' THEN 1 WHEN 'status_code' THEN 2 WHEN 'category' THEN 3 ELSE 4 END,
        category, code, language, sequence
      """, [.init(operation)])
    while try rows.next() {
      let row = try Self.row(from: rows)
      let (field, before, after) = (try rows.text(4), try rows.value(5), try rows.value(6))
      if touched.last?.row != row {
        touched.append(TouchedRow(row: row, fields: [], history: try rowHistory(of: row)))
      }
      let last = touched.count - 1
      if let index = touched[last].fields.firstIndex(where: { $0.name == field }) {
        touched[last].fields[index].after = after
      } else {
        touched[last].fields.append((field, before, after))
      }
    }
    // The source text came with the code, and stays with it.
    let added = Set(touched.filter(\.isAddedCode).compactMap(\.row.code))
    let source = try languages().first { $0.fallback == nil }?.tag
    touched.removeAll { touched in
      guard case .translation(let code, let tag) = touched.row else { return false }
      return tag == source && added.contains(code) && touched.fields.contains { $0.before == .null }
    }
    // A category that comes or goes does so with its names; otherwise each is a row of its own.
    let whole = Set(touched.filter(\.isWholeCategory).compactMap(\.row.category))
    var groups: [[TouchedRow]] = []
    for row in touched {
      if let category = row.row.category, whole.contains(category), groups.last?.first?.row.category == category {
        groups[groups.count - 1].append(row)
      } else {
        groups.append([row])
      }
    }
    return kind == .undo ? groups : groups.reversed()
  }

  /// The newest operation made by hand, older than `limit`, that is not undone, or was undone in a part of its rows; nil
  /// where there is none but the first, which made the registry.
  func newestNotUndone(before limit: Int) throws(RegistryError) -> Int? {
    let rows = try rows(
      """
      SELECT id FROM operation
      WHERE id > 1 AND id < ? AND NOT EXISTS (SELECT 1 FROM reversal WHERE operation = operation.id)
        AND ((SELECT kind FROM reversal WHERE root = operation.id ORDER BY operation DESC LIMIT 1) IS NOT 'undo'
          OR (SELECT count(DISTINCT touched) FROM (
                SELECT entity || ' ' || coalesce(code, category, '') || ' ' || coalesce(language, '') AS touched
                FROM change WHERE change.operation = operation.id))
            > (SELECT count(DISTINCT touched) FROM (
                SELECT entity || ' ' || coalesce(code, category, '') || ' ' || coalesce(language, '') AS touched
                FROM change WHERE change.operation = (SELECT max(operation) FROM reversal WHERE root = operation.id))))
      ORDER BY id DESC LIMIT 1
      """, [.init(limit)])
    return try rows.next() ? try rows.integer(0) : nil
  }

  /// The key of an added category that holds codes, which are never taken away; nil for all else.
  func keptCategory(of group: [TouchedRow]) throws(RegistryError) -> String? {
    guard let key = group.first(where: \.isWholeCategory)?.row.category else { return nil }
    return try integer("SELECT count(*) FROM status_code WHERE category = ?", [.text(key)]) > 0 ? key : nil
  }

  /// Of an added category: an operation that gave it a name since, which would go with it; nil for all else.
  func nameOperation(in touched: TouchedRow, otherThan root: Int) throws(RegistryError) -> Int? {
    guard touched.isWholeCategory, let key = touched.row.category else { return nil }
    let rows = try rows(
      "SELECT DISTINCT language FROM change WHERE code IS NULL AND entity = 'category' AND category = ? AND language IS NOT NULL",
      [.text(key)])
    while try rows.next() {
      let history = try rowHistory(of: .categoryName(key, try rows.tag(0)))
      if let other = history.obstacle(to: root) { return other }
    }
    return nil
  }

  /// The operation whose undo is the newest that was not redone, and that undo.
  func newestUndone() throws(RegistryError) -> (root: Int, undo: Int)? {
    let rows = try rows(
      """
      SELECT root, operation FROM reversal
      WHERE kind = 'undo' AND operation = (SELECT max(operation) FROM reversal AS other WHERE other.root = reversal.root)
      ORDER BY operation DESC LIMIT 1
      """)
    return try rows.next() ? (try rows.integer(0), try rows.integer(1)) : nil
  }
}
