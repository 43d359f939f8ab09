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

  func write(_ goal: [String: SQLiteValue], translation code: Int, _ tag: LanguageTag) throws(RegistryError) {
    let current = try connection.translationRow(code: code, language: tag)
    if goal["text"] == .null { return try write(nil, code, tag, replacing: current) }
    let fields = merged(current?.fields ?? [], goal)
    guard case .text(let text) = fields["text"], let state = fields["state"]?.word(as: Translation.State.self),
      let meaning = fields["meaning_revision"]?.number, let source = fields["source_revision"]?.number
    else { throw Self.incomplete(.translation(code, tag)) }
    let row = TranslationRow(
      text: text, state: state, meaningRevision: meaning, sourceRevision: source,
      sourceMajorRevision: fields["source_major_revision"]?.number, revision: operation)
    try write(row, code, tag, replacing: current)
  }

  func write(_ goal: [String: SQLiteValue], statusCode number: Int) throws(RegistryError) {
    let (current, revision) = try connection.code(named: "\(number)")
    let fields = merged(self.fields(of: current), goal)
    guard case .text(let symbol) = fields["symbol"], case .text(let category) = fields["category"],
      let state = fields["state"]?.word(as: StatusCode.State.self)
    else { throw Self.incomplete(.statusCode(number)) }
    let code = StatusCode(
      code: number, symbol: symbol, category: category, state: state, replacedBy: fields["replaced_by"]?.number,
      httpStatus: fields["http_status"]?.number, isRetryable: fields["retryable"]?.number.map { $0 == 1 },
      description: fields["description"]?.string)
    try replace(current, at: revision, by: code)
  }

  func write(_ goal: [String: SQLiteValue], language tag: LanguageTag) throws(RegistryError) {
    let current = try connection.languages().first { $0.tag == tag }
    if goal["english_name"] == .null, let current {
      return try remove(current)
    }
    let fields = merged(current.map(self.fields) ?? [], goal)
    guard case .text(let englishName) = fields["english_name"], case .text(let ownName) = fields["own_name"],
      let direction = fields["direction"]?.word(as: Direction.self), let isRequired = fields["required"]?.number,
      let position = fields["position"]?.number
    else { throw Self.incomplete(.language(tag)) }
    let language = Language(
      tag: tag, englishName: englishName, ownName: ownName, direction: direction,
      fallback: fields["fallback"]?.string.flatMap(LanguageTag.init), isRequired: isRequired == 1, position: position)
    if let current {
      try replace(current, at: try connection.languageRevisions()[tag] ?? 0, by: language)
    } else {
      try addLanguage(language)
    }
  }

  /// A category with its names, all of which one operation had changed.
  func write(_ group: [TouchedRow], category key: String, _ kind: Reversal) throws(RegistryError) {
    let current = try connection.categories().first { $0.key == key }
    var goal: [String: SQLiteValue] = [:]
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
    guard let position = fields["position"]?.number,
      let ranges = fields["ranges"]?.string.flatMap(StatusCategory.ranges)
    else { throw Self.incomplete(.category(key)) }
    let category = StatusCategory(key: key, position: position, ranges: ranges, names: names)
    if let current {
      try replace(current, at: try connection.categoryRevisions()[key] ?? 0, by: category)
    } else {
      try addCategory(category)
    }
  }

  private func merged(_ fields: Fields, _ goal: [String: SQLiteValue]) -> [String: SQLiteValue] {
    Dictionary(fields.map { ($0.name, $0.value) }) { first, _ in first }.merging(goal) { _, new in new }
  }

  private static func incomplete(_ row: RegistryRow) -> RegistryError {
    RegistryError(
      .ruleBroken, "The history does not say enough of \(row) to bring it back.", hint: "See 'admin doctor'.")
  }
}

extension SQLiteValue {
  fileprivate var number: Int? { if case .integer(let number) = self { Int(number) } else { nil } }
  fileprivate var string: String? { if case .text(let text) = self { text } else { nil } }
  fileprivate func word<Word: RawRepresentable<String>>(as type: Word.Type) -> Word? {
    string.flatMap { Word(rawValue: $0) }
  }
}
