import ArgumentParser
import Registry

/// `admin language …`
struct LanguageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "language", abstract: "List, add, edit and remove languages.",
    subcommands: [LanguageList.self, LanguageAdd.self, LanguageEdit.self, LanguageRemove.self])
}

/// The fields of a language other than its tag.
struct LanguageFacts: ParsableArguments {
  @Option(help: "The name in English: French.")
  var englishName: TextArgument?

  @Option(help: "The language's name for itself: Français.")
  var ownName: TextArgument?

  @Option(help: "The direction: ltr or rtl; on add, else the likely one of the tag's script.")
  var direction: Direction?

  @Option(
    help: "The language that answers where this one has no text; on add, else the one that answers for the tag now.",
    completion: .languages)
  var fallback: String?

  @Flag(inversion: .prefixedNo, help: "Whether a release must be complete in it.")
  var required: Bool?

  @Option(help: "The place in lists, lowest first.", transform: number)
  var position: Int?

  var isEmpty: Bool {
    englishName == nil && ownName == nil && direction == nil && fallback == nil && required == nil && position == nil
  }

  /// Returns the change that the options describe.
  func change() throws -> LanguageChange {
    LanguageChange(
      englishName: try englishName?.text(), ownName: try ownName?.text(), direction: direction, fallback: fallback,
      isRequired: required, position: position)
  }
}

/// New values for the fields of a language, from options or from a row of a file; nil leaves a field as it is.
struct LanguageChange: Sendable {
  let englishName: String?
  let ownName: String?
  let direction: Direction?
  let fallback: String?
  let isRequired: Bool?
  let position: Int?

  /// Changes a language. The fallback is looked up in the registry that is edited.
  func apply(to language: inout Language, in registry: RegistryReader) throws(RegistryError) {
    if let englishName { language.englishName = englishName }
    if let ownName { language.ownName = ownName }
    if let direction { language.direction = direction }
    if let fallback { language.fallback = try registry.language(named: fallback).value.tag }
    if let isRequired { language.isRequired = isRequired }
    if let position { language.position = position }
  }
}

extension Language {
  /// Returns the JSON members of the language, as every command prints them.
  func members(revision: Int?) -> [String: JSON] {
    members.merging(["tag": .string(tag.description), "revision": .init(revision)]) { _, new in new }
  }
}

extension SharedOptions {
  func printLanguage(_ result: EditResult<Revised<Language>>, isDryRun: Bool, verb: String) throws {
    let language = result.value.value
    // In a dry run, a new row has no revision.
    let revision = result.value.revision == 0 ? nil : result.value.revision
    let direction = language.direction == .rightToLeft ? "right to left" : "left to right"
    let properties = language.fallback.map { "\(direction), falls back to \($0)" } ?? direction
    try console.print(
      WriteReport(
        result,
        sentence: result.sentence("The language \(language.tag) (\(properties))", verb: verb, isDryRun: isDryRun),
        cells: [.cell("tag", .string(language.tag.description)), .cell("revision", .init(revision))],
        row: language.members(revision: revision), isDryRun: isDryRun))
  }
}
