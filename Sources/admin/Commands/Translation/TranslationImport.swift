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
      """)

  @Argument(help: "The file, or '-' for standard input.", completion: .file())
  var file: PathArgument

  @Option(help: "What to do with a text that has changed since the revision of its line.")
  var onConflict: ConflictPolicy = .fail

  @OptionGroup var literal: LiteralOption
  @OptionGroup var impact: ImpactOption
  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    try ImportRun(
      path: file.path, policy: onConflict, isLiteral: literal.literal, impact: impact.impact,
      intent: try write.intent("translation import"), shared: shared
    ).run()
  }
}
