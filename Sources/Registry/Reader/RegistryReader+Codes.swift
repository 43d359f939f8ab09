import RegistryCatalog

/// The conditions for the codes in a list. All conditions must be met; nil accepts everything.
public struct CodeFilter: Sendable {
  /// The key of a category, in any case.
  public var category: String?
  /// The state of the codes.
  public var state: StatusCode.State?

  /// Creates a filter from its parts.
  public init(category: String? = nil, state: StatusCode.State? = nil) {
    self.category = category
    self.state = state
  }
}

/// A code with its texts in all languages.
public struct CodeDetails: Sendable {
  /// The code.
  public let code: StatusCode
  /// The number of the operation that last changed the code itself. Changes of its texts are not included.
  public let revision: Int
  /// The languages of the registry by position, each with the text if there is one.
  public let slots: [TranslationSlot]
  /// The names of the arguments of the source text, in the order of first use. A program passes these values.
  public let arguments: [String]
}

extension RegistryReader {
  /// Returns the codes that match a filter, ordered by number.
  ///
  /// - Parameter filter: The codes to return.
  /// - Returns: The codes with their revisions.
  /// - Throws: `RegistryError.Code.categoryNotFound` when the category of the filter does not exist.
  public func codes(_ filter: CodeFilter = CodeFilter()) throws(RegistryError) -> [Revised<StatusCode>] {
    try codes(filter, in: .everything)
  }

  /// Returns the codes of a part of the list, ordered by number.
  func codes(_ filter: CodeFilter, in window: CodeWindow) throws(RegistryError) -> [Revised<StatusCode>] {
    let category = try filter.category.map { (name) throws(RegistryError) in try self.category(named: name).value.key }
    let rows = try database.query(
      """
      \(RegistryTables.statusCode.select)
      WHERE (?1 IS NULL OR category = ?1) AND (?2 IS NULL OR state = ?2) AND code BETWEEN ?3 AND ?4
      ORDER BY code \(window.isBackward ? "DESC" : "ASC") LIMIT ?5
      """,
      [
        .init(category), .init(filter.state?.rawValue), .init(window.bounds.first), .init(window.bounds.last),
        .init(window.limit),
      ])
    var codes: [Revised<StatusCode>] = []
    while try rows.next() { codes.append(try Self.code(from: rows)) }
    return window.isBackward ? codes.reversed() : codes
  }

  /// Returns the numbers of the codes before and after a number, which need not be that of a code.
  ///
  /// - Parameter number: The number.
  /// - Returns: The next smaller and the next larger number of a code; nil where there is none.
  /// - Throws: `RegistryError.Code.corrupt` when the file is damaged.
  public func neighbors(ofCode number: Int) throws(RegistryError) -> (previous: Int?, next: Int?) {
    let rows = try database.query(
      """
      SELECT (SELECT max(code) FROM status_code WHERE code < ?1), (SELECT min(code) FROM status_code WHERE code > ?1)
      """, [.init(number)])
    guard try rows.next() else { return (nil, nil) }
    return (try rows.optionalInteger(0), try rows.optionalInteger(1))
  }

  /// Returns the code with this number or symbol.
  ///
  /// - Parameter name: The number in the digits of any script, the symbol in any case, or both, with or without a word
  ///   such as `code` before them.
  /// - Returns: The code with its revision.
  /// - Throws: `RegistryError.Code.codeNotFound` when there is none. The remedy is the code that had the symbol before,
  ///   or the most similar code.
  public func code(named name: String) throws(RegistryError) -> Revised<StatusCode> {
    if let code = try codeIfKnown(name) { return code }
    if let rename = try rename(of: name), let code = try self.code(rename.code)?.value {
      throw RegistryError(
        .codeNotFound, "The registry has no code '\(name)'.",
        .useNewSymbol("\(code.number) \(code.symbol)", operation: rename.operation))
    }
    let known = try codes().map(\.value)
    let near = NearMiss.closest(
      to: CodeName(name)?.main ?? name.uppercased(), in: known.flatMap { ["\($0.number)", $0.symbol] })
    let match = known.first { "\($0.number)" == near || $0.symbol == near }
    throw RegistryError(
      .codeNotFound, "The registry has no code '\(name)'.",
      match.map { .didYouMean("\($0.number) \($0.symbol)") } ?? .listCodes)
  }

  func codeIfKnown(_ name: String) throws(RegistryError) -> Revised<StatusCode>? {
    guard let name = CodeName(name) else { return nil }
    let found = try database.queryOne(
      "\(RegistryTables.statusCode.select) WHERE code = ?1 \(name.isBoth ? "AND" : "OR") symbol = ?2",
      [.init(name.number), .text(name.symbol)])
    guard let found else { return nil }
    return try Self.code(from: found)
  }

  /// Returns the number that a name of digits alone means; nil for any other name, such as `-0`.
  static func number(named name: some StringProtocol) -> Int? {
    name.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(name) : nil
  }

  /// Returns the code with this number or symbol, with its texts in all languages.
  ///
  /// - Parameter name: The number, or the symbol in any case.
  /// - Returns: The code with its texts.
  /// - Throws: `RegistryError.Code.codeNotFound`, with the most similar code as the remedy, when there is none.
  public func details(ofCode name: String) throws(RegistryError) -> CodeDetails {
    let code = try code(named: name)
    let slots = try translations(ofCode: code.value.number)
    let source = try sourceLanguage()?.tag
    let text = slots.first { $0.language == source }?.translation?.text
    return CodeDetails(
      code: code.value, revision: code.revision, slots: slots,
      arguments: TextRules.arguments(of: text ?? ""))
  }

  /// Returns the codes that a code replaces, ordered by number.
  ///
  /// - Parameter number: The number of the replacing code.
  /// - Returns: The codes whose `replacedBy` is this number.
  public func codes(replacedBy number: Int) throws(RegistryError) -> [Revised<StatusCode>] {
    let rows = try database.query(
      "\(RegistryTables.statusCode.select) WHERE replaced_by = ? ORDER BY code", [.init(number)])
    var codes: [Revised<StatusCode>] = []
    while try rows.next() { codes.append(try Self.code(from: rows)) }
    return codes
  }

  /// Returns the code with this number; nil when there is none.
  func code(_ number: Int) throws(RegistryError) -> Revised<StatusCode>? {
    guard let row = try database.queryOne("\(RegistryTables.statusCode.select) WHERE code = ?", [.init(number)])
    else { return nil }
    return try Self.code(from: row)
  }

  /// Returns the code with this number or this symbol; nil when both are free. When they belong to two codes, the one
  /// with the lower number is returned.
  func code(_ number: Int, orSymbol symbol: String) throws(RegistryError) -> Revised<StatusCode>? {
    let row = try database.queryOne(
      "\(RegistryTables.statusCode.select) WHERE code = ? OR symbol = ? ORDER BY code", [.init(number), .text(symbol)])
    guard let row else { return nil }
    return try Self.code(from: row)
  }

  /// Returns the number of the code with this number or symbol. For many codes this is faster than ``code(named:)``.
  ///
  /// - Parameters:
  ///   - name: The number, or the symbol in any case.
  ///   - suggestsName: Whether the error has the most similar code as its remedy, for which all codes are read.
  /// - Throws: `RegistryError.Code.codeNotFound` when there is none.
  func number(ofCode name: String, suggestsName: Bool = true) throws(RegistryError) -> Int {
    if let number = Self.number(named: name),
      let row = try database.queryOne("SELECT code FROM status_code WHERE code = ?", [.init(number)])
    {
      return try row.integer(0)
    }
    if suggestsName { return try code(named: name).value.number }
    guard let code = try codeIfKnown(name) else {
      throw RegistryError(.codeNotFound, "The registry has no code '\(name)'.", .listCodes)
    }
    return code.value.number
  }

  private static func code(from row: borrowing Rows) throws(RegistryError) -> Revised<StatusCode> {
    let table = RegistryTables.statusCode
    return Revised(try StatusCode(row, table.fields), revision: try row.integer(table.revision))
  }

  /// Returns the next free number in the ranges of a category; nil when all numbers are used.
  func nextFreeNumber(in category: StatusCategory) throws(RegistryError) -> Int? {
    let rows = try database.query(
      "SELECT code FROM status_code WHERE category = ? ORDER BY code", [.text(category.key)])
    var taken: Set<Int> = []
    while try rows.next() { taken.insert(try rows.integer(0)) }
    // The first free number after the highest used one, so that a deliberate gap is kept; otherwise the first free
    // number.
    for range in category.ranges {
      let start = taken.filter(range.contains).max().map { $0 + 1 } ?? range.lowerBound
      if range.contains(start) { return start }
    }
    for range in category.ranges { if let free = range.first(where: { !taken.contains($0) }) { return free } }
    return nil
  }
}
