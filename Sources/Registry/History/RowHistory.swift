import RegistryCatalog

/// The operations that are in force for one row, after all undos and redos. Undos and redos themselves are not
/// included.
struct RowHistory: Equatable {
  /// An operation that changed the row.
  struct Event {
    /// The number of the operation.
    let operation: Int
    /// The operation that it undoes or redoes; its own number for any other operation.
    let root: Int
    /// Whether it undoes or redoes `root`; nil when it is `root`.
    let kind: ReversalKind?
  }

  /// The operations whose changes of the row are in force, in the order in which they took effect.
  private(set) var inForce: [Int] = []
  /// For each undone operation, the operations in force right after its undo.
  private var leftByUndo: [Int: [Int]] = [:]

  init(_ events: [Event]) {
    for event in events {
      switch event.kind {
      case nil: inForce.append(event.root)
      case .undo:
        inForce.removeAll { $0 == event.root }
        leftByUndo[event.root] = inForce
      case .redo:
        inForce.append(event.root)
        leftByUndo[event.root] = nil
      }
    }
  }

  /// Returns whether the row is already in the state after the reversal.
  func isDone(_ reversal: Reversal) -> Bool {
    let root = reversal.root
    return reversal.kind == .undo ? !inForce.contains(root) : inForce.contains(root)
  }

  /// Returns whether no other operation in force changed the row after the operation that is to be undone or redone.
  func isOpen(to reversal: Reversal) -> Bool {
    reversal.kind == .undo ? inForce.last == reversal.root : leftByUndo[reversal.root] == inForce
  }

  /// Returns the newest operation in force other than `root`; nil when there is none.
  func obstacle(to root: Int) -> Int? { inForce.last { $0 != root } }
}

extension RegistryReader {
  func rowHistory(of row: RegistryRow) throws(RegistryError) -> RowHistory {
    // Separate queries, so that each uses its own index.
    let found =
      if let term = row.term {
        try database.query(
          """
          SELECT DISTINCT change.operation, reversal.root, reversal.kind
          FROM change LEFT JOIN reversal ON reversal.operation = change.operation
          WHERE change.term = ?1 AND change.language IS ?2 ORDER BY change.operation
          """, [.text(term), .init(row.language?.description)])
      } else if let code = row.code {
        try database.query(
          """
          SELECT DISTINCT change.operation, reversal.root, reversal.kind
          FROM change LEFT JOIN reversal ON reversal.operation = change.operation
          WHERE change.code = ?1 AND change.language IS ?2 AND change.entity = ?3 AND change.check_id IS ?4
          ORDER BY change.operation
          """, [.init(code), .init(row.language?.description), .text(row.entity), .init(row.check)])
      } else {
        try database.query(
          """
          SELECT DISTINCT change.operation, reversal.root, reversal.kind
          FROM change LEFT JOIN reversal ON reversal.operation = change.operation
          WHERE change.code IS NULL AND change.entity = ?1 AND change.category IS ?2 AND change.language IS ?3
          ORDER BY change.operation
          """, [.text(row.entity), .init(row.category), .init(row.language?.description)])
      }
    var events: [RowHistory.Event] = []
    while try found.next() {
      let operation = try found.integer(0)
      events.append(
        RowHistory.Event(
          operation: operation, root: try found.optionalInteger(1) ?? operation,
          kind: try found.optionalWord(2, as: ReversalKind.self)))
    }
    return RowHistory(events)
  }
}
