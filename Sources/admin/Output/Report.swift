import Registry

/// Rows and their columns, from which the table, TSV, Markdown and JSON are all derived.
///
/// ```swift
/// try console.print(
///   Report(languages, [
///     Column("LANGUAGE", "tag") { .string($0.tag.description) },
///     Column("REQUIRED", "required") { .bool($0.isRequired) },
///   ]))
/// ```
struct Report<Row> {
  let columns: [Column<Row>]
  let rows: [Row]

  /// Creates a report of rows with the given columns.
  init(_ rows: [Row], _ columns: [Column<Row>]) {
    self.rows = rows
    self.columns = columns
  }

  /// A table of the columns that have a heading.
  var table: Table {
    let shown = columns.filter { $0.heading != nil }
    return Table(columns: shown.compactMap(\.heading), rows: rows.map { row in shown.map { $0.cell(row) } })
  }

  /// An array with one object for each row, made from the columns that have a key.
  var json: JSON { .array(rows.map { .object(members(of: $0)) }) }

  func members(of row: Row) -> [String: JSON] {
    Dictionary(columns.compactMap { column in column.key.map { ($0, column.value(row)) } }) { first, _ in first }
  }
}

/// One column of a report.
struct Column<Row>: Sendable {
  /// The heading in tables; nil when the value is shown only in JSON.
  let heading: String?
  /// The key in JSON; nil when the value is shown only in tables.
  let key: String?
  let value: @Sendable (Row) -> JSON
  /// Returns the cell in tables and TSV.
  let cell: @Sendable (Row) -> String?

  /// Creates a column from its parts.
  ///
  /// - Parameters:
  ///   - heading: The heading in tables; nil when the value is shown only in JSON.
  ///   - key: The key in JSON; nil when the value is shown only in tables.
  ///   - cell: Returns the cell; nil formats the value for people.
  ///   - value: Returns the value of a row.
  init(
    _ heading: String?, _ key: String?, cell: (@Sendable (Row) -> String?)? = nil,
    _ value: @escaping @Sendable (Row) -> JSON
  ) {
    self.heading = heading
    self.key = key
    self.value = value
    self.cell = cell ?? { value($0).cell }
  }
}

/// The facts about one thing, from which a table of names and values and a JSON object are derived.
struct Facts {
  /// The heading of the table.
  let title: [String]
  /// The values by name. The name is also the key in JSON.
  let values: [(name: String, value: JSON)]
  /// Additional members that are shown only in JSON.
  var besides: [String: JSON] = [:]
  /// Cells that differ from their values, by name.
  var cells: [String: String] = [:]

  var table: Table { Table(columns: title, rows: values.map { [$0.name, cells[$0.name] ?? $0.value.cell] }) }

  var json: JSON {
    .object(Dictionary(values.map { ($0.name, $0.value) }) { first, _ in first }.merging(besides) { _, new in new })
  }
}

extension FieldListed {
  /// The fields as JSON members, as every command prints them.
  var members: [String: JSON] {
    Dictionary(Self.fields.map { ($0.name, JSON($0.value(self), role: $0.role)) }) { first, _ in first }
  }
}

extension JSON {
  /// Creates the JSON value of a field. Truth values are booleans.
  init(_ value: FieldValue?, role: FieldRole?) {
    switch value {
    case .integer(let number) where role == .flag: self = .bool(number == 1)
    case .integer(let number): self = .integer(number)
    case .text(let text): self = .string(text)
    case nil: self = .null
    }
  }

  /// The value as a table cell: `yes` or `no` for a truth value, nil when there is no value. A list is separated by
  /// spaces.
  var cell: String? {
    switch self {
    case .null: nil
    case .bool(let flag): flag ? "yes" : "no"
    case .integer(let number): "\(number)"
    case .share(let share): "\((share * 1_000).rounded() / 1_000)"
    case .string(let text): text
    case .array(let values): values.isEmpty ? nil : values.map { $0.cell ?? "" }.joined(separator: " ")
    case .object: document
    }
  }
}
