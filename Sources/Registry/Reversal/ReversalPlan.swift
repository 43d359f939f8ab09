import RegistryCatalog

/// The plan of an undo or redo. It is computed from values alone: the rows that the operation changed, their history
/// and their current values.
struct ReversalPlan: Equatable {
  /// A row that is not touched.
  struct Conflict: Equatable {
    enum Reason: Equatable {
      /// A later operation changed the row; its number if it is known.
      case changedSince(operation: Int?)
      /// The row contains a value that no operation wrote.
      case changedPastHistory
    }

    let row: TouchedRow
    let reason: Reason
  }

  /// The groups of rows to write. A group, such as a category with its names or a term with its renderings, is written
  /// completely or not at all.
  private(set) var groups: [[TouchedRow]] = []
  /// The rows that are not touched.
  private(set) var conflicts: [Conflict] = []
  /// The keys of added categories that are kept because they have codes.
  private(set) var kept: [String] = []

  /// Plans a reversal.
  ///
  /// - Parameters:
  ///   - reversal: The undo or redo.
  ///   - rows: The rows that the operation changed. Rows that refer to other rows come first.
  ///   - source: The source language, whose text is kept with an added code.
  init(_ reversal: Reversal, of rows: [TouchedRow], source: LanguageTag?) {
    let groups = Self.groups(of: rows, source: source)
    // Rows that refer to other rows are removed first and restored last.
    for group in reversal.kind == .undo ? groups : groups.reversed() {
      let work = group.filter { !$0.history.isDone(reversal) }
      if reversal.kind == .undo, let category = work.first(where: { $0.isWhole && $0.holdsCodes }) {
        kept.append(category.row.category ?? "")
        continue
      }
      let found = work.compactMap { Self.conflict(over: $0, reversal) }
      conflicts += found
      if found.isEmpty, !work.isEmpty { self.groups.append(work) }
    }
  }

  private static func groups(of rows: [TouchedRow], source: LanguageTag?) -> [[TouchedRow]] {
    // The source text came with the code, and stays with it.
    let added = Set(rows.filter(\.isAddedCode).compactMap(\.row.code))
    let rows = rows.filter { touched in
      guard case .translation(let code, let tag) = touched.row else { return true }
      return !(tag == source && added.contains(code) && touched.fields.contains { $0.before == nil })
    }
    // A category that is added or removed is so with its names, and a term with its renderings; otherwise each row is a
    // group of its own.
    let whole = Set(rows.filter(\.isWhole).compactMap(\.row.owner))
    var groups: [[TouchedRow]] = []
    for row in rows {
      if let owner = row.row.owner, whole.contains(owner), groups.last?.first?.row.owner == owner {
        groups[groups.count - 1].append(row)
      } else {
        groups.append([row])
      }
    }
    return groups
  }

  private static func conflict(over touched: TouchedRow, _ reversal: Reversal) -> Conflict? {
    guard touched.history.isOpen(to: reversal) else {
      return Conflict(row: touched, reason: .changedSince(operation: touched.history.obstacle(to: reversal.root)))
    }
    if reversal.kind == .undo, let later = touched.laterPart {
      return Conflict(row: touched, reason: .changedSince(operation: later))
    }
    // The state of a code may have changed since it was added; undoing the addition only retires the code.
    let isAsLeft = touched.fields.allSatisfy { $0.current == (reversal.kind == .undo ? $0.after : $0.before) }
    return isAsLeft || touched.isAddedCode ? nil : Conflict(row: touched, reason: .changedPastHistory)
  }
}
