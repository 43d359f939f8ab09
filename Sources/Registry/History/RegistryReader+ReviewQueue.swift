import RegistryCatalog

/// A text that waits for the review of a person.
public struct ReviewItem: Sendable {
  /// The text, which is neither reviewed nor stale.
  public let translation: Translation
  /// The text of the code in the source language; nil when this is the text itself.
  public let source: String?
  /// Who wrote the text, and when.
  public let origin: TextOrigin?
  /// The text that was there before; nil when there was none.
  public let before: String?
}

extension RegistryReader {
  /// Returns a part of the texts that wait for the review of a person: those in use that are neither reviewed nor
  /// stale, and that somebody else wrote or that came with the registry. They are ordered by number and the position of
  /// the language.
  ///
  /// - Parameters:
  ///   - actor: The person's name. ASCII letters are the same in any case.
  ///   - language: A language of the registry, in any BCP 47 form; nil for all of them.
  ///   - window: The part of the list.
  /// - Returns: The texts, and whether there are more.
  /// - Throws: `RegistryError.Code.languageNotFound` when the language does not exist;
  ///   `RegistryError.Code.invalidLanguageTag` when it is not a language tag.
  public func reviewQueue(
    of actor: String, language: String? = nil, window: CodeWindow
  ) throws(RegistryError) -> WindowedRows<ReviewItem> {
    let source = try sourceLanguage()?.tag
    let limit = max(1, min(window.limit, 1_000_000))
    var window = window
    var items: [ReviewItem] = []
    // Each turn reads as many texts as a page has. What need not be reviewed, and what the person wrote, is left out.
    while true {
      window.limit = limit
      let part = try translations(TranslationFilter(language: language), window: window)
      var byCode: [(code: Int, texts: [Translation])] = []
      for text in part.rows.compactMap(\.translation) where !text.isStale && !text.state.isReviewed {
        if byCode.last?.code != text.code { byCode.append((text.code, [])) }
        byCode[byCode.count - 1].texts.append(text)
      }
      var found: [ReviewItem] = []
      for (code, texts) in byCode where try self.code(code)?.value.state != .retired {
        let origins = try textOrigins(ofCode: code)
        let sourceText = try source.flatMap { (tag) throws(RegistryError) in
          try translationRow(code: code, language: tag)?.value.text
        }
        for text in texts {
          let origin = origins[.translation(code, text.language)]
          if origin?.author.map({ ActorName.isSame($0, actor) }) == true { continue }
          let before = try origin.flatMap { (origin) throws(RegistryError) in
            try self.text(code, text.language, at: origin.operation - 1)
          }
          found.append(
            ReviewItem(
              translation: text, source: text.language == source ? nil : sourceText, origin: origin, before: before))
        }
      }
      items = window.isBackward ? found + items : items + found
      if items.count > limit || !part.hasMore { return Self.cut(items, limit, window, hasMore: part.hasMore) }
      if window.isBackward { window.before = part.rows.first?.code } else { window.after = part.rows.last?.code }
    }
  }

  /// Returns as many texts as fit, without dividing those of one code.
  private static func cut(
    _ items: [ReviewItem], _ limit: Int, _ window: CodeWindow, hasMore: Bool
  ) -> WindowedRows<ReviewItem> {
    guard items.count > limit else { return WindowedRows(rows: items, hasMore: hasMore) }
    let ordered = window.isBackward ? items.reversed() : items
    let first = ordered[0].translation.code
    let dropped = ordered[limit].translation.code
    let kept = ordered.prefix { dropped == first ? $0.translation.code == first : $0.translation.code != dropped }
    return WindowedRows(
      rows: window.isBackward ? kept.reversed() : Array(kept), hasMore: kept.count < items.count || hasMore)
  }

  /// Returns the number of texts that a person wrote and that wait for the review of somebody else.
  ///
  /// - Parameters:
  ///   - actor: The person's name. ASCII letters are the same in any case.
  ///   - language: A language of the registry, in any BCP 47 form; nil for all of them.
  /// - Returns: The number of texts.
  /// - Throws: `RegistryError.Code.languageNotFound` when the language does not exist;
  ///   `RegistryError.Code.invalidLanguageTag` when it is not a language tag.
  public func countOfTextsInReview(writtenBy actor: String, language: String? = nil) throws(RegistryError) -> Int {
    let tag = try language.map { (name) throws(RegistryError) in try self.language(named: name).value.tag }
    var texts: [Int: Set<LanguageTag>] = [:]
    for case .translation(let code, let other) in try textsEverWritten(by: actor) where tag == nil || other == tag {
      texts[code, default: []].insert(other)
    }
    var count = 0
    for (code, languages) in texts where try self.code(code)?.value.state != .retired {
      let origins = try textOrigins(ofCode: code)
      for text in try translations(ofCode: code).compactMap(\.translation) where languages.contains(text.language) {
        let author = origins[.translation(code, text.language)]?.author
        if !text.isStale, !text.state.isReviewed, author.map({ ActorName.isSame($0, actor) }) == true { count += 1 }
      }
    }
    return count
  }

  /// Returns the texts that an actor has ever written, whoever changed them since.
  func textsEverWritten(by author: String) throws(RegistryError) -> Set<RegistryRow> {
    let rows = try database.query(
      """
      SELECT DISTINCT change.code, change.language FROM operation
      JOIN change ON change.operation = operation.id AND change.entity = 'translation' AND change.field = 'text'
      WHERE operation.actor = ? COLLATE NOCASE AND operation.id > 1
      """, [.text(author)])
    var found: Set<RegistryRow> = []
    while try rows.next() { found.insert(.translation(try rows.integer(0), try rows.tag(1))) }
    return found
  }
}
