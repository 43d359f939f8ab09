import MessageFormat
import Testing

@testable import Console

@Suite struct WordsTests {
  @Test(arguments: Words.languages.map(\.language.tag.description))
  func `every language has every word, as a pattern that its language can fill in`(tag: String) throws {
    let words = try #require(Words.languages.first { $0.language.tag.description == tag })
    for word in Word.allCases {
      let text = try #require(words.all[word], "\(tag) lacks \(word.rawValue)")
      let pattern = try MessagePattern(text, locale: tag)
      let english = try MessagePattern(try #require(Words.english.all[word]), locale: "en")
      #expect(Set(pattern.arguments) == Set(english.arguments), "\(tag) \(word.rawValue)")
      #expect(pattern.missingForms.isEmpty, "\(tag) \(word.rawValue)")
    }
    #expect(words.all.count == Word.allCases.count)
  }

  @Test func `no word of Arabic or Chinese is left in English`() {
    for words in Words.languages.dropFirst() {
      for (word, text) in words.all { #expect(text != Words.english.all[word], "\(word.rawValue)") }
    }
  }

  @Test func `the chosen language comes first, and then those of the browser`() {
    let tag = { (words: Words) in words.language.tag.description }
    #expect(tag(Words.for("ar", accepted: .init("zh"))) == "ar")
    #expect(tag(Words.for(nil, accepted: .init("fr, zh-CN;q=0.8, en;q=0.5"))) == "zh-Hans")
    #expect(tag(Words.for("xx", accepted: .init("ar-SA"))) == "ar")
    #expect(tag(Words.for(nil, accepted: .init("fr"))) == "en")
  }
}
