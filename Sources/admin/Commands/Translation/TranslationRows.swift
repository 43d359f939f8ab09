import MessageFormat
import Registry

/// The rows of an import file, one text each.
///
/// The header of the file names its columns. A file without a header has three or four columns: code, language, text,
/// and optionally the revision that the text is based on; or the six of `admin translation list`: code, language,
/// revision, state, staleness, text.
struct TranslationRows: Sendable {
  private let file: DelimitedFile
  private let header: HeaderColumns?
  private let isLiteral: Bool

  /// The number of lines.
  var count: Int { file.lineCount }

  /// Opens the file at a path, or standard input for `-`.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - isLiteral: Whether the texts are no patterns yet, but what callers are to see.
  init(_ path: RegistryPath, isLiteral: Bool) throws {
    file = try DelimitedFile(path)
    self.isLiteral = isLiteral
    let first = try? file.firstRow.get()
    let names = first.map(HeaderColumns.names) ?? []
    if let first, names.contains("code"), names.contains("language") || names.contains("text") {
      header = try HeaderColumns(first, known: TranslationColumns.known, required: ["code", "language", "text"])
    } else {
      header = nil
    }
  }

  /// Calls `body` with the entry of each row, or with the error of a line that is invalid. A text that is missing and
  /// was left empty is no entry.
  func forEachEntry(_ body: (ImportEntry) throws(RegistryError) -> Void) throws(RegistryError) {
    try file.forEachRow { (line, row) throws(RegistryError) in
      if line == header?.line { return }
      let entry: ImportEntry
      do throws(RegistryError) {
        guard let found = try self.entry(try row.get()) else { return }
        entry = .success(found)
      } catch {
        entry = .failure(RegistryError.RefusedLine(line: line, error))
      }
      try body(entry)
    }
  }

  private func entry(_ row: DelimitedFile.Row) throws(RegistryError) -> TranslationEntry? {
    guard let header else { return try entryWithoutHeader(row) }
    try header.requireFit(of: row)
    let text = header.text("text", in: row)
    return try entry(
      row.line, header.word("code", in: row) ?? "", header.word("language", in: row) ?? "",
      TranslationColumns.isWritten(header) ? SpreadsheetText.read(text) : text,
      revision: header.word("revision", in: row) ?? "",
      source: TranslationColumns.isExported(header) ? SpreadsheetText.read(header.text("source", in: row)) : "")
  }

  private func entryWithoutHeader(_ row: DelimitedFile.Row) throws(RegistryError) -> TranslationEntry? {
    let cells = row.cells
    if case .success(let first) = file.firstRow, first.line == row.line, cells.count >= 3, LanguageTag(cells[1]) == nil
    {
      throw RegistryError(
        .invalidLanguageTag, "'\(cells[1])' is not a language tag.",
        .follow(
          rule: "A language is written as in BCP 47: en, ar, zh-Hans. If the line is a header, name its columns in "
            + "English: code, language and text."))
    }
    // A spreadsheet adds empty cells at the end; an empty text is not one of them.
    var count = max((cells.lastIndex { !$0.isEmpty } ?? -1) + 1, min(cells.count, 3))
    if cells.count >= 6, count == 5 || count == 3 && cells[2] == "0" { count = 6 }
    switch count {
    case 3: return try entry(row.line, cells[0], cells[1], cells[2], revision: "")
    case 4: return try entry(row.line, cells[0], cells[1], cells[2], revision: cells[3])
    case 6:
      // The list quotes nothing, so a stored text may look like a quoted cell.
      let written = row.isQuoted[5] ? "\"\(cells[5].replacing("\"", with: "\"\""))\"" : nil
      return try entry(row.line, cells[0], cells[1], cells[5], revision: cells[2], written: written)
    default:
      throw RegistryError(
        .invalidValue, "The line has \(counted(count, "column")).",
        .follow(
          rule:
            "It has three or four: code, language, text, and the revision that it was made from; or the six of "
            + "'admin translation list'. A header may name others."))
    }
  }

  private func entry(
    _ line: Int, _ code: String, _ language: String, _ text: String, revision: String, source: String = "",
    written: String? = nil
  ) throws(RegistryError) -> TranslationEntry? {
    if revision == "0", text.isEmpty { return nil }
    guard revision.isEmpty || (Int(revision) ?? -1) >= 0 else {
      throw RegistryError(
        .invalidValue, "'\(revision)' is not a revision.",
        .follow(rule: "A revision is a number; 0 means that no text is there."))
    }
    return TranslationEntry(
      line: line, code: code, language: language, text: isLiteral ? MessagePattern.quoting(text) : text,
      revision: Int(revision), source: source.isEmpty ? nil : source, textWithMarks: isLiteral ? nil : written)
  }
}

/// The columns of files of translations.
enum TranslationColumns {
  /// The columns of `translation export`, in order.
  static let exported = ["code", "language", "symbol", "description", "source", "text", "revision"]

  /// The columns that an import knows. It reads code, language, text and revision, and of an export also the source
  /// text; the others are for the translator.
  static let known = exported + ["state", "staleness", "theirs"]

  /// The columns of the file of skipped lines, in order.
  static let skipped = ["code", "language", "theirs", "text", "revision"]

  /// Whether the file is an export, whose source texts are those that the translator saw.
  static func isExported(_ header: HeaderColumns) -> Bool { exported.allSatisfy(header.has) }

  /// Whether `admin` has written the file, as an export or for skipped lines, which says how its texts are written.
  static func isWritten(_ header: HeaderColumns) -> Bool {
    isExported(header) || skipped.allSatisfy(header.has)
  }
}
