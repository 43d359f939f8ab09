import Glibc
import Registry

/// Imports the texts of a file as one operation.
struct ImportRun {
  let path: RegistryPath
  let conflicts: ConflictOptions
  let isLiteral: Bool
  let impact: SourceImpact?
  let intent: OperationIntent
  let shared: SharedOptions

  func run() throws {
    let rows = try TranslationRows(path, isLiteral: isLiteral)
    let store = try shared.editing()
    let impact = try impact ?? askedImpact(of: rows, in: store)
    var notation = ForeignNotation()
    var isFirstPass = true
    var skipped = SkippedFile(of: path, at: conflicts.skipped?.path)
    let result: EditResult<ImportResult>
    do throws(RegistryError) {
      result = try store.edit(as: intent) { (editor) throws(RegistryError) in
        // The editor reads the lines twice: source texts first, then translations.
        let progress = Progress(total: 2 * rows.count, of: "lines")
        defer { progress.end() }
        let done = try editor.importTranslations(policy: conflicts.policy, impact: impact) {
          (body) throws(RegistryError) in
          try rows.forEachEntry { (entry) throws(RegistryError) in
            progress.advance()
            if isFirstPass, case .success(let entry) = entry { notation.add(entry.text, line: entry.line) }
            try body(entry)
          }
          isFirstPass = false
        }
        // Written before the commit, so that a skipped line is never in neither place.
        if !intent.isDryRun { try skipped.write(done.skipped) }
        return done
      }
    } catch {
      if error.code != .notDurable { skipped.takeBack() }
      throw error
    }
    if !isLiteral { notation.remark(on: shared.console) }
    try show(result, of: rows.count, skipped: skipped.written)
  }

  /// Asks the person at the terminal for the impact of all source texts whose change is more than a typo.
  ///
  /// - Returns: The answer; nil when there are no such texts, or there is no terminal.
  private func askedImpact(of rows: TranslationRows, in store: RegistryStore) throws -> SourceImpact? {
    guard isatty(STDIN_FILENO) != 0, isatty(STDERR_FILENO) != 0 else { return nil }
    let known = try store.read { registry -> (LanguageTag, [TranslationSlot])? in
      guard let source = try registry.languages().map(\.value).first(where: { $0.fallback == nil })?.tag else {
        return nil
      }
      return (source, try registry.translations(TranslationFilter(language: source.description)))
    }
    guard let (source, slots) = known else { return nil }
    let texts = Dictionary(slots.map { ("\($0.code)", $0.translation?.text ?? "") }) { first, _ in first }
    var changed = 0
    try rows.forEachEntry { (entry) throws(RegistryError) in
      guard case .success(let entry) = entry, entry.language == source.description, let old = texts[entry.code],
        SourceImpact.inferred(from: old, to: entry.text) == nil
      else { return }
      changed += 1
    }
    guard changed > 0 else { return nil }
    return try ImpactOption.ask("\(counted(changed, "text")) in \(source) would change in more than punctuation.")
  }

  private func show(_ result: EditResult<ImportResult>, of lines: Int, skipped: RegistryPath?) throws {
    let (done, console) = (result.value, shared.console)
    for conflict in done.conflicts {
      let verb = conflicts.policy == .skip ? "skipped" : "overwritten"
      console.note("line \(conflict.line) \(verb): \(conflict.error.message)")
    }
    if let skipped {
      let again = SuggestedCommand("translation import \(ShellWord(skipped))")
      console.note(
        "\(skipped) holds \(counted(done.skipped.count, "skipped line")), each beside the text that is stored. Delete "
          + "the lines that are not needed, and give it back: \(again)"
      )
    }
    console.note(done.cleaned) { console.remark(removed: $0.removed, line: $0.line) }
    console.note(done.incomplete) { line in
      for note in line.missingForms.notes("line \(line.line): the text of \(line.code) in \(line.language)") {
        console.note(note)
      }
    }
    console.note(done.checked) { console.note(findings: $0.findings, place: "line \($0.line): ") }
    console.note(done.replaced) { line in
      console.note("line \(line.line): \(line.code) in \(line.language) replaces \(line.replaced.description)")
    }
    console.note(done.outdated) { line in
      console.note(
        "line \(line.line): \(line.code) in \(line.language) was made from an older source text, so it is stale "
          + "(\(line.staleness.rawValue))\(line.staleness == .major ? " and unfit for release" : "").")
    }
    if !done.outdated.isEmpty {
      console.note("To see what changed in the source texts: \(SuggestedCommand("translation list --stale"))")
    }
    console.note(done.unknownSources) { line in
      console.note(
        "line \(line): its column 'source' is no source text that the code has had. The text counts as made from the "
          + "current one.")
    }
    for impact in SourceImpact.allCases {
      guard let count = done.impacts[impact] else { continue }
      console.note("\(counted(count, "source text")) changed: \(impact.rawValue), which \(impact.consequence).")
    }
    if done.unreviewed > 0 {
      console.note("\(counted(done.unreviewed, "text")) had been reviewed or final; the new ones are only translated.")
    }
    if !done.retiredCodes.isEmpty {
      let (count, first) = (done.retiredCodes.count, done.retiredCodes.prefix(5).map { "\($0)" })
      let codes = first.joined(separator: ", ") + (count > first.count ? ", and \(count - first.count) more" : "")
      console.note("These codes are retired, and services find no message for them: \(codes).")
    }
    let verb = intent.isDryRun ? "would be set" : "set" + (result.operation.map { " (operation \($0))" } ?? "")
    try console.print(
      WriteReport(
        sentence: "\(counted(done.changed, "text")) \(verb), \(done.unchanged) already so.",
        values: [
          .cell("operation", .init(result.operation)), .cell("set", .integer(done.changed)),
          .cell("unchanged", .integer(done.unchanged)), .cell(nil, .integer(done.conflicts.count)),
          .member("changed", .bool(result.isChanged)), .member("dry_run", .bool(intent.isDryRun)),
          .member("unreviewed", .integer(done.unreviewed)), .member("lines", .integer(lines)),
          .member("skipped_file", .init(skipped?.description)),
          .member("checked", .array(done.checked.map(\.json))),
          .member("missing_forms", .array(done.incomplete.map(\.json))),
          .member("outdated", .array(done.outdated.map(\.json))),
          .member("removed", .array(done.cleaned.map(\.json))), .member("replaced", .array(done.replaced.map(\.json))),
          .member(
            "conflicts",
            .array(done.conflicts.map { .object(["line": .integer($0.line), "message": .string($0.error.message)]) })),
        ]))
  }
}

extension IncompleteLine {
  fileprivate var json: JSON {
    .object([
      "code": .integer(code), "forms": missingForms.json, "language": .string(language.description),
      "line": .integer(line),
    ])
  }
}

extension OutdatedLine {
  fileprivate var json: JSON {
    .object([
      "code": .integer(code), "language": .string(language.description), "line": .integer(line),
      "staleness": .string(staleness.rawValue),
    ])
  }
}

extension CheckedLine {
  fileprivate var json: JSON {
    .object(["line": .integer(line), "findings": .array(findings.map(\.jsonOfText))])
  }
}

extension ReplacedLine {
  fileprivate var json: JSON {
    .object([
      "code": .integer(code), "language": .string(language.description), "line": .integer(line),
      "replaced": replaced.json,
    ])
  }
}

extension CleanedLine {
  fileprivate var json: JSON {
    .object(["line": .integer(line), "removed": .array(removed.map(JSON.string))])
  }
}

extension SourceImpact {
  /// The meaning of the impact for the translations.
  var consequence: String {
    switch self {
    case .typo: "leaves the translations as they are"
    case .minor: "makes the translations stale"
    case .major: "makes the translations stale and unfit for release"
    }
  }
}
