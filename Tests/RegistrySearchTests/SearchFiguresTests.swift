import RegistryCatalog
import RegistryTestSupport
import Testing

@testable import RegistrySearch

/// Measures how many texts of the seed are found after what usually happens to them. The figures are printed, and are
/// those of docs/search.md.
@Suite struct SearchFiguresTests {
  /// How many texts were found.
  struct Recall {
    var (first, tie, three, total) = (0.0, 0.0, 0.0, 0.0)
    var missed: [String] = []

    var summary: String {
      let percent = { (count: Double) in (count / total * 1_000).rounded() / 10 }
      return "first \(percent(first)), tie \(percent(tie)), three \(percent(three))"
    }

    mutating func add(_ hits: [SearchHit], for text: Snapshot.Message, _ query: String) {
      total += 1
      if hits.first?.code == text.code { first += 1 } else { missed.append("\(query) (\(text.code))") }
      if hits.first?.code == text.code || hits.first?.tiedWith.contains(text.code) == true { tie += 1 }
      if hits.contains(where: { $0.code == text.code }) { three += 1 }
    }

    mutating func add(_ other: Recall) {
      first += other.first
      tie += other.tie
      three += other.three
      total += other.total
      missed += other.missed
    }
  }

  @Test(arguments: TextMutation.allCases)
  func `texts are found after what usually happens to them`(mutation: TextMutation) throws {
    let snapshot = try SearchSamples.seed()
    let search = RegistrySearch(snapshot)
    var all = Recall()
    for language in [LanguageTag.english, .arabic, .simplifiedChinese] {
      var random = SeededGenerator(seed: 16)
      var recall = Recall()
      for text in snapshot.messages where text.language == language {
        for _ in 0..<mutation.rounds {
          let query = mutation(text.text, in: language, using: &random)
          recall.add(search.search(query, limit: 3), for: text, query)
        }
      }
      print("\(mutation.rawValue), \(language): \(recall.summary)")
      #expect(recall.first / recall.total >= mutation.target.language, "\(recall.missed)")
      #expect(recall.three / recall.total >= mutation.target.three, "\(recall.missed)")
      all.add(recall)
    }
    #expect(all.total == Double(183 * mutation.rounds))
    #expect(all.first / all.total >= mutation.target.first, "\(all.missed)")
    #expect(all.tie / all.total >= 0.985, "\(all.missed)")
  }

  @Test(arguments: UnansweredQueries.all)
  func `a sentence that no code is about has no strong hit`(query: String) throws {
    let strong = try SearchSamples.search().search(query).filter { !$0.isWeak }
    #expect(strong.isEmpty)
  }

  @Test func `there are 50 sentences that no code is about`() { #expect(Set(UnansweredQueries.all).count == 50) }
}
