import ArgumentParser
import Registry

/// Lists the terms of the glossary.
struct TermList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the terms of the glossary with their words.",
    discussion: "'admin term export' writes the same to a file, which 'admin term add --from' reads.")

  @Option(help: "Only the words in this language.", completion: .languages)
  var language: String?

  @Option(help: ArgumentHelp("Only terms that have this in a word, in any language and case.", valueName: "words"))
  var text: TextArgument?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let words = try text?.text()
    let rows = try shared.reading().read { [language] registry in
      try RenderedTerm.all(of: registry, language: language, having: words)
    }
    let columns: [Column<RenderedTerm>] = [
      Column("TERM", nil) { .string($0.term.value.source) },
      Column("LANGUAGE", nil) { .string($0.tag.description) },
      Column("REVISION", nil) { .integer($0.term.revision) }, Column("TEXT", nil) { .string($0.rendering.text) },
      Column("OTHER FORMS", nil) { .init($0.cell("other_forms")) },
      Column("SYNONYMS", nil) { .init($0.cell("synonyms")) },
      Column("FORBIDDEN", nil) { .init($0.cell("forbidden")) },
    ]
    try shared.console.print(Report(rows, columns).table, json: .array(RenderedTerm.terms(of: rows).map(\.json)))
  }
}

/// The words of a term in one language.
struct RenderedTerm: Sendable {
  let term: Revised<Term>
  let tag: LanguageTag
  let rendering: TermRendering

  /// Returns the words of all terms, ordered by term and the position of the language.
  ///
  /// - Parameters:
  ///   - language: A language in any BCP 47 form; nil for all languages.
  ///   - words: What a term must have in one of its words; nil for all terms.
  static func all(
    of registry: RegistryReader, language: String? = nil, having words: String? = nil
  ) throws(RegistryError) -> [RenderedTerm] {
    let wanted = try language.map { (name) throws(RegistryError) in try registry.language(named: name).value.tag }
    let tags = try registry.languages().map(\.value.tag).filter { wanted == nil || $0 == wanted }
    let terms = try registry.revisedTerms().filter { term in
      words.map { term.value.hasWord(containing: $0) } ?? true
    }
    return terms.flatMap { term in
      tags.compactMap { tag in
        term.value.renderings[tag].map { RenderedTerm(term: term, tag: tag, rendering: $0) }
      }
    }
  }

  /// The terms of rows, each once, with the renderings that the rows have.
  static func terms(of rows: [RenderedTerm]) -> [Revised<Term>] {
    var terms: [Revised<Term>] = []
    for row in rows {
      var term = Term(row.term.value.source, note: row.term.value.note, renderings: [:])
      if let last = terms.last?.value, last.source == term.source {
        term = last
        terms.removeLast()
      }
      term.renderings[row.tag] = row.rendering
      terms.append(Revised(term, revision: row.term.revision))
    }
    return terms
  }

  /// Returns a field as a cell; nil when it has no value.
  func cell(_ field: String) -> String? { rendering.values[field]?.description }
}

extension Revised<Term> {
  /// The term as JSON, as every command prints it.
  var json: JSON { .object(value.members(revision: revision)) }
}
