import RegistryBytes
import Synchronization

/// The content of a catalog: codes and messages in columns. It is immutable, and all copies of a catalog share it.
final class CatalogContent: Sendable {
  /// Where the content comes from.
  struct Origin: Sendable {
    /// The revision of the registry.
    let revision: Int
    /// The release's name; nil for a live registry.
    let release: String?
    /// The content digest that the snapshot states; nil for a live registry.
    let statedDigest: String?
  }

  let origin: Origin
  /// The languages in the order of their positions.
  let languages: [Language]
  /// The categories in the order of their positions.
  let categories: [StatusCategory]
  let codes: CodeColumns
  let messageCount: Int
  /// The fallback chain of each language, as indexes into `languages`; the language itself comes first.
  private let chains: [[Int]]
  /// The index of the source language, which is the last resort; nil in an empty registry.
  let source: Int?
  /// The messages, one column for each language in the order of `languages`.
  private let messages: TextTable
  // A look-up reads only the following copies of language and code fields. They are stored together, so that it touches
  // fewer cache lines (`scripts/bench --only lookup`).
  private let index: NumberIndex
  private let tags: [String]
  /// Made by the first request for a tag that is not one of the languages, so that loading does not wait for it.
  private let matcher = AtomicLazyReference<LanguageMatcher>()
  private let answers: [(language: LanguageTag, direction: Direction)]
  /// One bit for each row, set when the code is retired.
  private let retired: [UInt64]

  /// Creates the content from its parts.
  ///
  /// - Parameters:
  ///   - origin: Where the content comes from.
  ///   - languages: The languages in the order of their positions.
  ///   - categories: The categories in the order of their positions.
  ///   - codes: The codes.
  ///   - messages: The messages of `codes`, one column for each language in the order of `languages`.
  init(
    _ origin: Origin, _ languages: [Language], _ categories: [StatusCategory], _ codes: CodeColumns,
    _ messages: MessageColumns
  ) {
    self.origin = origin
    self.languages = languages
    self.categories = categories
    self.codes = codes
    index = codes.index
    tags = languages.map(\.tag.description)
    answers = languages.map { ($0.tag, $0.direction) }
    self.messages = TextTable(messages.texts, rowCount: codes.count)
    messageCount = messages.count
    let places = Dictionary(zip(languages.map(\.tag), languages.indices), uniquingKeysWith: { first, _ in first })
    chains = languages.fallbackChains.map { $0.chain.compactMap { places[$0] } }
    source = languages.firstIndex { $0.fallback == nil }
    var retired = [UInt64](repeating: 0, count: codes.count / 64 + 1)
    for row in 0..<codes.count where codes.isRetired(row) { retired[row / 64] |= 1 << (row % 64) }
    self.retired = retired
  }

  /// Returns the row of a code; nil when the code is unknown or retired.
  @inline(__always)
  func liveRow(of code: Int) -> Int? {
    guard let row = index.row(of: code), !isRetired(row) else { return nil }
    return row
  }

  /// Returns whether the code of a row is retired.
  @inline(__always)
  func isRetired(_ row: Int) -> Bool { retired[row / 64] & 1 << (row % 64) != 0 }

  /// Returns the message of a row in a language, without fallback; nil when there is none.
  @inline(__always)
  func message(_ row: Int, _ language: Int, isFallback: Bool) -> Catalog.Message? {
    guard let text = messages.text(language, row) else { return nil }
    let answer = answers[language]
    return Catalog.Message(
      code: Int(index.numbers[row]), text: text, language: answer.language, direction: answer.direction,
      isFallback: isFallback)
  }

  /// Returns the message of a row in the first fallback of a language that has one, without the source language.
  ///
  /// - Parameters:
  ///   - row: The row of the code.
  ///   - language: The index of the language whose fallback chain is searched.
  ///   - refused: The language ranges that must not answer.
  func fallback(_ row: Int, _ language: Int, refused: [String]) -> Catalog.Message? {
    for place in chains[language].dropFirst() where place != source {
      if refused.contains(where: { tags[place].isInRange($0) }) { continue }
      if let message = message(row, place, isFallback: true) { return message }
    }
    return nil
  }

  /// Returns whether a row has a message in a language, without fallback.
  func hasText(_ row: Int, _ language: Int) -> Bool { !messages.columns[language].isEmpty(row) }

  /// Returns the index of the language that a BCP 47 tag refers to; nil when no language matches.
  @inline(__always)
  func place(of text: String) -> Int? {
    for place in tags.indices where tags[place] == text { return place }
    return matchingPlace(of: text)
  }

  private func matchingPlace(of text: String) -> Int? {
    guard let tag = LanguageTag(text) else { return nil }
    return (matcher.load() ?? matcher.storeIfNil(LanguageMatcher(languages.map(\.tag)))).match(tag)
  }

  /// Computes the content digest from the content.
  func makeContentDigest() -> String {
    DigestPipeline.digest(languages, categories, codes, messages.columns, count: messageCount)
  }
}
