import ArgumentParser
import Registry

/// `admin term …`
struct TermCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "term", abstract: "List, show, add, edit and remove the terms of the glossary.",
    subcommands: [
      TermList.self, TermShow.self, TermAdd.self, TermEdit.self, TermRemove.self, TermExport.self,
    ])
}

/// The words of a term, by language.
struct TermWords: ParsableArguments {
  @Option(
    help: ArgumentHelp("The word that texts in a language use; repeat it for more.", valueName: "language=text"),
    transform: spelled)
  var text: [LocalizedArgument] = []

  @Option(
    help: ArgumentHelp("Another form of it, such as a plural; repeat it for more.", valueName: "language=word"),
    transform: spelled)
  var form: [LocalizedArgument] = []

  @Option(
    help: ArgumentHelp(
      "A word with the same meaning, by which people search; repeat it for more.", valueName: "language=word"),
    transform: spelled)
  var synonym: [LocalizedArgument] = []

  @Option(
    help: ArgumentHelp("A word that texts must not use for it; repeat it for more.", valueName: "language=word"),
    transform: spelled)
  var forbid: [LocalizedArgument] = []

  @Option(help: ArgumentHelp("What translators should know about it; empty for nothing.", valueName: "text"))
  var termNote: TextArgument?

  var isEmpty: Bool {
    text.isEmpty && form.isEmpty && synonym.isEmpty && forbid.isEmpty && termNote == nil
  }

  /// Returns the change that the options describe. Each language must exist in the registry.
  func change(in registry: RegistryReader) throws(RegistryError) -> TermChange {
    TermChange(
      texts: try Self.words(text, in: registry), forms: try Self.words(form, in: registry),
      synonyms: try Self.words(synonym, in: registry), forbidden: try Self.words(forbid, in: registry),
      note: try termNote?.text())
  }

  /// Returns the words with the languages that they are in.
  static func words(
    _ arguments: [LocalizedArgument], in registry: RegistryReader
  ) throws(RegistryError) -> [(tag: LanguageTag, word: String)] {
    var words: [(tag: LanguageTag, word: String)] = []
    for argument in arguments {
      words.append(
        (try registry.language(named: argument.language).value.tag, TextRules.cleaned(try argument.name()).text))
    }
    return words
  }
}

/// Words to add to a term.
struct TermChange {
  typealias Words = [(tag: LanguageTag, word: String)]

  let texts: Words
  let forms: Words
  let synonyms: Words
  let forbidden: Words
  let note: String?

  /// Changes a term. A word that the term has in the language already is moved to the list that the option names.
  ///
  /// - Throws: `RegistryError` with the code `invalidValue` when a word is given in a language without a text.
  func apply(to term: inout Term) throws(RegistryError) {
    if let note { term.note = note.isEmpty ? nil : note }
    for (tag, text) in texts {
      if term.renderings[tag] == nil {
        term.renderings[tag] = TermRendering(text)
      } else {
        term.renderings[tag]?.drop(text)
        term.renderings[tag]?.text = text
      }
    }
    try add(forms, to: \.otherForms, of: &term)
    try add(synonyms, to: \.synonyms, of: &term)
    try add(forbidden, to: \.forbidden, of: &term)
  }

  private func add(
    _ words: Words, to list: WritableKeyPath<TermRendering, [String]>, of term: inout Term
  ) throws(RegistryError) {
    for (tag, word) in words {
      guard var rendering = term.renderings[tag] else {
        throw RegistryError.lacksRendering(term.source, in: tag)
      }
      guard rendering.text != word else { throw RegistryError.isText(word, in: tag) }
      if !rendering[keyPath: list].contains(word) {
        rendering.drop(word)
        rendering[keyPath: list].append(word)
      }
      term.renderings[tag] = rendering
    }
  }
}

extension TermRendering {
  /// Takes a word out of the lists. Returns whether it was in one.
  @discardableResult
  mutating func drop(_ word: String) -> Bool {
    let count = otherForms.count + synonyms.count + forbidden.count
    otherForms.removeAll { $0 == word }
    synonyms.removeAll { $0 == word }
    forbidden.removeAll { $0 == word }
    return otherForms.count + synonyms.count + forbidden.count < count
  }
}

extension Term {
  /// Returns the JSON members of the term, as every command prints them.
  func members(revision: Int?) -> [String: JSON] {
    [
      "source": .string(source), "note": .init(note), "revision": .init(revision),
      "renderings": .object(
        Dictionary(renderings.map { ($0.key.description, .object($0.value.listMembers)) }) { first, _ in first }),
    ]
  }
}

extension TermRendering {
  /// The text and the lists as JSON members.
  var listMembers: [String: JSON] {
    [
      "text": .string(text), "other_forms": .array(otherForms.map(JSON.string)),
      "synonyms": .array(synonyms.map(JSON.string)), "forbidden": .array(forbidden.map(JSON.string)),
    ]
  }
}

extension SharedOptions {
  func printTerm(_ result: EditResult<Revised<Term>>, isDryRun: Bool, verb: String) throws {
    let term = result.value.value
    // In a dry run, a new row has no revision.
    let revision = result.value.revision == 0 ? nil : result.value.revision
    try console.print(
      WriteReport(
        result, sentence: result.sentence("The term \(term.source)", verb: verb, isDryRun: isDryRun),
        cells: [.cell("source", .string(term.source)), .cell("revision", .init(revision))],
        row: term.members(revision: revision), isDryRun: isDryRun))
  }
}
