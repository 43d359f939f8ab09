import ArgumentParser
import Registry

/// Imports the texts of a file.
struct TranslationImport: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Add or change the texts of a file as one operation.",
    discussion: """
      The file has comma-, semicolon- or tab-separated values, in UTF-8 or UTF-16. Its header names the columns: code, \
      language, text, and the revision that the line was made from, which may be left out; or those of 'admin \
      translation export'. Without a header, the columns are these four, or those of 'admin translation list --format \
      tsv'. All lines are imported, or none when one of them is wrong.

      A line is in conflict when its text has changed since its revision, or when it has no revision and would replace \
      a reviewed or final text of somebody else. With --on-conflict skip, such lines are left out and written to a \
      file, with the text that is stored now. Look at each, and give the file back.
      """)

  @Argument(help: "The file, or '-' for standard input.", completion: .file())
  var file: PathArgument

  @OptionGroup var conflicts: ConflictOptions
  @OptionGroup var literal: LiteralOption
  @OptionGroup var impact: ImpactOption
  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try ImportRun(
      path: file.path, conflicts: conflicts, isLiteral: literal.literal, impact: impact.impact,
      intent: try write.intent("translation import"), shared: shared
    ).run()
  }
}

/// The options of commands that import texts.
struct ConflictOptions: ParsableArguments {
  @Option(help: "What to do with a line that is in conflict with a text of somebody else.")
  var onConflict: ConflictPolicy?

  @Option(help: ArgumentHelp("With --on-conflict skip: the file for the skipped lines.", valueName: "file"))
  var skipped: PathArgument?

  var policy: ConflictPolicy { onConflict ?? .fail }

  func validate() throws {
    guard skipped != nil else { return }
    guard policy == .skip else { throw ValidationError("--skipped belongs to --on-conflict skip.") }
  }
}
