import Registry

/// A file format of separated values for spreadsheets and translators. Lines end with LF; a cell with the separator, a
/// quotation mark or a line break is quoted (RFC 4180).
enum DelimitedFormat: String, CaseIterable {
  case csv, tsv

  private var separator: String { self == .csv ? "," : "\t" }

  /// Returns one line.
  func line(_ cells: [String]) -> String { cells.map(quoted).joined(separator: separator) + "\n" }

  private func quoted(_ cell: String) -> String {
    let marks = "\"\r\n\(separator)".utf8
    return cell.utf8.contains(where: marks.contains) ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
  }
}
