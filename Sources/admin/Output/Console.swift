import ArgumentParser
import Glibc
import Registry

/// The output format of a command.
enum Format: String, ExpressibleByArgument, CaseIterable {
  case table, tsv, json, markdown
}

/// Returns a count with its noun: `1 row`, `2 rows`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

/// The output of a command. Data goes to standard output, everything else to standard error.
struct Console {
  let format: Format
  let isTerminal: Bool
  let usesColor: Bool
  /// Whether notes, and sentences after a write, are left out.
  let isQuiet: Bool
  /// Whether a pager may show long output.
  private let allowsPager: Bool

  init(format: Format?, allowsColor: Bool, allowsPager: Bool, isQuiet: Bool) {
    isTerminal = isatty(STDOUT_FILENO) != 0
    self.format = format ?? (isTerminal ? .table : .tsv)
    usesColor =
      isTerminal && allowsColor && ProcessBytes.environment("NO_COLOR") == nil
      && ProcessBytes.environment("TERM") != "dumb"
    self.isQuiet = isQuiet
    self.allowsPager = allowsPager
  }

  /// Prints tables in the chosen format: as tables, as TSV without headers, or as JSON.
  func print(_ tables: Table..., json: @autoclosure () -> JSON) throws { try print(tables, json: json()) }

  /// Prints JSON.
  func printJSON(_ json: JSON) throws { try write(json.document) }

  /// Prints any number of tables in the chosen format.
  func print(_ tables: [Table], json: @autoclosure () -> JSON) throws {
    switch format {
    case .json: try write(withNotes(json()).document)
    case .tsv: try write(tables.map { isTerminal ? $0.tsv.string : $0.exactTSV }.joined())
    case .table:
      let room = isTerminal ? Screen().columns : nil
      try printText(
        tables.map { $0.aligned(isTerminal: isTerminal, usesColor: usesColor, room: room) }.joined(separator: "\n"))
    case .markdown: try printText(tables.map(\.markdown).joined(separator: "\n"))
    }
  }

  /// Prints a report in the chosen format.
  func print<Row>(_ report: Report<Row>) throws { try print(report.table, json: report.json) }

  /// Prints the result of a write: a sentence, one TSV row, or JSON.
  func print(_ report: WriteReport) throws {
    switch format {
    case .table where !isQuiet, .markdown where !isQuiet: try printText("\(report.sentence)\n")
    case .tsv where !isQuiet, .json: try print(Table(columns: [], rows: [report.row]), json: report.json)
    default: break
    }
  }

  /// The number of changes that a table shows for each operation.
  static let shownChanges = 12

  /// Prints text for people.
  func printText(_ text: SafeText) throws { try write(text.string) }

  /// Prints the content of a file, exact to the byte unless a terminal shows it. There, tabs and line breaks are kept.
  func printFile(_ text: String) throws {
    guard isTerminal else { return try write(text) }
    try printText(
      text.split(separator: "\n").map { line in
        line.split(separator: "\t", omittingEmptySubsequences: false).map { "\($0)" }.joined(separator: "\t") + "\n"
      }.joined())
  }

  /// Returns a title, in bold when colors are used.
  func emphasized(_ text: SafeText) -> SafeText { usesColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  /// Prints a note for people, or makes it a part of the JSON document that is printed next. Call this before the
  /// result is printed.
  func note(_ text: String) {
    if isQuiet { return }
    if format == .json { Notes.add(text) } else { Self.writeError("note: \(text)\n") }
  }

  /// Returns an object with the notes as a member. A list stays a list: its notes are printed by `printNotes()`.
  private func withNotes(_ document: JSON) -> JSON {
    guard case .object(let members) = document else { return document }
    return .object(members.merging(Notes.take()) { member, _ in member })
  }

  /// Prints the notes that no document on standard output holds, as one document on standard error.
  static func printNotes() {
    let notes = Notes.take()
    if !notes.isEmpty { writeError(JSON.object(notes)) }
  }

  /// Prints a note when opening the registry rolled back an interrupted edit.
  func note(recoveredJournal date: Timestamp?) {
    guard let date else { return }
    note(
      "A journal of \(date) was rolled back: an edit that was interrupted then is not stored. If the journal came with "
        + "another copy of the registry, newer edits may be gone with it: see "
        + "\(SuggestedCommand("history").quoted), and restore a backup."
    )
  }

  /// Prints a page in the format of man(1): a terminal shows it formatted, and anything else gets its source.
  func printManual(_ page: String) throws {
    if isTerminal, allowsPager, Pager.show(page, through: "man -l -") { return }
    try write(page)
  }

  private func write(_ text: String) throws {
    if isTerminal, allowsPager, Pager.show(text) { return }
    if let number = Self.write(text, to: STDOUT_FILENO) {
      throw CommandFailure(
        code: "output", message: "The output could not be written: \(String(cString: strerror(number))).",
        hint: nil, exit: 8)
    }
  }

  /// Writes to standard error. A failure is ignored, because there is no other place to report it.
  static func writeError(_ text: SafeText) { _ = write(text.string, to: STDERR_FILENO) }

  /// Writes a JSON document to standard error. A failure is ignored.
  static func writeError(_ document: JSON) { _ = write(document.document, to: STDERR_FILENO) }

  /// Writes a help screen or a completion script to standard output. They contain no data.
  static func writeOutput(_ text: String, allowsPager: Bool) {
    if allowsPager, isatty(STDOUT_FILENO) != 0, Pager.show(text) { return }
    _ = write(text, to: STDOUT_FILENO)
  }

  /// Writes a text completely and returns nil, or returns `errno` when the system call fails.
  static func write(_ text: String, to descriptor: Int32) -> Int32? {
    var rest = Array(text.utf8)
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, rest, rest.count)
      if count < 0 && errno == EINTR { continue }
      if count < 0 { return errno }
      rest.removeFirst(count)
    }
    return nil
  }
}
