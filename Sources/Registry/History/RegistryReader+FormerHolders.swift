import RegistryCatalog

extension RegistryReader {
  /// Returns the codes that had a symbol before they were renamed. A name that was undone does not count.
  ///
  /// - Parameter symbol: A symbol; nil for all symbols.
  /// - Returns: The numbers of the codes by symbol, among them codes that have it again.
  func formerHolders(of symbol: String?) throws(RegistryError) -> [String: Set<Int>] {
    // No code is ever removed, and the changes of each are found through an index.
    let rows = try database.query(
      """
      SELECT DISTINCT change.before, change.code
      FROM status_code CROSS JOIN change ON change.code = status_code.code AND change.language IS NULL
      WHERE change.entity = 'status_code' AND change.field = 'symbol' AND change.before IS NOT NULL
        AND change.after IS NOT NULL AND (?1 IS NULL OR change.before = ?1)
      """, [.init(symbol)])
    var holders: [String: Set<Int>] = [:]
    while try rows.next() {
      let (symbol, code) = (try rows.text(0), try rows.integer(1))
      if try hadInForce(code, symbol) { holders[symbol, default: []].insert(code) }
    }
    return holders
  }

  /// Returns whether an operation that was not undone gave a symbol to a code.
  private func hadInForce(_ code: Int, _ symbol: String) throws(RegistryError) -> Bool {
    let rows = try database.query(
      """
      SELECT operation FROM change
      WHERE code = ? AND language IS NULL AND entity = 'status_code' AND field = 'symbol' AND after = ?
      """, [.init(code), .text(symbol)])
    let inForce = try rowHistory(of: .statusCode(code)).inForce
    while try rows.next() { if inForce.contains(try rows.integer(0)) { return true } }
    return false
  }
}
