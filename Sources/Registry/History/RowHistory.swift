import RegistryCatalog

/// Which operations made by hand are in force for one row, with every undo and redo taken into account.
struct RowHistory: Equatable {
  /// An operation that changed the row.
  struct Event {
    /// Its number.
    let operation: Int
    /// The operation made by hand that it is or reverses.
    let root: Int
    /// What it did to `root`; nil where it is `root`.
    let kind: ReversalKind?
  }

  /// The operations made by hand whose changes of the row are in force, in the order in which they came to be so.
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

  /// Whether this row is already as the reversal would leave it.
  func isDone(_ reversal: Reversal) -> Bool {
    let root = reversal.root
    return reversal.kind == .undo ? !inForce.contains(root) : inForce.contains(root)
  }

  /// Whether no operation made by hand came between the operation and the row as it is; one that was undone does not
  /// count.
  func isOpen(to reversal: Reversal) -> Bool {
    reversal.kind == .undo ? inForce.last == reversal.root : leftByUndo[reversal.root] == inForce
  }

  /// The newest operation in force other than `root`.
  func obstacle(to root: Int) -> Int? { inForce.last { $0 != root } }
}

extension RegistryReader {
  func rowHistory(of row: RegistryRow) throws(RegistryError) -> RowHistory {
    // Two literals, so that each has the index that was made for it.
    let found =
      if let code = row.code {
        try database.query(
          """
          SELECT DISTINCT change.operation, reversal.root, reversal.kind
          FROM change LEFT JOIN reversal ON reversal.operation = change.operation
          WHERE change.code = ?1 AND change.language IS ?2 AND change.entity = ?3 ORDER BY change.operation
          """, [.init(code), .init(row.language?.description), .text(row.entity)])
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

  /// Who wrote the text: the actor of the newest operation in force that changed the text itself. Nil for the seed's,
  /// which has no author.
  func author(of code: Int, _ language: LanguageTag) throws(RegistryError) -> String? {
    let inForce = try rowHistory(of: .translation(code, language)).inForce
    for operation in inForce.reversed() where operation > 1 {
      let actor = try database.text(
        """
        SELECT actor FROM operation WHERE id = ?1 AND EXISTS (
          SELECT 1 FROM change WHERE operation = ?1 AND code = ?2 AND language = ?3 AND field = 'text')
        """, [.init(operation), .init(code), .init(language)])
      if let actor { return actor }
    }
    return nil
  }
}
