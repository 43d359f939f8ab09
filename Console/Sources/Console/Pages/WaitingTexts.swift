import Registry

/// How many texts wait for what: the inbox of every person, counted.
struct WaitingTexts: Sendable {
  private var counts: [LanguageTag: [InboxItem.Need: Int]] = [:]
  /// The number of texts of each author that wait for the review of somebody else, with the origin of one of them.
  private var own: [LanguageTag: [String: (origin: TextOrigin, count: Int)]] = [:]

  /// Counts the items of somebody who has written nothing.
  init(_ items: [InboxItem]) {
    for item in items {
      counts[item.language, default: [:]][item.need, default: 0] += 1
      guard item.need == .review, let origin = item.origin, let author = origin.author else { continue }
      own[item.language, default: [:]][author, default: (origin, 0)].count += 1
    }
  }

  /// Returns the number of texts in a language that wait for a person.
  func count(_ need: InboxItem.Need, _ language: LanguageTag, for person: String) -> Int {
    let own =
      need == .review
      ? self.own[language]?.values.filter { $0.origin.isWritten(by: person) }.map(\.count).reduce(0, +) : nil
    return (counts[language]?[need] ?? 0) - (own ?? 0)
  }
}
