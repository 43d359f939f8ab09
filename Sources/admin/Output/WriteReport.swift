import Registry

/// The result of a write, from which a sentence, a TSV row and a JSON object are derived.
struct WriteReport {
  /// One value of the report.
  struct Value {
    /// The key in JSON; nil when the value is only a cell of the row.
    let name: String?
    let value: JSON
    /// Whether the value is a cell of the TSV row. The cells are in the order of the values.
    let isCell: Bool
  }

  let sentence: String
  let values: [Value]

  /// The last cell of each line of TSV in a dry run.
  static let dryRunMark = "dry-run"

  /// The cells of the TSV row. In a dry run it ends with ``dryRunMark``.
  var row: [String?] {
    let cells = values.filter(\.isCell).map { value -> String? in
      if case .bool(let flag) = value.value { return "\(flag)" }
      return value.value.cell
    }
    return isDryRun ? cells + [Self.dryRunMark] : cells
  }

  private var isDryRun: Bool {
    values.contains { value in
      if case .bool(true) = value.value { return value.name == "dry_run" }
      return false
    }
  }

  var json: JSON {
    .object(Dictionary(values.compactMap { value in value.name.map { ($0, value.value) } }) { first, _ in first })
  }
}

extension WriteReport.Value {
  /// Returns a cell of the TSV row, which is also a JSON member when it has a name.
  static func cell(_ name: String?, _ value: JSON) -> Self { Self(name: name, value: value, isCell: true) }

  /// Returns a value that is shown only in JSON.
  static func member(_ name: String, _ value: JSON) -> Self { Self(name: name, value: value, isCell: false) }
}

extension WriteReport {
  /// Creates the report of a row that was written.
  ///
  /// - Parameters:
  ///   - result: The result of the edit.
  ///   - sentence: The sentence for people.
  ///   - cells: The cells of the TSV row, before the cell that states whether anything was changed.
  ///   - row: The JSON members of the row.
  ///   - isDryRun: Whether the edit was a dry run.
  init<Value>(
    _ result: EditResult<Value>, sentence: String, cells: [WriteReport.Value], row: [String: JSON], isDryRun: Bool
  ) {
    let names = Set(cells.compactMap(\.name))
    let rest = row.filter { !names.contains($0.key) }.map { WriteReport.Value.member($0.key, $0.value) }
    self.init(
      sentence: sentence,
      values: cells + [.cell("changed", .bool(result.isChanged))] + rest + [
        .member("operation", .init(result.operation)), .member("dry_run", .bool(isDryRun)),
      ])
  }
}

extension EditResult {
  /// Returns the sentence for people that describes the result.
  func sentence(_ subject: String, verb: String, isDryRun: Bool) -> String {
    if !isChanged { return "\(subject) was already so; nothing was changed." }
    if isDryRun { return "\(subject) would be \(verb); nothing was changed." }
    return "\(subject) is \(verb)" + (operation.map { " (operation \($0))." } ?? ".")
  }
}

extension WriteReport {
  /// Creates the report of the lines of a file that were added.
  ///
  /// - Parameters:
  ///   - result: The result of the edit.
  ///   - noun: What a line adds.
  ///   - lines: The number of lines.
  ///   - isDryRun: Whether the edit was a dry run.
  ///   - done: What was done with a line that changed something.
  init(
    _ result: EditResult<LineCounts>, of noun: String, lines: Int, isDryRun: Bool, verb done: String = "added"
  ) {
    let counts = result.value
    let verb = isDryRun ? "would be \(done)" : done + (result.operation.map { " (operation \($0))" } ?? "")
    self.init(
      sentence: "\(counted(counts.changed, noun)) \(verb), \(counts.unchanged) already so.",
      values: [
        .cell("operation", .init(result.operation)), .cell("added", .integer(counts.changed)),
        .cell("unchanged", .integer(counts.unchanged)), .member("changed", .bool(result.isChanged)),
        .member("dry_run", .bool(isDryRun)), .member("lines", .integer(lines)),
      ])
  }
}
