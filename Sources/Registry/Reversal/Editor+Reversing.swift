import RegistryCatalog

extension Editor {
  /// Takes back an operation: the newest one in force, or the one with this number, whatever came after. An undo is taken
  /// back by making its operation again, a redo by undoing it again.
  ///
  /// Rows that were changed since are left alone and listed as conflicts; if nothing else is left to do, nothing changes.
  /// An added code is retired, not removed.
  ///
  /// - Parameters:
  ///   - operation: the number of an operation; nil for the newest one in force.
  ///   - revision: the revision of the registry that the caller saw; nil undoes whatever came last. When this actor made
  ///     the same undo right after that revision, it changes nothing.
  /// - Returns: what the undo came to.
  /// - Throws: `RegistryError.Code.nothingToReverse`; `RegistryError.Code.operationNotFound`;
  ///   `RegistryError.Code.ruleBroken` for operation 1, which made the registry;
  ///   `RegistryError.Code.changedSince` when the registry is at another revision.
  public func undo(
    _ operation: Int? = nil, ifRevision revision: Int? = nil
  ) throws(RegistryError) -> ReversalResult {
    let wanted = try operation.map { (id) throws(RegistryError) in try registry.reversal(undoing: id) }
    if let repeated = try repeatedReversal(.undo, of: wanted, ifRevision: revision) { return try reverse(repeated) }
    if let wanted { return try wanted.isLatest ? reverse(wanted.reversal) : blankResult(wanted.reversal) }
    // An operation of which nothing is left to undo is passed over.
    var limit = self.operation
    while let candidate = try registry.newestNotUndone(before: limit) {
      let result = try reverse(Reversal(kind: .undo, root: candidate))
      if hasChanges || !result.conflicts.isEmpty { return result }
      limit = candidate
    }
    throw RegistryError(.nothingToReverse, "There is nothing to undo: every operation is undone already.")
  }

  /// Makes the operation again that was undone last, as long as nothing was made by hand since.
  ///
  /// - Parameter revision: as for ``undo(_:ifRevision:)``.
  /// - Returns: what the redo came to.
  /// - Throws: `RegistryError.Code.nothingToReverse`; `RegistryError.Code.changedSince` when the registry is at
  ///   another revision.
  public func redo(ifRevision revision: Int? = nil) throws(RegistryError) -> ReversalResult {
    if let repeated = try repeatedReversal(.redo, of: nil, ifRevision: revision) { return try reverse(repeated) }
    guard let (root, undo) = try registry.newestUndone() else {
      throw RegistryError(.nothingToReverse, "There is nothing to redo: no operation is undone.")
    }
    let later = try database.integer(
      "SELECT coalesce(max(id), 0) FROM operation WHERE id NOT IN (SELECT operation FROM reversal)")
    guard later < undo else {
      throw RegistryError(
        .nothingToReverse, "There is nothing to redo: operation \(later) came after the last undo.",
        .undoReversal(of: root, undo: undo))
    }
    return try reverse(Reversal(kind: .redo, root: root))
  }

  /// Plans the reversal, then writes it.
  private func reverse(_ reversal: Reversal) throws(RegistryError) -> ReversalResult {
    var result = try blankResult(reversal)
    let plan = ReversalPlan(
      reversal, of: try registry.touchedRows(by: reversal.root), source: try registry.sourceLanguage()?.tag)
    result.kept = plan.kept
    for conflict in plan.conflicts { result.conflicts.append(try described(conflict)) }
    guard !plan.groups.isEmpty else { return result }
    try database.execute("SAVEPOINT reversal")
    try beginOperation()
    try database.execute(
      "INSERT INTO reversal (operation, root, kind) VALUES (?, ?, ?)",
      [.init(operation), .init(reversal.root), .text(reversal.kind.rawValue)])
    try apply(plan.groups, reversal.kind, into: &result)
    result.changes = try registry.changes(of: operation)
    if result.changes.isEmpty { try forgetOperation(since: "reversal") }
    try database.execute("RELEASE reversal")
    return result
  }

  /// Writes group by group. What a rule forbids is tried again after the others, which may have been in its way.
  private func apply(
    _ groups: [[TouchedRow]], _ kind: ReversalKind, into result: inout ReversalResult
  ) throws(RegistryError) {
    var rest = groups
    while true {
      var refused: [(group: [TouchedRow], reason: String)] = []
      for group in rest {
        if let reason = try refusal(of: group, kind) {
          refused.append((group, reason))
        } else if kind == .undo {
          result.retired += group.filter(\.isAddedCode).compactMap(\.row.code)
        }
      }
      guard !refused.isEmpty, refused.count < rest.count else {
        for (group, reason) in refused {
          result.conflicts += group.map { ReversalConflict(row: $0.row, reason: reason, fields: []) }
        }
        return
      }
      rest = refused.map(\.group)
    }
  }

  /// Writes one group as a whole. Returns the rule that forbids it, with nothing written; nil when it is written.
  private func refusal(of group: [TouchedRow], _ kind: ReversalKind) throws(RegistryError) -> String? {
    let sequence = lastSequence
    try database.execute("SAVEPOINT reversed_rows")
    do {
      try restore(group, kind)
      try database.execute("RELEASE reversed_rows")
      return nil
    } catch {
      guard error.code.kind == .invalid || error.code.kind == .notFound else { throw error }
      try database.execute("ROLLBACK TO reversed_rows")
      try database.execute("RELEASE reversed_rows")
      lastSequence = sequence
      return error.message
    }
  }

  private func blankResult(_ reversal: Reversal) throws(RegistryError) -> ReversalResult {
    let row = try database.queryOne("SELECT actor, command FROM operation WHERE id = ?", [.init(reversal.root)])
    guard let row else { throw RegistryError(.corrupt, "The history lacks operation \(reversal.root).") }
    return ReversalResult(reversal: reversal, actor: try row.text(0), command: try row.text(1))
  }

  private func described(_ conflict: ReversalPlan.Conflict) throws(RegistryError) -> ReversalConflict {
    let row = conflict.row.row
    let reason: String
    switch conflict.reason {
    case .changedPastHistory: reason = "\(row) was changed by another program, without an entry in the history."
    case .changedSince(nil): reason = "\(row) has changed since."
    case .changedSince(let operation?):
      let actor = try registry.actor(of: operation) ?? "?"
      reason = "\(row) has changed since, in operation \(operation) by \(actor)."
    }
    return ReversalConflict(
      row: row, reason: reason,
      fields: conflict.row.fields.map {
        ReversalConflict.Field(name: $0.name, before: $0.before, after: $0.after, current: $0.current)
      })
  }
}
