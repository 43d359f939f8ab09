import Foundation
import Registry
import RegistryChecks
import Testing

@testable import Console

/// Tests what the interface says about the findings of checks, with the examples of docs/checks.md.
@Suite struct FindingWordsTests {
  private static let languages: [Language] = [
    language("en", "English", .leftToRight, nil), language("ar", "العربية", .rightToLeft, .english),
    language("zh-Hans", "简体中文", .leftToRight, .english), language("zh-Hant", "繁體中文", .leftToRight, .english),
    language("fr", "français", .leftToRight, .english), language("ru", "русский", .leftToRight, .english),
  ]

  private static func language(_ tag: String, _ name: String, _ direction: Direction, _ fallback: LanguageTag?)
    -> Language
  {
    Language(
      tag: LanguageTag(tag) ?? .english, englishName: tag, ownName: name, direction: direction, fallback: fallback,
      isRequired: false, position: 1)
  }

  private static let page: String = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../../docs/checks.md")
    return (try? String(contentsOf: root, encoding: .utf8)) ?? ""
  }()

  /// Returns the findings of all bad examples.
  private func findings() throws -> [Finding] {
    var findings: [Finding] = []
    for block in Self.page.matches(of: /<!-- check: (\S+) -->\n```text\n(.*?)\n```/.dotMatchesNewlines()) {
      let tag = try #require(LanguageTag(String(block.output.1)))
      var lines: [String: [String]] = [:]
      for line in block.output.2.split(separator: "\n") {
        let parts = line.split(separator: ": ", maxSplits: 1).map(String.init)
        lines[parts[0]] = parts[1].replacing(/\\u\{([0-9A-F]+)\}/) { match in
          UInt32(match.output.1, radix: 16).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
        }.components(separatedBy: " / ")
      }
      var messages: [Snapshot.Message] = []
      for (index, text) in (lines["bad"] ?? []).enumerated() {
        messages.append(.init(code: index + 1, language: tag, text: text))
        if let source = lines["source"] {
          messages.append(.init(code: index + 1, language: .english, text: source[index]))
        }
      }
      let codes = [1, 2].map { StatusCode(number: $0, symbol: "CODE_\($0)", category: "public") }
      let snapshot = Snapshot(
        revision: 1, languages: Self.languages, categories: [], codes: codes, messages: messages)
      let terms = [
        Term(
          "payment on behalf",
          renderings: [.english: TermRendering("payment on behalf"), .simplifiedChinese: TermRendering("代付")]),
        Term(
          "payee",
          renderings: [
            .english: TermRendering("payee"), .simplifiedChinese: TermRendering("收款方", forbidden: ["收款人"]),
          ]),
      ]
      findings += Checker(snapshot, terms: terms).findings()
    }
    return findings
  }

  @Test func `every finding of every check is said in the language of the interface`() throws {
    let findings = try findings()
    #expect(Set(findings.map(\.check)) == Set(Check.all.map(\.id)))
    for words in Words.languages {
      for finding in findings {
        let phrase = words.phrase(for: finding, Self.languages)
        // A check without words says its English message.
        #expect(phrase.text != finding.message, "\(words.language.tag) \(finding.check)")
        #expect(!phrase.text.contains("{length}") && !phrase.text.contains("{number}"), "\(phrase.text)")
        guard words.language.tag != .english else { continue }
        for case .words(let text) in phrase.parts {
          #expect(text.firstMatch(of: /[A-Za-z]{2,}/)?.output ?? "PDF" == "PDF", "\(finding.check): \(text)")
        }
      }
    }
  }

  @Test func `every value that a finding has is said`() throws {
    for finding in try findings() {
      let text = Words.arabic.phrase(for: finding, Self.languages).text
      for (name, value) in finding.values { #expect(text.contains(value), "\(finding.check) \(name): \(text)") }
    }
  }

  @Test func `a part of a text has its language and direction, and its invisible characters have names`() {
    let finding = Finding(
      check: "bidi-control", severity: .error, row: .translation(1402, .arabic), message: "x",
      evidence: Finding.Evidence(excerpt: "رمز \u{200E}OTP", range: 0..<8, suggestion: ""))
    let english = Words.english.phrase(for: finding, Self.languages).html.markup
    #expect(english.contains("<bdi lang=\"ar\" dir=\"rtl\">رمز <span class=\"mark\" lang=\"en\" dir=\"ltr\">"))
    #expect(english.contains("[left-to-right mark]</span>OTP</bdi>"))
    #expect(Words.simplifiedChinese.phrase(for: finding, Self.languages).text.contains("[从左到右标记]"))
    let space = Words.arabic.visible("  ", in: nil)
    #expect(space == .value(nil, [.mark("مسافة", Words.arabic.language), .mark("مسافة", Words.arabic.language)]))
    #expect(Words.arabic.visible("غير كافٍ", in: nil) == .value(nil, [.words("غير كافٍ")]))
  }

  @Test func `a finding of a check that the interface does not know is said in English and marked so`() {
    let finding = Finding(check: "new-check", severity: .note, row: nil, message: "Something <new>.")
    #expect(
      Words.arabic.phrase(for: finding, []).html.markup
        == "<bdi lang=\"en\" dir=\"ltr\">Something &lt;new&gt;.</bdi>")
    #expect(
      Phrase(parts: [Words.arabic.name(ofCheck: "new-check")]).html.markup == "<code dir=\"ltr\">new-check</code>")
  }

  @Test func `a script gets the parts of a phrase with the languages that the markup has`() throws {
    let phrase = Words.arabic.phrase(
      .rowText, ["code": .name("1402"), "language": .part(.value(Self.languages[2], [.words("简体中文")]))])
    let json = String(decoding: try JSONEncoder().encode(phrase), as: UTF8.self)
    let parts = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    #expect(parts.count == 3)
    #expect(parts[0]["tag"] as? String == "bdi" && parts[0]["lang"] == nil)
    #expect(parts[1]["text"] as? String == " باللغة ")
    #expect(parts[2]["lang"] as? String == "zh-Hans" && parts[2]["dir"] as? String == "ltr")
  }
}
