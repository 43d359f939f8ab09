/// Which texts contain each gram, and how much each gram says.
struct GramIndex: Sendable {
  private let table: GramTable
  /// Where the texts of each gram start in ``postings``.
  private let starts: [UInt32]
  /// The numbers of texts: those of one gram after those of another, each in ascending order.
  private let postings: [UInt32]
  /// The weight of all grams of each text.
  private let weights: [Float]

  /// Makes an index of texts.
  ///
  /// - Parameters:
  ///   - letters: The letters of all texts, one text after the other.
  ///   - ends: Where each text ends.
  init(letters: [Letter], ends: [Int]) {
    // About one letter in thirty is the first of a new gram when there are many texts.
    var table = GramTable(capacity: letters.count / 30)
    // The grams of all texts, each once in a text; where those of each text end; in how many texts each gram is.
    var grams: [UInt32] = []
    grams.reserveCapacity(letters.count + letters.count / 4)
    var gramEnds: [Int] = []
    gramEnds.reserveCapacity(ends.count)
    var counts: [UInt32] = []
    var lastText: [UInt32] = []
    var start = 0
    for (text, end) in ends.enumerated() {
      let mark = UInt32(truncatingIfNeeded: text)
      Grams.forEach(of: letters, in: start..<end) { gram in
        let number = table.add(gram)
        if number == counts.count {
          counts.append(0)
          lastText.append(UInt32.max)
        }
        if lastText[number] != mark {
          lastText[number] = mark
          counts[number] += 1
          grams.append(UInt32(truncatingIfNeeded: number))
        }
      }
      gramEnds.append(grams.count)
      start = end
    }
    var starts: [UInt32] = [0]
    starts.reserveCapacity(counts.count + 1)
    for count in counts { starts.append(starts[starts.count - 1] + count) }
    let weightOfGram = counts.map { Self.weight(count: Int($0), texts: ends.count) }
    var next = starts
    var postings = [UInt32](repeating: 0, count: grams.count)
    var weights = [Float](repeating: 0, count: ends.count)
    start = 0
    for text in 0..<ends.count {
      var weight: Float = 0
      for place in start..<gramEnds[text] {
        let gram = Int(grams[place])
        postings[Int(next[gram])] = UInt32(truncatingIfNeeded: text)
        next[gram] += 1
        weight += weightOfGram[gram]
      }
      weights[text] = weight
      start = gramEnds[text]
    }
    (self.table, self.starts, self.postings, self.weights) = (table, starts, postings, weights)
  }

  /// Returns how much a gram says that is in so many of the texts.
  private static func weight(count: Int, texts: Int) -> Float { logarithm(1 + Float(texts) / Float(max(1, count))) }

  /// Returns the binary logarithm, exact enough for a weight. The module does without Foundation.
  private static func logarithm(_ value: Float) -> Float { Float(value.exponent) + value.significand - 1 }

  /// A text that may be what a query means.
  struct Candidate {
    /// The number of the text.
    let text: Int
    /// The weight of the grams that it shares with the query.
    let explained: Float
    /// The share of its own weight that the query has.
    let coverage: Float
  }

  /// The grams of a query, and the texts that share the most with it.
  struct Candidates {
    /// The texts.
    var texts: [Candidate] = []
    /// The weight of all grams of the query.
    var weight: Float = 0
  }

  /// How many entries of the lists one search reads. Grams that are in fewer texts come first.
  private static let budget = 1_500_000

  /// Returns the texts that share the most with a query.
  ///
  /// - Parameters:
  ///   - query: The folded query.
  ///   - limit: How many texts to return.
  ///   - isAllowed: Whether a text is searched at all.
  /// - Returns: The texts in no particular order.
  func candidates(for query: [Letter], limit: Int, where isAllowed: (Int) -> Bool) -> Candidates {
    var result = Candidates()
    var keys: [UInt64] = []
    Grams.forEach(of: query, in: 0..<query.count) { keys.append($0) }
    keys.sort()
    var known: [(gram: Int, count: Int)] = []
    var previous: UInt64 = 0
    for key in keys where key != previous {
      previous = key
      guard let gram = table.number(of: key) else {
        result.weight += Self.weight(count: 1, texts: weights.count)
        continue
      }
      let count = Int(starts[gram + 1] - starts[gram])
      result.weight += Self.weight(count: count, texts: weights.count)
      known.append((gram, count))
    }
    known.sort { $0.count < $1.count }
    var explained = [Float](repeating: 0, count: weights.count)
    var touched: [UInt32] = []
    var read = 0
    for (gram, count) in known {
      // The rarest gram is always read, because the query has nothing better.
      if read > 0, read + count > Self.budget { break }
      read += count
      let weight = Self.weight(count: count, texts: weights.count)
      for place in Int(starts[gram])..<Int(starts[gram + 1]) {
        let text = postings[place]
        if explained[Int(text)] == 0 { touched.append(text) }
        explained[Int(text)] += weight
      }
    }
    // One half by what they share, and one half by what they share in proportion to their own length: a short text in a
    // long query shares little, and a long text shares something with every query.
    var most = BestList(limit: limit / 2)
    var densest = BestList(limit: limit - limit / 2)
    for text in touched {
      let index = Int(text)
      let shared = explained[index]
      let density = shared * shared / max(weights[index], 0.001)
      guard most.takes(shared) || densest.takes(density), isAllowed(index) else { continue }
      most.add(index, shared)
      densest.add(index, density)
    }
    result.texts = Set(most.items + densest.items).sorted().map {
      Candidate(text: $0, explained: explained[$0], coverage: explained[$0] / max(weights[$0], 0.001))
    }
    return result
  }
}
