import RegistryCatalog

/// Which codes a list shows; nil shows all.
public struct CodeFilter: Sendable {
  /// The key of one category, in any case.
  public var category: String?
  /// One state.
  public var state: StatusCode.State?

  /// Creates a filter from its parts.
  public init(category: String? = nil, state: StatusCode.State? = nil) {
    self.category = category
    self.state = state
  }
}

/// Everything about one code.
public struct CodeDetails: Sendable {
  /// The code.
  public let code: StatusCode
  /// The operation that last changed the code itself, not its texts.
  public let revision: Int
  /// Every language of the registry by position, with the text where there is one.
  public let slots: [TranslationSlot]
}

extension RegistryReader {
  /// The codes by number.
  ///
  /// - Parameter filter: which codes to return.
  /// - Throws: `RegistryError.Code.categoryNotFound` for a category that does not exist.
  public func codes(_ filter: CodeFilter = CodeFilter()) throws(RegistryError) -> [Revised<StatusCode>] {
    let category = try filter.category.map { (name) throws(RegistryError) in try self.category(named: name).value.key }
    let rows = try database.query(
      """
      \(RegistryTables.statusCode.select)
      WHERE (?1 IS NULL OR category = ?1) AND (?2 IS NULL OR state = ?2) ORDER BY code
      """, [.init(category), .init(filter.state?.rawValue)])
    var codes: [Revised<StatusCode>] = []
    while try rows.next() { codes.append(try Self.code(from: rows)) }
    return codes
  }

  /// The code that `name` means: a number, or a symbol in any case.
  ///
  /// - Throws: `RegistryError.Code.codeNotFound`, with the nearest code as the remedy.
  public func code(named name: String) throws(RegistryError) -> Revised<StatusCode> {
    let number = name.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(name) : nil
    let found = try database.queryOne(
      "\(RegistryTables.statusCode.select) WHERE code = ?1 OR symbol = ?2", [.init(number), .text(name.uppercased())])
    if let found { return try Self.code(from: found) }
    let known = try codes().map(\.value)
    let near = NearMiss.closest(to: name.uppercased(), in: known.flatMap { ["\($0.number)", $0.symbol] })
    let match = known.first { "\($0.number)" == near || $0.symbol == near }
    throw RegistryError(
      .codeNotFound, "The registry has no code '\(name)'.",
      match.map { .didYouMean("\($0.number) \($0.symbol)") } ?? .listCodes)
  }

  /// Everything about the code that `name` means: a number, or a symbol in any case.
  ///
  /// - Throws: `RegistryError.Code.codeNotFound`, with the nearest code as the remedy.
  public func details(ofCode name: String) throws(RegistryError) -> CodeDetails {
    let code = try code(named: name)
    return CodeDetails(
      code: code.value, revision: code.revision, slots: try translations(ofCode: code.value.number))
  }

  /// The code with this number; nil when there is none.
  func code(_ number: Int) throws(RegistryError) -> Revised<StatusCode>? {
    guard let row = try database.queryOne("\(RegistryTables.statusCode.select) WHERE code = ?", [.init(number)])
    else { return nil }
    return try Self.code(from: row)
  }

  /// The code that has this number or this symbol, the lower number of two; nil when both are free.
  func code(_ number: Int, orSymbol symbol: String) throws(RegistryError) -> Revised<StatusCode>? {
    let row = try database.queryOne(
      "\(RegistryTables.statusCode.select) WHERE code = ? OR symbol = ? ORDER BY code", [.init(number), .text(symbol)])
    guard let row else { return nil }
    return try Self.code(from: row)
  }

  /// The number of the code that `name` means; quicker than `code(named:)` for many.
  ///
  /// - Throws: `RegistryError.Code.codeNotFound`.
  func number(ofCode name: String) throws(RegistryError) -> Int {
    if name.utf8.first != 0x2B, let number = Int(name),
      let row = try database.queryOne("SELECT code FROM status_code WHERE code = ?", [.init(number)])
    {
      return try row.integer(0)
    }
    return try code(named: name).value.number
  }

  private static func code(from row: borrowing Rows) throws(RegistryError) -> Revised<StatusCode> {
    let table = RegistryTables.statusCode
    let number = try row.integer(0)
    var code = StatusCode(number: number, symbol: "", category: "")
    try code.read(table.fields, from: row, at: table.firstField, of: "the code \(number)")
    return Revised(code, revision: try row.integer(table.revision))
  }

  /// The lowest number of the category's ranges that no code has; nil when they are full.
  func nextFreeNumber(in category: StatusCategory) throws(RegistryError) -> Int? {
    let rows = try database.query(
      "SELECT code FROM status_code WHERE category = ? ORDER BY code", [.text(category.key)])
    var taken: Set<Int> = []
    while try rows.next() { taken.insert(try rows.integer(0)) }
    // The first gap behind the highest number in use, so that a gap left on purpose stays; else the first gap of all.
    for range in category.ranges {
      let start = taken.filter(range.contains).max().map { $0 + 1 } ?? range.lowerBound
      if range.contains(start) { return start }
    }
    for range in category.ranges { if let free = range.first(where: { !taken.contains($0) }) { return free } }
    return nil
  }
}
