import ArgumentParser
import Glibc
import Registry

/// The options of every command that writes.
struct WriteOptions: ParsableArguments {
  @Flag(name: [.customShort("n"), .long], help: "Do everything, then roll it back.")
  var dryRun = false

  @Option(name: [.customShort("m"), .long], help: "Why, for the history.")
  var note: TextArgument?

  @OptionGroup var who: ActorOption

  /// The cells that mark each line of TSV in a dry run.
  var mark: [String?] { dryRun ? [WriteReport.dryRunMark] : [] }

  func intent(_ command: String) throws -> OperationIntent {
    OperationIntent(actor: try actorName(), command: command, note: try note?.text(), isDryRun: dryRun)
  }

  /// Returns the name for the history.
  func actorName() throws -> String { try who.name() }
}

/// The option of commands that change a row.
struct RevisionOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("Refuse if the row is at another revision; 0 means that it is missing.", valueName: "n"),
    transform: number)
  var ifRevision: Int?

  func validate() throws {
    if let ifRevision, ifRevision < 0 { throw ValidationError("--if-revision is 0 or the number of a revision.") }
  }
}

/// The option of commands that remove something.
struct Confirmation: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Do not ask.")
  var yes = false

  /// Asks for confirmation on a terminal. Without a terminal, the command fails unless the option is given.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - shared: Says which registry is written to. One that is not in the current folder is named in the question.
  ///   - isDryRun: Whether nothing will be changed, so that there is nothing to ask.
  func confirm(_ question: String, in shared: SharedOptions, isDryRun: Bool) throws {
    if yes || isDryRun { return }
    let question = (shared.pathElsewhere.map { "The registry is \($0). " } ?? "") + question
    guard isatty(STDIN_FILENO) != 0, isatty(STDERR_FILENO) != 0 else {
      throw CommandFailure(
        code: "not-confirmed", message: "\(question) There is no terminal to ask on.",
        hint: "Repeat it with --yes.", exit: 64)
    }
    try Self.ask(question)
  }

  /// Asks for confirmation on a terminal. Any other answer than yes, in English, Arabic or Chinese, ends the command.
  static func ask(_ question: String) throws {
    guard isConfirmed(question) else {
      throw CommandFailure(code: "not-confirmed", message: "Nothing was changed.", hint: nil, exit: 1)
    }
  }

  /// Asks a question on a terminal, and returns whether the answer is yes.
  static func isConfirmed(_ question: String) -> Bool {
    Console.writeError("\(question) [y/N] ")
    return readLine().flatMap(Answer.isYes) == true
  }
}
