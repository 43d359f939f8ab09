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
  private var sequence = 0

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

  /// What a change is about; the columns of `change` that name it.
  enum Subject {
    case language(LanguageTag)
    case category(String)
    case categoryName(String, LanguageTag)
    case statusCode(Int)
    case translation(Int, LanguageTag)

    var columns: [SQLiteValue] {
      switch self {
      case .language(let tag): ["language", nil, nil, .text(tag.description)]
      case .category(let key): ["category", nil, .text(key), nil]
      case .categoryName(let key, let tag): ["category", nil, .text(key), .text(tag.description)]
      case .statusCode(let code): ["status_code", .init(code), nil, nil]
      case .translation(let code, let tag): ["translation", .init(code), nil, .text(tag.description)]
      }
    }
  }

  typealias Fields = [(name: String, value: SQLiteValue)]

  /// Appends the fields that differ to the history. A row that did not exist, or no longer does, has no fields.
  func record(_ subject: Subject, from before: Fields, to after: Fields) throws(RegistryError) {
    let old = Dictionary(before.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    let new = Dictionary(after.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    for name in (before.isEmpty ? after : before).map(\.name) {
      let (was, becomes) = (old[name] ?? .null, new[name] ?? .null)
      guard was != becomes else { continue }
      sequence += 1
      try connection.change(
        """
        INSERT INTO change (operation, sequence, entity, code, category, language, field, before, after)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [.init(operation), .init(sequence)] + subject.columns + [.text(name), was, becomes])
    }
  }
}
