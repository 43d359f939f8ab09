import RegistryCatalog
import RegistrySQLite

extension RegistryRow {
  /// The names of the columns of `change` that identify a row.
  static let columnNames = "entity, code, category, language, term, check_id"

  /// The index of the first column after ``columnNames`` in a query.
  static let columnCount = 6

  /// The values of the columns of `change` that identify the row.
  var columns: [SQLiteValue] {
    [
      .text(entity), .init(code), .init(category), .init(language?.description), .init(term), .init(check),
    ]
  }

  /// The table that contains the row's revision, a condition for its key, and the values of the key. The names of a
  /// category share its revision, and the renderings of a term share that of the term.
  var revised: (table: String, condition: String, key: [SQLiteValue]) {
    switch self {
    case .language(let tag): ("language", "tag = ?", [.init(tag)])
    case .category(let key), .categoryName(let key, _): ("category", "key = ?", [.text(key)])
    case .statusCode(let code): ("status_code", "code = ?", [.init(code)])
    case .translation(let code, let tag): ("translation", "code = ? AND language = ?", [.init(code), .init(tag)])
    case .term(let source), .termRendering(let source, _): ("term", "source = ?", [.text(source)])
    case .silence(let code, let tag, let check):
      ("silence", "code = ? AND language = ? AND check_id = ?", [.init(code), .init(tag), .text(check)])
    }
  }
}
