import Foundation
import RegistryCatalog
import RegistryTestSupport
import Testing

@testable import RegistryChecks

/// Measures the checks of characters and scripts on texts of payments.
///
/// Each file in `Corpus/Scripts` has a text a line: its language, the text, and the checks that find something in it,
/// once for each finding.
@Suite struct ScriptCorpusTests {
  static let checks = LeafCheck.unicode + LeafCheck.reordering + LeafCheck.arabic + LeafCheck.chinese

  /// What a check found, and what it should have found.
  private struct Score {
    var (right, wrong, missed) = (0, 0, 0)
    var precision: Double { right + wrong == 0 ? 1 : Double(right) / Double(right + wrong) }
    var recall: Double { right + missed == 0 ? 1 : Double(right) / Double(right + missed) }
  }

  private static func texts() throws -> [(leaf: TextLeaf, findings: [String])] {
    try ["unicode", "reordering", "arabic", "chinese"].flatMap { name in
      let file = "\(Command.package)/Tests/RegistryChecksTests/Corpus/Scripts/\(name).tsv"
      return try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
        .map { line in
          let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
          try #require(fields.count == 3, "\(line)")
          return (try TextLeaf.of(fields[1], fields[0]), fields[2].split(separator: ",").map(String.init))
        }
    }
  }

  @Test func `the findings on the corpus are right, and none is missing`() throws {
    let texts = try Self.texts()
    #expect(texts.count { $0.findings.isEmpty } >= 150)
    #expect(texts.count { !$0.findings.isEmpty } >= 150)
    var scores = Dictionary(uniqueKeysWithValues: Self.checks.map { ($0.id, Score()) })
    for (leaf, findings) in texts {
      var expected = findings
      for check in Self.checks where check.applies(leaf.language) {
        for occurrence in check.find(leaf) {
          if let index = expected.firstIndex(of: check.id) {
            expected.remove(at: index)
            scores[check.id]?.right += 1
          } else {
            scores[check.id]?.wrong += 1
            Issue.record("\(check.id) in \(leaf.text): \(occurrence.message)", severity: .warning)
          }
        }
      }
      for id in expected {
        #expect(scores[id] != nil, "There is no check \(id).")
        scores[id]?.missed += 1
        Issue.record("\(id) finds nothing in \(leaf.text)", severity: .warning)
      }
    }
    for check in Self.checks {
      let score = try #require(scores[check.id])
      let isError = check.severity == .error
      print(
        String(
          format: "%@ %@: %d findings, precision %.1f %%, recall %.1f %%",
          check.severity.rawValue, check.id, score.right, score.precision * 100, score.recall * 100))
      #expect(score.right >= 5, "\(check.id) has too few bad texts.")
      #expect(score.precision >= (isError ? 0.99 : 0.97), "\(check.id)")
      #expect(score.recall >= (isError ? 0.99 : 0.95), "\(check.id)")
    }
  }

  @Test func `no check finds anything in the texts of a new registry`() throws {
    let seed = try String(contentsOfFile: "\(Command.package)/seed.sql", encoding: .utf8)
    let rows = seed.matches(of: /(?m)^ +\( ?\d+, '\w+', +'\w+', +'([^']*)', +'([^']*)', +'([^']*)'\)[,;]$/)
    #expect(rows.count == 61)
    for row in rows {
      for (language, text) in [("en", row.1), ("ar", row.2), ("zh-Hans", row.3)] {
        let leaf = try TextLeaf.of(String(text), language)
        for check in Self.checks where check.applies(leaf.language) {
          #expect(check.find(leaf).isEmpty, "\(check.id): \(text)")
        }
      }
    }
  }

  @Test func `the ids of the checks name faults and are different`() {
    let ids = Self.checks.map(\.id)
    #expect(Set(ids).count == ids.count)
    for check in Self.checks {
      #expect(check.id.wholeMatch(of: /[a-z]+(?:-[a-z]+)*/) != nil)
      #expect(!check.summary.isEmpty)
    }
  }
}

extension TextLeaf {
  /// Makes a leaf of a text with escapes such as `\u{200B}` and with arguments such as `{name}`.
  static func of(_ text: String, _ language: String) throws -> TextLeaf {
    let plain = text.replacing(/\\u\{([0-9A-F]+)\}/) { escape in
      String(UInt32(escape.1, radix: 16).flatMap(Unicode.Scalar.init).map(Character.init) ?? "?")
    }.replacing(/\{\w+\}/, with: "\u{FFFC}")
    let tag = try #require(LanguageTag(language))
    let isRightToLeft = ["ar", "fa", "he", "ur"].contains(tag.language)
    return TextLeaf(
      scalars: Array(plain.unicodeScalars), language: tag, direction: isRightToLeft ? .rightToLeft : .leftToRight)
  }

  /// The text with arguments as U+FFFC.
  var text: String { scalars.text(0..<scalars.count) }
}
