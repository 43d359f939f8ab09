import ArgumentParser
import Glibc
import Registry

/// The command `admin`: subcommands by noun and verb, and some verbs for the whole registry.
@main
struct Admin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "admin",
    abstract: "Keeps the registry of status codes and their messages in every language.",
    discussion: """
      CODE is a number or a symbol in any case. LANGUAGE is any BCP 47 form of a known language: zh-CN, zh_Hans, AR.

      Exit codes: 0 ok, 1 other failure, 2 findings, 3 conflict, 4 not found, 5 busy, 6 not a registry or newer than \
      this build, 7 corrupt or unverified, 8 input/output, 64 usage, 65 invalid input.
      """,
    version: programVersion,
    subcommands: [
      Init.self, Status.self, Migrate.self, Doctor.self, Backup.self, CodeCommand.self, CategoryCommand.self,
      LanguageCommand.self,
      TranslationCommand.self, TermCommand.self, Search.self, CheckCommand.self, Inbox.self, History.self, Undo.self,
      Redo.self, SnapshotCommand.self, ConsoleCommand.self, Manual.self, Completions.self,
    ])

  /// The version of this program.
  static let programVersion = "0.1.0"

  static func main() async {
    // Without this, exceeding a file-size limit would kill the process in the middle of a write. Ignored, it becomes an
    // error of the write.
    signal(SIGXFSZ, SIG_IGN)
    let arguments = withCompletions(ProcessBytes.arguments)
    // In JSON a note is a part of the document that the command prints.
    let isDocument = wantsJSON(arguments)
    var writing: (any WritingCommand)?
    do {
      var command = try parsed(arguments)
      writing = command as? any WritingCommand
      if let shared = (command as? any SharedCommand)?.shared { SuggestedCommand.use(registryOf: shared) }
      if isDocument { writing?.nameRegistryElsewhere() }
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
      if !isDocument { writing?.nameRegistryElsewhere() }
      Console.printNotes()
    } catch {
      guard let failure = CommandFailure(error, usageOf: Self.self) else {
        return Console.writeOutput(message(for: error) + "\n", allowsPager: !arguments.contains("--no-pager"))
      }
      if failure.hasStored, !isDocument { writing?.nameRegistryElsewhere() }
      failure.report(asJSON: isDocument)
      Glibc.exit(failure.exit)
    }
  }

  /// Returns the arguments with the option of ArgumentParser that prints a completion script as the command that prints
  /// the whole one.
  private static func withCompletions(_ arguments: [String]) -> [String] {
    guard arguments.count == 2, arguments[0] == "--generate-completion-script" else { return arguments }
    return ["completions", arguments[1]]
  }

  /// Parses the command line.
  private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    if arguments.first == "help" {
      var words = try CommandWords([])
      for word in arguments.dropFirst() where !word.hasPrefix("-") { try words.descend(to: word) }
    }
    do {
      let command = try parseAsRoot(arguments)
      if CommandWords.mayRepeat(arguments) { _ = try CommandWords(arguments).checked() }
      return command
    } catch  where !(error is CommandFailure) && !exitCode(for: error).isSuccess {
      let checked = try CommandWords(arguments).checked()
      if checked == arguments { throw error }
      return try parseAsRoot(checked)
    }
  }

  /// Returns whether the arguments ask for JSON. It inspects the raw arguments, because they may be what could not be
  /// parsed.
  private static func wantsJSON(_ arguments: [String]) -> Bool {
    let flags = arguments.prefix { $0 != "--" }
    return flags.contains("--json") || flags.contains("--format=json")
      || zip(flags, flags.dropFirst()).contains { $0 == "--format" && $1 == "json" }
  }
}
