import RegistryCatalog

/// An edit may be repeated because its answer was lost: the process was killed, or the connection broke, after COMMIT.
/// One rule tells that from a conflict with somebody else, for every kind of edit.
extension Editor {
  /// What an edit finds when it compares the row with the revision that it was made from.
  enum Precondition {
    /// The row is as the edit expects it: go on.
    case met
    /// This actor has made the very same edit already: there is nothing to do.
    case repeated
    /// Somebody has changed the row since.
    case conflict
  }

  /// Compares a row with what an edit was made from.
  ///
  /// - Parameters:
  ///   - row: the row.
  ///   - base: the revision that the edit was made from; 0 for a row that did not exist, nil to accept any.
  ///   - current: the revision that the row is at.
  ///   - changesNothing: whether the row holds already what the edit would write.
  func compare(
    _ row: RegistryRow, base: Int?, current: Int, changesNothing: Bool
  ) throws(RegistryError) -> Precondition {
    guard let base, base != current else { return .met }
    guard changesNothing, try registry.previousRevision(of: row, before: current) == base,
      try registry.actor(of: current) == intent.actor
    else { return .conflict }
    return .repeated
  }

  /// Whether this actor added the row as it is now, and nobody has changed it since.
  func isRepeatedAddition(_ row: RegistryRow, at current: Int, isSame: Bool) throws(RegistryError) -> Bool {
    try compare(row, base: 0, current: current, changesNothing: isSame) == .repeated
  }

  /// Requires that a row can be edited from a revision.
  ///
  /// - Returns: whether the edit goes on; false when it changes nothing.
  /// - Throws: `RegistryError.Code.changedSince` when the row is at another revision.
  func requireRevision(
    _ row: RegistryRow, base: Int?, current: Int, changesNothing: Bool
  ) throws(RegistryError) -> Bool {
    guard try compare(row, base: base, current: current, changesNothing: changesNothing) != .conflict else {
      throw RegistryError(
        .changedSince, "\(row) has changed since revision \(base ?? 0): it is at \(current).",
        .repeatFrom(revision: current, row: row))
    }
    return !changesNothing
  }

  /// Whether this actor removed the text last, from revision `base` if that is not nil.
  func isRepeatedRemoval(of row: RegistryRow, base: Int?) throws(RegistryError) -> Bool {
    let removal = try registry.lastOperation(on: row)
    let base = if let base { base } else { try registry.previousRevision(of: row, before: removal) }
    return try compare(row, base: base, current: removal, changesNothing: true) == .repeated
  }
}
