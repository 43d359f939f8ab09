import RegistryCatalog

/// A row that an operation changed.
struct TouchedRow: Equatable {
  /// A field that the operation changed.
  struct Field: Equatable {
    let name: String
    /// The value before the operation; nil when there was none.
    let before: FieldValue?
    /// The value after the operation; nil when there was none.
    var after: FieldValue?
    /// The current value; nil when there is none.
    var current: FieldValue?

    /// Returns the value of the field after an undo or redo.
    func target(_ kind: ReversalKind) -> FieldValue? { kind == .undo ? before : after }
  }

  let row: RegistryRow
  var fields: [Field]
  /// The history of the row.
  let history: RowHistory
  /// For a category or term that the operation added: a later operation in force that set one of its names or
  /// renderings.
  var laterPart: Int?
  /// For a category that the operation added: whether it has codes, which are never removed.
  var holdsCodes = false

  /// Whether the operation added this code. A number is never used again, so undoing the addition retires the code.
  var isAddedCode: Bool {
    guard case .statusCode = row else { return false }
    return fields.contains { $0.name == "symbol" && $0.before == nil }
  }

  /// Whether the operation added this category or term.
  var isAddedWhole: Bool {
    isWhole && fields.contains { $0.name == row.requiredField && $0.before == nil }
  }

  /// Whether the operation added or removed this category or term. Its names or renderings, which are rows of their
  /// own, come and go with it.
  var isWhole: Bool {
    switch row {
    case .category, .term:
      fields.contains { $0.name == row.requiredField && ($0.before == nil || $0.after == nil) }
    default: false
    }
  }

  /// Returns `values` with the values of the row after the reversal.
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

  /// Returns whether the reversal removes the row, by clearing a field that every row of its kind has.
  func isRemoved(by kind: ReversalKind) -> Bool {
    guard !isAddedCode else { return false }
    return fields.contains { $0.name == row.requiredField && $0.target(kind) == nil }
  }
}

extension RegistryRow {
  /// The name of a field that every row of this kind has.
  fileprivate var requiredField: String {
    switch self {
    case .language: "english_name"
    case .category: "position"
    case .categoryName: "name"
    case .statusCode: "symbol"
    case .term: "source"
    case .translation, .termRendering, .silence: "text"
    }
  }

  /// The category or term that the row is or belongs to; nil for another row.
  var owner: RegistryRow? {
    switch self {
    case .category(let key), .categoryName(let key, _): .category(key)
    case .term(let source), .termRendering(let source, _): .term(source)
    default: nil
    }
  }

  /// Returns the row of the name of a category, or of the rendering of a term, in a language; nil for another row.
  func part(in language: LanguageTag) -> RegistryRow? {
    switch self {
    case .category(let key): .categoryName(key, language)
    case .term(let source): .termRendering(source, language)
    default: nil
    }
  }
}
