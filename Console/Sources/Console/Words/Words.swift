import MessageFormat
import Registry

/// The words of the interface in one language.
///
/// ```swift
/// let words = Words.arabic
/// words(.save)                        // "حفظ"
/// words(.textCount, ["count": 3])     // "3 نصوص"
/// ```
///
/// The words are message patterns, which this project formats itself. A test checks that every language has all words,
/// with the same arguments and every plural form that it needs.
struct Words: Sendable {
  /// The language, which need not be one of the registry.
  let language: Language
  /// The words about checks, and about what an examination of the registry finds, by their names.
  let checks: [String: CheckWords]
  /// What errors say, by the names of their codes.
  let errors: [String: [String]]
  let names: Names
  private let texts: [Word: String]
  private let patterns: [Word: MessagePattern]

  /// Creates the words of a language. A word that cannot be parsed is shown as it is, and fails a test.
  init(
    _ language: Language, checks: [String: CheckWords], errors: [String: [String]], names: Names,
    _ texts: [Word: String]
  ) {
    (self.language, self.checks, self.errors, self.names) = (language, checks, errors, names)
    self.texts = texts
    let locale = language.tag.description
    patterns = texts.compactMapValues { try? MessagePattern($0, locale: locale) }
  }

  /// Returns a word without arguments.
  func callAsFunction(_ word: Word) -> String { self(word, [:]) }

  /// Returns a word with its arguments filled in.
  func callAsFunction(_ word: Word, _ arguments: [String: MessageValue]) -> String {
    (try? patterns[word]?.format(arguments)) ?? texts[word] ?? word.rawValue
  }

  /// The patterns by word, for the tests.
  var all: [Word: String] { texts }

  /// The languages of the interface, in the order in which they are offered.
  static let languages: [Words] = [english, arabic, simplifiedChinese]

  /// Returns the words for a request: of the chosen language, or of the first language that the browser asks for.
  ///
  /// - Parameters:
  ///   - chosen: The tag that the person chose; nil when there is none.
  ///   - accepted: The value of the header field `Accept-Language`.
  static func `for`(_ chosen: String?, accepted: AcceptLanguage) -> Words {
    if let chosen, let words = languages.first(where: { $0.language.tag.description == chosen }) { return words }
    let tags = languages.map(\.language.tag)
    let best = accepted.preferred.lazy.compactMap { LanguageTag($0)?.lookup(in: tags) }.first
    return languages.first { $0.language.tag == best } ?? english
  }
}
