import Registry

/// The columns of a file whose first row names them.
struct HeaderColumns: Sendable {
  /// The number of the line with the names.
  let line: Int
  /// The index of each column by its name.
  private let indices: [String: Int]
  /// The number of columns; empty ones at the end are not counted.
  private let count: Int

  /// Reads the names. Upper and lower case are the same, and so are a space, `-` and `_`.
  ///
  /// - Throws: `RegistryError` with the code `invalidValue` when a name is not among the known ones or is there twice,
  ///   or a required name is not there.
  init(_ row: DelimitedFile.Row, known: [String], required: [String]) throws(RegistryError) {
    let names = Self.names(of: row)
    let rule = Remedy.follow(rule: "The columns are \(known.joined(separator: ", ")).")
    var indices: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      guard known.contains(name) else {
        let shown = name.isEmpty ? "Column \(index + 1) has no name." : "'\(name)' is not a column."
        throw RegistryError(.invalidValue, "Line \(row.line): \(shown)", rule)
      }
      guard indices.updateValue(index, forKey: name) == nil else {
        throw RegistryError(.invalidValue, "Line \(row.line): The column '\(name)' is there twice.", rule)
      }
    }
    let missing = required.filter { indices[$0] == nil }
    guard missing.isEmpty else {
      throw RegistryError(
        .invalidValue, "Line \(row.line): The header lacks \(missing.joined(separator: ", ")).", rule)
    }
    (line, self.indices, count) = (row.line, indices, names.count)
  }

  /// Returns the names in a row, without the empty cells at its end.
  static func names(of row: DelimitedFile.Row) -> [String] {
    let names = row.cells.map { cell in
      String(cell.trimmed.map { $0 == " " || $0 == "-" ? "_" : $0 }).lowercased()
    }
    return Array(names.prefix((names.lastIndex { !$0.isEmpty } ?? -1) + 1))
  }

  /// Whether the file has a column.
  func has(_ name: String) -> Bool { indices[name] != nil }

  /// Requires that a row has no text outside the columns.
  func requireFit(of row: DelimitedFile.Row) throws(RegistryError) {
    guard let extra = row.cells.dropFirst(count).first(where: { !$0.isEmpty }) else { return }
    throw RegistryError(
      .invalidValue, "The line has '\(extra)' after its last column.",
      .follow(rule: "Put a cell that holds the separator between quotation marks."))
  }

  /// Returns the cell of a column as it is; empty when the file or the row has no such cell.
  func text(_ name: String, in row: DelimitedFile.Row) -> String {
    guard let index = indices[name], index < row.cells.count else { return "" }
    return row.cells[index]
  }

  /// Returns the cell of a column without spaces around it; nil when it is empty.
  func word(_ name: String, in row: DelimitedFile.Row) -> String? {
    let word = text(name, in: row).trimmed
    return word.isEmpty ? nil : word
  }
}

extension String {
  /// The text without white space at its start and end.
  fileprivate var trimmed: String {
    let rest = drop(while: \.isWhitespace)
    return String(rest.prefix(rest.count - rest.reversed().prefix(while: \.isWhitespace).count))
  }
}
