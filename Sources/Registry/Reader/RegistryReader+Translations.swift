import RegistryCatalog

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
  /// - Throws: `RegistryError.Code.languageNotFound`, `RegistryError.Code.categoryNotFound` or
  ///   `RegistryError.Code.codeNotFound` when the filter names a language, category or code that does not exist;
  ///   `RegistryError.Code.invalidLanguageTag` when the language is not a language tag;
  ///   `RegistryError.Code.invalidValue` when a range of codes is empty.
  public func translations(
    _ filter: TranslationFilter = TranslationFilter(), ofCode code: Int? = nil
  ) throws(RegistryError) -> [TranslationSlot] {
    var slots: [TranslationSlot] = []
    try eachSlot(filter, ofCode: code, in: .everything) { slot in
      slots.append(slot)
      return true
    }
    return slots
  }

  /// Calls a function with each slot that matches a filter, by number and the position of the language, until it
  /// returns false.
  func eachSlot(
    _ filter: TranslationFilter, ofCode code: Int?, in window: CodeWindow, _ body: (TranslationSlot) -> Bool
  ) throws(RegistryError) {
    let language = try filter.language.map { (name) throws(RegistryError) in try self.language(named: name).value.tag }
    let category = try filter.category.map { (name) throws(RegistryError) in try self.category(named: name).value.key }
    let numbers = if let code { [code...code] } else { try self.numbers(ofCodes: filter.codes) }
    // One range, because SQLite finds rows with one only, and compares every row between its ends with another.
    let first = max(numbers?.map(\.lowerBound).min() ?? .min, window.bounds.first)
    let last = min(numbers?.map(\.upperBound).max() ?? .max, window.bounds.last)
    let symbol = filter.symbol.map(SymbolPattern.init)
    let part = filter.text.map(TextPart.init)
    let rows = try database.query(
      """
      SELECT status_code.code, language.tag, translation.text, translation.state, translation.revision,
             CASE WHEN translation.source_major_revision IS NOT source.source_major_revision THEN 'major'
                  WHEN translation.source_revision <> source.meaning_revision THEN 'minor' END AS staleness,
             status_code.symbol
      FROM status_code
      CROSS JOIN language
      LEFT JOIN translation ON translation.code = status_code.code AND translation.language = language.tag
      LEFT JOIN translation AS source ON source.code = status_code.code
        AND source.language = (SELECT tag FROM language WHERE fallback IS NULL)
      WHERE (status_code.state <> 'retired' OR translation.text IS NOT NULL)
        AND status_code.code BETWEEN ?1 AND ?6
        AND (?2 IS NULL OR language.tag = ?2)
        AND (?3 IS NULL OR translation.state = ?3)
        AND (?7 IS NULL OR status_code.category = ?7)
        AND (NOT ?4 OR translation.text IS NULL)
        AND (NOT ?5 OR translation.text IS NOT NULL AND staleness IS NOT NULL)
        AND (?8 IS NULL OR translation.text IS NOT NULL AND staleness = ?8)
        AND (NOT ?9 OR status_code.state <> 'retired')
      ORDER BY status_code.code \(window.isBackward ? "DESC" : "ASC"), language.position, language.tag
      """,
      [
        .init(first), .init(language?.description), .init(filter.state?.rawValue), .init(filter.isMissing),
        .init(filter.isStale), .init(last), .init(category), .init(filter.staleness?.rawValue), .init(filter.isInUse),
      ], rowsPerRow: try languages().count)
    while try rows.next() {
      let (code, language) = (try rows.integer(0), try rows.tag(1))
      guard numbers?.contains(where: { $0.contains(code) }) ?? true else { continue }
      if let symbol, !symbol.matches(try rows.text(6)) { continue }
      guard let text = try rows.optionalText(2) else {
        if part == nil, !body(TranslationSlot(code: code, language: language, translation: nil)) { return }
        continue
      }
      if let part, !part.isContained(in: text) { continue }
      let translation = Translation(
        code: code, language: language, text: text, state: try rows.word(3, as: Translation.State.self),
        staleness: try rows.optionalWord(5, as: SourceImpact.self), revision: try rows.integer(4))
      if !body(TranslationSlot(code: code, language: language, translation: translation)) { return }
    }
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
