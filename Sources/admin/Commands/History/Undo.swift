import ArgumentParser
import Registry

/// Undoes an operation.
struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back the last operation, or a given one, whatever came after.",
    discussion: """
      Again and again it steps back; 'redo' steps forward. Rows that were changed since are listed with their values \
      on all sides and left alone, the rest is undone, and the exit code is 3. An undo is an operation itself: to undo \
      it, give its number.
      """)

  @Argument(help: "The number of an operation; see 'admin history'.")
  var operation: Int?

  @Option(help: ArgumentHelp("Refuse if the registry is at another revision.", valueName: "n"))
  var ifRevision: Int?

  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let result = try shared.editing().edit(as: try write.intent("undo")) {
      [operation, ifRevision] (editor) throws(RegistryError) in
      try editor.undo(operation, ifRevision: ifRevision)
    }
    try result.report(on: shared.console, isDryRun: write.dryRun)
  }
}
