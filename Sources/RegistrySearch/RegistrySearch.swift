import RegistryCatalog

/// Finds codes from what somebody has: a number, a symbol, words in any language, or a message with values in it.
///
/// ```swift
/// let search = RegistrySearch(snapshot)
/// search.search("رصيد غير كاف").first?.code  // 1402
/// search.search("1403 Insufficient balance").map(\.code)  // [1402, 1403]
/// ```
///
/// Case, marks, width, and the variants of letters that writers mix make no difference. Misspelt, cut and surrounded
/// texts are found too. The index is built in memory from a snapshot and never changes, so one value can serve many
/// threads. The article <doc:FindingCodes> says what is found, and how hits are ranked.
public struct RegistrySearch: Sendable {
  private let index: SearchIndex
  private let synonyms: Synonyms

  /// Builds the index of a snapshot.
  ///
  /// - Parameters:
  ///   - snapshot: The codes and their texts.
  ///   - terms: The glossary. A query with a synonym of a term also finds the texts with the term.
  ///   - formerSymbols: The symbols that codes had before, by the number of the code.
  public init(_ snapshot: Snapshot, terms: [Term] = [], formerSymbols: [Int: [String]] = [:]) {
    index = SearchIndex(snapshot, formerSymbols: formerSymbols)
    synonyms = Synonyms(terms)
  }

  /// How many scalars of a query are read.
  static let queryLimit = 65_536

  /// Returns the codes that a query may mean, each once, the best first.
  ///
  /// - Parameters:
  ///   - query: What is looked for. At most 65,536 Unicode scalars are read.
  ///   - languages: The languages whose texts are searched; nil for all. Numbers and symbols are always searched.
  ///   - limit: The largest number of hits.
  /// - Returns: The hits; empty when no code is like the query.
  public func search(_ query: String, languages: Set<LanguageTag>? = nil, limit: Int = 10) -> [SearchHit] {
    var session = SearchSession(index, languages: languages)
    let scalars = query.unicodeScalars.prefix(Self.queryLimit)
    let query = String(String.UnicodeScalarView(scalars))
    session.findSymbols(in: query)
    let readings = QueryReading.readings(of: query)
    for reading in readings { session.find(reading, isSymbolic: SymbolWords.isSymbolic(query)) }
    if let first = readings.first {
      for variant in synonyms.variants(of: first.text) {
        session.find(QueryReading(variant, factor: 0.95), isSymbolic: false)
      }
    }
    if session.bestScore < SearchHit.strength {
      for text in [LogDebris.reread(query), LogDebris.reversed(query)].compactMap({ $0 }) {
        session.find(QueryReading(text, factor: 0.95), isSymbolic: false)
      }
    }
    session.findNumbers(in: QueryText(query))
    return session.hits(limit: limit)
  }
}
