import RegistryCatalog

extension Editor {
  /// What this actor did right after a revision, if that was the same undo or redo; nil when the registry is at the
  /// revision, or none is named.
  ///
  /// - Parameters:
  ///   - kind: what the edit would do.
  ///   - wanted: what it would do to which operation; nil for the newest one.
  ///   - revision: the revision of the registry that the caller saw.
  /// - Throws: `RegistryError.Code.changedSince` when the registry is at another revision for another reason.
  func repeatedReversal(
    _ kind: ReversalKind, of wanted: (reversal: Reversal, isLatest: Bool)?, ifRevision revision: Int?
  ) throws(RegistryError) -> Reversal? {
    let newest = operation - 1
    guard let revision, revision != newest else { return nil }
    if newest - 1 == revision, let done = try ownReversal(newest) {
      if let wanted {
        if done == wanted.reversal || !wanted.isLatest && done.root == wanted.reversal.root { return done }
      } else if done.kind == kind {
        // Without a number, it was the newest operation then.
        let newer = try registry.newestNotUndone(before: newest) ?? 0
        if kind == .redo || done.root >= newer { return done }
      }
    }
    throw RegistryError(
      .changedSince, "The registry has changed since revision \(revision): it is at \(newest).",
      .repeatFromRegistry(revision: newest))
  }

  /// The reversal that this actor made as an operation, through the same command; nil for anything else.
  private func ownReversal(_ id: Int) throws(RegistryError) -> Reversal? {
    let row = try database.queryOne(
      """
      SELECT reversal.kind, reversal.root FROM reversal JOIN operation ON operation.id = reversal.operation
      WHERE reversal.operation = ? AND operation.command = ? AND operation.actor = ?
      """, [.init(id), .text(intent.command), .text(intent.actor)])
    guard let row else { return nil }
    return Reversal(kind: try row.word(0, as: ReversalKind.self), root: try row.integer(1))
  }
}
