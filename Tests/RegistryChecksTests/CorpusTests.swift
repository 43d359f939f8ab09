import Foundation
import RegistryCatalog
import Testing

@testable import RegistryChecks

/// Runs all checks over the texts of the folder `Corpus`, and measures how often they are right.
@Suite struct CorpusTests {
  /// A text of the corpus.
  struct Row {
    let file: String
    let language: LanguageTag
    /// The source text; nil for a text of the source language.
    let source: String?
    let text: String
    /// The checks that find something, and nothing else does.
    let checks: Set<String>
  }

  /// What a check has found in all texts.
  struct Score {
    var right = 0
    var wrong = 0
    var missed = 0

    /// The share of findings that are right.
    var precision: Double { right + wrong == 0 ? 1 : Double(right) / Double(right + wrong) }
    /// The share of faults that are found.
    var recall: Double { right + missed == 0 ? 1 : Double(right) / Double(right + missed) }
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Corpus")

  static func rows() throws -> [Row] {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.contains("-") }
      .sorted()
    return try files.flatMap { file in
      try String(contentsOf: folder.appending(path: file), encoding: .utf8).split(separator: "\n").dropFirst().map {
        let cells = $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        try #require(cells.count == 4, "\(file): \($0)")
        return Row(
          file: file, language: try #require(LanguageTag(cells[0])), source: cells[1].isEmpty ? nil : cells[1],
          text: cells[2], checks: Set(cells[3].split(separator: ",").map(String.init)))
      }
    }
  }

  static func language(_ tag: LanguageTag) -> Language {
    let isRightToLeft = ["ar", "fa", "ur", "he"].contains(tag.language)
    return Language(
      tag: tag, englishName: "", ownName: "", direction: isRightToLeft ? .rightToLeft : .leftToRight,
      fallback: tag == .english ? nil : .english, isRequired: true, position: 0)
  }

  @Test func `checks find what is wrong in the corpus and nothing else`() throws {
    let rows = try Self.rows()
    let languages = Set(rows.map(\.language) + [.english]).map(Self.language)
    let plain = TextChecker(languages: languages)
    let withTerms = TextChecker(languages: languages, terms: CorpusTerms.all)
    var scores: [String: Score] = [:]
    var mistakes: [String] = []
    for row in rows {
      let checker = row.file.contains("glossary") ? withTerms : plain
      let found = Set(
        checker.findings(code: 1, language: row.language, text: row.text, source: row.source).map(\.check))
      for check in found.union(row.checks) {
        switch (found.contains(check), row.checks.contains(check)) {
        case (true, true): scores[check, default: Score()].right += 1
        case (true, false): scores[check, default: Score()].wrong += 1
        default: scores[check, default: Score()].missed += 1
        }
      }
      if found != row.checks {
        mistakes.append("\(row.file) \(row.language) \(row.text): \(found.sorted()) instead of \(row.checks.sorted())")
      }
    }
    let good = rows.count { $0.checks.isEmpty }
    print("\(good) good texts, \(rows.count - good) bad texts; precision and recall in percent")
    for check in Check.all {
      guard let score = scores[check.id] else { continue }
      print(check.id, check.severity.rawValue, percent(score.precision), percent(score.recall), separator: "\t")
    }
    #expect(mistakes.isEmpty, "\(mistakes.joined(separator: "\n"))")
    #expect(good >= 150 && rows.count - good >= 150)
    #expect(Set(scores.keys).isSubset(of: Check.all.map(\.id)))
  }

  private func percent(_ share: Double) -> String { String(format: "%.1f", 100 * share) }
}
