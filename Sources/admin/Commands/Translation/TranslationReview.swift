import ArgumentParser
import Registry

/// Marks texts as reviewed.
struct TranslationReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Accept the texts of codes in a language: reviewed, or final.",
    discussion: """
      All of them as one operation, or none. Whoever wrote a text does not review it. A stale text that is accepted \
      counts as made from the source text as it is now. To accept what you read and nothing newer, give --if-revision.
      """)

  @Argument(help: "Numbers, or symbols in any case.", completion: .codes)
  var codes: [String]

  @Option(help: "A BCP 47 form of a known language.", completion: .languages)
  var language: String

  @Flag(help: "To final instead of reviewed.")
  var final = false

  @Flag(help: "Also texts that you wrote yourself.")
  var allowSelf = false

  @OptionGroup var revision: RevisionOption
  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if revision.ifRevision != nil, codes.count > 1 {
      throw ValidationError("--if-revision is the revision of one text; give one code.")
    }
  }

  func run() throws {
    let result = try shared.editing().edit(as: try write.intent("translation review")) {
      [codes, language, final, allowSelf, ifRevision = revision.ifRevision] (editor) throws(RegistryError) in
      var edits: [ReviewResult] = []
      for code in codes {
        edits.append(
          try editor.reviewTranslation(
            code: code, language: language, isFinal: final, allowsSelf: allowSelf, ifRevision: ifRevision))
      }
      return edits
    }
    try show(result)
  }

  private func show(_ result: EditResult<[ReviewResult]>) throws {
    let console = shared.console
    for edit in result.value where edit.wasStale {
      console.note("\(edit.code) in \(edit.language) was stale; it counts as made from the source text as it is now.")
    }
    for edit in result.value {
      guard let problem = edit.argumentProblem else { continue }
      console.note("\(edit.code) in \(edit.language) cannot be released as it is. \(problem)")
    }
    switch console.format {
    case .table, .markdown:
      for edit in result.value {
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
        result.value,
        [
          Column("CODE", "code") { .integer($0.code) },
          Column("LANGUAGE", "language") { .string($0.language.description) },
          Column("REVISION", "revision") { .integer($0.revision) },
          Column("STATE", "state") { .string($0.state.rawValue) },
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
