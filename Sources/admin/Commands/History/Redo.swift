import ArgumentParser
import Registry

/// Makes an undone operation again.
struct Redo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make the operation again that was undone last.",
    discussion: "As long as nothing else was changed since the undo; after that, undo the undo by its number.")

  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let outcome = try shared.editing().edit(as: try write.intent("redo")) { (editor) throws(RegistryError) in
      try editor.redo()
    }
    try outcome.report(on: shared.console, isDryRun: write.dryRun)
  }
}
