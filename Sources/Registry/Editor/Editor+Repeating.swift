import RegistryCatalog

/// Detects repeated edits.
///
/// A client repeats an edit when its result was lost: the process was killed, or the connection failed, after COMMIT.
/// One rule distinguishes a repeated edit from a conflict with another user, for every kind of edit.
extension Editor {
  /// The result of comparing a row with the revision that an edit is based on.
  enum Precondition {
    /// The row is at the expected revision.
    case met
    /// This actor has already made the same edit, so there is nothing to do.
    case repeated
    /// Another edit has changed the row since.
    case conflict
  }

  /// Compares a row with the revision that an edit is based on.
  ///
  /// - Parameters:
  ///   - row: The row.
  ///   - base: The revision that the edit is based on; 0 for a row that did not exist, nil to accept every revision.
  ///   - current: The current revision of the row.
  ///   - changesNothing: Whether the row already contains the values of the edit.
  func compare(
    _ row: RegistryRow, base: Int?, current: Int, changesNothing: Bool
  ) throws(RegistryError) -> Precondition {
    guard let base, base != current else { return .met }
    guard changesNothing, try registry.previousRevision(of: row, before: current) == base,
      isOwn(try registry.actor(of: current))
    else { return .conflict }
    return .repeated
  }

  /// Returns whether a name is that of this actor.
  func isOwn(_ actor: String?) -> Bool { actor.map { ActorName.isSame($0, intent.actor) } ?? false }

  /// Returns whether this actor added the row in its current state, and nobody has changed it since.
  func isRepeatedAddition(_ row: RegistryRow, at current: Int, isSame: Bool) throws(RegistryError) -> Bool {
    try compare(row, base: 0, current: current, changesNothing: isSame) == .repeated
  }

  /// Requires that a row can be edited from a revision.
  ///
  /// - Returns: Whether the edit continues; false when it changes nothing.
  /// - Throws: `RegistryError.Code.changedSince` when the row is at another revision.
  func requireRevision(
    _ row: RegistryRow, base: Int?, current: Int, changesNothing: Bool
  ) throws(RegistryError) -> Bool {
    guard try compare(row, base: base, current: current, changesNothing: changesNothing) != .conflict else {
      let verb = base ?? 0 < current ? "has changed since" : "was never at"
      throw RegistryError(
        .changedSince, "\(row) \(verb) revision \(base ?? 0): it is at \(current).",
        .repeatFrom(revision: current, row: row))
    }
    return !changesNothing
  }

  /// Returns whether this actor made the last removal of the text, from revision `base` unless that is nil.
  func isRepeatedRemoval(of row: RegistryRow, base: Int?) throws(RegistryError) -> Bool {
    let removal = try registry.lastOperation(on: row)
    let base = if let base { base } else { try registry.previousRevision(of: row, before: removal) }
    return try compare(row, base: base, current: removal, changesNothing: true) == .repeated
  }
}
