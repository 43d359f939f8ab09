import TextFolding

/// One way to read a query: as it is, a quoted part of it, a line of it, or what it was before a log changed it.
struct QueryReading {
  let text: QueryText
  /// What the score of a hit is multiplied with.
  let factor: Double
  /// Whether only texts count that are the whole of the reading. A line of a log or a quoted word is short, and a part
  /// of many texts.
  let isWhole: Bool

  init(_ text: String, factor: Double = 1, isWhole: Bool = false) {
    self.text = QueryText(text)
    self.factor = factor
    self.isWhole = isWhole
  }

  /// How many letters of a reading are compared with texts. A longer text is read in pieces.
  static let lengthLimit = 512

  /// How many readings of one query there are.
  private static let limit = 24

  /// Returns the ways to read a query.
  static func readings(of query: String) -> [QueryReading] {
    var texts: [(text: String, isWhole: Bool)] = [(query, false)]
    for text in [LogDebris.unescaped(query), LogDebris.percentDecoded(query)].compactMap({ $0 }) {
      texts.append((text, false))
    }
    if let words = SymbolWords.split(query) { texts.append((words, false)) }
    for (text, _) in texts { texts += quoted(in: text).map { ($0, true) } }
    for (text, isWhole) in texts where !isWhole { texts += lines(of: text).map { ($0, true) } }
    var seen: Set<FoldedText> = []
    var readings: [QueryReading] = []
    for (text, isWhole) in texts {
      for piece in pieces(of: text) where readings.count < limit {
        let reading = QueryReading(
          piece, factor: isWhole ? 0.97 : readings.isEmpty ? 1 : 0.98, isWhole: isWhole)
        if !reading.text.letters.isEmpty, seen.insert(reading.text.folded).inserted { readings.append(reading) }
      }
    }
    return readings
  }

  /// Returns overlapping pieces of a long text.
  private static func pieces(of text: String) -> [String] {
    guard text.utf8.count > lengthLimit else { return [text] }
    let scalars = Array(text.unicodeScalars.prefix(lengthLimit * limit))
    return stride(from: 0, to: max(1, scalars.count - lengthLimit / 4), by: lengthLimit * 3 / 4).map { start in
      String(String.UnicodeScalarView(scalars[start..<min(scalars.count, start + lengthLimit)]))
    }
  }

  /// Returns the lines of a text with several.
  private static func lines(of text: String) -> [String] {
    let lines = text.split { $0.isNewline }
    return lines.count > 1 ? lines.prefix(limit).map(String.init) : []
  }

  private static let quotes: [Unicode.Scalar: Unicode.Scalar] = [
    "\"": "\"", "“": "”", "«": "»", "「": "」", "『": "』", "《": "》", "【": "】", "`": "`", "„": "“",
  ]

  /// Returns what a text has between quotation marks, except the keys of JSON.
  private static func quoted(in text: String) -> [String] {
    let scalars = Array(text.unicodeScalars.prefix(lengthLimit * limit))
    var (found, place): ([String], Int) = ([], 0)
    while place < scalars.count, found.count < limit {
      defer { place += 1 }
      guard let closing = quotes[scalars[place]],
        let end = scalars[(place + 1)...].prefix(lengthLimit).firstIndex(of: closing), end > place + 2
      else { continue }
      let isKey = scalars[(end + 1)...].first { !$0.isBlank } == ":"
      if !isKey { found.append(String(String.UnicodeScalarView(scalars[(place + 1)..<end]))) }
      place = end
    }
    return found
  }
}
