import ArgumentParser
import Registry

/// Redoes an operation that was undone.
struct Redo: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo",
    abstract: "Redo the operation that was undone last.",
    discussion: "As long as nothing else was changed since the undo; after that, undo the undo by its number.")

  @Option(help: ArgumentHelp("Refuse if the registry is at another revision.", valueName: "n"), transform: number)
  var ifRevision: Int?

  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let result = try shared.editing().edit(as: try write.intent("redo")) {
      [ifRevision] (editor) throws(RegistryError) in
      try editor.redo(ifRevision: ifRevision)
    }
    try result.report(on: shared.console, isDryRun: write.dryRun)
  }
}
