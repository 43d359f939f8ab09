import ArgumentParser
import Registry

/// Changes a term.
struct TermEdit: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change the words or the note of a term; the term itself never changes.",
    discussion: """
      --text replaces the word of a language; --form, --synonym and --forbid add to what is there. A word that was in \
      another list of the language is moved. --drop takes a word out of its list.
      """)

  @Argument(help: "The term in English, in any case.", completion: .terms)
  var term: TextArgument

  @OptionGroup var words: TermWords

  @Option(
    help: ArgumentHelp(
      "Take this form, synonym or forbidden word away; repeat it for more.", valueName: "language=word"),
    transform: spelled)
  var drop: [LocalizedArgument] = []

  @Option(
    help: ArgumentHelp("Take all words of a language away; repeat it for more.", valueName: "language"),
    completion: .languages)
  var dropLanguage: [String] = []

  @OptionGroup var revision: RevisionOption
  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if words.isEmpty, drop.isEmpty, dropLanguage.isEmpty {
      throw ValidationError("Nothing to change: give at least one option.")
    }
  }

  func run() throws {
    let (name, words, drop, gone, ifRevision) = (try term.text(), words, drop, dropLanguage, revision.ifRevision)
    let result = try shared.editing().edit(as: try write.intent("term edit")) { (editor) throws(RegistryError) in
      let registry = editor.registry
      let change = try words.change(in: registry)
      let dropped = try TermWords.words(drop, in: registry)
      return try editor.editTerm(name, ifRevision: ifRevision) { (term) throws(RegistryError) in
        for language in gone {
          let tag = try registry.language(named: language).value.tag
          guard term.renderings.removeValue(forKey: tag) != nil else {
            throw RegistryError.lacksRendering(term.source, in: tag)
          }
        }
        for (tag, word) in dropped {
          guard let rendering = term.renderings[tag] else { throw RegistryError.lacksRendering(term.source, in: tag) }
          if rendering.text == word { throw RegistryError.isText(word, in: tag) }
          guard term.renderings[tag]?.drop(word) == true else {
            throw RegistryError(
              .invalidValue, "The term \(term.source) does not have '\(word)' in \(tag).",
              .follow(rule: "Look at it with 'admin term show'."))
          }
        }
        try change.apply(to: &term)
      }
    }
    try shared.printTerm(result, isDryRun: write.dryRun, verb: "changed")
  }
}

extension RegistryError {
  /// The error for words in a language without a text.
  static func lacksRendering(_ term: String, in tag: LanguageTag) -> RegistryError {
    RegistryError(
      .invalidValue, "The term \(term) has no text in \(tag).",
      .follow(rule: "Give the word that texts use first, with --text \(tag)=…."))
  }

  /// The error for a word that is the text itself.
  static func isText(_ word: String, in tag: LanguageTag) -> RegistryError {
    RegistryError(
      .invalidValue, "'\(word)' is the text of the term in \(tag) itself.",
      .follow(rule: "Give another text with --text \(tag)=… first."))
  }
}
