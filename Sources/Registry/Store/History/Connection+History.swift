import RegistrySQLite

/// Which operations a history shows; the parts are combined, nil shows all.
public struct HistoryFilter: Sendable {
  /// A code: a number, or a symbol in any case. Only its changes and those of its texts are shown.
  public var code: String?
  /// A language in any BCP 47 form. Only changes in it are shown: texts, names, and the language itself.
  public var language: String?
  /// Who did it, exactly.
  public var actor: String?
  /// The earliest time.
  public var since: Timestamp?
  /// The number of one operation.
  public var operation: Int?
  /// At most so many operations, the newest ones.
  public var limit: Int?
  /// At most so many changes of each operation, what the registry keeps for itself left out where there is anything else.
  public var shownChanges: Int?

  /// A filter from its parts.
  public init(
    code: String? = nil, language: String? = nil, actor: String? = nil, since: Timestamp? = nil, operation: Int? = nil,
    limit: Int? = nil, shownChanges: Int? = nil
  ) {
    self.code = code
    self.language = language
    self.actor = actor
    self.since = since
    self.operation = operation
    self.limit = limit
    self.shownChanges = shownChanges
  }
}

extension RegistryStore {
  /// The operations that the filter lets through, newest first, each with its changes that the filter lets through.
  ///
  /// Throws: `code-not-found`, `language-not-found`, `invalid-language-tag`; `operation-not-found` where the filter
  /// names an operation that there is not.
  public func history(_ filter: HistoryFilter = HistoryFilter()) throws(RegistryError) -> [Operation] {
    try read { (connection) throws(RegistryError) in try connection.history(filter) }
  }
}

extension Connection {
  func history(_ filter: HistoryFilter) throws(RegistryError) -> [Operation] {
    let code = try filter.code.map { (name) throws(RegistryError) in try self.code(named: name).code.code }
    let language = try filter.language.map { (name) throws(RegistryError) in try self.language(named: name).tag }
    if let operation = filter.operation { try requireOperation(operation) }
    let rows = try rows(
      """
      SELECT operation.id, operation.at, operation.actor, operation.command, operation.note,
             reversal.kind, reversal.root, last.kind = 'undo', last.operation
      FROM operation
      LEFT JOIN reversal ON reversal.operation = operation.id
      LEFT JOIN reversal AS last
        ON last.operation = (SELECT max(operation) FROM reversal WHERE root = operation.id)
      WHERE (?1 IS NULL AND ?2 IS NULL OR operation.id IN (
          SELECT operation FROM change WHERE (?1 IS NULL OR code = ?1) AND (?2 IS NULL OR language = ?2)))
        AND (?3 IS NULL OR operation.actor = ?3) AND (?4 IS NULL OR operation.at >= ?4)
        AND (?5 IS NULL OR operation.id = ?5)
      ORDER BY operation.id DESC LIMIT ?6
      """,
      [
        .init(code), .init(language?.description), .init(filter.actor), .init(filter.since?.description),
        .init(filter.operation), .init(filter.limit ?? -1),
      ])
    var operations: [Operation] = []
    while try rows.next() {
      let id = try rows.integer(0)
      if let later = operations.last?.id, id >= later {
        throw RegistryError(.corrupt, "The history holds operation \(id) twice.")
      }
      let kind = try rows.optionalWord(5, as: Reversal.self)
      let root = try rows.optionalInteger(6)
      let isUndone = try rows.optionalFlag(7) == true
      let (changes, count) = try changes(
        of: id, code: code, language: language, shown: filter.shownChanges)
      operations.append(
        Operation(
          id: id, at: try rows.text(1), actor: try rows.text(2), command: try rows.text(3),
          note: try rows.optionalText(4), reversal: kind.flatMap { kind in root.map { (kind, $0) } },
          undoneBy: isUndone ? try rows.optionalInteger(8) : nil,
          changes: changes, changeCount: count))
    }
    return operations
  }

  /// The changes that are shown of one operation, and how many there are to show.
  private func changes(
    of operation: Int, code: Int?, language: LanguageTag?, shown: Int?
  ) throws(RegistryError) -> ([FieldChange], Int) {
    guard let shown else {
      let all = try changes(of: operation, code: code, language: language)
      return (all, all.count)
    }
    for withBookkeeping in [false, true] {
      let count = try integer(
        """
        SELECT count(*) FROM change
        WHERE operation = ?1 AND (?2 IS NULL OR code = ?2) AND (?3 IS NULL OR language = ?3)
          AND (?4 OR field NOT IN ('meaning_revision', 'source_revision', 'source_major_revision'))
        """, [.init(operation), .init(code), .init(language?.description), .init(withBookkeeping)])
      guard count > 0 else { continue }
      return (
        try changes(
          of: operation, code: code, language: language, withBookkeeping: withBookkeeping, limit: shown), count
      )
    }
    return ([], 0)
  }

  /// The changes of one operation, in order.
  func changes(
    of operation: Int, code: Int? = nil, language: LanguageTag? = nil, withBookkeeping: Bool = true, limit: Int? = nil
  ) throws(RegistryError) -> [FieldChange] {
    let rows = try rows(
      """
      SELECT entity, code, category, language, field, before, after FROM change
      WHERE operation = ?1 AND (?2 IS NULL OR code = ?2) AND (?3 IS NULL OR language = ?3)
        AND (?4 OR field NOT IN ('meaning_revision', 'source_revision', 'source_major_revision'))
      ORDER BY sequence LIMIT ?5
      """,
      [.init(operation), .init(code), .init(language?.description), .init(withBookkeeping), .init(limit ?? -1)])
    var changes: [FieldChange] = []
    while try rows.next() {
      changes.append(
        FieldChange(
          row: try Self.row(from: rows), field: try rows.text(4), before: try Self.fieldValue(try rows.value(5)),
          after: try Self.fieldValue(try rows.value(6))))
    }
    return changes
  }

  /// The row that the columns `entity`, `code`, `category` and `language` name, which come first.
  static func row(from rows: borrowing Rows) throws(RegistryError) -> RegistryRow {
    let (code, category, language) = (
      try rows.optionalInteger(1), try rows.optionalText(2), try rows.optionalTag(3)
    )
    switch (try rows.text(0), code, category, language) {
    case ("language", nil, nil, let tag?): return .language(tag)
    case ("category", nil, let key?, nil): return .category(key)
    case ("category", nil, let key?, let tag?): return .categoryName(key, tag)
    case ("status_code", let code?, nil, nil): return .statusCode(code)
    case ("translation", let code?, nil, let tag?): return .translation(code, tag)
    case (let entity, _, _, _): throw RegistryError(.corrupt, "The history names no row of '\(entity)'.")
    }
  }

  static func fieldValue(_ value: SQLiteValue) throws(RegistryError) -> FieldValue? {
    switch value {
    case .null: nil
    case .integer(let number): .integer(Int(number))
    case .text(let text): .text(text)
    case .real, .blob: throw RegistryError(.corrupt, "The history holds a value that is neither number nor text.")
    }
  }

  /// Throws: `operation-not-found`.
  func requireOperation(_ id: Int) throws(RegistryError) {
    let newest = try revision()
    guard !(1...max(newest, 1)).contains(id) else { return }
    throw RegistryError(
      .operationNotFound, "The registry has no operation \(id): the newest is \(newest).",
      hint: "See 'admin history'.")
  }
}

extension SQLiteValue {
  init(_ value: FieldValue?) {
    switch value {
    case nil: self = .null
    case .integer(let number): self.init(number)
    case .text(let text): self = .text(text)
    }
  }
}
