import ArgumentParser
import Glibc
import Registry

/// Edits texts in the user's editor.
struct TranslationEdit: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Edit the texts of a code in $VISUAL or $EDITOR.",
    discussion: """
      Opens one file with a section a language. A text that is refused brings the editor back with the reason; a file \
      closed unchanged changes nothing. Write ok after a heading, as in [ar] ok, to confirm that a stale text is still \
      right. When a colleague was faster, the other texts are stored and the file is kept; --resume goes on with it \
      and shows both sides.
      """)

  @Argument(help: "A number, or a symbol in any case.", completion: .codes)
  var code: String?

  @Argument(help: "The languages to edit; all of them where none is named.", completion: .languages)
  var languages: [String] = []

  @Option(help: ArgumentHelp("Go on with a file that was kept.", valueName: "file"))
  var resume: PathArgument?

  @OptionGroup var impact: ImpactOption
  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if resume == nil, code == nil { throw ValidationError("Missing expected argument '<code>'") }
    if resume != nil, code != nil {
      throw ValidationError("With --resume, the code and the languages come from the file.")
    }
  }

  func run() throws {
    let intent = try write.intent("translation edit")
    // The store is opened once, and holds no lock while the user types.
    let store = try shared.editing()
    if let resume { return try edit(resuming: resume.path, in: store, as: intent) }
    guard let code else { return }
    let document = try document(of: code, in: store)
    try store.requireWritable(as: intent)
    let session = try EditorSession(
      name: "\(document.details.code.number)-\(document.details.code.symbol).txt", registry: shared.pathElsewhere)
    try edit(document, in: session, store, as: intent)
  }

  private func edit(resuming path: RegistryPath, in store: RegistryStore, as intent: OperationIntent) throws {
    var kept = try KeptFile(path)
    if let registry = kept.registry, let own = shared.path.absolute, registry != SafeText(own.description).string {
      throw CommandFailure(
        code: "invalid-value", message: "\(path) was kept while \(registry) was edited, which is another registry.",
        hint: "Say which one with --db.", exit: 65)
    }
    _ = try store.read { try $0.code(named: "\(kept.code)") }
    try store.requireWritable(as: intent)
    let session = EditorSession(resuming: path, registry: shared.pathElsewhere)
    // What is wrong with the file as such is corrected first, because both sides can be shown only after that.
    for _ in 1...EditorLoop.openings {
      guard let problem = kept.problem else { break }
      let left = try session.edit(TranslationDocument.text(kept.text, refused: problem))
      let next = try KeptFile(left, at: path)
      guard TranslationDocument.withoutRemarks(left) != TranslationDocument.withoutRemarks(kept.text) else {
        throw EditorLoop.refused(problem.message(remarks: TranslationDocument.remarks(in: left)), session)
      }
      kept = next
    }
    if let problem = kept.problem { throw EditorLoop.refused(problem.message(remarks: 0), session) }
    try edit(
      try store.read { [kept] (registry) throws(RegistryError) in try kept.document(in: registry) }, in: session, store,
      as: intent)
  }

  private func document(of code: String, in store: RegistryStore) throws -> TranslationDocument {
    let languages = languages
    return try store.read { registry in
      let known = try registry.languages().map(\.value)
      let chosen = try languages.map { try registry.language(named: $0).value.tag }
      return TranslationDocument(
        try registry.details(ofCode: code), languages: known,
        editing: Set(chosen.isEmpty ? known.map(\.tag) : chosen), stale: try registry.staleTranslations(code: code))
    }
  }

  /// Opens the document in the editor and stores what was changed.
  private func edit(
    _ document: TranslationDocument, in session: EditorSession, _ store: RegistryStore, as intent: OperationIntent
  ) throws {
    let number = document.details.code.number
    var edited = try EditorLoop(document: document, session: session).run()
    edited.askAboutUndecided(number)
    guard !edited.isEmpty else {
      session.discard()
      shared.console.note("Nothing was changed.")
      return try show([], number, operation: nil)
    }
    let result: EditResult<TextEdits.Outcome>
    do {
      let edits = try TextEdits(edited.changes, of: document, impact: impact)
      result = try store.edit(as: intent) { (editor) throws(RegistryError) in
        try edits.make(with: editor, isDryRun: intent.isDryRun)
      }
    } catch {
      shared.console.note(session.advice)
      throw error
    }
    let done = result.value
    for edit in done.results { shared.console.remark(on: edit, stale: edit.impact == nil ? [] : done.stale) }
    for tag in done.currentAlready {
      shared.console.note("\(number) in \(tag) is not stale: it was current already, so ok changed nothing.")
    }
    let conflicts = done.conflicts + edited.undecided.map { EditConflict(undecided: $0, number) }
    if conflicts.isEmpty {
      session.discard(isDryRun: intent.isDryRun)
    } else if !intent.isDryRun {
      // When this fails, the file stays as the user left it, which can be resumed too.
      try? session.write(document.kept(conflicts, of: edited, in: shared.path.absolute))
    }
    try show(done.results, number, operation: result.operation)
    if !conflicts.isEmpty {
      throw EditConflict.failure(conflicts, number, of: edited.count, stored: result.operation, advice: session.advice)
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
        Column(nil, "findings") { .array($0.findings.map(\.jsonOfText)) },
        Column(nil, "missing_forms") { $0.missingForms.json },
        Column(nil, "removed") { .array($0.removed.map(JSON.string)) },
        Column(nil, "replaced") { $0.replaced?.json ?? .null },
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
