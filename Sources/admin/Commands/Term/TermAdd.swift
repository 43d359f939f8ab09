import ArgumentParser
import Registry

/// Adds a term, or all terms of a file.
struct TermAdd: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a term with its words in each language, or the terms of a file.",
    discussion: """
      In English a term is rendered by its own words unless --text en=… says otherwise. Words in parentheses at its \
      end, as in 'error (account)', only tell terms with the same words apart.

      A file for --from has comma-, semicolon- or tab-separated values, and a line for each language of a term. Its \
      header names the columns: term, language and text; and, if you like, other_forms, synonyms, forbidden and note. \
      Between two words of a list is ' | '. 'admin term export' writes such a file. All terms are added, or none when \
      a line is wrong.
      """)

  @Argument(help: "The term in English. It never changes.")
  var term: TextArgument?

  @Option(help: ArgumentHelp("Take the terms from this file, or '-' from standard input.", valueName: "file"))
  var from: PathArgument?

  @Flag(help: "Change the terms of the file that exist with other content.")
  var replace = false

  @OptionGroup var words: TermWords
  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if from != nil {
      guard term == nil, words.isEmpty else {
        throw ValidationError("With --from, everything about the terms comes from the file.")
      }
      return
    }
    if term == nil { throw ValidationError("Missing expected argument '<term>'") }
    if replace { throw ValidationError("--replace belongs to --from. Change one term with 'admin term edit'.") }
  }

  func run() throws {
    if let from { return try addTerms(of: from.path) }
    guard let term else { return }
    let (source, words) = (try term.text(), words)
    let result = try shared.editing().edit(as: try write.intent("term add")) { (editor) throws(RegistryError) in
      var new = Term(TextRules.cleaned(source).text, renderings: [:])
      if let language = try editor.registry.languages().map(\.value).first(where: { $0.fallback == nil }) {
        new.renderings[language.tag] = TermRendering(new.words)
      }
      try words.change(in: editor.registry).apply(to: &new)
      return try editor.addTerm(new)
    }
    try shared.printTerm(result, isDryRun: write.dryRun, verb: "added")
  }
}
