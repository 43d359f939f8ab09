import Foundation
import MessageFormat
import Registry
import RegistryChecks
import Testing

@testable import Console

@Suite struct WordsTests {
  @Test(arguments: Words.languages.map(\.language.tag.description))
  func `every language has every word, as a pattern that its language can fill in`(tag: String) throws {
    let words = try #require(Words.languages.first { $0.language.tag.description == tag })
    for word in Word.allCases {
      let text = try #require(words.all[word], "\(tag) lacks \(word.rawValue)")
      try compare(text, try #require(Words.english.all[word]), word.rawValue, words)
    }
    #expect(words.all.count == Word.allCases.count)
  }

  /// Requires that a pattern has the arguments of the English one, and every form that its language needs.
  private func compare(_ text: String, _ english: String, _ name: String, _ words: Words) throws {
    let pattern = try MessagePattern(text, locale: words.language.tag.description)
    #expect(Set(pattern.arguments) == Set(try MessagePattern(english, locale: "en").arguments), "\(name): \(text)")
    #expect(pattern.missingForms.isEmpty, "\(name): \(text)")
  }

  @Test(arguments: Words.languages.map(\.language.tag.description))
  func `every language has the same checks, errors and names as English`(tag: String) throws {
    let words = try #require(Words.languages.first { $0.language.tag.description == tag })
    let english = Words.english
    #expect(words.checks.keys.sorted() == english.checks.keys.sorted())
    #expect(words.errors.keys.sorted() == english.errors.keys.sorted())
    for (id, check) in english.checks {
      let own = try #require(words.checks[id])
      try #require(own.findings.count == check.findings.count, "\(id)")
      for (text, english) in zip(own.findings, check.findings) { try compare(text, english, id, words) }
    }
    for (code, sentences) in english.errors {
      let own = try #require(words.errors[code])
      try #require(own.count == sentences.count, "\(code)")
      for (text, english) in zip(own, sentences) { try compare(text, english, code, words) }
    }
    for names in [\Names.fields, \.commands, \.characters, \.languages] {
      #expect(words.names[keyPath: names].keys.sorted() == english.names[keyPath: names].keys.sorted())
    }
  }

  @Test func `every check, and everything that an examination can find, has words`() throws {
    let examined = [
      "integrity", "foreign-key", "unrecorded-change", "history-gap", "invalid-content", "invalid-record",
      "release-not-reproducible",
    ]
    #expect(Words.english.checks.keys.sorted() == (Check.all.map(\.id) + examined).sorted())
  }

  @Test func `no Arabic or Chinese word has Latin letters but for names that have no others`() {
    // Brands, formats and keys, and the arguments and keywords of patterns.
    let allowed: Set<String> = ["HTTP", "PDF", "Enter", "Ctrl", "UTC"]
    for words in Words.languages.dropFirst() {
      let texts =
        Array(words.all.values) + words.checks.values.flatMap { [$0.name] + $0.findings }
        + words.errors.values.flatMap(\.self) + Array(words.names.fields.values) + Array(words.names.commands.values)
        + Array(words.names.characters.values) + Array(words.names.languages.values)
      for text in texts {
        let shown = text.replacing(/\{[A-Za-z]+(, plural,)?|(zero|one|two|few|many|other) \{/, with: "")
        let latin = shown.matches(of: /[A-Za-z]+/).map { String($0.output) }.filter { !allowed.contains($0) }
        #expect(latin.isEmpty, "\(text)")
      }
    }
  }

  @Test func `the chosen language comes first, and then those of the browser`() {
    let tag = { (words: Words) in words.language.tag.description }
    #expect(tag(Words.for("ar", accepted: .init("zh"))) == "ar")
    #expect(tag(Words.for(nil, accepted: .init("fr, zh-CN;q=0.8, en;q=0.5"))) == "zh-Hans")
    #expect(tag(Words.for("xx", accepted: .init("ar-SA"))) == "ar")
    #expect(tag(Words.for(nil, accepted: .init("fr"))) == "en")
  }

  @Test func `a time is written as people write it, and has its value for machines`() {
    #expect(
      Words.english.time("2026-01-09T13:05:25Z").markup
        == "<time datetime=\"2026-01-09T13:05:25Z\" dir=\"ltr\">9 January 2026, 13:05 UTC</time>")
    #expect(Words.arabic.time("2026-11-28T00:00:00Z").markup.contains(">28 نوفمبر 2026، 00:00 بالتوقيت العالمي<"))
    #expect(Words.simplifiedChinese.time("2026-12-01T09:30:00Z").markup.contains(">2026年12月1日 09:30（UTC）<"))
    #expect(Words.arabic.time("yesterday").markup == "<bdi>yesterday</bdi>")
  }

  @Test func `a language has its name in the language of the interface, or else its own`() {
    let uzbek = Language(
      tag: LanguageTag("uz") ?? .english, englishName: "Uzbek", ownName: "oʻzbekcha", direction: .leftToRight,
      fallback: .english, isRequired: false, position: 9)
    #expect(Words.arabic.name(of: .english, []) == .words("الإنجليزية"))
    #expect(Words.simplifiedChinese.name(of: .arabic, []) == .words("阿拉伯语"))
    #expect(Words.arabic.name(of: uzbek.tag, [uzbek]) == .value(uzbek, [.words("oʻzbekcha")]))
    #expect(Words.arabic.name(of: uzbek.tag, []) == .code("uz"))
  }
}
