import RegistryCatalog
import RegistrySQLite

/// The conditions for the operations that a history contains. All conditions must be met; nil accepts everything.
///
/// ```swift
/// let filter = HistoryFilter(code: "1402", limit: 10)
/// let operations = try store.read { registry in try registry.history(filter) }
/// ```
public struct HistoryFilter: Sendable {
  /// The number of a code, or its symbol in any case. Only changes of the code and of its texts are returned.
  public var code: String?
  /// A language in any BCP 47 form. Only changes in it are returned: texts, names, renderings, and the language itself.
  public var language: String?
  /// The source of a term, in any case. Only changes of the term and of its renderings are returned. The term need not
  /// be in the glossary any more.
  public var term: String?
  /// The name of the actor. ASCII letters are the same in any case.
  public var actor: String?
  /// The earliest time of an operation.
  public var since: Timestamp?
  /// The latest time of an operation.
  public var until: Timestamp?
  /// The number of a single operation.
  public var operation: Int?
  /// Only operations with a smaller number are returned.
  public var before: Int?
  /// Only operations with a greater number are returned. With a limit and without ``before`` these are the next ones
  /// after the number.
  public var after: Int?
  /// The largest number of operations to return, counted from the newest.
  public var limit: Int?
  /// The largest number of changes to return for each operation. Fields that the registry maintains itself are omitted
  /// unless there are no other changes.
  public var shownChanges: Int?

  /// Creates a filter from its parts.
  public init(
    code: String? = nil, language: String? = nil, term: String? = nil, actor: String? = nil, since: Timestamp? = nil,
    until: Timestamp? = nil, operation: Int? = nil, before: Int? = nil, after: Int? = nil, limit: Int? = nil,
    shownChanges: Int? = nil
  ) {
    self.code = code
    self.language = language
    self.term = term
    self.actor = actor
    self.since = since
    self.until = until
    self.operation = operation
    self.before = before
    self.after = after
    self.limit = limit
    self.shownChanges = shownChanges
  }
}

/// What changes are about. All conditions must be met; nil accepts everything.
struct ChangeSubject {
  var code: Int?
  var language: LanguageTag?
  var term: String?

  /// The condition for an operation, with the parameters ?1, ?2 and ?8. The changes of a code and of a term have an
  /// index. For a language alone the changes of each operation are looked at, from the newest on.
  fileprivate var condition: String {
    if code == nil, term == nil {
      return """
        (?1 IS NULL AND ?8 IS NULL AND ?2 IS NULL OR EXISTS (
          SELECT 1 FROM change WHERE change.operation = operation.id AND change.language = ?2))
        """
    }
    return """
      operation.id IN (
        SELECT operation FROM change WHERE \(code == nil ? "?1 IS NULL" : "code = ?1")
          AND (?2 IS NULL OR language = ?2) AND \(term == nil ? "?8 IS NULL" : "term = ?8"))
      """
  }

  /// The conditions as the parameters of a query.
  fileprivate var values: [SQLiteValue] { [.init(code), .init(language?.description), .init(term)] }
}

extension RegistryReader {
  /// Returns the operations that match a filter, newest first, each with its matching changes.
  ///
  /// - Parameter filter: The operations to return.
  /// - Returns: The operations, newest first.
  /// - Throws: `RegistryError.Code.codeNotFound`, `RegistryError.Code.languageNotFound` or
  ///   `RegistryError.Code.operationNotFound` when the filter names a code, language or operation that does not exist;
  ///   `RegistryError.Code.termNotFound` when the glossary never had the term;
  ///   `RegistryError.Code.actorNotFound` when the actor has made no operation;
  ///   `RegistryError.Code.invalidLanguageTag` when the language is not a language tag.
  public func history(_ filter: HistoryFilter = HistoryFilter()) throws(RegistryError) -> [RegistryOperation] {
    let code = try filter.code.map { (name) throws(RegistryError) in try self.code(named: name).value.number }
    let language = try filter.language.map { (name) throws(RegistryError) in try self.language(named: name).value.tag }
    let subject = ChangeSubject(
      code: code, language: language,
      term: try filter.term.map { (name) throws(RegistryError) in try self.term(namedNowOrBefore: name) })
    let numbers = CodeWindow.bounds(after: filter.after, before: filter.before)
    let isForward = filter.after != nil && filter.before == nil && filter.limit != nil
    if let operation = filter.operation { try requireOperation(operation) }
    if let actor = filter.actor { try requireActor(actor) }
    let rows = try database.query(
      """
      SELECT operation.id, operation.at, operation.actor, operation.command, operation.note,
             reversal.kind, reversal.root, last.kind = 'undo', last.operation
      FROM operation
      LEFT JOIN reversal ON reversal.operation = operation.id
      LEFT JOIN reversal AS last
        ON last.operation = (SELECT max(operation) FROM reversal WHERE root = operation.id)
      WHERE \(subject.condition) AND operation.id BETWEEN ?9 AND ?10
        AND (?3 IS NULL OR operation.actor = ?3 COLLATE NOCASE) AND (?4 IS NULL OR operation.at >= ?4)
        AND (?5 IS NULL OR operation.id = ?5) AND (?7 IS NULL OR operation.at <= ?7)
      ORDER BY operation.id \(isForward ? "ASC" : "DESC") LIMIT ?6
      """,
      [
        .init(code), .init(language?.description), .init(filter.actor), .init(filter.since?.description),
        .init(filter.operation), .init(filter.limit ?? -1), .init(filter.until?.description),
        .init(subject.term), .init(numbers.first), .init(numbers.last),
      ])
    var operations: [RegistryOperation] = []
    while try rows.next() {
      let id = try rows.integer(0)
      if let last = operations.last?.id, isForward ? id <= last : id >= last {
        throw RegistryError(.corrupt, "The history holds operation \(id) twice.")
      }
      let kind = try rows.optionalWord(5, as: ReversalKind.self)
      let root = try rows.optionalInteger(6)
      let isUndone = try rows.optionalFlag(7) == true
      let (changes, count) = try changes(of: id, about: subject, shown: filter.shownChanges)
      operations.append(
        RegistryOperation(
          id: id, at: try rows.text(1), actor: try rows.text(2), command: try rows.text(3),
          note: try rows.optionalText(4),
          reversal: kind.flatMap { kind in root.map { Reversal(kind: kind, root: $0) } },
          undoneBy: isUndone ? try rows.optionalInteger(8) : nil,
          changes: changes, changeCount: count))
    }
    return isForward ? operations.reversed() : operations
  }

  /// The names of the fields that the registry maintains itself, as a list of SQL literals.
  private static let bookkeeping = TranslationRow.fields.filter { $0.role == .bookkeeping }.map { "'\($0.name)'" }
    .joined(separator: ", ")

  /// Returns the changes of one operation up to a limit, and their number without the limit.
  private func changes(
    of operation: Int, about subject: ChangeSubject, shown: Int?
  ) throws(RegistryError) -> ([FieldChange], Int) {
    guard let shown else {
      let all = try changes(of: operation, about: subject)
      return (all, all.count)
    }
    for withBookkeeping in [false, true] {
      let count = try database.integer(
        """
        SELECT count(*) FROM change
        WHERE operation = ?1 AND (?2 IS NULL OR code = ?2) AND (?3 IS NULL OR language = ?3)
          AND (?4 IS NULL OR term = ?4) AND (?5 OR field NOT IN (\(Self.bookkeeping)))
        """, [.init(operation)] + subject.values + [.init(withBookkeeping)])
      guard count > 0 else { continue }
      return (
        try changes(of: operation, about: subject, withBookkeeping: withBookkeeping, limit: shown), count
      )
    }
    return ([], 0)
  }

  /// Returns the changes of one operation, in order.
  func changes(
    of operation: Int, about subject: ChangeSubject = ChangeSubject(), withBookkeeping: Bool = true, limit: Int? = nil
  ) throws(RegistryError) -> [FieldChange] {
    let rows = try database.query(
      """
      SELECT \(RegistryRow.columnNames), field, before, after FROM change
      WHERE operation = ?1 AND (?2 IS NULL OR code = ?2) AND (?3 IS NULL OR language = ?3)
        AND (?4 IS NULL OR term = ?4) AND (?5 OR field NOT IN (\(Self.bookkeeping)))
      ORDER BY sequence LIMIT ?6
      """, [.init(operation)] + subject.values + [.init(withBookkeeping), .init(limit ?? -1)])
    let field = RegistryRow.columnCount
    var changes: [FieldChange] = []
    while try rows.next() {
      changes.append(
        FieldChange(
          row: try Self.row(from: rows), field: try rows.text(field), before: try rows.value(field + 1),
          after: try rows.value(field + 2)))
    }
    return changes
  }

  /// Returns the row that the first columns, which are those of `RegistryRow.columnNames`, identify.
  static func row(from rows: borrowing Rows) throws(RegistryError) -> RegistryRow {
    let (code, category, language) = (
      try rows.optionalInteger(1), try rows.optionalText(2), try rows.optionalTag(3)
    )
    let entity = try rows.text(0)
    if let term = try rows.optionalText(4) {
      switch (entity, language) {
      case ("term", nil): return .term(term)
      case ("term_rendering", let tag?): return .termRendering(term, tag)
      case (let entity, _): throw invalidRow(of: entity)
      }
    }
    if let check = try rows.optionalText(5) {
      guard entity == "silence", let code, let language else { throw invalidRow(of: entity) }
      return .silence(code, language, check: check)
    }
    switch (entity, code, category, language) {
    case ("language", nil, nil, let tag?): return .language(tag)
    case ("category", nil, let key?, nil): return .category(key)
    case ("category", nil, let key?, let tag?): return .categoryName(key, tag)
    case ("status_code", let code?, nil, nil): return .statusCode(code)
    case ("translation", let code?, nil, let tag?): return .translation(code, tag)
    case (let entity, _, _, _): throw invalidRow(of: entity)
    }
  }

  private static func invalidRow(of entity: String) -> RegistryError {
    RegistryError(.corrupt, "The history contains an invalid row of '\(entity)'.")
  }

  /// Returns the spelling under which the history records a term, present or removed.
  ///
  /// - Throws: `RegistryError.Code.termNotFound` when the glossary never had it.
  private func term(namedNowOrBefore name: String) throws(RegistryError) -> String {
    if let term = try termIfKnown(name) { return term.value.source }
    let former = try database.text(
      "SELECT term FROM change WHERE term = ? COLLATE NOCASE ORDER BY operation DESC LIMIT 1", [.text(name)])
    return if let former { former } else { try term(named: name).value.source }
  }

  /// Requires that an actor has made an operation.
  ///
  /// - Parameter name: The name of the actor. ASCII letters are the same in any case.
  /// - Throws: `RegistryError.Code.actorNotFound`, with a similar name or the known names as the remedy, when the actor
  ///   has made none.
  public func requireActor(_ name: String) throws(RegistryError) {
    let operations = try database.integer(
      "SELECT count(*) FROM operation WHERE actor = ? COLLATE NOCASE", [.text(name)])
    if operations > 0 { return }
    let rows = try database.query("SELECT actor FROM operation GROUP BY actor ORDER BY max(id) DESC")
    var known: [String] = []
    while try rows.next() { known.append(try rows.text(0)) }
    let near = NearMiss.closest(to: name.lowercased(), in: known.map { $0.lowercased() })
    let match = known.first { $0.lowercased() == near }
    throw RegistryError(
      .actorNotFound, "'\(name)' has never written to the registry.",
      match.map { .didYouMean($0) } ?? .chooseActor(Array(known.prefix(20))))
  }

  /// Requires that an operation exists.
  ///
  /// - Throws: `RegistryError.Code.operationNotFound` when it does not exist.
  func requireOperation(_ id: Int) throws(RegistryError) {
    let newest = try revision()
    guard !(1...max(newest, 1)).contains(id) else { return }
    throw RegistryError(
      .operationNotFound, "The registry has no operation \(id): the newest is \(newest).",
      .showHistory)
  }
}
