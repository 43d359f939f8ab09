import RegistryCatalog
import RegistrySQLite

/// The source text that the translator of an imported text saw.
enum SeenSource {
  /// It is the current one, or means the same, or the entry does not say which one it was.
  case now
  /// It meant something else than the current one.
  case older(SourceMeaning, staleness: SourceImpact)
  /// The code never had this source text.
  case unknown

  /// The meaning that the text was made from; nil for the current one.
  var meaning: SourceMeaning? { if case .older(let meaning, _) = self { meaning } else { nil } }

  /// How stale the text is; nil when it is not.
  var staleness: SourceImpact? { if case .older(_, let staleness) = self { staleness } else { nil } }

  /// Whether the code never had this source text.
  var isUnknown: Bool { if case .unknown = self { true } else { false } }
}

extension Editor {
  /// Returns which source text the translator of an entry saw.
  func source(
    seenIn entry: TranslationEntry, of code: Int, _ language: Language
  ) throws(RegistryError) -> SeenSource {
    guard let seen = entry.source, language.fallback != nil else { return .now }
    let now = try source(ofCode: code)
    guard !now.text.hasSameBytes(as: seen) else { return .now }
    guard let then = try registry.sourceMeaning(of: code, withText: seen) else {
      // A spreadsheet may change spaces and quotation marks.
      return SourceImpact.inferred(from: seen, to: now.text) == nil ? .unknown : .now
    }
    guard then != now.meaning else { return .now }
    return .older(then, staleness: then.majorRevision == now.meaning.majorRevision ? .minor : .major)
  }
}

extension RegistryReader {
  /// Returns the meaning that the source text of a code had when its text was this one the last time; nil when it never
  /// was.
  fileprivate func sourceMeaning(of code: Int, withText text: String) throws(RegistryError) -> SourceMeaning? {
    guard let tag = try sourceLanguage()?.tag else { return nil }
    let key: [SQLiteValue] = [.init(code), .init(tag)]
    let operation = try database.queryOne(
      """
      SELECT operation FROM change
      WHERE code = ? AND language = ? AND entity = 'translation' AND field = 'text' AND after = ?
      ORDER BY operation DESC LIMIT 1
      """, key + [.text(text)])
    guard let operation = try operation?.integer(0) else { return nil }
    func value(of field: String) throws(RegistryError) -> Int? {
      try database.queryOne(
        """
        SELECT after FROM change
        WHERE code = ? AND language = ? AND entity = 'translation' AND field = ? AND operation <= ?
        ORDER BY operation DESC, sequence DESC LIMIT 1
        """, key + [.text(field), .init(operation)])?.optionalInteger(0)
    }
    guard let revision = try value(of: "meaning_revision") else { return nil }
    return SourceMeaning(revision: revision, majorRevision: try value(of: "source_major_revision"))
  }
}
