import RegistrySQLite

/// A row that an undo or redo left alone.
public struct ReversalConflict: Sendable {
  /// The row.
  public let row: RegistryRow
  /// Why it was left alone, as a sentence.
  public let reason: String
  /// The fields that the operation had changed; empty where a rule forbids the change.
  public let fields: [Field]

  /// The values of one field on all sides.
  public struct Field: Sendable {
    /// The field, by the name of its column.
    public let name: String
    /// What the operation found there, to which an undo would go back.
    public let before: FieldValue?
    /// What it left there.
    public let after: FieldValue?
    /// What is there now.
    public let current: FieldValue?
  }
}

/// What an undo or redo came to.
public struct ReversalOutcome: Sendable {
  /// Undo or redo.
  public let kind: Reversal
  /// The operation made by hand that was undone or redone.
  public let root: Int
  /// Who had made it, through which command.
  public let actor: String
  /// The command.
  public let command: String
  /// What it changed now.
  public var changes: [FieldChange] = []
  /// What it left alone.
  public var conflicts: [ReversalConflict] = []
  /// Codes that were added and are retired now, as a number is never given twice.
  public var retired: [Int] = []
}

extension Editor {
  /// Takes back an operation: the newest one in force, or the one with this number, whatever came after. An undo is taken
  /// back by making its operation again, a redo by undoing it again.
  ///
  /// Rows that were changed since are left alone and listed as conflicts; if nothing else is left to do, nothing changes.
  /// An added code is retired, not removed.
  ///
  /// - Parameter revision: the revision of the registry that the caller saw; nil undoes whatever came last. The same undo
  ///   by the same actor right after it is "already so".
  ///
  /// Throws: `nothing-to-reverse`; `operation-not-found`; `rule-broken` for operation 1, which made the registry;
  /// `changed-since` where the registry is at another revision.
  public func undo(
    _ operation: Int? = nil, ifRevision revision: Int? = nil
  ) throws(RegistryError) -> ReversalOutcome {
    if let repeated = try checkRegistry(isAt: revision) { return repeated }
    guard let operation else {
      guard let newest = try connection.newestInForce() else {
        throw RegistryError(.nothingToReverse, "There is nothing to undo: every operation is undone already.")
      }
      return try reverse(newest, .undo)
    }
    try connection.requireOperation(operation)
    guard operation > 1 else {
      throw RegistryError(.ruleBroken, "Operation 1 made the registry; it cannot be undone.")
    }
    let rows = try connection.rows("SELECT root, kind FROM reversal WHERE operation = ?", [.init(operation)])
    guard try rows.next() else { return try reverse(operation, .undo) }
    return try reverse(try rows.integer(0), try rows.word(1, as: Reversal.self) == .undo ? .redo : .undo)
  }

  /// Makes the operation again that was undone last, as long as nothing was made by hand since.
  ///
  /// - Parameter revision: as for `undo`.
  ///
  /// Throws: `nothing-to-reverse`; `changed-since` where the registry is at another revision.
  public func redo(ifRevision revision: Int? = nil) throws(RegistryError) -> ReversalOutcome {
    if let repeated = try checkRegistry(isAt: revision) { return repeated }
    guard let (root, undo) = try connection.newestUndone() else {
      throw RegistryError(.nothingToReverse, "There is nothing to redo: no operation is undone.")
    }
    let later = try connection.integer(
      "SELECT coalesce(max(id), 0) FROM operation WHERE id NOT IN (SELECT operation FROM reversal)")
    guard later < undo else {
      throw RegistryError(
        .nothingToReverse, "There is nothing to redo: operation \(later) came after the last undo.",
        hint: "To make operation \(root) again all the same: 'admin undo \(undo)', which takes its undo back.")
    }
    return try reverse(root, .redo)
  }

  /// Nil where the registry is at the revision, or none is named; else what this actor did right after it, if that was
  /// the same.
  private func checkRegistry(isAt revision: Int?) throws(RegistryError) -> ReversalOutcome? {
    let newest = operation - 1
    guard let revision, revision != newest else { return nil }
    let rows = try connection.rows(
      """
      SELECT reversal.root, root.actor, root.command, reversal.kind FROM reversal
      JOIN operation ON operation.id = reversal.operation JOIN operation AS root ON root.id = reversal.root
      WHERE reversal.operation = ? AND operation.command = ? AND operation.actor = ?
      """, [.init(newest), .text(intent.command), .text(intent.actor)])
    guard newest == revision + 1, try rows.next() else {
      throw RegistryError(
        .changedSince, "The registry has changed since revision \(revision): it is at \(newest).",
        hint: "See 'admin history', then repeat with --if-revision \(newest).")
    }
    return ReversalOutcome(
      kind: try rows.word(3, as: Reversal.self), root: try rows.integer(0), actor: try rows.text(1),
      command: try rows.text(2))
  }

  private func reverse(_ root: Int, _ kind: Reversal) throws(RegistryError) -> ReversalOutcome {
    let rows = try connection.rows("SELECT actor, command FROM operation WHERE id = ?", [.init(root)])
    guard try rows.next() else { throw RegistryError(.corrupt, "The history lacks operation \(root).") }
    var outcome = ReversalOutcome(kind: kind, root: root, actor: try rows.text(0), command: try rows.text(1))
    let groups = try connection.touchedRows(by: root, for: kind)
    try connection.change("SAVEPOINT reversal")
    var isChanged = false
    for group in groups {
      let work = group.filter { !$0.history.isDone(kind, of: root) }
      guard !work.isEmpty else { continue }
      var conflicts: [ReversalConflict] = []
      for touched in work {
        if let conflict = try conflict(over: touched, kind, of: root) { conflicts.append(conflict) }
      }
      guard conflicts.isEmpty else {
        outcome.conflicts += conflicts
        continue
      }
      if !isChanged {
        try beginOperation()
        try connection.change(
          "INSERT INTO reversal (operation, root, kind) VALUES (?, ?, ?)",
          [.init(operation), .init(root), .text(kind.rawValue)])
        isChanged = true
      }
      try apply(work, kind, into: &outcome)
    }
    outcome.changes = isChanged ? try connection.changes(of: operation) : []
    if isChanged && outcome.changes.isEmpty { try forgetOperation(since: "reversal") }
    try connection.change("RELEASE reversal")
    return outcome
  }

  private func conflict(
    over touched: TouchedRow, _ kind: Reversal, of root: Int
  ) throws(RegistryError) -> ReversalConflict? {
    let current = Dictionary(try fields(of: touched.row).map { ($0.name, $0.value) }) { first, _ in first }
    var reason: String?
    if !touched.history.isOpen(to: kind, of: root) {
      let obstacle = touched.history.obstacle(to: root)
      let actor = try obstacle.map { (id) throws(RegistryError) in
        try connection.texts("SELECT actor FROM operation WHERE id = ?", [.init(id)]).first ?? "?"
      }
      reason = "\(touched.row) has changed since" + (obstacle.map { ", in operation \($0) by \(actor ?? "?")." } ?? ".")
    } else if !touched.isAddedCode {
      let expected = touched.fields.map { ($0.name, kind == .undo ? $0.after : $0.before) }
      if !expected.allSatisfy({ current[$0.0] ?? .null == $0.1 }) {
        reason = "\(touched.row) was changed behind the registry's back; see 'admin doctor'."
      }
    }
    guard let reason else { return nil }
    var fields: [ReversalConflict.Field] = []
    for field in touched.fields {
      let values = try [field.before, field.after, current[field.name] ?? .null].map { (value) throws(RegistryError) in
        try Connection.fieldValue(value)
      }
      fields.append(
        ReversalConflict.Field(name: field.name, before: values[0], after: values[1], current: values[2]))
    }
    return ReversalConflict(row: touched.row, reason: reason, fields: fields)
  }

  /// Writes one group whole, or leaves it and says which rule forbids it.
  private func apply(
    _ group: [TouchedRow], _ kind: Reversal, into outcome: inout ReversalOutcome
  ) throws(RegistryError) {
    let mark = historyMark
    try connection.change("SAVEPOINT reversed_rows")
    do {
      try write(group, kind, into: &outcome)
      try connection.change("RELEASE reversed_rows")
    } catch {
      guard error.code.kind == .invalid || error.code.kind == .notFound else { throw error }
      try connection.change("ROLLBACK TO reversed_rows")
      try connection.change("RELEASE reversed_rows")
      historyMark = mark
      for touched in group {
        outcome.conflicts.append(ReversalConflict(row: touched.row, reason: error.message, fields: []))
      }
    }
  }

  private func write(
    _ group: [TouchedRow], _ kind: Reversal, into outcome: inout ReversalOutcome
  ) throws(RegistryError) {
    guard let first = group.first else { return }
    switch first.row {
    case .language(let tag): try write(first.goal(kind), language: tag)
    case .category(let key), .categoryName(let key, _): try write(group, category: key, kind)
    case .statusCode(let code):
      if first.isAddedCode, kind == .undo { outcome.retired.append(code) }
      try write(first.isAddedCode ? first.goalOfAddedCode(kind) : first.goal(kind), statusCode: code)
    case .translation(let code, let tag): try write(first.goal(kind), translation: code, tag)
    }
  }
}
