import ArgumentParser
import Registry

/// Prints a completion script.
struct Completions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Print the completion script of a shell.",
    discussion: """
      The script completes commands and options, and asks this program for codes, categories and languages of the \
      registry. For bash: admin completions bash > ~/.local/share/bash-completion/completions/admin
      """)

  @Argument(help: "The shell: bash, zsh or fish.")
  var shell: Shell

  @OptionGroup var shared: SharedOptions

  /// A shell that has completions.
  enum Shell: String, ExpressibleByArgument, CaseIterable {
    case bash, zsh, fish

    fileprivate var script: String {
      switch self {
      case .bash: Admin.completionScript(for: .bash)
      case .zsh: Admin.completionScript(for: .zsh)
      case .fish: Admin.completionScript(for: .fish)
      }
    }
  }

  func run() throws {
    let (console, script) = (shared.console, shell.script)
    guard console.format != .json else {
      return try console.printJSON(.object(["script": .string(script), "shell": .string(shell.rawValue)]))
    }
    // The script contains no value from outside this program.
    try console.printText(SafeText(stringLiteral: script.hasSuffix("\n") ? script : script + "\n"))
  }
}
