import RegistryCatalog
import RegistrySQLite

/// A row with a value that its field cannot hold, which another program has written.
struct UnreadableRow {
  let row: RegistryRow
  /// Names the field and the value.
  let error: RegistryError
}

/// The glossary as far as it can be read.
struct StoredTerms {
  /// The terms, without their unreadable parts, ordered by their source without regard to case.
  var terms: [Revised<Term>] = []
  /// The rows that cannot be read.
  var unreadable: [UnreadableRow] = []
}

extension RegistryReader {
  /// Returns the terms of the glossary without those that cannot be read, ordered by their source without regard to
  /// case.
  ///
  /// Another program can write a list of words without the spaces around its separators, for example. The search and
  /// the checks of texts do without such a term, so that it stops no edit of a text. ``examine()`` reports it, and
  /// ``terms()`` refuses it.
  ///
  /// - Returns: The terms of which every part can be read.
  /// - Throws: `RegistryError.Code.corrupt` when the file is damaged.
  public func readableTerms() throws(RegistryError) -> [Term] {
    let stored = try storedTerms()
    let unreadable = Set(stored.unreadable.compactMap(\.row.term))
    return stored.terms.map(\.value).filter { !unreadable.contains($0.source) }
  }

  /// Returns the terms as far as they can be read, and the rows that cannot be.
  func storedTerms() throws(RegistryError) -> StoredTerms {
    var stored = StoredTerms()
    let table = RegistryTables.term
    let renderings = try renderings(where: "", [], unreadable: &stored.unreadable)
    let rows = try database.query("\(table.select) ORDER BY source")
    while try rows.next() {
      let source = try rows.text(0)
      do {
        let row = try Self.termRow(from: rows)
        stored.terms.append(
          Revised(
            Term(source, note: row.note, renderings: renderings[source] ?? [:]),
            revision: try rows.integer(table.revision)))
      } catch {
        guard error.code == .corrupt else { throw error }
        stored.unreadable.append(UnreadableRow(row: .term(source), error: error))
      }
    }
    return stored
  }

  /// Returns the renderings by term and language, without those that cannot be read, which are added to `unreadable`.
  func renderings(
    where condition: String, _ values: [SQLiteValue], unreadable: inout [UnreadableRow]
  ) throws(RegistryError) -> [String: [LanguageTag: TermRendering]] {
    let table = RegistryTables.termRendering
    let rows = try database.query("\(table.select)\(condition)", values)
    var renderings: [String: [LanguageTag: TermRendering]] = [:]
    while try rows.next() {
      let (term, language) = (try rows.text(0), try rows.tag(1))
      var rendering = TermRendering("")
      do {
        try rendering.read(table.fields, from: rows, at: table.firstField, of: "the term \(term) in \(language)")
        renderings[term, default: [:]][language] = rendering
      } catch {
        guard error.code == .corrupt else { throw error }
        unreadable.append(UnreadableRow(row: .termRendering(term, language), error: error))
      }
    }
    return renderings
  }
}
