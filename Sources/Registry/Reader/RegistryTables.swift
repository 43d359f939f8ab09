import RegistryCatalog

/// The tables of the live registry whose columns are fields.
enum RegistryTables {
  static let language = RowTable<Language>(registry: "language", key: ["tag"])
  static let category = RowTable<StatusCategory>(registry: "category", key: ["key"])
  static let statusCode = RowTable<StatusCode>(registry: "status_code", key: ["code"])
  static let translation = RowTable<TranslationRow>(registry: "translation", key: ["code", "language"])
}
