import RegistryCatalog

/// A text whose source has changed, with the source on both sides.
public struct StaleTranslation: Sendable {
  /// The text.
  public let translation: Translation
  /// The source text that it was made from.
  public let sourceThen: String
  /// The source text now.
  public let sourceNow: String
}

extension RegistryReader {
  /// The stale texts by number and the position of the language.
  ///
  /// - Parameters:
  ///   - filter: which texts to return; its `isStale` is taken as true.
  ///   - code: a number, or a symbol in any case; nil for all codes.
  /// - Throws: `RegistryError.Code.languageNotFound`, `RegistryError.Code.invalidLanguageTag` or
  ///   `RegistryError.Code.codeNotFound` for what does not exist.
  public func staleTranslations(
    _ filter: TranslationFilter = TranslationFilter(), code: String? = nil
  ) throws(RegistryError) -> [StaleTranslation] {
    var filter = filter
    filter.isStale = true
    let number = try code.map { (name) throws(RegistryError) in try self.code(named: name).value.number }
    guard let source = try sourceLanguage()?.tag else { return [] }
    var stale: [StaleTranslation] = []
    for translation in try translations(filter, ofCode: number).compactMap(\.translation) {
      // Whoever wrote or accepted the text last saw the source as it was then.
      let seen = try rowHistory(of: .translation(translation.code, translation.language)).inForce.last
      let now = try translationRow(code: translation.code, language: source)?.value.text ?? ""
      stale.append(
        StaleTranslation(
          translation: translation,
          sourceThen: try text(translation.code, source, at: seen ?? translation.revision) ?? now, sourceNow: now))
    }
    return stale
  }
}
