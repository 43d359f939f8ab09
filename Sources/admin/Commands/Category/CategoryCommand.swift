import ArgumentParser
import Registry

/// `admin category …`
struct CategoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "category", abstract: "List, add, edit and remove categories and the numbers they own.",
    subcommands: [CategoryList.self, CategoryAdd.self, CategoryEdit.self, CategoryRemove.self])
}

/// The fields of a category other than its key.
struct CategoryFacts: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A range of numbers that it owns; repeat it for more. On edit they replace the old ones.", valueName: "first-last"
    ), transform: spelled)
  var range: [RangeArgument] = []

  @Option(
    help: ArgumentHelp("A name in one language; repeat it for more.", valueName: "language=text"), transform: spelled)
  var name: [LocalizedArgument] = []

  @Option(help: "The place in lists, lowest first.", transform: number)
  var position: Int?

  /// Returns the names by language. Each language must exist in the registry.
  func names(in registry: RegistryReader) throws(RegistryError) -> [LanguageTag: String] {
    var names: [LanguageTag: String] = [:]
    for name in name {
      let tag = try registry.language(named: name.language).value.tag
      if names.updateValue(try name.name(), forKey: tag) != nil { throw .givenTwice("--name", tag) }
    }
    return names
  }
}

extension RegistryError {
  /// The error for an option that says two things about one language.
  static func givenTwice(_ option: String, _ tag: LanguageTag) -> RegistryError {
    RegistryError(
      .invalidValue, "\(option) is given twice for \(tag).", .follow(rule: "Give it once for each language."))
  }
}

extension StatusCategory {
  /// Returns the JSON members of the category, as every command prints them.
  func members(revision: Int?) -> [String: JSON] {
    let besides: [String: JSON] = [
      "key": .string(key), "revision": .init(revision),
      "ranges": .array(ranges.map { .object(["first": .integer($0.lowerBound), "last": .integer($0.upperBound)]) }),
      "names": .object(Dictionary(names.map { ($0.key.description, .string($0.value)) }) { first, _ in first }),
    ]
    return members.merging(besides) { _, new in new }
  }
}

extension SharedOptions {
  func printCategory(_ result: EditResult<Revised<StatusCategory>>, isDryRun: Bool, verb: String) throws {
    let category = result.value.value
    // In a dry run, a new row has no revision.
    let revision = result.value.revision == 0 ? nil : result.value.revision
    try console.print(
      WriteReport(
        result, sentence: result.sentence("The category \(category.key)", verb: verb, isDryRun: isDryRun),
        cells: [.cell("key", .string(category.key)), .cell("revision", .init(revision))],
        row: category.members(revision: revision), isDryRun: isDryRun))
  }
}
