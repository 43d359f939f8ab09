import ArgumentParser
import Registry

/// Changes a category.
struct CategoryEdit: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change the ranges, names or position of a category; its key never changes.")

  @Argument(help: "The category.", completion: .categories)
  var key: String

  @OptionGroup var facts: CategoryFacts
  @OptionGroup var revision: RevisionOption
  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if facts.range.isEmpty, facts.name.isEmpty, facts.position == nil {
      throw ValidationError("Nothing to change: give at least one option.")
    }
  }

  func run() throws {
    let (key, facts, ifRevision) = (key, facts, revision.ifRevision)
    let result = try shared.editing().edit(as: try write.intent("category edit")) { (editor) throws(RegistryError) in
      let (ranges, names) = (facts.range.map(\.range), try facts.names(in: editor.registry))
      return try editor.editCategory(key, ifRevision: ifRevision) { category in
        if !ranges.isEmpty { category.ranges = ranges.sorted { $0.lowerBound < $1.lowerBound } }
        if let position = facts.position { category.position = position }
        category.names.merge(names) { _, new in new }
      }
    }
    try shared.printCategory(result, isDryRun: write.dryRun, verb: "changed")
  }
}
