import RegistrySQLite

/// A text whose source has changed, with the source on both sides.
public struct StaleTranslation: Sendable {
  /// The text.
  public let translation: Translation
  /// The source text that it was made from.
  public let sourceThen: String
  /// The source text now.
  public let sourceNow: String
}

extension RegistryStore {
  /// The stale texts that the filter lets through, by number and the position of the language.
  ///
  /// Throws: `language-not-found`, `invalid-language-tag`, `code-not-found` where filter or `code` names what the
  /// registry has not.
  public func staleTranslations(
    _ filter: TranslationFilter = TranslationFilter(), code: String? = nil
  ) throws(RegistryError) -> [StaleTranslation] {
    try read { (connection) throws(RegistryError) in
      var filter = filter
      filter.isStale = true
      let number = try code.map { (name) throws(RegistryError) in try connection.code(named: name).code.code }
      guard let source = try connection.languages().first(where: { $0.fallback == nil })?.tag else { return [] }
      var stale: [StaleTranslation] = []
      for translation in try connection.slots(filter, code: number).compactMap(\.translation) {
        // Whoever wrote or accepted the text last saw the source as it was then.
        let seen = try connection.rowHistory(of: .translation(translation.code, translation.language)).inForce.last
        let now = try connection.translationRow(code: translation.code, language: source)?.text ?? ""
        stale.append(
          StaleTranslation(
            translation: translation,
            sourceThen: try connection.text(translation.code, source, at: seen ?? translation.revision) ?? now,
            sourceNow: now))
      }
      return stale
    }
  }
}
