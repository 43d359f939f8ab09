/// Compares one reading of a query with texts.
struct TextComparison {
  private let reading: QueryReading
  private let letters: [Letter]
  private let queryWeight: Double
  private let bestExplained: Double
  private var aligner: Aligner
  private let matcher: TemplateMatcher

  /// - Parameters:
  ///   - reading: The reading of the query.
  ///   - queryWeight: The weight of its grams.
  ///   - bestExplained: The largest weight of grams that a text shares with it.
  init(_ reading: QueryReading, queryWeight: Float, bestExplained: Float) {
    self.reading = reading
    letters = Array(reading.text.letters.prefix(QueryReading.lengthLimit))
    self.queryWeight = max(0.001, Double(queryWeight))
    self.bestExplained = max(0.001, Double(bestExplained))
    aligner = Aligner(letters)
    matcher = TemplateMatcher(reading.text)
  }

  /// Returns how well the query fits a text.
  ///
  /// - Parameters:
  ///   - text: The folded text.
  ///   - template: Its words and values; nil when it has no arguments.
  ///   - candidate: What it shares with the query.
  mutating func compare(
    _ text: [Letter], _ template: (template: Template, gaps: [Int])?, _ candidate: GramIndex.Candidate
  ) -> FoundCode? {
    if let template, let hit = match(template.template) { return hit }
    let alignment = aligner.align(text, gaps: template?.gaps ?? [])
    let evidence = 0.6 + 0.4 * Double(candidate.explained) / bestExplained
    var score = alignment.score * evidence
    if template == nil, alignment.whole >= 0.8 { score = max(score, alignment.whole) }
    if alignment.reading == .inside, !Self.isTelling(text, in: letters) {
      score = min(score, SearchHit.strength - 0.01)
    }
    if reading.isWhole, alignment.whole < 0.8 { return nil }
    let isExact = alignment.fit >= 0.999 && template == nil
    let reason: SearchHit.Reason = !isExact ? .near : alignment.reading == .part ? .part : .text
    var hit = FoundCode(score: min(1, score), reason: reason)
    hit.completion = max(0, text.count - letters.count)
    if reason == .part { hit.fit = evidence }
    hit.isStart = text.starts(with: letters)
    return hit
  }

  /// Returns how well the query fits a text whose arguments have values in it; nil when its words are not in the query,
  /// or explain too little of it.
  private func match(_ template: Template) -> FoundCode? {
    guard let match = matcher.match(template) else { return nil }
    let isAnchored = match.coverage >= 0.999 && (template.isAnchored || match.isIsolated == true)
    guard isAnchored || match.literalShare >= 0.25 || match.literalSize >= 12 else { return nil }
    if reading.isWhole, match.coverage < 0.999 { return nil }
    let whole = match.coverage >= 0.999
    var score = whole ? 0.9 + 0.1 * match.literalShare : 0.78 + 0.15 * match.coverage
    if match.isIsolated == nil { score *= 0.8 }
    var hit = FoundCode(score: score, reason: .pattern)
    hit.arguments = match.arguments
    return hit
  }

  /// Returns how well the query fits a symbol.
  ///
  /// - Parameters:
  ///   - symbol: The folded words of the symbol.
  ///   - candidate: What it shares with the query.
  ///   - isSymbolic: Whether the query has the form of a symbol.
  mutating func compare(symbol: [Letter], _ candidate: GramIndex.Candidate, isSymbolic: Bool) -> FoundCode? {
    if reading.isWhole { return nil }
    let factor = isSymbolic ? 1.0 : 0.9
    if let score = SymbolWords.score(letters, in: symbol) {
      var hit = FoundCode(score: min(0.99, score) * factor, reason: .symbol)
      // Every symbol that starts with the query fits it equally well, and so does every one with its words.
      hit.isStart = symbol.starts(with: letters)
      hit.fit = hit.isStart ? 1 : 0.5
      hit.completion = max(0, symbol.count - letters.count)
      return hit
    }
    let alignment = aligner.align(symbol)
    guard alignment.reading != .inside else { return nil }
    let evidence = 0.6 + 0.4 * Double(candidate.explained) / bestExplained
    let score = max(alignment.score * evidence, alignment.whole >= 0.8 ? alignment.whole : 0)
    return FoundCode(score: min(0.98, score) * factor, reason: .near)
  }

  /// Returns whether a text inside the query says what the query is about. A single word such as `Success` in a long
  /// sentence does not.
  private static func isTelling(_ text: [Letter], in query: [Letter]) -> Bool {
    text.count * 2 >= query.count || text.size >= 9 && (text.contains(.space) || text.contains { $0.isHan })
  }
}

extension Template {
  /// Whether the text starts and ends with words.
  var isAnchored: Bool {
    guard case .literal? = parts.first, case .literal? = parts.last else { return false }
    return true
  }
}
