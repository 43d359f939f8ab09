import ArgumentParser
import Registry

/// Removes a category.
struct CategoryRemove: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove a category that has no codes, with its ranges and names.")

  @Argument(help: "The key of the category.", completion: .categories)
  var key: String

  @OptionGroup var confirmation: Confirmation
  @OptionGroup var revision: RevisionOption
  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let (store, name) = (try shared.editing(), key)
    let key = try store.read { try $0.category(named: name).value.key }
    try confirmation.confirm("Remove the category \(key)?", in: shared, isDryRun: write.dryRun)
    let result = try store.edit(as: try write.intent("category remove")) {
      [ifRevision = revision.ifRevision] (editor) throws(RegistryError) in
      try editor.removeCategory(name, ifRevision: ifRevision)
    }
    try shared.console.print(
      WriteReport(
        result, sentence: result.sentence("The category \(key)", verb: "removed", isDryRun: write.dryRun),
        cells: [.cell("key", .string(key)), .cell("operation", .init(result.operation))], row: [:],
        isDryRun: write.dryRun))
  }
}
