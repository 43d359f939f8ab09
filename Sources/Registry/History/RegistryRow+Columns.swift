import RegistryCatalog
import RegistrySQLite

extension RegistryRow {
  /// The columns of `change` that name the row: entity, code, category, language.
  var columns: [SQLiteValue] {
    [.text(entity), .init(code), .init(category), .init(language?.description)]
  }

  /// The table that holds the row's revision, and the values of its key. The names of a category share its revision.
  var revised: (table: String, condition: String, key: [SQLiteValue]) {
    switch self {
    case .language(let tag): ("language", "tag = ?", [.init(tag)])
    case .category(let key), .categoryName(let key, _): ("category", "key = ?", [.text(key)])
    case .statusCode(let code): ("status_code", "code = ?", [.init(code)])
    case .translation(let code, let tag): ("translation", "code = ? AND language = ?", [.init(code), .init(tag)])
    }
  }
}
