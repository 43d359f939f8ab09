import ArgumentParser
import Registry

/// Marks texts as reviewed.
struct TranslationReview: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Accept texts: reviewed, or final.",
    discussion: """
      All of them as one operation, or none. Whoever wrote a text does not review it. A stale text that is accepted \
      counts as made from the source text as it is now. To accept what you read and nothing newer, give --if-revision.

      Instead of codes, --all-by and --category choose the texts that are not reviewed yet. Stale texts and your own \
      are then left alone. With --dry-run you see first which texts these are.
      """)

  @Argument(help: "Numbers, or symbols in any case.", completion: .codes)
  var codes: [String] = []

  @Option(
    parsing: .singleValue, help: "A BCP 47 form of a known language; repeat it for more.", completion: .languages)
  var language: [String] = []

  @Option(help: ArgumentHelp("All texts that this person wrote.", valueName: "actor"))
  var allBy: TextArgument?

  @Option(help: "All texts of the codes of this category.", completion: .categories)
  var category: String?

  @Flag(help: "To final instead of reviewed.")
  var final = false

  @Flag(help: "Also texts that you wrote yourself.")
  var allowSelf = false

  @OptionGroup var revision: RevisionOption
  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if codes.isEmpty, allBy == nil, category == nil {
      throw ValidationError("Give codes, or choose texts with --all-by or --category.")
    }
    if !codes.isEmpty, allBy != nil || category != nil {
      throw ValidationError("Give codes, or choose texts with --all-by and --category, but not both.")
    }
    if language.isEmpty, codes.count > 1, let tag = codes.last.flatMap({ LanguageTag($0) }), codes.last?.count ?? 0 < 9
    {
      throw ValidationError("The language has an option: write --language \(tag) instead of \(tag).")
    }
    if language.isEmpty, allBy == nil { throw ValidationError("Missing expected argument '--language <language>'") }
    if revision.ifRevision != nil, codes.count != 1 || language.count != 1 {
      throw ValidationError("--if-revision is the revision of one text; give one code and one language.")
    }
  }

  func run() throws {
    let intent = try write.intent("translation review")
    if codes.isEmpty { return try reviewSelection(as: intent) }
    let result = try shared.editing().edit(as: intent) {
      [codes, language, final, allowSelf, ifRevision = revision.ifRevision] (editor) throws(RegistryError) in
      var edits: [ReviewResult] = []
      for code in codes {
        for language in language {
          edits.append(
            try editor.reviewTranslation(
              code: code, language: language, isFinal: final, allowsSelf: allowSelf, ifRevision: ifRevision))
        }
      }
      return edits
    }
    try show(result.value, of: result)
  }

  private func reviewSelection(as intent: OperationIntent) throws {
    let selection = ReviewSelection(languages: language, author: try allBy?.text(), category: category)
    let result = try shared.editing().edit(as: intent) { [final, allowSelf] (editor) throws(RegistryError) in
      try editor.reviewTranslations(selection, isFinal: final, allowsSelf: allowSelf)
    }
    let (done, console) = (result.value, shared.console)
    if done.ownCount > 0 {
      console.note(
        "\(counted(done.ownCount, "text")) of your own left alone; ask a colleague for a review, or say --allow-self."
      )
    }
    if !done.stale.isEmpty {
      let shown = done.stale.prefix(10).map(\.description).joined(separator: ", ")
      console.note(
        "\(counted(done.stale.count, "stale text")) left alone; read each beside its source text, and review it by its "
          + "code: \(shown)\(done.stale.count > 10 ? ", …" : "")")
    }
    if !done.faulty.isEmpty {
      console.note("Left alone, because a check finds an error:")
      console.note(findings: done.faulty)
    }
    if done.reviews.isEmpty { console.note("There is no text to review.") }
    try show(done.reviews, of: result)
  }

  private func show<Value>(_ reviews: [ReviewResult], of result: EditResult<Value>) throws {
    let console = shared.console
    for edit in reviews where edit.wasStale {
      console.note("\(edit.code) in \(edit.language) was stale; it counts as made from the source text as it is now.")
    }
    for edit in reviews {
      guard let problem = edit.argumentProblem else { continue }
      console.note("\(edit.code) in \(edit.language) cannot be released as it is. \(problem)")
    }
    for edit in reviews { console.note(findings: edit.findings) }
    switch console.format {
    case .table, .markdown:
      for edit in reviews {
        let subject = "\(edit.code) in \(edit.language)"
        let verb = edit.state.rawValue
        let sentence =
          edit.isChanged
          ? result.sentence(subject, verb: verb, isDryRun: write.dryRun)
          : "\(subject) was \(verb) already; nothing was changed."
        try console.print(WriteReport(sentence: sentence, values: []))
      }
    default:
      let edits = Report(
        reviews,
        [
          Column("CODE", "code") { .integer($0.code) },
          Column("LANGUAGE", "language") { .string($0.language.description) },
          Column("REVISION", "revision") { .integer($0.revision) },
          Column("STATE", "state") { .string($0.state.rawValue) },
          Column(nil, "findings") { .array($0.findings.map(\.jsonOfText)) },
          Column(nil, "argument_problem") { .init($0.argumentProblem) },
          Column("CHANGED", "changed", cell: { "\($0.isChanged)" }) { .bool($0.isChanged) },
        ])
      try console.print(
        Table(columns: [], rows: edits.table.rows.map { $0 + write.mark }),
        json: .object([
          "operation": .init(result.operation), "changed": .bool(result.isChanged), "dry_run": .bool(write.dryRun),
          "translations": edits.json,
        ]))
    }
  }
}
