import RegistryCatalog
import RegistrySQLite
import Testing

extension SnapshotFixture.Release {
  /// The content as values, which SQLite reads from the tables.
  func snapshot() throws -> Snapshot {
    let connection = try Connection(path: path.bytes, access: .readOnly)
    func rows<Row>(_ sql: String, _ make: (Statement) throws -> Row) throws -> [Row] {
      let statement = try connection.statement(sql)
      var rows: [Row] = []
      while try statement.step() { rows.append(try make(statement)) }
      return rows
    }
    var ranges: [String: [ClosedRange<Int>]] = [:]
    for (key, range) in try rows(
      "SELECT category, first, last FROM category_range ORDER BY first",
      { (try $0.text(0), try $0.integer(1)...$0.integer(2)) }
    ) {
      ranges[key, default: []].append(range)
    }
    var names: [String: [LanguageTag: String]] = [:]
    for (key, tag, name) in try rows(
      "SELECT category, language, name FROM category_name", { (try $0.text(0), try $0.tag(1), try $0.text(2)) })
    {
      names[key, default: [:]][tag] = name
    }
    let revision = try rows("SELECT value FROM registry_info WHERE key = 'revision'") { try $0.text(0) }
    return Snapshot(
      revision: try #require(Int(revision.joined())),
      languages: try rows(
        "SELECT tag, english_name, own_name, direction, fallback, required, position FROM language"
      ) { row in
        Language(
          tag: try row.tag(0), englishName: try row.text(1), ownName: try row.text(2),
          direction: try #require(Direction(rawValue: try row.text(3))),
          fallback: row.isNull(4) ? nil : try row.tag(4), isRequired: try row.integer(5) == 1,
          position: try row.integer(6))
      },
      categories: try rows("SELECT key, position FROM category") { row in
        let key = try row.text(0)
        return StatusCategory(
          key: key, position: try row.integer(1), ranges: ranges[key] ?? [], names: names[key] ?? [:])
      },
      codes: try rows(
        "SELECT code, symbol, category, state, replaced_by, http_status, retryable, description FROM status_code"
      ) { row in
        StatusCode(
          number: try row.integer(0), symbol: try row.text(1), category: try row.text(2),
          state: try #require(StatusCode.State(rawValue: try row.text(3))), replacedBy: try row.optionalInteger(4),
          httpStatus: try row.optionalInteger(5), isRetryable: try row.optionalInteger(6).map { $0 == 1 },
          description: row.isNull(7) ? nil : try row.text(7))
      },
      messages: try rows("SELECT code, language, text FROM message ORDER BY language, code") { row in
        Snapshot.Message(code: try row.integer(0), language: try row.tag(1), text: try row.text(2))
      })
  }
}

extension Statement {
  fileprivate func tag(_ column: Int) throws -> LanguageTag { try #require(LanguageTag(try text(column))) }
}
