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
    // The store is opened once, and holds no lock while the user types.
    let store = try shared.editing()
    let document = try document(in: store)
    let number = document.details.code.number
    let session = try EditorSession(name: "\(number)-\(document.details.code.symbol).txt")
    let changes = try edited(document, in: session)
    guard !changes.isEmpty else {
      session.discard()
      shared.console.note("Nothing was changed.")
      return try show([], number, operation: nil)
    }
    let result: EditResult<[Edit]>
    do {
      result = try write(changes, number, as: intent, to: store)
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
    for edit in result.value { shared.console.remark(on: edit.result, stale: edit.stale) }
    try show(result.value.map(\.result), number, operation: result.operation)
  }

  /// An edited text, and the languages that became stale because of it.
  private struct Edit {
    let result: SetTextResult
    let stale: [LanguageTag]
  }

  private func document(in store: RegistryStore) throws -> TranslationDocument {
    let (code, languages) = (code, languages)
    return try store.read { registry in
      let known = try registry.languages().map(\.value)
      let chosen = try languages.map { try registry.language(named: $0).value.tag }
      return TranslationDocument(
        try registry.details(ofCode: code), languages: known,
        editing: Set(chosen.isEmpty ? known.map(\.tag) : chosen), stale: try registry.staleTranslations(code: code))
    }
  }

  /// The largest number of times that the editor is opened. An editor that is a script could otherwise run forever.
  private static let openings = 10

  /// Opens the editor until the file is valid. The command fails when the user closes an invalid file without changing
  /// it.
  private func edited(
    _ document: TranslationDocument, in session: EditorSession
  ) throws -> [(section: TranslationDocument.Section, text: String)] {
    var (text, refused, reason): (String, String?, String) = (document.text, nil, "")
    for _ in 1...Self.openings {
      var (left, remarks): (String?, Int) = (nil, 0)
      do {
        let edited = try session.edit(text)
        remarks = TranslationDocument.remarks(in: edited)
        left = TranslationDocument.withoutRemarks(edited)
        if left == TranslationDocument.withoutRemarks(document.text) { return [] }
        return try document.changes(in: edited)
      } catch let refusal as TranslationDocument.Refusal {
        reason = refusal.message(remarks: remarks)
        guard let left, left != refused else { break }
        refused = left
        text = TranslationDocument.text(left, refused: refusal)
      }
    }
    throw CommandFailure(
      code: "invalid-text", message: reason + " Nothing was changed.",
      hint: "What you typed is kept in \(session.path).", exit: 65)
  }

  /// Stores all texts as one operation, based on the revisions that were read before the editor was opened.
  private func write(
    _ changes: [(section: TranslationDocument.Section, text: String)], _ number: Int, as intent: OperationIntent,
    to store: RegistryStore
  ) throws -> EditResult<[Edit]> {
    // The source text is stored first, so that translations that were changed together with it are based on the new
    // one.
    let sorted = changes.sorted { $0.section.language.fallback == nil && $1.section.language.fallback != nil }
    let edits = try sorted.map { (section, text) in
      let isSource = section.language.fallback == nil
      let asked =
        try isSource ? section.translation.flatMap { try impact.impact(of: $0.text, to: text, in: "\(number)") } : nil
      return (section.language.tag.description, text, section.translation?.revision ?? 0, asked)
    }
    return try store.edit(as: intent) { (editor) throws(RegistryError) in
      var done: [SetTextResult] = []
      for (language, text, revision, impact) in edits {
        done.append(
          try editor.setTranslation(
            code: "\(number)", language: language, text: text, ifRevision: revision, impact: impact))
      }
      // The stale languages are determined after all edits, because a translation that was changed too is not stale.
      let stale = try editor.staleLanguages(of: number, isDryRun: intent.isDryRun)
      return done.map { Edit(result: $0, stale: $0.impact == nil ? [] : stale) }
    }
  }

  private func show(_ edits: [SetTextResult], _ number: Int, operation: Int?) throws {
    let languages = edits.filter(\.isChanged).map(\.language.description)
    let console = shared.console
    guard console.format == .json || !languages.isEmpty else { return }
    let verb = write.dryRun ? "would be set" : "set" + (operation.map { " (operation \($0))" } ?? "")
    let texts = Report(
      edits,
      [
        Column(nil, "impact") { .init($0.impact?.rawValue) },
        Column(nil, "language") { .string($0.language.description) },
        Column(nil, "revision") { .integer($0.revision) }, Column(nil, "changed") { .bool($0.isChanged) },
      ])
    try console.print(
      WriteReport(
        sentence: "\(number) in \(languages.joined(separator: ", ")) \(verb).",
        values: [
          .cell("code", .integer(number)), .cell(nil, .string(languages.joined(separator: " "))),
          .cell("operation", .init(operation)), .cell("changed", .bool(!languages.isEmpty)),
          .member("dry_run", .bool(write.dryRun)), .member("translations", texts.json),
        ]))
  }
}
