/// How well a query fits one text.
struct Alignment {
  /// How the query was read.
  enum Reading {
    /// The query is the whole text.
    case whole
    /// The query is a part of the text.
    case part
    /// The text is a part of the query.
    case inside
  }

  /// How the query fits best.
  var reading: Reading
  /// How well it fits, from 0 to 1.
  var score: Double
  /// The share of the query, or of the text inside it, that is the same.
  var fit: Double
  /// How well the query fits when it is read as the whole text; 0 when their lengths differ too much.
  var whole: Double
}

/// Compares a query with texts by the number of edits between them (optimal string alignment). It reuses its memory.
struct Aligner {
  private let query: [Letter]
  /// What it costs to insert the letters of the query up to each one.
  private let costs: [Int32]
  private var rows: (old: [Int32], last: [Int32], new: [Int32])

  init(_ query: [Letter]) {
    self.query = query
    var costs: [Int32] = [0]
    costs.reserveCapacity(query.count + 1)
    for letter in query { costs.append(costs[costs.count - 1] + letter.weight) }
    self.costs = costs
    rows = (costs, costs, costs)
  }

  /// What it costs to insert the whole query.
  var cost: Int32 { costs[costs.count - 1] }

  /// Returns the best of the three readings.
  ///
  /// A part and a text inside the query count less than the whole, and the more so the shorter they are.
  ///
  /// - Parameters:
  ///   - text: The letters of the text.
  ///   - gaps: The positions in the text at which anything may be inserted, in ascending order; empty for a text
  ///     without arguments.
  mutating func align(_ text: [Letter], gaps: [Int] = []) -> Alignment {
    let length = text.reduce(Int32(0)) { $0 + $1.weight }
    guard length > 0, cost > 0 else { return Alignment(reading: .whole, score: 0, fit: 0, whole: 0) }
    let (queried, known) = (Double(cost), Double(length))
    var best = Alignment(reading: .whole, score: 0, fit: 0, whole: 0)
    if queried < known * 1.25 {
      let fit = max(0, 1 - Double(distance(to: text, gaps, .part)) / queried)
      let score = fit * (0.80 + 0.15 * min(1, queried / known))
      if score > best.score { best = Alignment(reading: .part, score: score, fit: fit, whole: 0) }
    }
    if known < queried * 1.25 {
      let fit = max(0, 1 - Double(distance(to: text, gaps, .inside)) / known)
      let score = fit * (0.78 + 0.15 * min(1, known / queried))
      if score > best.score { best = Alignment(reading: .inside, score: score, fit: fit, whole: 0) }
    }
    // Texts of very different lengths cannot be the same.
    let bound = gaps.isEmpty ? min(queried, known) / max(queried, known) : 1
    guard bound >= 0.8 || bound > best.score else { return best }
    // Letters in gaps are not counted, so the text decides how much can differ.
    let whole = max(0, 1 - Double(distance(to: text, gaps, .whole)) / (gaps.isEmpty ? max(queried, known) : known))
    best.whole = whole
    let score = gaps.isEmpty ? whole : whole * (0.80 + 0.15 * min(1, known / queried))
    return score >= best.score ? Alignment(reading: .whole, score: score, fit: whole, whole: whole) : best
  }

  /// Returns the smallest cost of the edits that make a text the query, or a part of the query, or make a part of the
  /// text the query.
  private mutating func distance(to text: [Letter], _ gaps: [Int], _ reading: Alignment.Reading) -> Int32 {
    let width = query.count
    var (old, last, new) = rows
    // Without this, the first change of each row would copy it.
    rows = ([], [], [])
    var gap = 0
    var isGap = gaps.first == 0
    if isGap { gap = 1 }
    // A query that would be nothing but a value is no part of the text.
    let isFree = reading == .inside || isGap && reading == .whole
    for column in 0...width { last[column] = isFree ? 0 : costs[column] }
    var best = last[width]
    var deleted: Int32 = 0
    for row in 0..<text.count {
      let letter = text[row]
      let weight = letter.weight
      deleted += weight
      isGap = gap < gaps.count && gaps[gap] == row + 1
      if isGap { gap += 1 }
      var left = reading == .part ? 0 : deleted
      new[0] = left
      var diagonal = last[0]
      for column in 0..<width {
        let other = query[column]
        let above = last[column + 1]
        var cost = diagonal + (other == letter ? 0 : 2)
        cost = min(cost, above + weight)
        cost = min(cost, left + (isGap ? (reading == .part ? 1 : 0) : other.weight))
        if row > 0, column > 0, other == text[row - 1], query[column - 1] == letter, other != letter {
          cost = min(cost, old[column - 1] + 2)
        }
        new[column + 1] = cost
        left = cost
        diagonal = above
      }
      if reading == .part { best = min(best, left) }
      swap(&old, &last)
      swap(&last, &new)
    }
    rows = (old, last, new)
    switch reading {
    case .whole: return last[width]
    case .part: return best
    case .inside: return last.min() ?? 0
    }
  }
}
