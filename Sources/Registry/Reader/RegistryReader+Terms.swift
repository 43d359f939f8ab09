import RegistryCatalog
import RegistrySQLite

extension RegistryReader {
  /// Returns the terms of the glossary, ordered by their source without regard to case.
  ///
  /// - Returns: The terms.
  /// - Throws: `RegistryError.Code.corrupt` when the file is damaged.
  public func terms() throws(RegistryError) -> [Term] { try revisedTerms().map(\.value) }

  /// Returns the terms of the glossary with their revisions, ordered by their source without regard to case.
  ///
  /// - Returns: The terms with their revisions.
  /// - Throws: `RegistryError.Code.corrupt` when the file is damaged.
  public func revisedTerms() throws(RegistryError) -> [Revised<Term>] {
    let table = RegistryTables.term
    let renderings = try renderings(where: "", [])
    let rows = try database.query("\(table.select) ORDER BY source")
    var terms: [Revised<Term>] = []
    while try rows.next() {
      let row = try Self.termRow(from: rows)
      terms.append(
        Revised(
          Term(row.source, note: row.note, renderings: renderings[row.source] ?? [:]),
          revision: try rows.integer(table.revision)))
    }
    return terms
  }

  /// Returns the term with this source.
  ///
  /// - Parameter name: The source of the term, in any case.
  /// - Returns: The term with its revision.
  /// - Throws: `RegistryError.Code.termNotFound`, with the most similar term as the remedy, when there is none.
  public func term(named name: String) throws(RegistryError) -> Revised<Term> {
    if let term = try termIfKnown(name) { return term }
    let known = try terms()
    let word = name.lowercased()
    let near = NearMiss.closest(to: word, in: known.flatMap(\.names).map { $0.lowercased() })
    let match = known.first { $0.names.contains { $0.lowercased() == near } }
    throw RegistryError(
      .termNotFound, "The glossary has no term '\(name)'.", match.map { .didYouMean($0.source) } ?? .listTerms)
  }

  /// Returns the terms that a person can mean by a word: the one with this source, or else those that have it as a
  /// rendering, other form, synonym or forbidden word in any language.
  ///
  /// - Parameter word: A word in any language, in any case.
  /// - Returns: At least one term, in order.
  /// - Throws: `RegistryError.Code.termNotFound`, with the most similar term as the remedy, when there is none.
  public func terms(meantBy word: String) throws(RegistryError) -> [Revised<Term>] {
    if let term = try termIfKnown(word) { return [term] }
    let wanted = word.lowercased()
    let found = try revisedTerms().filter { term in
      term.value.renderings.values.contains { $0.allWords.contains { $0.lowercased() == wanted } }
    }
    return found.isEmpty ? [try term(named: word)] : found
  }

  /// Returns the term whose source is equal to a text without regard to case; nil when there is none.
  func termIfKnown(_ name: String) throws(RegistryError) -> Revised<Term>? {
    let table = RegistryTables.term
    // The file compares without regard to the case of ASCII letters alone.
    var source = try database.text("SELECT source FROM term WHERE source = ?", [.text(name)])
    if source == nil, !name.unicodeScalars.allSatisfy(\.isASCII) {
      let rows = try database.query("SELECT source FROM term")
      while source == nil, try rows.next() {
        let other = try rows.text(0)
        if other.lowercased() == name.lowercased() { source = other }
      }
    }
    guard let source, let row = try database.queryOne("\(table.select) WHERE source = ?", [.text(source)])
    else { return nil }
    let term = try Self.termRow(from: row)
    return Revised(
      Term(
        term.source, note: term.note,
        renderings: try renderings(where: " WHERE term = ?", [.text(source)])[term.source] ?? [:]),
      revision: try row.integer(table.revision))
  }

  /// Returns the term with exactly this source; nil when there is none.
  func term(_ source: String) throws(RegistryError) -> Revised<Term>? {
    guard let term = try termIfKnown(source), term.value.source.hasSameBytes(as: source) else { return nil }
    return term
  }

  private static func termRow(from rows: borrowing Rows) throws(RegistryError) -> TermRow {
    var row = TermRow(source: try rows.text(0))
    try row.read(RegistryTables.term.fields, from: rows, at: 1, of: "the term \(row.source)")
    return row
  }

  /// Returns the renderings by term and language.
  private func renderings(
    where condition: String, _ values: [SQLiteValue]
  ) throws(RegistryError) -> [String: [LanguageTag: TermRendering]] {
    let table = RegistryTables.termRendering
    let rows = try database.query("\(table.select)\(condition)", values)
    var renderings: [String: [LanguageTag: TermRendering]] = [:]
    while try rows.next() {
      let (term, language) = (try rows.text(0), try rows.tag(1))
      var rendering = TermRendering("")
      try rendering.read(table.fields, from: rows, at: table.firstField, of: "the term \(term) in \(language)")
      renderings[term, default: [:]][language] = rendering
    }
    return renderings
  }
}

extension Term {
  /// The source, the words of the term, and its words in all languages, by which a person can look for it.
  fileprivate var names: [String] { [source, words] + renderings.values.flatMap(\.allWords) }
}
