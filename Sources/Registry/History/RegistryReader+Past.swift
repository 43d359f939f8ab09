import RegistryCatalog

extension RegistryReader {
  /// Returns the content of a recorded release, replayed from the history and compared with its digest.
  ///
  /// - Parameter name: The name of the release.
  /// - Returns: The content of the release.
  /// - Throws: `RegistryError.Code.releaseNotFound` when no release with this name is recorded;
  ///   `RegistryError.Code.unverified` when the content does not match the digest of the release;
  ///   `RegistryError.Code.corrupt` when the history is incomplete.
  public func snapshot(ofRelease name: String) throws(RegistryError) -> Snapshot {
    let release = try release(named: name)
    guard let snapshot = try snapshot(of: release) else { throw release.irreproducible }
    return snapshot
  }

  /// Returns the content of a recorded release, replayed from the history; nil when it does not match the digest of
  /// the release.
  ///
  /// - Throws: `RegistryError.Code.corrupt` when the history is incomplete.
  func snapshot(of release: ReleaseRecord) throws(RegistryError) -> Snapshot? {
    let snapshot = try snapshot(at: release.revision, lastReviewed: release.usesLastReviewedTexts)
    return snapshot.contentDigest == release.contentDigest ? snapshot : nil
  }

  /// Returns the content of a release that was made at an earlier revision, replayed from the history.
  ///
  /// - Throws: `RegistryError.Code.corrupt` when the history is incomplete.
  private func snapshot(at revision: Int, lastReviewed: Bool) throws(RegistryError) -> Snapshot {
    var fields = try rows(at: revision)
    if lastReviewed {
      for (row, reviewed) in try lastReviewedTexts(at: revision) where fields[row] != nil {
        guard fields[row]?.translationState?.isReviewed != true else { continue }
        fields[row] = reviewed
      }
    }
    return try Self.snapshot(of: fields, at: revision)
  }

  /// Returns the content at an earlier revision, and the states that its texts had then, replayed from the history.
  ///
  /// - Throws: `RegistryError.Code.operationNotFound` when the registry never had this revision;
  ///   `RegistryError.Code.corrupt` when the history is incomplete.
  func past(at revision: Int) throws(RegistryError) -> (snapshot: Snapshot, standings: TextStandings) {
    guard try database.queryOne("SELECT 1 FROM operation WHERE id = ?", [.init(revision)]) != nil else {
      throw RegistryError(
        .operationNotFound, "The registry has no revision \(revision); it is at revision \(try self.revision()).",
        .showHistory)
    }
    let rows = try rows(at: revision)
    let snapshot = try Self.snapshot(of: rows, at: revision)
    var texts: [RegistryRow: TranslationRow] = [:]
    for case (let row, let values) in rows {
      guard case .translation = row else { continue }
      var text = TranslationRow.blank
      guard text.set(values) == nil else { throw Self.incomplete(revision) }
      texts[row] = text
    }
    return (snapshot, TextStandings(snapshot.codes, snapshot.languages, of: texts))
  }

  /// Returns the fields that every row had at a revision, without terms and silences, which no release contains.
  private func rows(at revision: Int) throws(RegistryError) -> [RegistryRow: FieldValues] {
    var fields: [RegistryRow: FieldValues] = [:]
    let rows = try database.query(
      """
      SELECT \(RegistryRow.columnNames), field, after, max((operation << 32) + sequence) FROM change
      WHERE operation <= ? AND term IS NULL AND check_id IS NULL GROUP BY entity, code, category, language, field
      """, [.init(revision)])
    let field = RegistryRow.columnCount
    while try rows.next() {
      guard let value = try rows.value(field + 1) else { continue }
      fields[try Self.row(from: rows), default: [:]][try rows.text(field)] = value
    }
    return fields
  }

  private static func incomplete(_ revision: Int) -> RegistryError {
    RegistryError(.corrupt, "The history of revision \(revision) is incomplete.", .examine)
  }

  private static func snapshot(
    of rows: [RegistryRow: FieldValues], at revision: Int
  ) throws(RegistryError) -> Snapshot {
    var names: [String: [LanguageTag: String]] = [:]
    for case (.categoryName(let key, let tag), let values) in rows {
      names[key, default: [:]][tag] = values["name"]?.text
    }
    var (languages, categories): ([Language], [StatusCategory]) = ([], [])
    var (codes, messages): ([StatusCode], [Snapshot.Message]) = ([], [])
    var isWhole = true
    for (row, values) in rows {
      switch row {
      case .language(let tag):
        var language = Language.blank(tag)
        isWhole = language.set(values) == nil && isWhole
        languages.append(language)
      case .category(let key):
        var category = StatusCategory(key: key, position: 0, ranges: [], names: names[key] ?? [:])
        isWhole = category.set(values) == nil && isWhole
        categories.append(category)
      case .statusCode(let number):
        var code = StatusCode.blank(number)
        isWhole = code.set(values) == nil && isWhole
        codes.append(code)
      case .translation(let code, let tag):
        messages.append(Snapshot.Message(code: code, language: tag, text: values["text"]?.text ?? ""))
      case .categoryName, .term, .termRendering, .silence: break
      }
    }
    guard isWhole else { throw incomplete(revision) }
    return Snapshot(revision: revision, languages: languages, categories: categories, codes: codes, messages: messages)
  }

  /// Returns the fields that each text had when it was last reviewed or final, up to a revision. Reviews that were
  /// undone are ignored.
  func lastReviewedTexts(at revision: Int) throws(RegistryError) -> [RegistryRow: FieldValues] {
    let rows = try database.query(
      """
      SELECT change.entity, change.code, change.category, change.language, change.operation, reversal.root,
             reversal.kind, change.field, change.after
      FROM change LEFT JOIN reversal ON reversal.operation = change.operation
      WHERE change.entity = 'translation' AND change.operation <= ?
      ORDER BY change.code, change.language, change.operation, change.sequence
      """, [.init(revision)])
    var found: [RegistryRow: FieldValues] = [:]
    var review = ReviewOfRow()
    while try rows.next() {
      let row = RegistryRow.translation(try rows.integer(1), try rows.tag(3))
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
        review.kind = try rows.optionalWord(6, as: ReversalKind.self)
      }
      review.fields[try rows.text(7)] = try rows.value(8)
    }
    review.endOperation()
    if let last = review.row { found[last] = review.last }
    return found
  }
}

/// The reviews of one text while its history is read.
private struct ReviewOfRow {
  var row: RegistryRow?
  var operation = 0
  var root = 0
  var kind: ReversalKind?
  var fields: FieldValues = [:]
  /// The fields of the row after each review, with the operation that made the review.
  private var reviewed: [(root: Int, fields: FieldValues)] = []

  var last: FieldValues? { reviewed.last?.fields }

  mutating func endOperation() {
    if kind == .undo { return reviewed.removeAll { $0.root == root } }
    guard fields.translationState?.isReviewed == true else { return }
    reviewed.append((root, fields))
  }
}

extension ReleaseRecord {
  /// The error when the history makes another content than the one that was released.
  var irreproducible: RegistryError {
    RegistryError(.unverified, "The history cannot reproduce the release \(name).", .compareWithRelease)
  }
}

extension FieldValues {
  /// The state of a text.
  var translationState: Translation.State? { self["state"]?.text.flatMap { Translation.State(rawValue: $0) } }
}
