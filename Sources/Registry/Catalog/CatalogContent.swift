import RegistrySQLite

/// What a catalog holds: codes and messages in columns. Nothing of it ever changes, and every copy of a catalog shares
/// it.
final class CatalogContent: Sendable {
  /// The release's name; nil for a live registry.
  let release: String?
  let revision: Int
  /// The content digest that a snapshot states; nil for a live registry.
  let statedDigest: String?
  /// By position.
  let languages: [Language]
  /// By position.
  let categories: [StatusCategory]
  let codes: CodeColumns
  let messageCount: Int
  /// For each language, the places of its fallback chain, itself first.
  private let chains: [[Int]]
  /// The place of the language that is the last resort; nil in an empty registry.
  let source: Int?
  /// A column a language, in the order of `languages`.
  private let messages: TextTable
  // What a look-up needs of the languages and codes lies together.
  private let index: NumberIndex
  private let tags: [String]
  private let answers: [(language: LanguageTag, direction: Direction)]
  /// A bit a row.
  private let retired: [UInt64]

  /// Reads a snapshot, and gives `check`, if there is one, each part as soon as it is read.
  ///
  /// Throws: `corrupt` for what does not fit together; `unverified` where it does not say what it is.
  init(_ tables: SnapshotTables, _ check: ContentCheck? = nil) throws(RegistryError) {
    var infoRows = try tables.rows("registry_info", columnCount: 2)
    var info: [String: String] = [:]
    while try infoRows.next() { info[try infoRows.text(0)] = try infoRows.text(1) }
    guard info["format"] == "\(SnapshotSchema.contract)", let revision = info["revision"].flatMap({ Int($0) }) else {
      throw RegistryError(.unverified, "The file does not say what it is: registry_info is incomplete.")
    }
    self.revision = revision
    release = info["release"].flatMap { $0.isEmpty ? nil : $0 }
    statedDigest = info["content_digest"].flatMap { $0.isEmpty ? nil : $0 }
    var languageRows = try tables.rows("language", columnCount: 7)
    let languages = try Language.all(&languageRows).sorted { ($0.position, $0.tag) < ($1.position, $1.tag) }
    self.languages = languages
    var ranges = try tables.rows("category_range", columnCount: 3)
    var names = try tables.rows("category_name", columnCount: 3)
    var categoryRows = try tables.rows("category", columnCount: 2)
    let categories = try StatusCategory.all(&categoryRows, ranges: &ranges, names: &names).sorted {
      $0.position < $1.position
    }
    self.categories = categories
    var codeRows = try tables.rows("status_code", columnCount: 8)
    let codes = try CodeColumns(&codeRows, categories: categories.map(\.key))
    self.codes = codes
    index = codes.index
    tags = languages.map(\.tag.description)
    try check?.add(languages, categories, codes, messageCount: tables.rowCount("message"))
    var messageRows = try tables.rows("message", columnCount: 3)
    let columns = try MessageColumns(&messageRows, codes.index, tags) { check?.add($0, $1) }
    messages = TextTable(columns.texts, rowCount: codes.count)
    messageCount = columns.count
    answers = languages.map { ($0.tag, $0.direction) }
    let places = Dictionary(zip(languages.map(\.tag), languages.indices), uniquingKeysWith: { first, _ in first })
    chains = languages.fallbackChains.map { $0.chain.compactMap { places[$0] } }
    source = languages.firstIndex { $0.fallback == nil }
    var retired = [UInt64](repeating: 0, count: codes.count / 64 + 1)
    for row in 0..<codes.count where codes.isRetired(row) { retired[row / 64] |= 1 << (row % 64) }
    self.retired = retired
  }

  /// The row of a code that callers may be told of; nil for an unknown or retired one.
  @inline(__always)
  func liveRow(of code: Int) -> Int? {
    guard let row = index.row(of: code), !isRetired(row) else { return nil }
    return row
  }

  @inline(__always)
  func isRetired(_ row: Int) -> Bool { retired[row / 64] & 1 << (row % 64) != 0 }

  /// The message of a row in a language itself, if there is one.
  @inline(__always)
  func message(_ row: Int, _ language: Int, isFallback: Bool) -> Catalog.Message? {
    guard let text = messages.text(language, row) else { return nil }
    let answer = answers[language]
    return Catalog.Message(
      code: Int(index.numbers[row]), text: text, language: answer.language, direction: answer.direction,
      isFallback: isFallback)
  }

  /// The message of a row in the languages that a language falls back to, but for the source.
  func fallback(_ row: Int, _ language: Int, refused: [String]) -> Catalog.Message? {
    for place in chains[language].dropFirst() where place != source {
      if refused.contains(where: { tags[place].isInRange($0) }) { continue }
      if let message = message(row, place, isFallback: true) { return message }
    }
    return nil
  }

  func hasText(_ row: Int, _ language: Int) -> Bool { !messages.columns[language].isEmpty(row) }

  /// The place of the language that a tag means, in any form; nil for one that there is not.
  @inline(__always)
  func place(of text: String) -> Int? {
    for place in tags.indices where tags[place] == text { return place }
    return matchingPlace(of: text)
  }

  private func matchingPlace(of text: String) -> Int? {
    guard let match = LanguageTag(text)?.lookup(in: languages.lazy.map(\.tag)) else { return nil }
    return tags.firstIndex(of: match.description)
  }

  /// The content digest of what was read.
  func makeContentDigest() -> String {
    let check = ContentCheck()
    check.add(languages, categories, codes, messageCount: messageCount)
    for language in languages.indices.sorted(by: { languages[$0].tag < languages[$1].tag }) {
      check.add(tags[language], messages.columns[language])
    }
    check.end()
    return check.result().digest
  }
}
