import Registry

/// A file of separated values whose first row names its columns.
struct DelimitedTable: Sendable {
  private let file: DelimitedFile
  private let columns: HeaderColumns

  /// The number of lines.
  var count: Int { file.lineCount }

  /// Opens the file at a path, or standard input for `-`.
  init(_ path: RegistryPath, known: [String], required: [String]) throws {
    file = try DelimitedFile(path)
    columns = try HeaderColumns(try file.firstRow.get(), known: known, required: required)
  }

  /// Calls `body` with the number of each line below the header, and what `read` makes of its row, or the reason why
  /// there is nothing.
  func forEach<Entry>(
    _ read: (HeaderColumns, DelimitedFile.Row) throws(RegistryError) -> Entry,
    _ body: (Int, Result<Entry, RegistryError>) throws(RegistryError) -> Void
  ) throws(RegistryError) {
    try file.forEachRow { (line, row) throws(RegistryError) in
      if line == columns.line { return }
      try body(
        line,
        Result { () throws(RegistryError) in
          let row = try row.get()
          try columns.requireFit(of: row)
          return try read(columns, row)
        })
    }
  }
}

extension HeaderColumns {
  /// Returns the number in a column; nil when the cell is empty.
  func number(_ name: String, in row: DelimitedFile.Row) throws(RegistryError) -> Int? {
    guard let word = word(name, in: row) else { return nil }
    guard let number = Int(DecimalDigits.ascii(in: word)) else {
      throw RegistryError(.invalidValue, "\(name) is '\(word)', not a number.")
    }
    return number
  }

  /// Returns the answer in a column; nil when the cell is empty or `unknown`.
  func answer(_ name: String, in row: DelimitedFile.Row) throws(RegistryError) -> Bool? {
    switch word(name, in: row).map(Answer.word) {
    case nil, "unknown": return nil
    case "true", "1": return true
    case "false", "0": return false
    case let word?:
      if let isYes = Answer.isYes(word) { return isYes }
      throw RegistryError(.invalidValue, "\(name) is '\(word)', not yes or no.")
    }
  }

  /// Returns the value of an enumeration in a column; nil when the cell is empty.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, in row: DelimitedFile.Row, of type: Choice.Type
  ) throws(RegistryError) -> Choice? {
    guard let word = word(name, in: row) else { return nil }
    guard let choice = Choice(rawValue: word.lowercased()) else {
      let known = type.allCases.map(\.rawValue).joined(separator: ", ")
      throw RegistryError(.invalidValue, "\(name) is '\(word)', not one of \(known).")
    }
    return choice
  }
}
