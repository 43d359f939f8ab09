import RegistryCatalog

extension Editor {
  /// Undoes an operation: this actor's newest one in force, or the one with the given number.
  ///
  /// The operation need not be the newest one. Undoing an undo makes its operation again, and undoing a redo undoes
  /// that operation again. Rows that were changed by later operations are not touched and are returned as conflicts.
  /// When nothing remains to be done, nothing changes. A code that the operation added is retired, because numbers are
  /// never used again.
  ///
  /// ```swift
  /// let intent = OperationIntent(actor: "layla", command: "undo")
  /// let result = try store.edit(as: intent) { (editor) throws(RegistryError) in try editor.undo() }
  /// for conflict in result.value.conflicts { print(conflict.reason) }
  /// ```
  ///
  /// - Parameters:
  ///   - operation: The number of an operation; nil undoes the newest one in force that this actor made.
  ///   - revision: The revision of the registry that the caller has read; nil accepts every revision. When this actor
  ///     made the same undo right after that revision, nothing changes.
  /// - Returns: The changes and the conflicts of the undo.
  /// - Throws: `RegistryError.Code.nothingToReverse` when every operation of this actor is already undone, with
  ///   `Remedy.undoOperation` when there is one of somebody else;
  ///   `RegistryError.Code.operationNotFound` when there is no operation with this number;
  ///   `RegistryError.Code.ruleBroken` for operation 1, which created the registry; `RegistryError.Code.changedSince`
  ///   when the registry is at another revision.
  public func undo(
    _ operation: Int? = nil, ifRevision revision: Int? = nil
  ) throws(RegistryError) -> ReversalResult {
    let wanted = try operation.map { (id) throws(RegistryError) in try registry.reversal(undoing: id) }
    if let repeated = try repeatedReversal(.undo, of: wanted, ifRevision: revision) { return try reverse(repeated) }
    if let wanted { return try wanted.isLatest ? reverse(wanted.reversal) : blankResult(wanted.reversal) }
    // An operation without any row that can still be undone is skipped.
    var limit = self.operation
    while let candidate = try registry.newestNotUndone(before: limit, by: intent.actor) {
      var result = try reverse(Reversal(kind: .undo, root: candidate))
      if !result.conflicts.isEmpty { result.next = try registry.newestNotUndone(before: candidate, by: intent.actor) }
      if hasChanges || !result.conflicts.isEmpty { return result }
      limit = candidate
    }
    guard let other = try registry.newestNotUndone(before: self.operation, by: nil) else {
      throw RegistryError(.nothingToReverse, "There is nothing to undo: every operation is undone already.")
    }
    let made = try blankResult(Reversal(kind: .undo, root: other))
    throw RegistryError(
      .nothingToReverse,
      "There is nothing of \(intent.actor) to undo. The last operation is \(other), \(made.command) by \(made.actor).",
      .undoOperation(other))
  }

  /// Redoes the operation that was undone last.
  ///
  /// This is possible until the next operation that is not itself an undo or redo.
  ///
  /// - Parameter revision: The revision of the registry that the caller has read, as for ``undo(_:ifRevision:)``.
  /// - Returns: The changes and the conflicts of the redo.
  /// - Throws: `RegistryError.Code.nothingToReverse` when no operation is undone, or another operation was made since
  ///   the last undo; `RegistryError.Code.changedSince` when the registry is at another revision.
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

  /// Plans the reversal and writes it.
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

  /// Writes group by group. A group that a rule refuses is tried again after the other groups, which may remove the
  /// obstacle.
  private func apply(
    _ groups: [[TouchedRow]], _ kind: ReversalKind, into result: inout ReversalResult
  ) throws(RegistryError) {
    var rest = groups
    while true {
      var refused: [(group: [TouchedRow], error: RegistryError)] = []
      for group in rest {
        if let error = try refusal(of: group, kind) {
          refused.append((group, error))
        } else if kind == .undo {
          result.retired += group.filter(\.isAddedCode).compactMap(\.row.code)
        }
      }
      guard !refused.isEmpty, refused.count < rest.count else {
        for (group, error) in refused {
          result.conflicts += group.map {
            ReversalConflict(row: $0.row, cause: .refused(error), reason: error.message, fields: [])
          }
        }
        return
      }
      rest = refused.map(\.group)
    }
  }

  /// Writes one group completely or not at all. Returns the error of the rule that refuses it; nil when the group is
  /// written.
  private func refusal(of group: [TouchedRow], _ kind: ReversalKind) throws(RegistryError) -> RegistryError? {
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
      return error
    }
  }

  private func blankResult(_ reversal: Reversal) throws(RegistryError) -> ReversalResult {
    let row = try database.queryOne("SELECT actor, command FROM operation WHERE id = ?", [.init(reversal.root)])
    guard let row else { throw RegistryError(.corrupt, "The history lacks operation \(reversal.root).") }
    return ReversalResult(reversal: reversal, actor: try row.text(0), command: try row.text(1))
  }

  private func described(_ conflict: ReversalPlan.Conflict) throws(RegistryError) -> ReversalConflict {
    let row = conflict.row.row
    let cause: ReversalConflict.Cause
    let reason: String
    switch conflict.reason {
    case .changedPastHistory:
      (cause, reason) = (
        .changedPastHistory, "\(row) was changed by another program, without an entry in the history."
      )
    case .changedSince(nil): (cause, reason) = (.changedSince(operation: nil, actor: nil), "\(row) has changed since.")
    case .changedSince(let operation?):
      let actor = try registry.actor(of: operation)
      cause = .changedSince(operation: operation, actor: actor)
      reason = "\(row) has changed since, in operation \(operation) by \(actor ?? "?")."
    }
    return ReversalConflict(
      row: row, cause: cause, reason: reason,
      fields: conflict.row.fields.map {
        ReversalConflict.Field(name: $0.name, before: $0.before, after: $0.after, current: $0.current)
      })
  }
}
