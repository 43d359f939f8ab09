import RegistryCatalog

/// The state of a text, without the text itself.
struct TextStanding: Sendable {
  let state: Translation.State
  let sourceMajorRevision: Int?
  /// The effect of changes of its source text; nil when there were none.
  let staleness: SourceImpact?
}

extension TextStanding {
  /// Compares the meaning from which a text was made with that of its source text as it is; nil when there is none.
  init(state: Translation.State, madeFrom source: SourceMeaning, sourceText: SourceMeaning?) {
    self.state = state
    sourceMajorRevision = source.majorRevision
    staleness =
      if source.majorRevision != sourceText?.majorRevision {
        .major
      } else if let sourceText, source.revision != sourceText.revision {
        .minor
      } else {
        nil
      }
  }
}

/// The states of the texts of all codes in all languages.
struct TextStandings: Sendable {
  private let codes: [StatusCode]
  private let languages: [LanguageTag]
  private let index: NumberIndex
  /// One column for each language, in the order of `languages`. The rows are those of the codes.
  private var columns: [[TextStanding?]]

  init(_ codes: [StatusCode], _ languages: [LanguageTag], _ columns: [[TextStanding?]], _ index: NumberIndex) {
    (self.codes, self.languages, self.columns, self.index) = (codes, languages, columns, index)
  }

  /// Creates the states of texts that were not read from the tables.
  init(_ codes: [StatusCode], _ languages: [Language], of texts: [RegistryRow: TranslationRow]) {
    let source = languages.first { $0.fallback == nil }?.tag
    let tags = languages.map(\.tag)
    let columns = tags.map { tag in
      codes.map { code -> TextStanding? in
        guard let text = texts[.translation(code.number, tag)] else { return nil }
        let sourceText = source.flatMap { texts[.translation(code.number, $0)] }
        return TextStanding(
          state: text.state, madeFrom: text.source,
          sourceText: sourceText.map {
            SourceMeaning(revision: $0.meaningRevision, majorRevision: $0.sourceMajorRevision)
          })
      }
    }
    self.init(codes, tags, columns, NumberIndex(codes.map { Int32(truncatingIfNeeded: $0.number) }))
  }

  /// The state of a text; nil when there is no text.
  subscript(code: Int, language: LanguageTag) -> TextStanding? {
    get {
      guard let row = index.row(of: code), let column = languages.firstIndex(of: language) else { return nil }
      return columns[column][row]
    }
    set {
      guard let row = index.row(of: code), let column = languages.firstIndex(of: language) else { return }
      columns[column][row] = newValue
    }
  }

  /// The number of texts of each language. Texts of retired codes are not counted.
  var coverage: [LanguageCoverage] {
    zip(languages, columns).map { language, column in
      var coverage = LanguageCoverage(language: language, states: [:], missing: 0, stale: 0, unfit: 0)
      for (code, standing) in zip(codes, column) where code.state != .retired {
        guard let standing else {
          coverage.missing += 1
          continue
        }
        coverage.states[standing.state, default: 0] += 1
        if standing.staleness != nil { coverage.stale += 1 }
        if standing.staleness == .major { coverage.unfit += 1 }
      }
      return coverage
    }
  }
}

extension RegistryReader {
  /// Returns the states of the texts of codes, which are ordered by number, in languages. Call this inside a
  /// transaction.
  func textStandings(_ codes: [StatusCode], _ languages: [Language]) throws(RegistryError) -> TextStandings {
    let index = NumberIndex(codes.map { Int32(truncatingIfNeeded: $0.number) })
    let tags = languages.map(\.tag)
    let source = languages.first { $0.fallback == nil }?.tag.description ?? ""
    var meanings = [SourceMeaning?](repeating: nil, count: codes.count)
    try eachStanding(of: source, index) { (row, rows) throws(RegistryError) in
      meanings[row] = SourceMeaning(revision: try rows.integer(4), majorRevision: try rows.optionalInteger(2))
    }
    var columns: [[TextStanding?]] = []
    for tag in tags {
      var column = [TextStanding?](repeating: nil, count: codes.count)
      try eachStanding(of: tag.description, index) { (row, rows) throws(RegistryError) in
        column[row] = TextStanding(
          state: try rows.word(1, as: Translation.State.self),
          madeFrom: SourceMeaning(revision: try rows.integer(3), majorRevision: try rows.optionalInteger(2)),
          sourceText: meanings[row])
      }
      columns.append(column)
    }
    return TextStandings(codes, tags, columns, index)
  }

  private func eachStanding(
    of language: String, _ index: NumberIndex, _ body: (Int, borrowing Rows) throws(RegistryError) -> Void
  ) throws(RegistryError) {
    let rows = try database.query(
      """
      SELECT code, state, source_major_revision, source_revision, meaning_revision
      FROM translation WHERE language = ?
      """, [.text(language)])
    while try rows.next() {
      if let row = index.row(of: try rows.integer(0)) { try body(row, rows) }
    }
  }
}
