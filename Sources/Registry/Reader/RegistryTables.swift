import RegistryCatalog

/// The tables of the live registry whose columns are fields.
enum RegistryTables {
  static let language = RowTable<Language>(registry: "language", key: ["tag"])
  static let category = RowTable<StatusCategory>(registry: "category", key: ["key"])
  static let statusCode = RowTable<StatusCode>(registry: "status_code", key: ["code"])
  static let translation = RowTable<TranslationRow>(registry: "translation", key: ["code", "language"])
  static let term = RowTable<TermRow>(registry: "term", key: ["source"])
  static let silence = RowTable<Silence>(registry: "silence", key: ["code", "language", "check_id"])

  /// The renderings of terms. A rendering has the revision of its term.
  static let termRendering = RowTable<TermRendering>(part: "term_rendering", key: ["term", "language"])
}
