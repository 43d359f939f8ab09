import RegistryCatalog

/// The hits of one search while they are collected.
struct SearchSession {
  private let index: SearchIndex
  private let allowed: [Bool]
  private let displayLanguages: [LanguageTag]
  private var found: [Int: FoundCode] = [:]

  /// How many texts of each reading are compared with the query letter by letter.
  private static let candidateLimit = 64

  /// Hits with a lower score are left out.
  static let leastScore = 0.3

  init(_ index: SearchIndex, languages: Set<LanguageTag>?) {
    self.index = index
    allowed = index.languages.map { languages?.contains($0) ?? true }
    let source = index.snapshot.languages.first { $0.fallback == nil }?.tag ?? .english
    displayLanguages = index.languages.filter { languages?.contains($0) ?? ($0 == source) }
  }

  /// The best score so far.
  var bestScore: Double { found.values.reduce(0) { max($0, $1.score) } }

  private mutating func add(_ hit: FoundCode) {
    guard hit.score >= Self.leastScore else { return }
    guard let other = found[hit.code] else {
      found[hit.code] = hit
      return
    }
    // A query with a number or symbol often has a text of the same code too, in the language that the person reads.
    var better = hit.isBetter(than: other) ? hit : other
    if better.message == nil {
      better.message = [hit, other].first { $0.message != nil && $0.score >= SearchHit.strength }?.message
    }
    found[hit.code] = better
  }

  /// Finds the codes whose symbol is the query or a word of it.
  mutating func findSymbols(in query: String) {
    let (whole, inside) = SymbolWords.symbols(in: query)
    for (symbol, score) in [whole].compactMap({ $0 }).map({ ($0, 1.0) }) + inside.map({ ($0, 0.96) }) {
      guard let (code, isFormer) = index.code(withSymbol: symbol) else { continue }
      // The same words can be a text. `Insufficient balance` is one, and `INSUFFICIENT_BALANCE` is a symbol.
      let isSymbolic = score < 1 || SymbolWords.isSymbolic(query)
      add(FoundCode(code: code, score: (isSymbolic ? score : score * 0.99) * (isFormer ? 0.995 : 1), reason: .symbol))
    }
  }

  /// Finds the codes whose numbers are in the query.
  mutating func findNumbers(in query: QueryText) {
    let hasStrongText = bestScore >= SearchHit.strength
    for number in NumberSearch.numbers(in: query, hasStrongText: hasStrongText) {
      guard let code = index.code(withNumber: number.number) else { continue }
      add(FoundCode(code: code, score: number.score, reason: .number))
    }
  }

  /// Finds the texts and symbols that are like a reading of the query.
  mutating func find(_ reading: QueryReading, isSymbolic: Bool) {
    let letters = reading.text.letters
    guard !letters.isEmpty else { return }
    let candidates = index.grams.candidates(for: letters, limit: Self.candidateLimit) {
      index.isAllowed($0, in: allowed)
    }
    let most = candidates.texts.reduce(Float(0)) { max($0, $1.explained) }
    var comparison = TextComparison(reading, queryWeight: candidates.weight, bestExplained: most)
    // A text that shares little with the query while another shares much would have a low score.
    for candidate in candidates.texts where candidate.explained >= most * 0.2 || candidate.coverage >= 0.35 {
      let text = candidate.text
      let letters = index.letters(of: text)
      var hit: FoundCode?
      switch index.source(of: text) {
      case .message(let message):
        hit = comparison.compare(letters, index.template(of: text), candidate)
        hit?.message = message
        // The words of a symbol are often a text too, or a part of one.
        if isSymbolic, let reason = hit?.reason { hit?.score *= reason == .text ? 0.99 : 0.9 }
      case .symbol: hit = comparison.compare(symbol: letters, candidate, isSymbolic: isSymbolic)
      case .formerSymbol:
        hit = comparison.compare(symbol: letters, candidate, isSymbolic: isSymbolic)
        hit?.score *= 0.99
      }
      guard var hit else { continue }
      hit.score *= reading.factor
      hit.code = index.code(of: text)
      add(hit)
    }
  }

  /// Returns the hits in their order.
  func hits(limit: Int) -> [SearchHit] {
    let codes = index.snapshot.codes
    let ranked = found.values.sorted { left, right in
      if left.rank != right.rank { return left.rank > right.rank }
      if left.completion != right.completion { return left.completion < right.completion }
      if left.isStart != right.isStart { return left.isStart }
      return codes[left.code].number < codes[right.code].number
    }
    var ties: [FoundCode.Fit: [Int]] = [:]
    for hit in ranked { ties[hit.tie, default: []].append(codes[hit.code].number) }
    return ranked.prefix(max(0, limit)).map { found in
      let code = codes[found.code]
      let message = found.message.map { index.snapshot.messages[$0] } ?? message(of: code.number)
      var hit = SearchHit(
        code: code.number, symbol: code.symbol, state: code.state, language: message?.language, text: message?.text,
        score: found.score, reason: found.reason, arguments: found.arguments)
      hit.tiedWith = (ties[found.tie] ?? []).filter { $0 != code.number }.sorted()
      return hit
    }
  }

  /// Returns the message that is shown with a code that was found by its number or symbol.
  private func message(of code: Int) -> Snapshot.Message? {
    let messages = index.snapshot.messages
    for language in displayLanguages {
      var (low, high) = (0, messages.count)
      while low < high {
        let middle = (low + high) / 2
        let other = messages[middle]
        if other.language == language ? other.code < code : other.language < language {
          low = middle + 1
        } else {
          high = middle
        }
      }
      if low < messages.count, messages[low].language == language, messages[low].code == code { return messages[low] }
    }
    return nil
  }
}

/// A code that was found, before the hits are ordered.
struct FoundCode {
  /// What is equal in hits of which the query does not tell which one is meant.
  struct Fit: Hashable {
    let reason: SearchHit.Reason
    let fit: Int
  }

  /// The position of the code in the snapshot.
  var code = 0
  /// The position of the message in the snapshot; nil for a symbol or number.
  var message: Int?
  var score: Double
  var reason: SearchHit.Reason
  var arguments: [SearchHit.Argument] = []
  /// How well the query fits, without regard to the length of the text.
  var fit: Double?
  /// How much the text is longer than the query.
  var completion = 0
  /// Whether the text starts with the query. What was cut is more often the end of a text.
  var isStart = false

  init(code: Int = 0, score: Double, reason: SearchHit.Reason) {
    self.code = code
    self.score = score
    self.reason = reason
  }

  /// The score in steps that are larger than the errors of calculation.
  var rank: Int { Int((score * 10_000).rounded()) }

  var tie: Fit { Fit(reason: reason, fit: Int(((fit ?? score) * 1_000).rounded())) }

  /// Returns whether this hit explains a code better than another one does.
  func isBetter(than other: FoundCode) -> Bool {
    rank != other.rank ? rank > other.rank : reason == .text && other.reason != .text
  }
}
