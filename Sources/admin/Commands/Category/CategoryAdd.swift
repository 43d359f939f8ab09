import ArgumentParser
import Registry

/// Adds a category.
struct CategoryAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a category with its ranges and names.")

  @Argument(help: "The key: lower-case letters, digits and '-'. It never changes.")
  var key: String

  @OptionGroup var facts: CategoryFacts
  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let store = try shared.editing()
    let known = try store.categories().map(\.category)
    // Where the answer to a first try was lost, the category is there already, in its place.
    let place = known.first { $0.key == key }?.position ?? min(known.map(\.position).max() ?? 0, 999_999) + 1
    let category = StatusCategory(
      key: key, position: facts.position ?? place, ranges: facts.range.map(\.range),
      names: try facts.names(in: store))
    let outcome = try store.edit(as: try write.intent("category add")) { (editor) throws(RegistryError) in
      try editor.addCategory(category)
      return category
    }
    try shared.printCategory(outcome, isDryRun: write.dryRun, verb: "added")
  }
}
