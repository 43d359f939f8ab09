/// The widths of the columns of a table on a screen that may be narrower than the table.
///
/// The last column has the messages. It is shown whole: on several lines beside the other columns, or below them when
/// that needs fewer lines. Other columns are shortened where they still do not fit: first headings that are wider than
/// their cells, then text, and numbers and symbols last. The first column, which names the row, is never shortened.
struct TableLayout {
  /// The width of each column. The last one may be on several lines.
  private(set) var widths: [Int]
  /// Whether the last column is below the others.
  private(set) var isLastBelow = false
  /// Whether the last column is broken into lines, and not shortened.
  private(set) var isLastBroken = false

  /// The spaces between columns.
  static let gap = 2

  /// Computes the widths.
  ///
  /// - Parameters:
  ///   - headings: The headings.
  ///   - rows: The rows, each with as many cells.
  ///   - room: The width of the screen; nil when the table may be of any width.
  init(headings: [String], rows: [[String]], room: Int?) {
    let cells = headings.indices.map { column in rows.map { Terminal.width($0[column]) }.max() ?? 0 }
    widths = zip(headings, cells).map { max(Terminal.width($0), $1) }
    guard let room, let last = widths.last, Self.width(of: widths) > room else { return }
    let isFixed = headings.indices.map { column in rows.allSatisfy { Self.isFixed($0[column]) } }
    let others = Array(widths.dropLast())
    let left = room - (others.isEmpty ? 0 : Self.width(of: others) + Self.gap)
    isLastBroken = isFixed.last == false
    if isLastBroken, left >= min(last, 16), others.isEmpty || Self.isShorter(beside: left, than: room, rows) {
      widths[widths.count - 1] = left
      return
    }
    guard isLastBroken else {
      widths = Self.shrunk(widths, cells: cells, isFixed: isFixed, to: room)
      return
    }
    let beside = Self.shrunk(others, cells: cells, isFixed: isFixed, to: room - last - Self.gap)
    if last <= 16, Self.width(of: beside) + Self.gap + last <= room {
      widths = beside + [last]
    } else {
      isLastBelow = true
      widths = Self.shrunk(others, cells: cells, isFixed: isFixed, to: room) + [max(8, room - Self.gap)]
    }
  }

  /// Whether the last cells need no more lines beside the others than below them.
  private static func isShorter(beside left: Int, than room: Int, _ rows: [[String]]) -> Bool {
    let widths = rows.map { Terminal.width($0.last ?? "") }
    let lines = { (width: Int, room: Int) in max(1, (width + room - 1) / max(1, room)) }
    return widths.reduce(0) { $0 + lines($1, left) } <= widths.reduce(0) { $0 + 1 + lines($1, room - gap) }
  }

  private static func width(of widths: [Int]) -> Int { widths.reduce(0, +) + gap * (widths.count - 1) }

  /// Whether a cell is a number, a symbol, a time or missing.
  private static func isFixed(_ cell: String) -> Bool {
    cell.utf8.allSatisfy { (0x30...0x3A).contains($0) || (0x41...0x5A).contains($0) || $0 == 0x5F || $0 == 0x2D }
  }

  /// Returns widths that fit, as far as that is possible.
  private static func shrunk(_ widths: [Int], cells: [Int], isFixed: [Bool], to room: Int) -> [Int] {
    var widths = widths
    let floors: [(Int) -> Int] = [
      { max(3, cells[$0]) }, { isFixed[$0] ? max(2, cells[$0]) : 8 }, { _ in 8 }, { _ in 3 },
    ]
    for floor in floors {
      while width(of: widths) > room {
        let candidates = widths.indices.dropFirst().filter { widths[$0] > floor($0) }
        guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
        widths[widest] -= 1
      }
    }
    return widths
  }
}
