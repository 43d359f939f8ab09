import RegistryCatalog

extension Editor {
  /// Returns the reversal that this actor made right after a revision if it is the same as the requested one; nil when
  /// the registry is still at the revision, or no revision is given.
  ///
  /// - Parameters:
  ///   - kind: Whether the edit would undo or redo an operation.
  ///   - wanted: The reversal that the edit would make, and whether it applies to the latest reversal of its operation;
  ///     nil when the caller passed no number.
  ///   - revision: The revision of the registry that the caller has read.
  /// - Throws: `RegistryError.Code.changedSince` when the registry is at another revision for any other reason.
  func repeatedReversal(
    _ kind: ReversalKind, of wanted: (reversal: Reversal, isLatest: Bool)?, ifRevision revision: Int?
  ) throws(RegistryError) -> Reversal? {
    let newest = operation - 1
    guard let revision, revision != newest else { return nil }
    if newest - 1 == revision, let done = try ownReversal(newest) {
      if let wanted {
        if done == wanted.reversal || !wanted.isLatest && done.root == wanted.reversal.root { return done }
      } else if done.kind == kind {
        // Without a number, the operation was the newest one at that time.
        let newer = try registry.newestNotUndone(before: newest, by: intent.actor) ?? 0
        if kind == .redo || done.root >= newer { return done }
      }
    }
    throw RegistryError(
      .changedSince, "The registry has changed since revision \(revision): it is at \(newest).",
      .repeatFromRegistry(revision: newest))
  }

  /// Returns the reversal that this actor made in an operation through the same command; nil for any other operation.
  private func ownReversal(_ id: Int) throws(RegistryError) -> Reversal? {
    let row = try database.queryOne(
      """
      SELECT reversal.kind, reversal.root FROM reversal JOIN operation ON operation.id = reversal.operation
      WHERE reversal.operation = ? AND operation.command = ? AND operation.actor = ? COLLATE NOCASE
      """, [.init(id), .text(intent.command), .text(intent.actor)])
    guard let row else { return nil }
    return Reversal(kind: try row.word(0, as: ReversalKind.self), root: try row.integer(1))
  }
}
