/// Rows of text under column headings. The last column contains messages, so that right-to-left text does not affect
/// other columns.
struct Table {
  let columns: [String]
  /// The rows. Each has as many cells as there are columns; nil is an unspecified value.
  let rows: [[String?]]

  /// One line for each row, without a header, for a terminal.
  var tsv: SafeText {
    rows.map { row in row.map { "\($0 ?? "")" }.joined(separator: "\t") + "\n" }.joined()
  }

  /// One line for each row, without a header, for a program: the cells are exact to the byte.
  ///
  /// A cell with a tab or line break, which `admin` never stores, is escaped, because it would start another cell or
  /// row.
  var exactTSV: String {
    rows.map { row in
      row.map { cell in
        let cell = cell ?? ""
        guard cell.unicodeScalars.contains(where: { $0 == "\t" || $0 == "\n" || $0 == "\r" }) else { return cell }
        return SafeText(cell).string
      }.joined(separator: "\t") + "\n"
    }.joined()
  }

  /// The table in GitHub-flavored Markdown.
  var markdown: SafeText {
    let line = { (cells: [SafeText]) -> SafeText in "| \(cells.joined(separator: " | ")) |\n" }
    let head = columns.isEmpty ? "" : line(columns.map(\.forMarkdown)) + line(columns.map { _ in "---" })
    return head + rows.map { line($0.map { ($0 ?? "").forMarkdown }) }.joined()
  }

  /// Returns a header and columns that are aligned by display width.
  func aligned(isTerminal: Bool, usesColor: Bool) -> SafeText {
    let head = columns.map { SafeText($0) }
    let cells = rows.map { row in row.map { SafeText($0 ?? "-", isolated: isTerminal) } }
    let widths = columns.indices.map { column in
      ([head[column]] + cells.map { $0[column] }).map { Terminal.width($0.string) }.max() ?? 0
    }
    var text: SafeText = ""
    for (index, row) in ([head] + cells).enumerated() {
      var line: SafeText = ""
      for (column, cell) in row.enumerated() {
        line += cell
        if column < row.count - 1 {
          line += "\(String(repeating: " ", count: widths[column] - Terminal.width(cell.string) + 2))"
        }
      }
      text += index == 0 && usesColor ? "\u{1B}[1m\(line)\u{1B}[0m\n" : line + "\n"
    }
    return text
  }
}
