import RegistrySQLite
import Testing

/// Replays the complete history, change by change, and compares the result with the tables.
struct HistoryReplay {
  /// The values of both sides by `entity code category language term check_id field`. The revision of a row is also a
  /// field.
  private(set) var replayed: [String: SQLiteValue] = [:]
  private(set) var stored: [String: SQLiteValue] = [:]
  /// The changes whose `before` is not the value after the previous change.
  private(set) var broken: [String] = []
  /// The number of the operation that last changed each row.
  private var revisions: [String: SQLiteValue] = [:]

  init(_ registry: RegistryFixture) throws {
    let changes = try registry.values(
      """
      SELECT entity, code, category, language, term, check_id, field, before, after, operation FROM change
      ORDER BY operation, sequence
      """)
    var rows: [String: [String: SQLiteValue]] = [:]
    for start in stride(from: 0, to: changes.count, by: 10) {
      let change = Array(changes[start..<(start + 10)])
      let row = Self.row(change[0...5])
      let field = try #require(change[6].text)
      if rows[row]?[field] ?? .null != change[7] { broken.append("\(row) \(field) in \(change[9])") }
      rows[row, default: [:]][field] = change[8]
      if change[8] == .null { rows[row]?.removeValue(forKey: field) }
      if rows[row]?.isEmpty == true { rows[row] = nil }
      // The names of a category share its revision, and the renderings of a term that of the term.
      var owner = Array(change[0...5])
      if owner[0] == "category" || owner[0] == "term_rendering" { owner[3] = .null }
      if owner[0] == "term_rendering" { owner[0] = "term" }
      revisions[Self.row(owner)] = change[9]
    }
    for (row, fields) in rows { for (field, value) in fields { replayed["\(row) \(field)"] = value } }
    for (row, revision) in revisions where rows[row] != nil { replayed["\(row) revision"] = revision }
    try store(
      registry, "'language', NULL, NULL, tag, NULL, NULL", of: "language",
      [
        "english_name", "own_name", "direction", "fallback", "required", "position", "revision",
      ])
    try store(registry, "'category', NULL, key, NULL, NULL, NULL", of: "category", ["position", "revision"])
    try store(
      registry, "'category', NULL, category, NULL, NULL, NULL",
      of: "(SELECT category, group_concat(first || '-' || last, ' ') AS ranges FROM category_range GROUP BY category)",
      ["ranges"])
    try store(registry, "'category', NULL, category, language, NULL, NULL", of: "category_name", ["name"])
    try store(
      registry, "'status_code', code, NULL, NULL, NULL, NULL", of: "status_code",
      [
        "symbol", "category", "state", "replaced_by", "http_status", "retryable", "description", "revision",
      ])
    try store(
      registry, "'translation', code, NULL, language, NULL, NULL", of: "translation",
      [
        "text", "state", "meaning_revision", "source_revision", "source_major_revision", "revision",
      ])
    try store(registry, "'term', NULL, NULL, NULL, source, NULL", of: "term", ["source", "note", "revision"])
    try store(
      registry, "'term_rendering', NULL, NULL, language, term, NULL", of: "term_rendering",
      ["text", "other_forms", "synonyms", "forbidden"])
    try store(
      registry, "'silence', code, NULL, language, NULL, check_id", of: "silence", ["text", "reason", "revision"])
  }

  private mutating func store(
    _ registry: RegistryFixture, _ key: String, of table: String, _ fields: [String]
  ) throws {
    let width = 6 + fields.count
    let values = try registry.values("SELECT \(key), \(fields.joined(separator: ", ")) FROM \(table)")
    for start in stride(from: 0, to: values.count, by: width) {
      for (offset, field) in fields.enumerated() where values[start + 6 + offset] != .null {
        stored["\(Self.row(values[start..<(start + 6)])) \(field)"] = values[start + 6 + offset]
      }
    }
  }

  private static func row(_ values: some Sequence<SQLiteValue>) -> String {
    values.map { value in
      switch value {
      case .text(let text): text
      case .integer(let number): "\(number)"
      default: "-"
      }
    }.joined(separator: " ")
  }

  /// Fails the test when the history does not contain every value.
  func verify(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(broken == [], sourceLocation: sourceLocation)
    let keys = Set(replayed.keys).union(stored.keys)
    let differing = keys.filter { replayed[$0] != stored[$0] }.sorted()
    #expect(differing == [], "the history does not give what is stored", sourceLocation: sourceLocation)
    #expect(stored.count > 10, sourceLocation: sourceLocation)
  }
}
