import ArgumentParser
import Registry

/// Edits texts in the user's editor.
struct TranslationEdit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Edit the texts of a code in $VISUAL or $EDITOR.",
    discussion: """
      Opens one file with a section a language. A text that is refused brings the editor back with the reason; a file \
      closed unchanged changes nothing; the file is kept when a colleague was faster.
      """)

  @Argument(help: "A number, or a symbol in any case.", completion: .codes)
  var code: String

  @Argument(help: "The languages to edit; all of them where none is named.", completion: .languages)
  var languages: [String] = []

  @OptionGroup var impact: ImpactOption
  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let intent = try write.intent("translation edit")
    let document = try document()
    let session = try EditorSession(
      name: "\(document.details.code.code)-\(document.details.code.symbol).txt")
    let changes = try edited(document, in: session)
    let number = document.details.code.code
    guard !changes.isEmpty else {
      session.discard()
      shared.console.note("Nothing was changed.")
      return try show([], number, operation: nil)
    }
    let outcome: EditOutcome<[Registry.TranslationEdit]>
    do {
      outcome = try store(changes, number, as: intent)
    } catch let error as RegistryError where error.code == .changedSince {
      throw CommandFailure(
        error,
        hint: "What you typed is kept in \(session.path). Decide which is right; to go on, open the texts as they are "
          + "now with 'admin translation edit \(number)' and take from there what you want to keep.")
    } catch {
      shared.console.note("What you typed is kept in \(session.path).")
      throw error
    }
    session.discard()
    for edit in outcome.value { try shared.console.remark(on: edit, in: shared, isDryRun: write.dryRun) }
    try show(outcome.value, number, operation: outcome.operation)
  }

  private func document() throws -> TranslationDocument {
    let store = try shared.reading()
    let known = try store.languages().map(\.language)
    let chosen = try languages.map { try store.language($0).tag }
    return TranslationDocument(
      try store.code(code), languages: known, editing: Set(chosen.isEmpty ? known.map(\.tag) : chosen),
      stale: try store.staleTranslations(code: code))
  }

  /// How often the editor is opened: one that is a script must not go round for ever.
  private static let openings = 10

  /// Opens the editor until its file can be taken. A refused file that is closed as it was ends the command.
  private func edited(
    _ document: TranslationDocument, in session: EditorSession
  ) throws -> [(section: TranslationDocument.Section, text: String)] {
    var (text, refused, reason): (String, String?, String) = (document.text, nil, "")
    for _ in 1...Self.openings {
      var left: String?
      do {
        let edited = try session.edit(text)
        left = TranslationDocument.withoutRemarks(edited)
        if left == TranslationDocument.withoutRemarks(document.text) { return [] }
        return try document.changes(in: edited)
      } catch let refusal as TranslationDocument.Refusal {
        reason = refusal.message
        guard let left, left != refused else { break }
        refused = left
        text = TranslationDocument.text(left, refused: reason)
      }
    }
    throw CommandFailure(
      code: "invalid-text", message: reason + " Nothing was changed.",
      hint: "What you typed is kept in \(session.path).", exit: 65)
  }

  /// All texts as one operation, each from the revision that was read before the editor opened.
  private func store(
    _ changes: [(section: TranslationDocument.Section, text: String)], _ number: Int, as intent: OperationIntent
  ) throws -> EditOutcome<[Registry.TranslationEdit]> {
    // The source text goes first, so that translations changed together with it are made from the new one.
    let sorted = changes.sorted { $0.section.language.fallback == nil && $1.section.language.fallback != nil }
    let edits = try sorted.map { (section, text) in
      let isSource = section.language.fallback == nil
      let asked =
        try isSource ? section.translation.flatMap { try impact.impact(of: $0.text, to: text, in: "\(number)") } : nil
      return (section.language.tag.description, text, section.translation?.revision ?? 0, asked)
    }
    return try shared.editing().edit(as: intent) { (editor) throws(RegistryError) in
      var done: [Registry.TranslationEdit] = []
      for (language, text, revision, impact) in edits {
        done.append(
          try editor.setTranslation(
            code: "\(number)", language: language, text: text, ifRevision: revision, impact: impact))
      }
      return done
    }
  }

  private func show(_ edits: [Registry.TranslationEdit], _ number: Int, operation: Int?) throws {
    let languages = edits.filter(\.isChanged).map(\.language.description)
    let console = shared.console
    guard console.format == .json || !languages.isEmpty else { return }
    let verb = write.dryRun ? "would be set" : "set" + (operation.map { " (operation \($0))" } ?? "")
    try console.print(
      "\(number) in \(languages.joined(separator: ", ")) \(verb).",
      row: ["\(number)", languages.joined(separator: " "), operation.map { "\($0)" }, "true"],
      json: .object([
        "code": .integer(number), "operation": .init(operation), "changed": .bool(!languages.isEmpty),
        "dry_run": .bool(write.dryRun),
        "translations": .array(
          edits.map {
            .object([
              "impact": .init($0.impact?.rawValue), "language": .string($0.language.description),
              "revision": .integer($0.revision),
              "changed": .bool($0.isChanged),
            ])
          }),
      ]))
  }
}
