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
  ///
  /// - Parameters:
  ///   - isTerminal: Whether a terminal shows the table: right-to-left text is isolated there.
  ///   - usesColor: Whether the header is bold.
  ///   - room: The number of terminal cells that the table may be wide; nil for any number.
  func aligned(isTerminal: Bool, usesColor: Bool, room: Int? = nil) -> SafeText {
    let head = columns.map { SafeText($0).string }
    let cells = rows.map { row in row.map { SafeText($0 ?? "-").string } }
    let layout = TableLayout(headings: head, rows: cells, room: room)
    var text: SafeText = ""
    for (index, row) in ([head] + cells).enumerated() {
      for line in Self.lines(of: row, layout, isIsolated: isTerminal) {
        text += index == 0 && usesColor ? "\u{1B}[1m\(line)\u{1B}[0m\n" : line + "\n"
      }
    }
    return text
  }

  /// Returns the lines of one row, whose cells are sanitized.
  private static func lines(of row: [String], _ layout: TableLayout, isIsolated: Bool) -> [SafeText] {
    guard let last = row.last else { return [""] }
    let beside = row.dropLast().enumerated().map { column, cell -> SafeText in
      let shown = TextWrapping.shortened(cell, to: layout.widths[column])
      let isAtEnd = layout.isLastBelow && column == row.count - 2
      let spaces = isAtEnd ? 0 : layout.widths[column] - Terminal.width(shown) + TableLayout.gap
      return Terminal.isolated([shown], isIsolated).joined() + spacing(spaces)
    }.joined()
    let room = layout.widths[row.count - 1]
    let parts = Terminal.isolated(
      layout.isLastBroken
        ? TextWrapping.lines(of: last, width: room) : [TextWrapping.shortened(last, to: room)], isIsolated)
    if layout.isLastBelow { return [beside] + parts.map { spacing(TableLayout.gap) + $0 } }
    let indent = Terminal.width(beside.string)
    return parts.enumerated().map { $0 == 0 ? beside + $1 : spacing(indent) + $1 }
  }

  private static func spacing(_ count: Int) -> SafeText {
    SafeText(stringLiteral: String(repeating: " ", count: max(0, count)))
  }
}
