import RegistrySQLite

/// Rows set to what the history says, by the same checks as every other edit.
extension Editor {
  /// The row's fields as they are; none where it does not exist.
  func fields(of row: RegistryRow) throws(RegistryError) -> Fields {
    switch row {
    case .language(let tag):
      return try connection.languages().first { $0.tag == tag }.map(fields) ?? []
    case .category(let key):
      return try connection.categories().first { $0.key == key }.map(fields) ?? []
    case .categoryName(let key, let tag):
      let name = try connection.categories().first { $0.key == key }?.names[tag]
      return name.map { [("name", .text($0))] } ?? []
    case .statusCode(let code): return fields(of: try connection.code(named: "\(code)").code)
    case .translation(let code, let tag):
      return try connection.translationRow(code: code, language: tag)?.fields ?? []
    }
  }

  func write(_ goal: RecordedFields, translation code: Int, _ tag: LanguageTag) throws(RegistryError) {
    let current = try connection.translationRow(code: code, language: tag)
    if goal["text"] == .null { return try write(nil, code, tag, replacing: current) }
    let fields = merged(current?.fields ?? [], goal)
    guard let row = TranslationRow(fields, revision: operation) else { throw Self.incomplete(.translation(code, tag)) }
    try write(row, code, tag, replacing: current)
  }

  func write(_ goal: RecordedFields, statusCode number: Int) throws(RegistryError) {
    let (current, revision) = try connection.code(named: "\(number)")
    let fields = merged(self.fields(of: current), goal)
    guard let code = StatusCode(number, fields) else { throw Self.incomplete(.statusCode(number)) }
    try replace(current, at: revision, by: code)
  }

  func write(_ goal: RecordedFields, language tag: LanguageTag) throws(RegistryError) {
    let current = try connection.languages().first { $0.tag == tag }
    if goal["english_name"] == .null, let current {
      return try remove(current)
    }
    let fields = merged(current.map(self.fields) ?? [], goal)
    guard let language = Language(tag, fields) else { throw Self.incomplete(.language(tag)) }
    if let current {
      try replace(current, at: try connection.languageRevisions()[tag] ?? 0, by: language)
    } else {
      try addLanguage(language)
    }
  }

  /// A category with its names, all of which one operation had changed.
  func write(_ group: [TouchedRow], category key: String, _ kind: Reversal) throws(RegistryError) {
    let current = try connection.categories().first { $0.key == key }
    var goal: RecordedFields = [:]
    var names = current?.names ?? [:]
    for touched in group {
      if case .categoryName(_, let tag) = touched.row {
        names[tag] = touched.goal(kind)["name"]?.string
      } else {
        goal = touched.goal(kind)
      }
    }
    if goal["position"] == .null, let current { return try remove(current) }
    let fields = merged(current.map(self.fields) ?? [], goal)
    guard let category = StatusCategory(key, fields, names: names) else { throw Self.incomplete(.category(key)) }
    if let current {
      try replace(current, at: try connection.categoryRevisions()[key] ?? 0, by: category)
    } else {
      try addCategory(category)
    }
  }

  private func merged(_ fields: Fields, _ goal: RecordedFields) -> RecordedFields {
    Dictionary(fields.map { ($0.name, $0.value) }) { first, _ in first }.merging(goal) { _, new in new }
  }

  private static func incomplete(_ row: RegistryRow) -> RegistryError {
    RegistryError(
      .ruleBroken, "The history does not say enough of \(row) to bring it back.", hint: "See 'admin doctor'.")
  }
}
