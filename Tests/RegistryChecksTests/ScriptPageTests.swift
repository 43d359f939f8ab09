import Foundation
import RegistryTestSupport
import Testing

@testable import RegistryChecks

/// Holds the examples of docs/checks-unicode.md.
@Suite struct ScriptPageTests {
  private static func sections() throws -> [(id: String, text: Substring)] {
    let page = try String(contentsOfFile: "\(Command.package)/docs/checks-unicode.md", encoding: .utf8)
    return page.split(separator: "\n### ").dropFirst().compactMap { section in
      section.firstIndex(of: "\n").map { (String(section[..<$0]), section[$0...]) }
    }
  }

  /// Returns an example of a section; `U+200B` with the spaces around it stands for the character.
  private static func example(_ mark: String, in section: Substring) throws -> TextLeaf {
    let source = "\\*\\*\(mark)\\*\\* \\(`([^`]+)`\\): `([^`]+)`"
    let pattern = try Regex(source, as: (Substring, Substring, Substring).self)
    let match = try #require(section.firstMatch(of: pattern), "\(section)")
    let text = String(match.output.2).replacing(#/ ?U\+([0-9A-F]{4}) ?/#) { "\\u{\($0.1)}" }
    return try TextLeaf.of(text, String(match.output.1))
  }

  @Test func `every check has a section with its severity`() throws {
    let sections = try Self.sections()
    #expect(sections.map(\.id) == ScriptCorpusTests.checks.map(\.id))
    for (check, section) in zip(ScriptCorpusTests.checks, sections) {
      #expect(section.text.hasPrefix("\n\n\(check.severity == .error ? "Error" : "Warning")"), "\(check.id)")
    }
  }

  @Test func `the bad example has the finding, and the good example has none`() throws {
    for (id, section) in try Self.sections() {
      let check = try #require(ScriptCorpusTests.checks.first { $0.id == id })
      let (bad, good) = (try Self.example("Bad", in: section), try Self.example("Good", in: section))
      #expect(check.applies(bad.language) && !check.find(bad).isEmpty, "\(id)")
      for other in ScriptCorpusTests.checks where other.applies(good.language) {
        #expect(other.find(good).isEmpty, "\(id): \(other.id) in \(good.text)")
      }
    }
  }
}
