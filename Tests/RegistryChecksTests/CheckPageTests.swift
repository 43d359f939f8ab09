import Foundation
import RegistryCatalog
import Testing

@testable import RegistryChecks

/// Runs the examples of docs/checks.md.
///
/// An example is a block after `<!-- check: LANGUAGE -->`. It follows the heading of its check, and has a source text,
/// unless it is one itself, a bad text and a good one. Texts of two codes are separated by a slash.
@Suite struct CheckPageTests {
  private struct Example {
    let check: String
    let language: LanguageTag
    let lines: [String: String]
  }

  private static let page: String = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../docs/checks.md")
    return (try? String(contentsOf: root, encoding: .utf8)) ?? ""
  }()

  private func examples() throws -> [Example] {
    var examples: [Example] = []
    for section in Self.page.split(separator: "\n### ").dropFirst() {
      let check = try #require(section.firstMatch(of: /^`([a-z-]+)`, an? (error|warning|note)\n/))
      let id = String(check.output.1)
      #expect(Check.named(id)?.severity.rawValue == String(check.output.2), "\(id)")
      let blocks = section.matches(of: /<!-- check: (\S+) -->\n```text\n(.*?)\n```/.dotMatchesNewlines())
      #expect(!blocks.isEmpty, "\(id) has no example.")
      for block in blocks {
        var lines: [String: String] = [:]
        for line in block.output.2.split(separator: "\n") {
          let parts = line.split(separator: ": ", maxSplits: 1).map(String.init)
          try #require(parts.count == 2, "\(line)")
          lines[parts[0]] = Self.unescaped(parts[1])
        }
        examples.append(
          Example(check: id, language: try #require(LanguageTag(String(block.output.1))), lines: lines))
      }
    }
    return examples
  }

  private static func unescaped(_ text: String) -> String {
    text.replacing(/\\u\{([0-9A-F]+)\}/) { match in
      UInt32(match.output.1, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
    }
  }

  private func found(_ text: String, _ source: String?, in language: LanguageTag) -> Set<String> {
    let languages = [CorpusTests.language(.english), CorpusTests.language(language)]
    let (texts, sources) = (text.components(separatedBy: " / "), source?.components(separatedBy: " / "))
    var messages: [Snapshot.Message] = []
    for (code, text) in texts.enumerated() {
      messages.append(.init(code: code + 1, language: language, text: text))
      if let sources { messages.append(.init(code: code + 1, language: .english, text: sources[code])) }
    }
    let codes = texts.indices.map { StatusCode(number: $0 + 1, symbol: "CODE_\($0)", category: "public") }
    let snapshot = Snapshot(
      revision: 1, languages: language == .english ? [languages[0]] : languages, categories: [], codes: codes,
      messages: messages)
    let findings = Checker(snapshot, terms: CorpusTerms.all).findings()
    return Set(findings.filter { $0.row?.language == language }.map(\.check))
  }

  @Test func `a check finds its bad example, and nothing in its good one`() throws {
    for example in try examples() {
      let (bad, good) = (try #require(example.lines["bad"]), try #require(example.lines["good"]))
      let source = example.lines["source"]
      #expect(found(bad, source, in: example.language).contains(example.check), "\(example.check): \(bad)")
      let others = found(good, source, in: example.language)
      #expect(others.isEmpty, "\(example.check): \(good) has \(others)")
    }
  }

  @Test func `the page has every check, in order`() throws {
    let documented = Self.page.matches(of: /(?m)^### `([a-z-]+)`/).map { String($0.output.1) }
    #expect(documented.sorted() == Check.all.map(\.id).sorted())
  }
}
