import ArgumentParser
import Registry

/// `admin language …`
struct LanguageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "language", abstract: "List, add and edit languages.",
    subcommands: [LanguageList.self, LanguageAdd.self, LanguageEdit.self])
}

/// What is said of a language besides its tag.
struct LanguageFacts: ParsableArguments {
  @Option(help: "The name in English: French.")
  var englishName: TextArgument?

  @Option(help: "The language's name for itself: Français.")
  var ownName: TextArgument?

  @Option(help: "The direction: ltr or rtl; on add, else the likely one of the tag's script.")
  var direction: Direction?

  @Option(
    help: "The language that answers where this one has no text; on add, else the source language.",
    completion: .languages)
  var fallback: String?

  @Flag(inversion: .prefixedNo, help: "Whether a release must be complete in it.")
  var required: Bool?

  @Option(help: "The place in lists, lowest first.")
  var position: Int?

  var isEmpty: Bool {
    englishName == nil && ownName == nil && direction == nil && fallback == nil && required == nil && position == nil
  }

  /// The change that the given options make.
  func change(in store: RegistryStore) throws -> @Sendable (inout Language) -> Void {
    let (english, own) = (try englishName?.text(), try ownName?.text())
    let fallback = try fallback.map { try store.language($0).tag }
    return { [direction, required, position] language in
      if let english { language.englishName = english }
      if let own { language.ownName = own }
      if let direction { language.direction = direction }
      if let fallback { language.fallback = fallback }
      if let required { language.isRequired = required }
      if let position { language.position = position }
    }
  }
}

extension JSON {
  /// A language as every command prints it.
  static func language(_ language: Language, revision: Int?) -> [String: JSON] {
    [
      "tag": .string(language.tag.description), "english_name": .string(language.englishName),
      "own_name": .string(language.ownName), "direction": .string(language.direction.rawValue),
      "fallback": .init(language.fallback?.description), "required": .bool(language.isRequired),
      "position": .integer(language.position), "revision": .init(revision),
    ]
  }
}

extension SharedOptions {
  func printLanguage(_ outcome: EditOutcome<Language>, isDryRun: Bool, verb: String) throws {
    let language = outcome.value
    let revision = try outcome.operation ?? reading().languages().first { $0.language.tag == language.tag }?.revision
    let members = JSON.language(language, revision: revision)
    try console.print(
      outcome.sentence("The language \(language.tag)", verb: verb, isDryRun: isDryRun),
      row: [language.tag.description, revision.map { "\($0)" }, "\(outcome.isChanged)"],
      json: outcome.json(members, isDryRun: isDryRun))
  }
}
