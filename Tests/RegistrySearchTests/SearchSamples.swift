import RegistryCatalog
import RegistrySearch

/// Snapshots and terms for the tests of the search.
enum SearchSamples {
  /// The glossary, as far as the tests need it.
  static let terms = [
    Term(
      "OTP",
      renderings: [
        .english: TermRendering("OTP", otherForms: ["OTP code"], synonyms: ["passcode", "verification code"]),
        .arabic: TermRendering("رمز OTP", synonyms: ["رمز التحقق", "كود التفعيل"]),
        .simplifiedChinese: TermRendering("验证码", synonyms: ["动态密码"]),
      ])
  ]

  /// Returns the content of a new registry with further codes, from 1700 on.
  static func seed(adding codes: [(symbol: String, texts: [LanguageTag: String])] = []) throws -> Snapshot {
    let seed = try SearchFixture.seed.get()
    var (added, messages): ([StatusCode], [Snapshot.Message]) = ([], [])
    for (place, code) in codes.enumerated() {
      added.append(StatusCode(number: 1700 + place, symbol: code.symbol, category: "payment"))
      for (language, text) in code.texts {
        messages.append(Snapshot.Message(code: 1700 + place, language: language, text: text))
      }
    }
    return Snapshot(
      revision: seed.revision, languages: seed.languages, categories: seed.categories, codes: seed.codes + added,
      messages: seed.messages + messages)
  }

  /// Returns a search of the seed with a glossary.
  static func search(adding codes: [(symbol: String, texts: [LanguageTag: String])] = []) throws -> RegistrySearch {
    RegistrySearch(try seed(adding: codes), terms: terms)
  }
}
