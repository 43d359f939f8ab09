import RegistrySQLite

/// The edits of one operation. It lives inside `RegistryStore.edit` and is of no use after it.
///
/// Every method compares before it writes, records each changed field with its value before and after, and throws
/// before anything of its own is written.
public final class Editor {
  let connection: Connection
  let intent: OperationIntent
  /// The number that the operation takes if it changes anything.
  let operation: Int
  private(set) var hasChanges = false
  /// The sequence of the last change; set back where changes are rolled back to a savepoint.
  var historyMark = 0

  init(_ connection: Connection, as intent: OperationIntent) throws(RegistryError) {
    try TextRules.line(intent.actor, name: "The actor", limit: 200)
    if let note = intent.note { try TextRules.line(note, name: "The note", limit: 1_000) }
    self.connection = connection
    self.intent = intent
    operation = try connection.integer("SELECT coalesce(max(id), 0) + 1 FROM operation")
  }

  /// Writes the operation itself, which the rows that it changes refer to; the first change calls it.
  func beginOperation() throws(RegistryError) {
    guard !hasChanges else { return }
    try connection.change(
      "INSERT INTO operation (id, at, actor, command, note) VALUES (?, ?, ?, ?, ?)",
      [
        .init(operation), .text(Timestamp.now.description), .text(intent.actor), .text(intent.command),
        .init(intent.note),
      ])
    hasChanges = true
  }

  /// Rolls back to the savepoint, before which the operation had not begun.
  func forgetOperation(since savepoint: String) throws(RegistryError) {
    try connection.change("ROLLBACK TO \(savepoint)")
    hasChanges = false
    historyMark = 0
  }

  typealias Fields = [(name: String, value: SQLiteValue)]

  /// Whether two rows of the same fields hold the same values, to the byte.
  static func areEqual(_ left: Fields, _ right: Fields) -> Bool {
    left.elementsEqual(right) { $0.name == $1.name && $0.value == $1.value }
  }

  /// Appends the fields that differ to the history. Both have the same fields in the same order; a row that did not
  /// exist, or no longer does, has none.
  func record(_ row: RegistryRow, from before: Fields, to after: Fields) throws(RegistryError) {
    for (index, field) in (before.isEmpty ? after : before).enumerated() {
      let was = before.isEmpty ? .null : before[index].value
      let becomes = after.isEmpty ? .null : after[index].value
      guard was != becomes else { continue }
      historyMark += 1
      try connection.change(
        """
        INSERT INTO change (operation, sequence, entity, code, category, language, field, before, after)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [.init(operation), .init(historyMark)] + row.columns + [.text(field.name), was, becomes])
    }
  }

  /// A place in a list: the next one must be there too.
  func checkPosition(_ position: Int) throws(RegistryError) {
    guard (0...1_000_000).contains(position) else {
      throw RegistryError(.invalidValue, "The position \(position) is not between 0 and 1000000.")
    }
  }

  /// The compare-and-set itself: the row must still be the one that was read.
  func compared(_ changedRows: Int) throws(RegistryError) {
    guard changedRows == 1 else {
      throw RegistryError(.changedSince, "The row has changed while it was being written.", hint: "Try again.")
    }
  }

  /// Refuses an edit that was made from another revision than the row's, unless it is `isRepeated`: it changes nothing,
  /// and this actor took the row from that revision to the current one, so the answer to a first try was lost.
  func checkRevision(
    _ row: RegistryRow, from base: Int?, at current: Int, isRepeated: Bool, remedy: String
  ) throws(RegistryError) {
    guard let base, base != current else { return }
    if isRepeated, try wasRepeated(row, from: base, at: current) { return }
    throw RegistryError(
      .changedSince, "\(row) has changed since revision \(base): it is at \(current).",
      hint: "Look at it with '\(remedy)', then repeat with --if-revision \(current).")
  }

  /// Whether the row went straight from `base` to `current` by this actor.
  func wasRepeated(_ row: RegistryRow, from base: Int, at current: Int) throws(RegistryError) -> Bool {
    let previous = try connection.previousRevision(of: row, before: current)
    let actor = try connection.texts("SELECT actor FROM operation WHERE id = ?", [.init(current)]).first
    return previous == base && actor == intent.actor
  }
}

extension Connection {
  /// The revision at which the row was before an operation; 0 where it did not exist.
  func previousRevision(of row: RegistryRow, before operation: Int) throws(RegistryError) -> Int {
    // A text is never NULL but where its row was removed.
    try integer(
      """
      SELECT coalesce((
        SELECT CASE WHEN entity = 'translation' AND field = 'text' AND after IS NULL THEN 0 ELSE operation END FROM change
        WHERE entity = ?1 AND code IS ?2 AND category IS ?3 AND (?4 IS NULL OR language = ?4) AND operation < ?5
        ORDER BY operation DESC, sequence LIMIT 1), 0)
      """, row.columns + [.init(operation)])
  }
}

extension RegistryRow {
  /// The columns of `change` that name the row.
  var columns: [SQLiteValue] {
    [.text(entity), .init(code), .init(category), .init(language?.description)]
  }
}
