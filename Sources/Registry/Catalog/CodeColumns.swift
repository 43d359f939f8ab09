import RegistrySQLite

/// What is known of each code, one array a column; a row is the place of its number.
struct CodeColumns: Sendable {
  let index: NumberIndex
  private let symbols: TextColumn
  private let descriptions: TextColumn
  private let categories: [UInt16]
  private let states: [StatusCode.State]
  /// 0 where it is not said.
  private let httpStatuses: [UInt16]
  private let retryable: [Bool?]
  /// By row; few codes have one.
  private let replacements: [Int: Int]
  private let categoryKeys: [String]

  var count: Int { index.count }

  /// Reads the rows of the table `status_code` of a snapshot.
  init(_ rows: inout SnapshotRows, categories keys: [String]) throws(RegistryError) {
    var symbols = try TextColumn.Builder.empty()
    var descriptions = try TextColumn.Builder.empty()
    var category = RepeatedWord { keys.firstIndex(of: $0) }
    var state = RepeatedWord { StatusCode.State(rawValue: $0) }
    var numbers: [Int32] = []
    var (categories, states, httpStatuses): ([UInt16], [StatusCode.State], [UInt16]) = ([], [], [])
    var retryable: [Bool?] = []
    var replacements: [Int: Int] = [:]
    while try rows.next() {
      let (row, number) = (numbers.count, rows.key)
      guard (1...999_999_999).contains(number), Int32(number) > numbers.last ?? 0 else {
        throw RegistryError(.corrupt, "The file holds the code \(number), which is out of range or out of order.")
      }
      numbers.append(Int32(number))
      try rows.append(1, to: &symbols)
      if !rows.isNull(7) {
        try descriptions.leaveEmpty(upTo: row)
        try rows.append(7, to: &descriptions)
      }
      categories.append(UInt16(truncatingIfNeeded: try category.read(rows, 2)))
      states.append(try state.read(rows, 3))
      if let replacement = try rows.optionalInteger(4) { replacements[row] = replacement }
      let httpStatus = try rows.optionalInteger(5)
      guard httpStatus.map((100...599).contains) ?? true else {
        throw RegistryError(.corrupt, "The code \(number) has an HTTP status that there is not.")
      }
      httpStatuses.append(UInt16(httpStatus ?? 0))
      retryable.append(try rows.optionalFlag(6))
    }
    index = NumberIndex(numbers)
    categoryKeys = keys
    self.symbols = try symbols.column(places: numbers.count)
    self.descriptions = try descriptions.column(places: numbers.count)
    // Copies are exactly as large as they need to be.
    (self.categories, self.states) = (Array(categories[...]), Array(states[...]))
    (self.httpStatuses, self.retryable) = (Array(httpStatuses[...]), Array(retryable[...]))
    self.replacements = replacements
  }

  func isRetired(_ row: Int) -> Bool { states[row] == .retired }

  /// Everything about the code of a row.
  subscript(row: Int) -> StatusCode {
    StatusCode(
      code: Int(index.numbers[row]), symbol: symbols[row] ?? "", category: categoryKeys[Int(categories[row])],
      state: states[row], replacedBy: replacements[row], httpStatus: httpStatus(row), isRetryable: retryable[row],
      description: descriptions[row])
  }

  /// The rows of one category, by number.
  func rows(inCategory key: String) -> [Int] {
    guard let place = categoryKeys.firstIndex(of: key) else { return [] }
    return categories.indices.filter { categories[$0] == place }
  }

  private func httpStatus(_ row: Int) -> Int? { httpStatuses[row] == 0 ? nil : Int(httpStatuses[row]) }

  /// Appends the table of codes to a content digest.
  func append(to digest: inout ContentDigest) {
    digest.beginCodes(count: count)
    for row in 0..<count {
      symbols.withBytes(row) { symbol in
        descriptions.withBytes(row) { description in
          digest.code(
            Int(index.numbers[row]), symbol: symbol, category: categoryKeys[Int(categories[row])], state: states[row],
            replacedBy: replacements[row], httpStatus: httpStatus(row), isRetryable: retryable[row],
            description: descriptions.isEmpty(row) ? nil : description)
        }
      }
    }
  }

  /// Whether all symbols and descriptions are UTF-8.
  var isUTF8: Bool { symbols.isUTF8 && descriptions.isUTF8 }
}

/// Decodes a column whose rows mostly repeat the word of the row before.
private struct RepeatedWord<Value> {
  private var last: (word: [UInt8], value: Value)?
  private let decode: (String) -> Value?

  init(_ decode: @escaping (String) -> Value?) { self.decode = decode }

  mutating func read(_ rows: borrowing SnapshotRows, _ column: Int) throws(RegistryError) -> Value {
    if let last, try rows.holds(last.word, column) { return last.value }
    let word = try rows.text(column)
    guard let value = decode(word) else { throw RegistryError(.corrupt, "The file holds '\(word)', which is unknown.") }
    last = (Array(word.utf8), value)
    return value
  }
}
