import RegistryCatalog

extension RegistryReader {
  /// Returns the rows that an operation changed. Rows that refer to other rows come first.
  func touchedRows(by operation: Int) throws(RegistryError) -> [TouchedRow] {
    var touched: [TouchedRow] = []
    let rows = try database.query(
      """
      SELECT \(RegistryRow.columnNames), field, before, after FROM change WHERE operation = ?
      ORDER BY CASE entity
          WHEN 'silence' THEN 1 WHEN 'translation' THEN 2 WHEN 'status_code' THEN 3 WHEN 'category' THEN 4
          WHEN 'language' THEN 6 ELSE 5 END,
        category, code, term, language, check_id, sequence
      """, [.init(operation)])
    let field = RegistryRow.columnCount
    while try rows.next() {
      let row = try Self.row(from: rows)
      let (name, before, after) = (try rows.text(field), try rows.value(field + 1), try rows.value(field + 2))
      if touched.last?.row != row {
        if let last = touched.popLast() { touched.append(try completed(last, operation)) }
        touched.append(TouchedRow(row: row, fields: [], history: try rowHistory(of: row)))
      }
      let last = touched.count - 1
      if let index = touched[last].fields.firstIndex(where: { $0.name == name }) {
        touched[last].fields[index].after = after
      } else {
        touched[last].fields.append(TouchedRow.Field(name: name, before: before, after: after))
      }
    }
    if let last = touched.popLast() { touched.append(try completed(last, operation)) }
    return touched
  }

  /// Returns the row with its current values.
  private func completed(_ touched: TouchedRow, _ operation: Int) throws(RegistryError) -> TouchedRow {
    var touched = touched
    let current = try values(of: touched.row)
    for index in touched.fields.indices { touched.fields[index].current = current[touched.fields[index].name] }
    if touched.isAddedWhole { touched.laterPart = try partOperation(of: touched.row, otherThan: operation) }
    if touched.isAddedWhole, let key = touched.row.category {
      touched.holdsCodes = try database.queryOne("SELECT 1 FROM status_code WHERE category = ?", [.text(key)]) != nil
    }
    return touched
  }

  /// Returns the current values of a row, which are empty when it does not exist.
  private func values(of row: RegistryRow) throws(RegistryError) -> FieldValues {
    switch row {
    case .language(let tag): try language(tag)?.value.values ?? [:]
    case .category(let key): try category(key)?.value.values ?? [:]
    case .categoryName(let key, let tag): try category(key)?.value.names[tag].map { CategoryName($0).values } ?? [:]
    case .statusCode(let number): try code(number)?.value.values ?? [:]
    case .translation(let number, let tag): try translationRow(code: number, language: tag)?.value.values ?? [:]
    case .term(let source): try term(source).map { TermRow($0.value).values } ?? [:]
    case .termRendering(let source, let tag): try term(source)?.value.renderings[tag]?.values ?? [:]
    case .silence(let code, let tag, let check): try silence(code, tag, check: check)?.value.values ?? [:]
    }
  }

  /// Returns an operation in force after `root` that set a name of a category or a rendering of a term; nil when there
  /// is none.
  private func partOperation(of row: RegistryRow, otherThan root: Int) throws(RegistryError) -> Int? {
    let rows =
      if let term = row.term {
        try database.query(
          "SELECT DISTINCT language FROM change WHERE term = ? AND language IS NOT NULL", [.text(term)])
      } else {
        try database.query(
          """
          SELECT DISTINCT language FROM change
          WHERE code IS NULL AND entity = 'category' AND category = ? AND language IS NOT NULL
          """, [.init(row.category)])
      }
    while try rows.next() {
      guard let part = row.part(in: try rows.tag(0)) else { continue }
      let inForce = try rowHistory(of: part).inForce
      // An earlier operation can have removed the row that `root` added again.
      if let last = inForce.last, last != root, last > root || inForce.contains(root) { return last }
    }
    return nil
  }

  /// An expression for the row that a change is about, as one text.
  private static let touchedRow = """
    entity || ' ' || coalesce(code, category, term, '') || ' ' || coalesce(language, '') || ' '
      || coalesce(check_id, '')
    """

  /// Returns the newest operation before `limit` that is not undone, or not undone in all of its rows; nil when there
  /// is none.
  ///
  /// Operation 1, which created the registry, and undos and redos are not returned.
  ///
  /// - Parameters:
  ///   - limit: The number of an operation; only older ones are returned.
  ///   - actor: The name of the person who made the operation, with ASCII letters in any case; nil accepts everybody.
  func newestNotUndone(before limit: Int, by actor: String?) throws(RegistryError) -> Int? {
    let row = try database.queryOne(
      """
      SELECT id FROM operation
      WHERE id > 1 AND id < ?1 AND (?2 IS NULL OR actor = ?2 COLLATE NOCASE)
        AND NOT EXISTS (SELECT 1 FROM reversal WHERE operation = operation.id)
        AND ((SELECT kind FROM reversal WHERE root = operation.id ORDER BY operation DESC LIMIT 1) IS NOT 'undo'
          OR (SELECT count(DISTINCT touched) FROM (
                SELECT \(Self.touchedRow) AS touched FROM change WHERE change.operation = operation.id))
            > (SELECT count(DISTINCT touched) FROM (
                SELECT \(Self.touchedRow) AS touched FROM change WHERE change.operation = (
                  SELECT max(operation) FROM reversal WHERE root = operation.id))))
      ORDER BY id DESC LIMIT 1
      """, [.init(limit), .init(actor)])
    return try row?.integer(0)
  }

  /// Returns the most recent undo that has not been redone: the operation that it undid, and its own number.
  func newestUndone() throws(RegistryError) -> (root: Int, undo: Int)? {
    let row = try database.queryOne(
      """
      SELECT root, operation FROM reversal
      WHERE kind = 'undo'
        AND operation = (SELECT max(operation) FROM reversal AS other WHERE other.root = reversal.root)
      ORDER BY operation DESC LIMIT 1
      """)
    guard let row else { return nil }
    return (try row.integer(0), try row.integer(1))
  }

  /// Returns the reversal that undoes an operation, and whether it can still be made.
  ///
  /// An undo is taken back by a redo. Only the latest reversal of an operation can be taken back.
  ///
  /// - Throws: `RegistryError.Code.operationNotFound` when the operation does not exist;
  ///   `RegistryError.Code.ruleBroken` for operation 1, which created the registry.
  func reversal(undoing operation: Int) throws(RegistryError) -> (reversal: Reversal, isLatest: Bool) {
    try requireOperation(operation)
    guard operation > 1 else {
      throw RegistryError(.ruleBroken, "Operation 1 made the registry; it cannot be undone.")
    }
    let row = try database.queryOne(
      """
      SELECT root, kind, operation = (SELECT max(operation) FROM reversal AS other WHERE other.root = reversal.root)
      FROM reversal WHERE operation = ?
      """, [.init(operation)])
    guard let row else { return (Reversal(kind: .undo, root: operation), true) }
    let kind = try row.word(1, as: ReversalKind.self)
    return (Reversal(kind: kind == .undo ? .redo : .undo, root: try row.integer(0)), try row.flag(2))
  }
}
