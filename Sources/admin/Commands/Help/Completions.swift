import ArgumentParser
import Registry

/// Prints a completion script.
struct Completions: SharedCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Print the completion script of a shell.",
    discussion: """
      The script completes commands and options, and asks this program for codes, categories and languages of the \
      registry. For bash: admin completions bash > ~/.local/share/bash-completion/completions/admin
      """)

  @Argument(help: "The shell: bash, zsh or fish.")
  var shell: Shell

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let (console, script) = (shared.console, CompletionScript(shell: shell).text)
    guard console.format != .json else {
      return try console.printJSON(.object(["script": .string(script), "shell": .string(shell.rawValue)]))
    }
    // The script contains no value from outside this program.
    try console.printText(SafeText(stringLiteral: script.hasSuffix("\n") ? script : script + "\n"))
  }
}
