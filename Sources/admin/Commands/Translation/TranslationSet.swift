import ArgumentParser
import FoundationEssentials
import Glibc
import Registry

/// Sets one text, or all texts of a file.
struct TranslationSet: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Add or change the text of a code in a language, or the texts of a file.",
    discussion: """
      The text is an ICU MessageFormat pattern: named arguments such as {amount}, and '{' for a literal brace. It is \
      kept as typed, without the invisible marks that copying adds around it. A text that begins with a dash follows \
      '--'. The same text again changes nothing; it confirms one that is stale. A reviewed or final text of somebody \
      else is replaced after a question on the terminal, or with --if-revision.

      --from is another name for 'translation import'.
      """)

  @Argument(help: "A number, or a symbol in any case.", completion: .codes)
  var code: String?

  @Argument(help: "A BCP 47 form of a known language.", completion: .languages)
  var language: String?

  @Argument(help: "The text, or '-' to read one line from standard input.")
  var text: String?

  @Option(help: ArgumentHelp("Take the texts from this file, or '-' from standard input.", valueName: "file"))
  var from: PathArgument?

  @OptionGroup var conflicts: ConflictOptions
  @OptionGroup var literal: LiteralOption
  @OptionGroup var impact: ImpactOption
  @OptionGroup var revision: RevisionOption
  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if from != nil {
      guard code == nil else { throw ValidationError("With --from, codes, languages and texts come from the file.") }
      guard revision.ifRevision == nil else { throw ValidationError("With --from, revisions come from the file.") }
    } else {
      guard code != nil, language != nil, text != nil else {
        throw ValidationError("Give a code, a language and a text, or --from with a file.")
      }
      guard conflicts.onConflict == nil else { throw ValidationError("--on-conflict belongs to --from.") }
      guard !literal.literal else { throw ValidationError("--literal belongs to --from.") }
    }
  }

  func run() throws {
    if let from {
      return try ImportRun(
        path: from.path, conflicts: conflicts, isLiteral: literal.literal, impact: impact.impact,
        intent: try write.intent("translation set"), shared: shared
      ).run()
    }
    guard let code, let language, let text else { return }
    // Read the text before taking the lock, because the user may still be typing.
    try set(
      code, language, try text == "-" ? StandardInput.line() : TextArgument(argument: text).text())
  }

  private func set(_ code: String, _ language: String, _ text: String) throws {
    let store = try shared.editing()
    let intent = try write.intent("translation set")
    let weight = try weight(code, language, text, in: store, as: intent)
    let isDryRun = write.dryRun
    let result = try store.edit(as: intent) { (editor) throws(RegistryError) in
      let edit = try editor.setTranslation(
        code: code, language: language, text: text, ifRevision: weight.revision, impact: weight.impact)
      let stale = try edit.impact == nil ? [] : editor.staleLanguages(of: edit.code, isDryRun: isDryRun)
      return (edit: edit, stale: stale)
    }
    let edit = result.value.edit
    shared.console.remark(on: edit, stale: result.value.stale)
    try shared.console.print(
      WriteReport(
        sentence: result.sentence("\(edit.code) in \(edit.language)", verb: "set", isDryRun: isDryRun),
        values: [
          .cell("code", .integer(edit.code)), .cell("language", .string(edit.language.description)),
          .cell("revision", .integer(edit.revision)), .cell("changed", .bool(edit.isChanged)),
          .member("dry_run", .bool(isDryRun)), .member("impact", .init(edit.impact?.rawValue)),
          // When the text was already stored, this is the operation that stored it.
          .member("operation", .integer(edit.revision)),
          .member("findings", .array(edit.findings.map(\.jsonOfText))),
          .member("missing_forms", edit.missingForms.json),
          .member("removed", .array(edit.removed.map(JSON.string))),
          .member("replaced", edit.replaced?.json ?? .null),
        ]))
  }

  /// Returns what the options say, or what the person at the terminal answers: whether to replace a reviewed text of
  /// somebody else, and what a changed source text means. An answer is valid only for the text that was shown, so the
  /// edit is then based on its revision.
  private func weight(
    _ code: String, _ language: String, _ text: String, in store: RegistryStore, as intent: OperationIntent
  ) throws -> (impact: SourceImpact?, revision: Int?) {
    var (weight, base) = (impact.impact, revision.ifRevision)
    guard isatty(STDIN_FILENO) != 0, isatty(STDERR_FILENO) != 0 else { return (weight, base) }
    let (known, details, replaced) = try store.read { (registry) throws(RegistryError) in
      (
        try registry.language(named: language).value, try registry.details(ofCode: code),
        try registry.acceptedText(code: code, language: language, replacedBy: text, as: intent.actor)
      )
    }
    if base == nil, let replaced {
      try AcceptedTextQuestion.ask(about: replaced, mine: text, in: "\(details.code.number) in \(known.tag)")
      base = replaced.revision
    }
    if weight == nil, known.fallback == nil,
      let current = details.slots.first(where: { $0.language == known.tag })?.translation,
      let asked = try impact.impact(
        of: current.text, to: TextRules.cleaned(text).text, in: "\(current.code) in \(known.tag)")
    {
      (weight, base) = (asked, base ?? current.revision)
    }
    return (weight, base)
  }
}

/// The question whether a reviewed or final text of somebody else is replaced.
enum AcceptedTextQuestion {
  /// Asks on the terminal, and shows both texts. Any other answer than yes ends the command.
  static func ask(about replaced: ReplacedText, mine: String, in subject: String) throws {
    Console.writeError(
      """
      \(subject) is \(replaced.state.rawValue): \(replaced.origin).
        theirs:\t\(replaced.text, isolated: true)
        mine:\t\(mine, isolated: true)

      """)
    try Confirmation.ask("Replace it?")
  }
}
