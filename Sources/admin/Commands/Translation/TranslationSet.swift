import ArgumentParser
import FoundationEssentials
import Glibc
import Registry

/// Adds or changes one text, or those of a file.
struct TranslationSet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Add or change the text of a code in a language, or the texts of a file.",
    discussion: """
      The text is an ICU MessageFormat pattern: named arguments such as {amount}, and '{' for a literal brace. It is \
      kept as typed. A text that begins with a dash follows '--'. The same text again changes nothing; it confirms one \
      that is stale.

      --from reads lines of TSV: code, language, text, and the revision that the line was made from, which may be left \
      out. They are one operation: all, or none where one line is wrong.
      """)

  @Argument(help: "A number, or a symbol in any case.", completion: .codes)
  var code: String?

  @Argument(help: "A BCP 47 form of a known language.", completion: .languages)
  var language: String?

  @Argument(help: "The text, or '-' to read one line from standard input.")
  var text: String?

  @Option(help: ArgumentHelp("Take the texts from this file, or '-' from standard input.", valueName: "file"))
  var from: PathArgument?

  @Option(help: "With --from: what to do with a text that has changed since the revision of its line.")
  var onConflict: ConflictPolicy?

  @OptionGroup var impact: ImpactOption
  @OptionGroup var revision: RevisionOption
  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if from != nil {
      guard code == nil else { throw ValidationError("With --from, codes, languages and texts stand in the file.") }
      guard revision.ifRevision == nil else { throw ValidationError("With --from, revisions stand in the file.") }
    } else {
      guard code != nil, language != nil, text != nil else {
        throw ValidationError("Give a code, a language and a text, or --from with a file.")
      }
      guard onConflict == nil else { throw ValidationError("--on-conflict belongs to --from.") }
    }
  }

  func run() throws {
    if let from {
      return try TranslationImport(
        path: from.path, policy: onConflict ?? .fail, impact: impact.impact,
        intent: try write.intent("translation set"),
        shared: shared
      ).run()
    }
    guard let code, let language, let text else { return }
    // Before the lock: a person may still be typing.
    try set(
      code, language, try text == "-" ? StandardInput.line() : TextArgument(argument: text).text())
  }

  private func set(_ code: String, _ language: String, _ text: String) throws {
    let weight = try weight(code, language, text)
    let outcome = try shared.editing().edit(as: try write.intent("translation set")) {
      (editor) throws(RegistryError) in
      try editor.setTranslation(
        code: code, language: language, text: text, ifRevision: weight.revision, impact: weight.impact)
    }
    let edit = outcome.value
    let console = shared.console
    try console.remark(on: edit, in: shared, isDryRun: write.dryRun)
    try console.print(
      outcome.sentence("\(edit.code) in \(edit.language)", verb: "set", isDryRun: write.dryRun),
      row: ["\(edit.code)", edit.language.description, "\(edit.revision)", "\(edit.isChanged)"],
      json: .object([
        "code": .integer(edit.code), "language": .string(edit.language.description),
        "revision": .integer(edit.revision), "changed": .bool(edit.isChanged), "dry_run": .bool(write.dryRun),
        "impact": .init(edit.impact?.rawValue),
        // Of a text that was so already: the operation that made it so.
        "operation": .integer(edit.revision),
      ]))
  }

  /// What the flag or the person at the terminal says. An answer holds for the text that was shown and no other.
  private func weight(
    _ code: String, _ language: String, _ text: String
  ) throws -> (impact: SourceImpact?, revision: Int?) {
    let given = (impact.impact, revision.ifRevision)
    guard impact.impact == nil, isatty(STDIN_FILENO) != 0 else { return given }
    let store = try shared.reading()
    let tag = try store.language(language)
    guard tag.fallback == nil,
      let current = try store.code(code).slots.first(where: { $0.language == tag.tag })?.translation,
      let asked = try impact.impact(of: current.text, to: text, in: "\(current.code) in \(tag.tag)")
    else { return given }
    return (asked, revision.ifRevision ?? current.revision)
  }
}
