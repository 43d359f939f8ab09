import ArgumentParser
import Registry

/// Shows who changed what, when and why.
struct History: SharedCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Show who changed what, when and why, newest first.",
    discussion: """
      With a code, its own changes and those of its texts. On a terminal a changed text is shown with what was taken \
      out and what was put in.
      """)

  @Argument(help: "Only this code: a number, or a symbol in any case.", completion: .codes)
  var code: String?

  @Option(help: "Only changes in this language.", completion: .languages)
  var language: String?

  @Option(
    help: ArgumentHelp("Only this term of the glossary, also a former one.", valueName: "term"), completion: .terms)
  var term: TextArgument?

  @Option(help: ArgumentHelp("Only what this person or program did.", valueName: "name"))
  var actor: TextArgument?

  @Option(
    help: ArgumentHelp(
      "Only since this day, month or time, in UTC: 2026-01-31, 2026-01, yesterday, 7d, 2026-01-31T12:00:00Z.",
      valueName: "time"), transform: spelled)
  var since: SinceArgument?

  @Option(
    help: ArgumentHelp("Only until the end of this day, month or time, in the same forms.", valueName: "time"),
    transform: spelled)
  var until: UntilArgument?

  @Option(help: ArgumentHelp("Only this operation, whole.", valueName: "n"), transform: number)
  var operation: Int?

  @Option(help: ArgumentHelp("Only the newest so many operations.", valueName: "n"), transform: number)
  var limit: Int?

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit is at least 1.") }
    if let since, let until, since.time.description > until.time.description {
      throw ValidationError("--since \(since.time) is after --until \(until.time).")
    }
  }

  func run() throws {
    let console = shared.console
    let filter = HistoryFilter(
      code: code, language: language, term: try term?.text(), actor: try actor?.text(), since: since?.time,
      until: until?.time,
      operation: operation, limit: limit, shownChanges: console.format == .table ? shownChanges : nil)
    let operations = try shared.reading().read { try $0.history(filter) }
    guard console.format == .table else {
      return try console.print(
        Table(columns: Self.columns, rows: operations.flatMap(rows)), json: .array(operations.map(\.json)))
    }
    // One text, so that one pager shows all of it.
    try console.printText(operations.map { text($0, on: console) }.joined(separator: "\n"))
  }

  private static let columns = [
    "OPERATION", "AT", "ACTOR", "COMMAND", "NOTE", "ENTITY", "ROW", "LANGUAGE", "FIELD", "BEFORE", "AFTER",
  ]

  /// The number of changes that a table shows for each operation. It is unlimited for a single operation or code;
  /// otherwise one import would hide all other operations.
  private var shownChanges: Int { code == nil && term == nil && operation == nil ? Console.shownChanges : .max }

  private func rows(_ operation: RegistryOperation) -> [[String?]] {
    operation.changes.map { change in
      ["\(operation.id)", operation.at, operation.actor, operation.command, operation.note]
        + change.row.cells + [change.field, change.before?.description, change.after?.description]
    }
  }

  private func text(_ operation: RegistryOperation, on console: Console) -> SafeText {
    var title: SafeText = "operation \(operation.id)  \(operation.at)  \(operation.actor)  \(operation.command)"
    if let reversal = operation.reversal { title += " of operation \(reversal.root)" }
    if let undone = operation.undoneBy { title += " (undone by operation \(undone))" }
    var lines = [console.emphasized(title)]
    if let note = operation.note { lines.append("  “\(note, isolated: console.isTerminal)”") }
    lines += operation.changes.map { "  " + $0.line(usesColor: console.usesColor, isolated: console.isTerminal) }
    let hidden = operation.changeCount - operation.changes.count
    if hidden > 0 { lines.append("  and \(hidden) more: \(SuggestedCommand("history --operation \(operation.id)"))") }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension RegistryOperation {
  var json: JSON {
    .object([
      "operation": .integer(id), "at": .string(at), "actor": .string(actor), "command": .string(command),
      "note": .init(note), "reverses": .init(reversal?.root), "undone_by": .init(undoneBy),
      "changes": .array(changes.map(\.json)),
    ])
  }
}
