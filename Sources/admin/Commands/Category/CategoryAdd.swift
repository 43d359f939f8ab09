import ArgumentParser
import Registry

/// Adds a category.
struct CategoryAdd: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a category with its ranges and names.")

  @Argument(help: "The key: lower-case letters, digits and '-'. It never changes.")
  var key: String

  @OptionGroup var facts: CategoryFacts
  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let (key, facts) = (key, facts)
    let result = try shared.editing().edit(as: try write.intent("category add")) { (editor) throws(RegistryError) in
      let known = try editor.registry.categories().map(\.value)
      // When the command is repeated because its answer was lost, the category already exists and keeps its position.
      let place = known.first { $0.key == key }?.position ?? min(known.map(\.position).max() ?? 0, 999_999) + 1
      return try editor.addCategory(
        StatusCategory(
          key: key, position: facts.position ?? place, ranges: facts.range.map(\.range),
          names: try facts.names(in: editor.registry)))
    }
    try shared.printCategory(result, isDryRun: write.dryRun, verb: "added")
  }
}
