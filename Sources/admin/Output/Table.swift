/// Rows of text under column headings. The last column contains messages, so that right-to-left text does not affect
/// other columns.
struct Table {
  let columns: [String]
  /// The rows. Each has as many cells as there are columns; nil is an unspecified value.
  let rows: [[String?]]

  /// Returns one line for each row, without a header.
  ///
  /// A tab or line break in a cell, which `admin` never stores, is escaped, because it would start another cell or row.
  /// On a terminal, all control characters are escaped.
  func tsv(isTerminal: Bool) -> String {
    lines { cell in
      let cell = cell ?? ""
      if isTerminal { return Terminal.sanitized(cell) }
      guard cell.unicodeScalars.contains(where: { $0 == "\t" || $0 == "\n" || $0 == "\r" }) else { return cell }
      return Terminal.sanitized(cell)
    }
  }

  /// The table in GitHub-flavored Markdown.
  var markdown: String {
    let line = { (cells: [String]) in "| " + cells.joined(separator: " | ") + " |\n" }
    let head = columns.isEmpty ? "" : line(columns.map(\.escapedForMarkdown)) + line(columns.map { _ in "---" })
    return head + rows.map { line($0.map { Terminal.sanitized($0 ?? "").escapedForMarkdown }) }.joined()
  }

  private func lines(_ shown: (String?) -> String) -> String {
    rows.map { $0.map(shown).joined(separator: "\t") + "\n" }.joined()
  }

  /// Returns a header and columns that are aligned by display width.
  func aligned(isTerminal: Bool, usesColor: Bool) -> String {
    let cells = rows.map { row in row.map { Terminal.shown($0 ?? "-", isolated: isTerminal) } }
    let widths = columns.indices.map { column in
      ([columns[column]] + cells.map { $0[column] }).map(Terminal.width).max() ?? 0
    }
    var text = ""
    for (index, row) in ([columns] + cells).enumerated() {
      var line = ""
      for (column, cell) in row.enumerated() {
        line += cell
        if column < row.count - 1 {
          line += String(repeating: " ", count: widths[column] - Terminal.width(cell) + 2)
        }
      }
      text += index == 0 && usesColor ? "\u{1B}[1m\(line)\u{1B}[0m\n" : line + "\n"
    }
    return text
  }
}
