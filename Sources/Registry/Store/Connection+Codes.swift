import RegistrySQLite

/// Which codes a list shows; nil shows all.
public struct CodeFilter: Sendable {
  /// The key of one category.
  public var category: String?
  /// One state.
  public var state: StatusCode.State?

  /// A filter from its parts.
  public init(category: String? = nil, state: StatusCode.State? = nil) {
    self.category = category
    self.state = state
  }
}

extension Connection {
  private static let codeColumns =
    "code, symbol, category, state, replaced_by, http_status, retryable, description, revision"

  /// The codes by number, each with the operation that last changed it.
  func codes(_ filter: CodeFilter = CodeFilter()) throws(RegistryError) -> [(code: StatusCode, revision: Int)] {
    let category = try filter.category.map { (name) throws(RegistryError) in try self.category(named: name).key }
    let rows = try rows(
      """
      SELECT \(Self.codeColumns) FROM status_code
      WHERE (?1 IS NULL OR category = ?1) AND (?2 IS NULL OR state = ?2) ORDER BY code
      """, [.init(category), .init(filter.state?.rawValue)])
    var codes: [(StatusCode, Int)] = []
    while try rows.next() { codes.append(try Self.code(from: rows)) }
    return codes
  }

  /// The code that `text` names: a number, or a symbol in any case.
  ///
  /// Throws: `code-not-found`, with the nearest code as a hint.
  func code(named text: String) throws(RegistryError) -> (code: StatusCode, revision: Int) {
    let number = text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    let rows = try rows(
      "SELECT \(Self.codeColumns) FROM status_code WHERE code = ?1 OR symbol = ?2",
      [.init(number), .text(text.uppercased())])
    if try rows.next() { return try Self.code(from: rows) }
    let known = try codes().map(\.code)
    let near = NearMiss.closest(to: text.uppercased(), in: known.flatMap { ["\($0.code)", $0.symbol] })
    let match = known.first { "\($0.code)" == near || $0.symbol == near }
    throw RegistryError(
      .codeNotFound, "The registry has no code '\(text)'.",
      hint: match.map { "Did you mean \($0.code) \($0.symbol)?" } ?? "List them with 'admin code list'.")
  }

  /// The code that has this number or this symbol, the lower number where there are two; nil where both are free.
  func code(_ number: Int, orSymbol symbol: String) throws(RegistryError) -> (code: StatusCode, revision: Int)? {
    let rows = try rows(
      "SELECT \(Self.codeColumns) FROM status_code WHERE code = ? OR symbol = ? ORDER BY code",
      [.init(number), .text(symbol)])
    return try rows.next() ? try Self.code(from: rows) : nil
  }

  /// The number of the code that `text` names; quicker than `code(named:)` for many.
  ///
  /// Throws: `code-not-found`.
  func number(ofCode text: String) throws(RegistryError) -> Int {
    if text.utf8.first != 0x2B, let number = Int(text) {
      let rows = try rows("SELECT code FROM status_code WHERE code = ?", [.init(number)])
      if try rows.next() { return try rows.integer(0) }
    }
    return try code(named: text).code.code
  }

  private static func code(from rows: borrowing Rows) throws(RegistryError) -> (StatusCode, Int) {
    let code = StatusCode(
      code: try rows.integer(0), symbol: try rows.text(1), category: try rows.text(2),
      state: try rows.word(3, as: StatusCode.State.self), replacedBy: try rows.optionalInteger(4),
      httpStatus: try rows.optionalInteger(5), isRetryable: try rows.optionalFlag(6),
      description: try rows.optionalText(7))
    return (code, try rows.integer(8))
  }

  /// The lowest number of the category's ranges that no code has; nil where they are full.
  func nextFreeNumber(in category: StatusCategory) throws(RegistryError) -> Int? {
    let rows = try rows("SELECT code FROM status_code WHERE category = ? ORDER BY code", [.text(category.key)])
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
