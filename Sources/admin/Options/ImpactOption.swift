import ArgumentParser
import Glibc
import Registry

/// The option of commands that can change a source text.
struct ImpactOption: ParsableArguments {
  @Option(
    help: """
      What changing the source text means for its translations: typo keeps them, minor marks them stale, major makes \
      them unfit for release.
      """)
  var impact: SourceImpact?

  /// Returns the impact of a change of a source text.
  ///
  /// - Returns: The value of the option; without it, nil when the editor can infer the impact or there is no terminal;
  ///   otherwise the answer of the person at the terminal.
  func impact(of old: String, to new: String, in subject: String) throws -> SourceImpact? {
    if let impact { return impact }
    guard SourceImpact.inferred(from: old, to: new) == nil, isatty(STDIN_FILENO) != 0, isatty(STDERR_FILENO) != 0
    else { return nil }
    return try Self.ask(
      "\(subject): \(TextDifference(from: old, to: new).shown(usesColor: false))")
  }

  static func ask(_ question: SafeText) throws -> SourceImpact {
    Console.writeError(
      """
      \(question)
      What does this mean for the translations?
        1  typo   the meaning is the same; they stay as they are
        2  minor  they should be looked at
        3  major  they are wrong until they are looked at, and not released

      """)
    while true {
      Console.writeError("1, 2 or 3? ")
      guard let answer = readLine() else {
        throw CommandFailure(code: "not-confirmed", message: "Nothing was changed.", hint: nil, exit: 1)
      }
      switch Answer.word(answer) {
      case "1", "typo": return .typo
      case "2", "minor": return .minor
      case "3", "major": return .major
      default: continue
      }
    }
  }
}
