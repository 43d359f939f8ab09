import RegistryCatalog

extension Editor {
  /// Requires that no other code had the symbol of a code before, unless the code had it too.
  ///
  /// Callers may still send a former symbol and mean the code that had it. That code could not return to it either.
  ///
  /// - Parameters:
  ///   - code: The code that is to have the symbol.
  ///   - holders: The codes that had the symbol, from `formerHolders(of:)`.
  /// - Throws: `RegistryError.Code.alreadyExists` when another code had the symbol.
  func requireUnused(symbolOf code: StatusCode, by holders: [String: Set<Int>]) throws(RegistryError) {
    guard let former = holders[code.symbol], !former.contains(code.number), let number = former.min(),
      let holder = try registry.code(number)?.value
    else { return }
    let rename = try registry.rename(of: code.symbol, ofCode: number)
    let end = rename.map { " until operation \($0.operation) by \($0.actor) (\($0.at))" } ?? ""
    throw RegistryError(
      .alreadyExists,
      "\(number) \(holder.symbol) had the symbol \(code.symbol)\(end); a symbol is never given to another code.",
      .follow(rule: "Choose another symbol."))
  }
}
