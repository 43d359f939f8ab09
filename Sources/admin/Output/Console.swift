import ArgumentParser
import Glibc
import Registry

/// How a command prints its data.
enum Format: String, ExpressibleByArgument, CaseIterable {
  case table, tsv, json, markdown
}

/// `1 row`, `2 rows`.
func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

/// Where a command's output goes: data to standard output, everything else to standard error.
struct Console {
  let format: Format
  let isTerminal: Bool
  let usesColor: Bool
  private let isQuiet: Bool

  init(format: Format?, allowsColor: Bool, isQuiet: Bool) {
    isTerminal = isatty(STDOUT_FILENO) != 0
    self.format = format ?? (isTerminal ? .table : .tsv)
    usesColor =
      isTerminal && allowsColor && ProcessBytes.environment("NO_COLOR") == nil
      && ProcessBytes.environment("TERM") != "dumb"
    self.isQuiet = isQuiet
  }

  /// Prints rows: tables, the same rows as TSV without headers, or the JSON.
  func print(_ tables: Table..., json: @autoclosure () -> JSON) throws { try print(tables, json: json()) }

  /// The same for as many tables as there are.
  func print(_ tables: [Table], json: @autoclosure () -> JSON) throws {
    switch format {
    case .json: try write(json().document)
    case .tsv: try write(tables.map { $0.tsv(isTerminal: isTerminal) }.joined())
    case .table:
      try write(tables.map { $0.aligned(isTerminal: isTerminal, usesColor: usesColor) }.joined(separator: "\n"))
    case .markdown: try write(tables.map(\.markdown).joined(separator: "\n"))
    }
  }

  /// Prints what a write came to: a sentence for people, one TSV row, or the JSON.
  func print(_ sentence: String, row: [String?], json: @autoclosure () -> JSON) throws {
    switch format {
    case .json: try write(json().document)
    case .tsv where !isQuiet: try write(Table(columns: [], rows: [row]).tsv(isTerminal: isTerminal))
    case .table where !isQuiet, .markdown where !isQuiet: try write(Terminal.sanitized(sentence) + "\n")
    default: break
    }
  }

  /// How many changes of one operation a table shows.
  static let shownChanges = 12

  /// Prints what is laid out and safe to show already.
  func printText(_ text: String) throws { try write(text) }

  /// A title: bold where there is colour.
  func emphasized(_ text: String) -> String { usesColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  /// A remark for people.
  func note(_ text: String) {
    if !isQuiet { Self.writeError("note: " + Terminal.sanitized(text) + "\n") }
  }

  /// Tells that an interrupted edit was taken back, where one was.
  func note(recoveredJournal date: Timestamp?) {
    guard let date else { return }
    note(
      "A journal of \(date) was rolled back: an edit that was interrupted then is not stored. If the journal came with "
        + "another copy of the registry, newer edits may be gone with it: see 'admin history', and restore a backup.")
  }

  private func write(_ text: String) throws {
    if let number = Self.write(text, to: STDOUT_FILENO) {
      throw CommandFailure(
        code: "output", message: "The output could not be written: \(String(cString: strerror(number))).",
        hint: nil, exit: 8)
    }
  }

  /// Writes to standard error; nobody is left to tell when that fails.
  static func writeError(_ text: String) { _ = write(text, to: STDERR_FILENO) }

  /// Writes to standard output what is no data: help screens and completion scripts.
  static func writeOutput(_ text: String) { _ = write(text, to: STDOUT_FILENO) }

  /// Writes all of it; gives `errno` where the system refuses.
  private static func write(_ text: String, to descriptor: Int32) -> Int32? {
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
