import Registry
import RegistrySearch

extension RegistryReader {
  /// Returns the code with a number or symbol, or the one that a search for these words finds.
  ///
  /// - Parameter name: A number, a symbol in any case, a symbol that a code had before, or words of a message.
  /// - Returns: The number of the code, and how it was found.
  /// - Throws: `RegistryError.Code.codeNotFound`, or a ``CommandFailure`` with the best codes of the search, when none
  ///   fits much better than the others.
  func code(namedOrDescribed name: String) throws -> (code: Int, rename: SymbolRename?, hit: SearchHit?) {
    let missing: RegistryError
    do throws(RegistryError) {
      let (code, rename) = try code(namedNowOrBefore: name)
      return (code.value.number, rename, nil)
    } catch {
      missing = error
    }
    guard missing.code == .codeNotFound, Self.isDescription(name) else { throw missing }
    let hits = try search().search(name, limit: 4).filter { !$0.isWeak }
    guard let best = hits.first else { throw missing }
    if best.isClear(of: hits.dropFirst().first) { return (best.code, nil, best) }
    throw CommandFailure(missing, hint: "Did you mean \(hits.prefix(3).map(\.name).joined(separator: ", or "))?")
  }

  /// Returns whether a name is neither a number nor has the form of a symbol with several words. A mistyped one of
  /// these is an error with the most similar code.
  private static func isDescription(_ name: String) -> Bool {
    !name.contains("_") && !name.unicodeScalars.allSatisfy { $0.properties.numericType != nil }
  }
}

extension SearchHit {
  /// Returns whether the hit is so much better than the next one that it must be meant.
  fileprivate func isClear(of next: SearchHit?) -> Bool {
    score >= 0.75 && tiedWith.isEmpty && reason != .number && score - (next?.score ?? 0) >= 0.1
  }
}
