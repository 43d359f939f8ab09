import RegistrySQLite

/// The fields of one row as the history has them, by the names of their columns.
typealias RecordedFields = [String: SQLiteValue]

extension Language {
  /// Nil where a field is missing that must be there.
  init?(_ tag: LanguageTag, _ fields: RecordedFields) {
    guard let englishName = fields["english_name"]?.string, let ownName = fields["own_name"]?.string,
      let direction = fields["direction"]?.word(as: Direction.self), let isRequired = fields["required"]?.number,
      let position = fields["position"]?.number
    else { return nil }
    self.init(
      tag: tag, englishName: englishName, ownName: ownName, direction: direction,
      fallback: fields["fallback"]?.string.flatMap(LanguageTag.init), isRequired: isRequired == 1, position: position)
  }
}

extension StatusCategory {
  /// Nil where a field is missing that must be there.
  init?(_ key: String, _ fields: RecordedFields, names: [LanguageTag: String]) {
    guard let position = fields["position"]?.number,
      let ranges = fields["ranges"]?.string.flatMap(StatusCategory.ranges)
    else { return nil }
    self.init(key: key, position: position, ranges: ranges, names: names)
  }
}

extension StatusCode {
  /// Nil where a field is missing that must be there.
  init?(_ code: Int, _ fields: RecordedFields) {
    guard let symbol = fields["symbol"]?.string, let category = fields["category"]?.string,
      let state = fields["state"]?.word(as: StatusCode.State.self)
    else { return nil }
    self.init(
      code: code, symbol: symbol, category: category, state: state, replacedBy: fields["replaced_by"]?.number,
      httpStatus: fields["http_status"]?.number, isRetryable: fields["retryable"]?.number.map { $0 == 1 },
      description: fields["description"]?.string)
  }
}

extension TranslationRow {
  /// Nil where a field is missing that must be there.
  init?(_ fields: RecordedFields, revision: Int) {
    guard let text = fields["text"]?.string, let state = fields["state"]?.word(as: Translation.State.self),
      let meaning = fields["meaning_revision"]?.number, let source = fields["source_revision"]?.number
    else { return nil }
    self.init(
      text: text, state: state, meaningRevision: meaning, sourceRevision: source,
      sourceMajorRevision: fields["source_major_revision"]?.number, revision: revision)
  }
}

extension SQLiteValue {
  var number: Int? { if case .integer(let number) = self { Int(number) } else { nil } }
  var string: String? { if case .text(let text) = self { text } else { nil } }
  func word<Word: RawRepresentable<String>>(as type: Word.Type) -> Word? { string.flatMap { Word(rawValue: $0) } }
}
