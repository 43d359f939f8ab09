import RegistryCatalog
import RegistrySQLite

extension RegistryRow {
  /// The values of the columns of `change` that identify the row: entity, code, category, language.
  var columns: [SQLiteValue] {
    [.text(entity), .init(code), .init(category), .init(language?.description)]
  }

  /// The table that contains the row's revision, a condition for its key, and the values of the key. The names of a
  /// category share its revision.
  var revised: (table: String, condition: String, key: [SQLiteValue]) {
    switch self {
    case .language(let tag): ("language", "tag = ?", [.init(tag)])
    case .category(let key), .categoryName(let key, _): ("category", "key = ?", [.text(key)])
    case .statusCode(let code): ("status_code", "code = ?", [.init(code)])
    case .translation(let code, let tag): ("translation", "code = ? AND language = ?", [.init(code), .init(tag)])
    }
  }
}
