/// Rows of text under named columns; the last column holds messages, so that right-to-left text disturbs no other.
struct Table {
  let columns: [String]
  /// As many cells a row as there are columns; nil is "not said".
  let rows: [[String?]]

  /// One line a row, exact, without a header. A tab or line break inside a cell, which `admin` never stores, would make
  /// another row and is written out; on a terminal every control is.
  func tsv(isTerminal: Bool) -> String {
    lines { cell in
      let cell = cell ?? ""
      if isTerminal { return Terminal.sanitized(cell) }
      guard cell.unicodeScalars.contains(where: { $0 == "\t" || $0 == "\n" || $0 == "\r" }) else { return cell }
      return Terminal.sanitized(cell)
    }
  }

  /// A table of GitHub-flavoured Markdown.
  var markdown: String {
    let line = { (cells: [String]) in "| " + cells.joined(separator: " | ") + " |\n" }
    let head = columns.isEmpty ? "" : line(columns.map(\.escapedForMarkdown)) + line(columns.map { _ in "---" })
    return head + rows.map { line($0.map { Terminal.sanitized($0 ?? "").escapedForMarkdown }) }.joined()
  }

  private func lines(_ shown: (String?) -> String) -> String {
    rows.map { $0.map(shown).joined(separator: "\t") + "\n" }.joined()
  }

  /// Columns aligned by display width under a header.
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
