import ArgumentParser
import Registry

/// `admin category …`
struct CategoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "category", abstract: "List, add and edit categories and the numbers they own.",
    subcommands: [CategoryList.self, CategoryAdd.self, CategoryEdit.self])
}

/// What is said of a category besides its key.
struct CategoryFacts: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A range of numbers that it owns; repeat it for more. On edit they replace the old ones.", valueName: "first-last"
    ))
  var range: [RangeArgument] = []

  @Option(help: ArgumentHelp("A name in one language; repeat it for more.", valueName: "language=text"))
  var name: [LocalizedArgument] = []

  @Option(help: "The place in lists, lowest first.")
  var position: Int?

  /// The names by tag; each language is one that the registry knows.
  func names(in store: RegistryStore) throws -> [LanguageTag: String] {
    var names: [LanguageTag: String] = [:]
    for name in name { names[try store.language(name.language).tag] = try name.name() }
    return names
  }
}

extension JSON {
  /// A category as every command prints it.
  static func category(_ category: StatusCategory, revision: Int?) -> [String: JSON] {
    [
      "key": .string(category.key), "position": .integer(category.position), "revision": .init(revision),
      "ranges": .array(
        category.ranges.map { .object(["first": .integer($0.lowerBound), "last": .integer($0.upperBound)]) }),
      "names": .object(
        Dictionary(uniqueKeysWithValues: category.names.map { ($0.key.description, .string($0.value)) })),
    ]
  }
}

extension SharedOptions {
  func printCategory(_ outcome: EditOutcome<StatusCategory>, isDryRun: Bool, verb: String) throws {
    let category = outcome.value
    let revision =
      try outcome.operation ?? reading().categories().first { $0.category.key == category.key }?.revision
    let members = JSON.category(category, revision: revision)
    try console.print(
      outcome.sentence("The category \(category.key)", verb: verb, isDryRun: isDryRun),
      row: [category.key, revision.map { "\($0)" }, "\(outcome.isChanged)"],
      json: outcome.json(members, isDryRun: isDryRun))
  }
}
