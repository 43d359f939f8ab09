import RegistryCatalog

/// The operation in which a code lost a symbol.
public struct SymbolRename: Sendable, Hashable {
  /// The number of the code.
  public let code: Int
  /// The symbol that the code had before the operation.
  public let symbol: String
  /// The number of the operation.
  public let operation: Int
  /// The time of the operation: RFC 3339, in UTC.
  public let at: String
  /// The person or program that made the operation.
  public let actor: String
}

extension RegistryReader {
  /// Returns the code with this number or symbol, or the code that had this symbol before it was renamed.
  ///
  /// A symbol that a code has now is never taken for a former one.
  ///
  /// - Parameter name: The number, the symbol in any case, or both, in the forms that ``code(named:)`` understands.
  /// - Returns: The code, and the operation that renamed it; nil when the name is its number or its current symbol.
  /// - Throws: `RegistryError.Code.codeNotFound`, with the most similar code as the remedy, when no code has or had the
  ///   name.
  public func code(
    namedNowOrBefore name: String
  ) throws(RegistryError) -> (code: Revised<StatusCode>, rename: SymbolRename?) {
    if let code = try codeIfKnown(name) { return (code, nil) }
    if let rename = try rename(of: name), let code = try code(rename.code) { return (code, rename) }
    return (try code(named: name), nil)
  }

  /// Returns the symbols that codes had before they were renamed.
  ///
  /// - Returns: The symbols by the number of the code, the newest first. A symbol that a code has again is listed too.
  /// - Throws: `RegistryError.Code.corrupt` when the file is damaged.
  public func formerSymbols() throws(RegistryError) -> [Int: [String]] {
    var symbols: [Int: [String]] = [:]
    let rows = try database.query(
      """
      SELECT code, before FROM change INDEXED BY change_of_symbol
      WHERE entity = 'status_code' AND field = 'symbol' AND before IS NOT NULL AND after IS NOT NULL
      ORDER BY operation DESC
      """)
    while try rows.next() { symbols[try rows.integer(0), default: []].append(try rows.text(1)) }
    return symbols
  }

  /// Returns the newest operation in which a code lost the symbol in a name; nil when no code had the symbol before.
  ///
  /// - Parameter name: The name of a code. When it contains a number too, it means the code with this number alone.
  func rename(of name: String) throws(RegistryError) -> SymbolRename? {
    guard let name = CodeName(name), StatusCode.isSymbol(name.symbol) else { return nil }
    return try rename(of: name.symbol, ofCode: name.isBoth ? name.number : nil)
  }

  /// Returns the newest operation in which a code lost a symbol; nil when it did not.
  ///
  /// - Parameters:
  ///   - symbol: The symbol.
  ///   - number: The number of the code; nil for any code.
  func rename(of symbol: String, ofCode number: Int?) throws(RegistryError) -> SymbolRename? {
    let row = try database.queryOne(
      """
      SELECT change.code, change.operation, operation.at, operation.actor
      FROM change INDEXED BY change_of_symbol JOIN status_code ON status_code.code = change.code
        JOIN operation ON operation.id = change.operation
      WHERE (?2 IS NULL OR change.code = ?2) AND change.entity = 'status_code' AND change.field = 'symbol'
        AND change.before = ?1 AND change.after IS NOT NULL
      ORDER BY change.operation DESC LIMIT 1
      """, [.text(symbol), .init(number)])
    guard let row else { return nil }
    return SymbolRename(
      code: try row.integer(0), symbol: symbol, operation: try row.integer(1), at: try row.text(2),
      actor: try row.text(3))
  }
}
