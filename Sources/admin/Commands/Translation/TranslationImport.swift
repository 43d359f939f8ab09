import Glibc
import Registry

/// `translation set --from`: the texts of many lines as one operation.
struct TranslationImport {
  let path: FilePath
  let policy: ConflictPolicy
  let impact: SourceImpact?
  let intent: OperationIntent
  let shared: SharedOptions

  func run() throws {
    let file = try ImportFile(path)
    let impact = try impact ?? askedImpact(of: file)
    let outcome = try edit(file, impact: impact)
    try show(outcome, of: file.count)
  }

  private func edit(_ file: ImportFile, impact: SourceImpact?) throws -> EditOutcome<ImportOutcome> {
    try shared.editing().edit(as: intent) { [policy] (editor) throws(RegistryError) in
      // The editor looks through the lines twice: source texts go first.
      let progress = Progress(total: 2 * file.count, of: "lines")
      defer { progress.end() }
      return try editor.importTranslations(policy: policy, impact: impact) { (body) throws(RegistryError) in
        try file.forEachLine { (line) throws(RegistryError) in
          progress.advance()
          try body(line)
        }
      }
    }
  }

  /// On a terminal, and where source texts change in more than a typo: what the person there says of all of them.
  private func askedImpact(of file: ImportFile) throws -> SourceImpact? {
    guard isatty(STDIN_FILENO) != 0, isatty(STDERR_FILENO) != 0 else { return nil }
    let store = try shared.reading()
    guard let source = try store.languages().map(\.language).first(where: { $0.fallback == nil }) else { return nil }
    let texts = Dictionary(
      try store.translations(TranslationFilter(language: source.tag.description)).map {
        ("\($0.code)", $0.translation?.text ?? "")
      }
    ) { first, _ in first }
    var changed = 0
    try file.forEachLine { (line) throws(RegistryError) in
      guard case .success(let line) = line, line.language == source.tag.description, let old = texts[line.code],
        SourceImpact.inferred(from: old, to: line.text) == nil
      else { return }
      changed += 1
    }
    guard changed > 0 else { return nil }
    return try ImpactOption.ask("\(counted(changed, "text")) in \(source.tag) would change in more than punctuation.")
  }

  private func show(_ outcome: EditOutcome<ImportOutcome>, of lines: Int) throws {
    let (done, console) = (outcome.value, shared.console)
    for conflict in done.conflicts {
      let verb = policy == .skip ? "skipped" : "overwritten"
      console.note("line \(conflict.line) \(verb): \(conflict.message)")
    }
    for impact in SourceImpact.allCases {
      guard let count = done.impacts[impact] else { continue }
      console.note("\(counted(count, "source text")) changed: \(impact.rawValue), which \(impact.consequence).")
    }
    if done.unreviewed > 0 {
      console.note("\(counted(done.unreviewed, "text")) had been reviewed or final; the new ones are only translated.")
    }
    let verb = intent.isDryRun ? "would be set" : "set" + (outcome.operation.map { " (operation \($0))" } ?? "")
    try console.print(
      "\(counted(done.changed, "text")) \(verb), \(done.unchanged) already so.",
      row: [outcome.operation.map { "\($0)" }, "\(done.changed)", "\(done.unchanged)", "\(done.conflicts.count)"],
      json: .object([
        "operation": .init(outcome.operation), "changed": .bool(outcome.isChanged),
        "dry_run": .bool(intent.isDryRun), "set": .integer(done.changed), "unchanged": .integer(done.unchanged),
        "unreviewed": .integer(done.unreviewed),
        "lines": .integer(lines),
        "conflicts": .array(
          done.conflicts.map { .object(["line": .integer($0.line), "message": .string($0.message)]) }),
      ]))
  }
}

extension SourceImpact {
  /// What it means for the translations.
  var consequence: String {
    switch self {
    case .typo: "leaves the translations as they are"
    case .minor: "makes the translations stale"
    case .major: "makes the translations stale and unfit for release"
    }
  }
}
