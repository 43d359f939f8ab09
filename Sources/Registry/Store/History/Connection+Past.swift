import RegistrySQLite

extension Connection {
  /// Everything that a release made at an earlier revision contained, replayed from the history.
  ///
  /// Throws: `corrupt` where the history does not say enough.
  func snapshot(at revision: Int, lastReviewed: Bool) throws(RegistryError) -> Snapshot {
    var fields: [RegistryRow: RecordedFields] = [:]
    let rows = try rows(
      """
      SELECT entity, code, category, language, field, after, max((operation << 32) + sequence) FROM change
      WHERE operation <= ? GROUP BY entity, code, category, language, field
      """, [.init(revision)])
    while try rows.next() {
      let value = try rows.value(5)
      if value != .null { fields[try Self.row(from: rows), default: [:]][try rows.text(4)] = value }
    }
    if lastReviewed {
      for (row, reviewed) in try lastReviewedTexts(at: revision) where fields[row] != nil {
        guard fields[row]?["state"]?.word(as: Translation.State.self)?.isReviewed != true else { continue }
        fields[row] = reviewed
      }
    }
    return try Self.snapshot(of: fields, revision: revision)
  }

  private static func snapshot(
    of fields: [RegistryRow: RecordedFields], revision: Int
  ) throws(RegistryError) -> Snapshot {
    var names: [String: [LanguageTag: String]] = [:]
    for case (.categoryName(let key, let tag), let fields) in fields {
      names[key, default: [:]][tag] = fields["name"]?.string
    }
    var (languages, categories): ([Language?], [StatusCategory?]) = ([], [])
    var (codes, messages): ([StatusCode?], [Snapshot.Message]) = ([], [])
    for (row, fields) in fields {
      switch row {
      case .language(let tag): languages.append(Language(tag, fields))
      case .category(let key): categories.append(StatusCategory(key, fields, names: names[key] ?? [:]))
      case .statusCode(let code): codes.append(StatusCode(code, fields))
      case .translation(let code, let tag):
        messages.append(Snapshot.Message(code: code, language: tag, text: fields["text"]?.string ?? ""))
      case .categoryName: break
      }
    }
    let known = (languages.compactMap(\.self), categories.compactMap(\.self), codes.compactMap(\.self))
    guard known.0.count == languages.count, known.1.count == categories.count, known.2.count == codes.count else {
      throw RegistryError(
        .corrupt, "The history does not say all of revision \(revision).", hint: "See 'admin doctor'.")
    }
    return Snapshot(revision: revision, languages: known.0, categories: known.1, codes: known.2, messages: messages)
  }

  /// For each text the fields that it had when it was last reviewed or final, up to a revision; reviews that were undone
  /// do not count.
  func lastReviewedTexts(at revision: Int) throws(RegistryError) -> [RegistryRow: RecordedFields] {
    let rows = try rows(
      """
      SELECT change.entity, change.code, change.category, change.language, change.operation, reversal.root,
             reversal.kind, change.field, change.after
      FROM change LEFT JOIN reversal ON reversal.operation = change.operation
      WHERE change.entity = 'translation' AND change.operation <= ?
      ORDER BY change.code, change.language, change.operation, change.sequence
      """, [.init(revision)])
    var found: [RegistryRow: RecordedFields] = [:]
    var review = ReviewOfRow()
    while try rows.next() {
      let row = try Self.row(from: rows)
      let operation = try rows.integer(4)
      if review.row != row || review.operation != operation {
        review.endOperation()
        if review.row != row {
          if let last = review.row { found[last] = review.last }
          review = ReviewOfRow()
          review.row = row
        }
        review.operation = operation
        review.root = try rows.optionalInteger(5) ?? operation
        review.kind = try rows.optionalWord(6, as: Reversal.self)
      }
      review.fields[try rows.text(7)] = try rows.value(8)
    }
    review.endOperation()
    if let last = review.row { found[last] = review.last }
    return found
  }
}

/// One text followed through the history.
private struct ReviewOfRow {
  var row: RegistryRow?
  var operation = 0
  var root = 0
  var kind: Reversal?
  var fields: RecordedFields = [:]
  /// The reviewed states of the row, each with the operation made by hand that led to it.
  private var reviewed: [(root: Int, fields: RecordedFields)] = []

  var last: RecordedFields? { reviewed.last?.fields }

  mutating func endOperation() {
    if kind == .undo { return reviewed.removeAll { $0.root == root } }
    guard let state = fields["state"]?.word(as: Translation.State.self), state.isReviewed else { return }
    reviewed.append((root, fields))
  }
}

extension Translation.State {
  /// Whether somebody else has accepted the text.
  var isReviewed: Bool { self == .reviewed || self == .final }

  /// How far it has come, from 0.
  var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
