import RegistryCatalog

/// The conditions for the texts in a list. All conditions must be met; nil and false accept everything.
public struct TranslationFilter: Sendable {
  /// A language in any BCP 47 form.
  public var language: String?
  /// The state of the texts.
  public var state: Translation.State?
  /// Whether to return only missing texts.
  public var isMissing: Bool
  /// Whether to return only stale texts, whose source text has changed since they were written.
  public var isStale: Bool

  /// Creates a filter from its parts.
  public init(
    language: String? = nil, state: Translation.State? = nil, isMissing: Bool = false, isStale: Bool = false
  ) {
    self.language = language
    self.state = state
    self.isMissing = isMissing
    self.isStale = isStale
  }
}

extension RegistryReader {
  /// Returns the texts that match a filter, with a slot for each text that is missing, ordered by number and the
  /// position of the language.
  ///
  /// There is a slot for each language of every code that is not retired, and for each stored text of a retired code.
  ///
  /// - Parameters:
  ///   - filter: The slots to return.
  ///   - code: The number of a code; nil for all codes.
  /// - Returns: The slots.
  /// - Throws: `RegistryError.Code.languageNotFound` when the language of the filter does not exist;
  ///   `RegistryError.Code.invalidLanguageTag` when it is not a language tag.
  public func translations(
    _ filter: TranslationFilter = TranslationFilter(), ofCode code: Int? = nil
  ) throws(RegistryError) -> [TranslationSlot] {
    let language = try filter.language.map { (name) throws(RegistryError) in try self.language(named: name).value.tag }
    let rows = try database.query(
      """
      SELECT status_code.code, language.tag, translation.text, translation.state, translation.revision,
             CASE WHEN translation.source_major_revision IS NOT source.source_major_revision THEN 'major'
                  WHEN translation.source_revision <> source.meaning_revision THEN 'minor' END AS staleness
      FROM status_code
      CROSS JOIN language
      LEFT JOIN translation ON translation.code = status_code.code AND translation.language = language.tag
      LEFT JOIN translation AS source ON source.code = status_code.code
        AND source.language = (SELECT tag FROM language WHERE fallback IS NULL)
      WHERE (status_code.state <> 'retired' OR translation.text IS NOT NULL)
        AND (?1 IS NULL OR status_code.code = ?1)
        AND (?2 IS NULL OR language.tag = ?2)
        AND (?3 IS NULL OR translation.state = ?3)
        AND (NOT ?4 OR translation.text IS NULL)
        AND (NOT ?5 OR translation.text IS NOT NULL AND staleness IS NOT NULL)
      ORDER BY status_code.code, language.position, language.tag
      """,
      [
        .init(code), .init(language?.description), .init(filter.state?.rawValue), .init(filter.isMissing),
        .init(filter.isStale),
      ], rowsPerRow: try languages().count)
    var slots: [TranslationSlot] = []
    while try rows.next() {
      let (code, language) = (try rows.integer(0), try rows.tag(1))
      guard let text = try rows.optionalText(2) else {
        slots.append(TranslationSlot(code: code, language: language, translation: nil))
        continue
      }
      let translation = Translation(
        code: code, language: language, text: text, state: try rows.word(3, as: Translation.State.self),
        staleness: try rows.optionalWord(5, as: SourceImpact.self), revision: try rows.integer(4))
      slots.append(TranslationSlot(code: code, language: language, translation: translation))
    }
    return slots
  }

  /// Returns the row of a text; nil when there is none.
  func translationRow(code: Int, language: LanguageTag) throws(RegistryError) -> Revised<TranslationRow>? {
    let table = RegistryTables.translation
    let row = try database.queryOne("\(table.select) WHERE code = ? AND language = ?", [.init(code), .init(language)])
    guard let row else { return nil }
    var translation = TranslationRow.blank
    try translation.read(table.fields, from: row, at: table.firstField, of: "\(code) in \(language)")
    return Revised(translation, revision: try row.integer(table.revision))
  }

  /// Returns the text at a revision, from the history.
  ///
  /// - Parameters:
  ///   - code: The number of a code.
  ///   - language: A language of the registry.
  ///   - revision: A revision of the registry.
  /// - Returns: The text; nil when there was none.
  /// - Throws: `RegistryError.Code.corrupt` when the file is damaged.
  public func text(_ code: Int, _ language: LanguageTag, at revision: Int) throws(RegistryError) -> String? {
    try database.text(
      """
      SELECT after FROM change
      WHERE code = ? AND language = ? AND entity = 'translation' AND field = 'text' AND operation <= ?
      ORDER BY operation DESC, sequence DESC LIMIT 1
      """, [.init(code), .init(language), .init(revision)])
  }
}
