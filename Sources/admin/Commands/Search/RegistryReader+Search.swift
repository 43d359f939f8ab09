import Registry
import RegistrySearch

extension RegistryReader {
  /// Returns a search of everything in the registry. Call it inside one `read`, so that all of it is of one state.
  func search() throws(RegistryError) -> RegistrySearch {
    RegistrySearch(try snapshot(), terms: try terms(), formerSymbols: try formerSymbols())
  }
}

extension SearchHit {
  /// The number and the symbol, as in a suggestion.
  var name: String { "\(code) \(symbol)" }

  /// The arguments and their values. What nothing separates in the text is one value of several arguments.
  var values: [(name: String, value: String)] {
    arguments.map { ($0.names.joined(separator: "+"), $0.value) }
  }
}
