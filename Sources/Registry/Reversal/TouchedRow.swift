import RegistryCatalog

/// A row that an operation changed.
struct TouchedRow: Equatable {
  /// A field that the operation changed.
  struct Field: Equatable {
    let name: String
    /// The value that the operation found; nil for none.
    let before: FieldValue?
    /// The value that the operation left; nil for none.
    var after: FieldValue?
    /// The value now; nil for none.
    var current: FieldValue?

    /// The value that undoing or redoing the operation gives the field.
    func target(_ kind: ReversalKind) -> FieldValue? { kind == .undo ? before : after }
  }

  let row: RegistryRow
  var fields: [Field]
  /// Everything that was done to the row.
  let history: RowHistory
  /// For a category that the operation added: an operation in force that gave it a name since.
  var laterName: Int?
  /// For a category that the operation added: whether it holds codes, which are never removed.
  var holdsCodes = false

  /// Whether the operation added this code. A number is never used again, so undoing that retires the code.
  var isAddedCode: Bool {
    guard case .statusCode = row else { return false }
    return fields.contains { $0.name == "symbol" && $0.before == nil }
  }

  /// Whether the operation added or removed this category.
  var isWholeCategory: Bool {
    guard case .category = row else { return false }
    return fields.contains { $0.name == "position" && ($0.before == nil || $0.after == nil) }
  }

  /// The values of the row after the reversal, whose other fields are those of `values`.
  func target(_ kind: ReversalKind, in values: FieldValues) -> FieldValues {
    var values = values
    if isAddedCode {
      let state = fields.first { $0.name == "state" }?.after
      values["state"] = kind == .undo ? .text("retired") : state ?? .text("active")
      return values
    }
    for field in fields { values[field.name] = field.target(kind) }
    return values
  }

  /// Whether the reversal removes the row: it clears a field that every row of the kind has.
  func isRemoved(by kind: ReversalKind) -> Bool {
    let required =
      switch row {
      case .language: "english_name"
      case .category: "position"
      case .categoryName: "name"
      case .translation: "text"
      case .statusCode: "symbol"
      }
    guard !isAddedCode else { return false }
    return fields.contains { $0.name == required && $0.target(kind) == nil }
  }
}
