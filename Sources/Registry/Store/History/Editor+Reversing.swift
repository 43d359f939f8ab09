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
  /// Categories that were added and stay, as they hold codes.
  public var kept: [String] = []
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
    let wanted = try operation.map { (id) throws(RegistryError) in try goal(ofUndoing: id) }
    if let repeated = try checkRegistry(isAt: revision, for: .undo, of: wanted) { return repeated }
    if let wanted {
      guard wanted.isLatest else { return try unchanged(wanted) }
      return try reverse(wanted.root, wanted.kind)
    }
    // An operation of which nothing is left to undo is passed over.
    var limit = self.operation
    while let candidate = try connection.newestNotUndone(before: limit) {
      let outcome = try reverse(candidate, .undo)
      if hasChanges || !outcome.conflicts.isEmpty { return outcome }
      limit = candidate
    }
    throw RegistryError(.nothingToReverse, "There is nothing to undo: every operation is undone already.")
  }

  private typealias Goal = (kind: Reversal, root: Int, isLatest: Bool)

  /// What undoing an operation comes to: an undo is taken back by a redo, and only the latest reversal is still there to
  /// be taken back.
  private func goal(ofUndoing operation: Int) throws(RegistryError) -> Goal {
    try connection.requireOperation(operation)
    guard operation > 1 else {
      throw RegistryError(.ruleBroken, "Operation 1 made the registry; it cannot be undone.")
    }
    let rows = try connection.rows(
      """
      SELECT root, kind, operation = (SELECT max(operation) FROM reversal AS other WHERE other.root = reversal.root)
      FROM reversal WHERE operation = ?
      """, [.init(operation)])
    guard try rows.next() else { return (.undo, operation, true) }
    return (
      try rows.word(1, as: Reversal.self) == .undo ? .redo : .undo, try rows.integer(0), try rows.flag(2)
    )
  }

  private func unchanged(_ goal: Goal) throws(RegistryError) -> ReversalOutcome {
    try outcome(goal.kind, goal.root)
  }

  /// Makes the operation again that was undone last, as long as nothing was made by hand since.
  ///
  /// - Parameter revision: as for `undo`.
  ///
  /// Throws: `nothing-to-reverse`; `changed-since` where the registry is at another revision.
  public func redo(ifRevision revision: Int? = nil) throws(RegistryError) -> ReversalOutcome {
    if let repeated = try checkRegistry(isAt: revision, for: .redo, of: nil) { return repeated }
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
  /// the same: with whatever it had left alone.
  private func checkRegistry(
    isAt revision: Int?, for kind: Reversal, of goal: Goal?
  ) throws(RegistryError) -> ReversalOutcome? {
    let newest = operation - 1
    guard let revision, revision != newest else { return nil }
    let rows = try connection.rows(
      """
      SELECT reversal.root, reversal.kind FROM reversal JOIN operation ON operation.id = reversal.operation
      WHERE reversal.operation = ? AND operation.command = ? AND operation.actor = ?
      """, [.init(newest), .text(intent.command), .text(intent.actor)])
    if newest - 1 == revision, try rows.next() {
      let (root, done) = (try rows.integer(0), try rows.word(1, as: Reversal.self))
      let isSame: Bool
      if let goal {
        isSame = (done, root) == (goal.kind, goal.root) || !goal.isLatest && root == goal.root
      } else {
        // Without a number, it was the newest operation then.
        let newer = try connection.newestNotUndone(before: newest) ?? 0
        isSame = done == kind && (kind == .redo || root >= newer)
      }
      if isSame { return try reverse(root, done) }
    }
    throw RegistryError(
      .changedSince, "The registry has changed since revision \(revision): it is at \(newest).",
      hint: "See 'admin history', then repeat with --if-revision \(newest).")
  }

  private func outcome(_ kind: Reversal, _ root: Int) throws(RegistryError) -> ReversalOutcome {
    let rows = try connection.rows("SELECT actor, command FROM operation WHERE id = ?", [.init(root)])
    guard try rows.next() else { throw RegistryError(.corrupt, "The history lacks operation \(root).") }
    return ReversalOutcome(kind: kind, root: root, actor: try rows.text(0), command: try rows.text(1))
  }

  private func reverse(_ root: Int, _ kind: Reversal) throws(RegistryError) -> ReversalOutcome {
    var outcome = try outcome(kind, root)
    let groups = try connection.touchedRows(by: root, for: kind)
    try connection.change("SAVEPOINT reversal")
    var open: [[TouchedRow]] = []
    for group in groups {
      let work = group.filter { !$0.history.isDone(kind, of: root) }
      if kind == .undo, let category = try connection.keptCategory(of: work) {
        outcome.kept.append(category)
        continue
      }
      var conflicts: [ReversalConflict] = []
      for touched in work {
        if let conflict = try conflict(over: touched, kind, of: root) { conflicts.append(conflict) }
      }
      outcome.conflicts += conflicts
      if conflicts.isEmpty, !work.isEmpty { open.append(work) }
    }
    if !open.isEmpty {
      try beginOperation()
      try connection.change(
        "INSERT INTO reversal (operation, root, kind) VALUES (?, ?, ?)",
        [.init(operation), .init(root), .text(kind.rawValue)])
      try apply(open, kind, into: &outcome)
      outcome.changes = try connection.changes(of: operation)
      if outcome.changes.isEmpty { try forgetOperation(since: "reversal") }
    }
    try connection.change("RELEASE reversal")
    return outcome
  }

  /// Writes group by group. What a rule forbids is tried again after the others, which may have stood in its way.
  private func apply(
    _ groups: [[TouchedRow]], _ kind: Reversal, into outcome: inout ReversalOutcome
  ) throws(RegistryError) {
    var rest = groups
    while true {
      var refused: [(group: [TouchedRow], reason: String)] = []
      for group in rest {
        if let reason = try refusal(of: group, kind, &outcome) { refused.append((group, reason)) }
      }
      guard !refused.isEmpty, refused.count < rest.count else {
        for (group, reason) in refused {
          outcome.conflicts += group.map { ReversalConflict(row: $0.row, reason: reason, fields: []) }
        }
        return
      }
      rest = refused.map(\.group)
    }
  }

  private func conflict(
    over touched: TouchedRow, _ kind: Reversal, of root: Int
  ) throws(RegistryError) -> ReversalConflict? {
    let current = Dictionary(try fields(of: touched.row).map { ($0.name, $0.value) }) { first, _ in first }
    var reason: String?
    var (isOpen, obstacle) = (touched.history.isOpen(to: kind, of: root), touched.history.obstacle(to: root))
    if kind == .undo, isOpen, let other = try connection.nameOperation(in: touched, otherThan: root) {
      (isOpen, obstacle) = (false, other)
    }
    if !isOpen {
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

  /// Writes one group whole; gives the rule that forbids it, with nothing written.
  private func refusal(
    of group: [TouchedRow], _ kind: Reversal, _ outcome: inout ReversalOutcome
  ) throws(RegistryError) -> String? {
    let mark = historyMark
    try connection.change("SAVEPOINT reversed_rows")
    do {
      try write(group, kind, into: &outcome)
      try connection.change("RELEASE reversed_rows")
      return nil
    } catch {
      guard error.code.kind == .invalid || error.code.kind == .notFound else { throw error }
      try connection.change("ROLLBACK TO reversed_rows")
      try connection.change("RELEASE reversed_rows")
      historyMark = mark
      return error.message
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
