import RegistryBytes

/// The fields of all codes, one array for each field. A row is the index of a code's number.
struct CodeColumns: Sendable {
  let index: NumberIndex
  private let symbols: TextColumn
  private let descriptions: TextColumn
  private let categories: [UInt16]
  private let states: [StatusCode.State]
  /// The HTTP statuses; 0 when a code has none.
  private let httpStatuses: [UInt16]
  private let retryable: [Bool?]
  /// The replacing codes by row; few codes have one.
  private let replacements: [Int: Int]
  private let categoryKeys: [String]

  var count: Int { index.count }

  /// Reads the table `status_code` of a snapshot.
  ///
  /// - Parameters:
  ///   - rows: The rows of the table.
  ///   - keys: The keys of the categories.
  /// - Throws: ``RegistryError/Code/corrupt`` when a value is out of range, or the rows are out of order.
  init(_ rows: inout SnapshotRows, categories keys: [String]) throws(RegistryError) {
    var symbols = TextColumn.Builder()
    var descriptions = TextColumn.Builder()
    var category = RepeatedWord { keys.firstIndex(of: $0) }
    var state = RepeatedWord { StatusCode.State(rawValue: $0) }
    var numbers: [Int32] = []
    var (categories, states, httpStatuses): ([UInt16], [StatusCode.State], [UInt16]) = ([], [], [])
    var retryable: [Bool?] = []
    var replacements: [Int: Int] = [:]
    while try rows.next() {
      let (row, number) = (numbers.count, rows.key)
      guard StatusCode.numbers.contains(number) else { throw .outOfRange(number) }
      guard Int32(number) > numbers.last ?? -1 else {
        throw RegistryError(.corrupt, "The file holds the code \(number), which is out of order.")
      }
      numbers.append(Int32(number))
      try rows.append(1, to: &symbols)
      if !rows.isNull(7) {
        descriptions.skip(to: row)
        try rows.append(7, to: &descriptions)
      }
      categories.append(UInt16(truncatingIfNeeded: try category.read(rows, 2)))
      states.append(try state.read(rows, 3))
      if let replacement = try rows.optionalInteger(4) {
        guard StatusCode.numbers.contains(replacement) else { throw .outOfRange(replacement) }
        replacements[row] = replacement
      }
      let httpStatus = try rows.optionalInteger(5)
      guard httpStatus.map(StatusCode.httpStatuses.contains) ?? true else {
        throw RegistryError(.corrupt, "The code \(number) has an HTTP status outside 100 to 599.")
      }
      httpStatuses.append(UInt16(httpStatus ?? 0))
      retryable.append(try rows.optionalFlag(6))
    }
    index = NumberIndex(numbers)
    categoryKeys = keys
    self.symbols = symbols.finish(places: numbers.count)
    for row in numbers.indices {
      var isSymbol = false
      self.symbols.withBytes(row) { isSymbol = StatusCode.isSymbol($0) }
      guard isSymbol else {
        throw RegistryError(.corrupt, "The code \(numbers[row]) has the invalid symbol '\(self.symbols[row] ?? "")'.")
      }
    }
    self.descriptions = descriptions.finish(places: numbers.count)
    // Copying a slice drops the spare capacity.
    (self.categories, self.states) = (Array(categories[...]), Array(states[...]))
    (self.httpStatuses, self.retryable) = (Array(httpStatuses[...]), Array(retryable[...]))
    self.replacements = replacements
  }

  /// Creates the columns from codes that are in ascending order.
  ///
  /// - Throws: ``RegistryError/Code/ruleBroken`` when a code has no category, or two codes have the same number.
  init(_ codes: [StatusCode], categories keys: [String]) throws(RegistryError) {
    var symbols = TextColumn.Builder()
    var descriptions = TextColumn.Builder()
    var categories: [UInt16] = []
    var last = -1
    for (row, code) in codes.enumerated() {
      guard code.number > last, StatusCode.numbers.contains(code.number),
        let category = keys.firstIndex(of: code.category)
      else {
        throw RegistryError(.ruleBroken, "The code \(code.number) has no category, or exists twice.")
      }
      guard code.httpStatus.map(StatusCode.httpStatuses.contains) ?? true else {
        throw RegistryError(.ruleBroken, "The code \(code.number) has an HTTP status outside 100 to 599.")
      }
      last = code.number
      categories.append(UInt16(truncatingIfNeeded: category))
      symbols.append(code.symbol)
      guard let description = code.description else { continue }
      descriptions.skip(to: row)
      descriptions.append(description)
    }
    index = NumberIndex(codes.map { Int32(truncatingIfNeeded: $0.number) })
    categoryKeys = keys
    self.symbols = symbols.finish(places: codes.count)
    self.descriptions = descriptions.finish(places: codes.count)
    self.categories = categories
    states = codes.map(\.state)
    httpStatuses = codes.map { UInt16(truncatingIfNeeded: $0.httpStatus ?? 0) }
    retryable = codes.map(\.isRetryable)
    replacements = Dictionary(
      codes.enumerated().compactMap { row, code in code.replacedBy.map { (row, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Returns whether the code of a row is retired.
  func isRetired(_ row: Int) -> Bool { states[row] == .retired }

  /// The code of a row.
  subscript(row: Int) -> StatusCode {
    StatusCode(
      number: Int(index.numbers[row]), symbol: symbols[row] ?? "", category: categoryKeys[Int(categories[row])],
      state: states[row], replacedBy: replacements[row], httpStatus: httpStatus(row), isRetryable: retryable[row],
      description: descriptions[row])
  }

  /// Returns the rows of a category, in the order of the numbers.
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

  /// Whether all descriptions are valid UTF-8. Symbols are ASCII.
  var isUTF8: Bool { descriptions.isUTF8 }
}

/// Decodes a column of words. Most rows have the same word as the row before, which is then not decoded again.
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
