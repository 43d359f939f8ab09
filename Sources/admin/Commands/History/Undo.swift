import ArgumentParser
import Glibc
import Registry

/// Undoes an operation.
struct Undo: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back your last operation, or a given one, whatever came after.",
    discussion: """
      Again and again it steps back; 'redo' steps forward. What somebody else did is undone by its number, or after a \
      question on the terminal. Rows that were changed since are listed with their values \
      on all sides and left alone, the rest is undone, and the exit code is 3. An undo is an operation itself: to undo \
      it, give its number.
      """)

  @Argument(help: "The number of an operation; see 'admin history'.", transform: number)
  var operation: Int?

  @Option(help: ArgumentHelp("Refuse if the registry is at another revision.", valueName: "n"), transform: number)
  var ifRevision: Int?

  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let store = try shared.editing()
    let intent = try write.intent("undo")
    do {
      try undo(operation, in: store, as: intent)
    } catch let error as RegistryError {
      guard case .undoOperation(let other) = error.remedy, isatty(STDIN_FILENO) != 0, isatty(STDERR_FILENO) != 0 else {
        throw error
      }
      try Confirmation.ask("\(error.message) Undo it?")
      try undo(other, in: store, as: intent)
    }
  }

  private func undo(_ operation: Int?, in store: RegistryStore, as intent: OperationIntent) throws {
    let result = try store.edit(as: intent) { [ifRevision] (editor) throws(RegistryError) in
      try editor.undo(operation, ifRevision: ifRevision)
    }
    try result.report(on: shared.console, isDryRun: write.dryRun)
  }
}
