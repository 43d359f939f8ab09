import RegistryCatalog

/// A text whose source text has changed, with the source text before and after.
public struct StaleTranslation: Sendable {
  /// The text.
  public let translation: Translation
  /// The source text from which the text was made.
  public let sourceThen: String
  /// The current source text.
  public let sourceNow: String
}

extension RegistryReader {
  /// Returns the stale texts, ordered by number and the position of the language.
  ///
  /// - Parameters:
  ///   - filter: The texts to return. Its `isStale` is treated as true.
  ///   - code: The number of a code, or its symbol in any case; nil for all codes.
  /// - Returns: The stale texts with their source texts.
  /// - Throws: `RegistryError.Code.codeNotFound` or `RegistryError.Code.languageNotFound` when the code or the language
  ///   does not exist; `RegistryError.Code.invalidLanguageTag` when the language is not a language tag.
  public func staleTranslations(
    _ filter: TranslationFilter = TranslationFilter(), code: String? = nil
  ) throws(RegistryError) -> [StaleTranslation] {
    var filter = filter
    filter.isStale = true
    let number = try code.map { (name) throws(RegistryError) in try self.code(named: name).value.number }
    guard let source = try sourceLanguage()?.tag else { return [] }
    var stale: [StaleTranslation] = []
    for translation in try translations(filter, ofCode: number).compactMap(\.translation) {
      // The actor who last wrote or reviewed the text saw the source text of that time, unless the text was imported
      // from a file with an older source text.
      let written = try rowHistory(of: .translation(translation.code, translation.language)).inForce.last
      let seen = min(
        written ?? translation.revision, try lastRevision(ofSourceOf: translation, in: source) ?? .max)
      let now = try translationRow(code: translation.code, language: source)?.value.text ?? ""
      stale.append(
        StaleTranslation(
          translation: translation,
          sourceThen: try text(translation.code, source, at: seen) ?? now, sourceNow: now))
    }
    return stale
  }

  /// Returns the last revision at which the source text meant what a text was made from; nil when it still does.
  private func lastRevision(ofSourceOf translation: Translation, in source: LanguageTag) throws(RegistryError) -> Int? {
    let row = try translationRow(code: translation.code, language: translation.language)
    let next = try database.queryOne(
      """
      SELECT min(operation) FROM change
      WHERE code = ? AND language = ? AND entity = 'translation' AND field = 'meaning_revision' AND operation > ?
      """, [.init(translation.code), .init(source), .init(row?.value.sourceRevision)])
    return try next?.optionalInteger(0).map { $0 - 1 }
  }
}
