import CSQLite
import Glibc

/// All rows of one table of a database image, in the order of its key, straight from the pages of its b-tree
/// (sqlite.org/fileformat2.html, sections 1.5, 1.6 and 2). Running a query costs several times what the rows
/// themselves do; a snapshot is read whole, by every service that starts.
///
/// It knows tables with an INTEGER PRIMARY KEY and those WITHOUT ROWID, no index, no encoding but UTF-8, and nothing of
/// a journal. Whatever the bytes are, it ends with an error or with rows, and reads nothing outside the image.
package struct TableScan: ~Copyable {
  private var pages: DatabasePages
  private var record: Record
  private var stack: [Frame]
  private var rowid: Int64 = 0

  /// A page on the way to the current row, and what comes next in it.
  private struct Frame {
    let page: DatabasePages.Page
    var step = 0
  }

  /// A scan of the tree whose root is `rootPage`.
  ///
  /// - Parameter columnCount: how many columns each record has, in the order of the table's columns, except that the key
  ///   of a table WITHOUT ROWID comes first.
  ///
  /// Throws: corrupt for what is no such tree.
  package init(_ image: DatabaseImage, rootPage: Int, columnCount: Int) throws(SQLiteError) {
    var pages = try DatabasePages(image)
    stack = [Frame(page: try pages.page(rootPage))]
    self.pages = pages
    record = Record(columnCount: columnCount)
  }

  /// How many rows the tree at `rootPage` has, from what its pages say of themselves.
  ///
  /// Throws: corrupt for what is no such tree.
  package static func rowCount(_ image: DatabaseImage, rootPage: Int) throws(SQLiteError) -> Int {
    var pages = try DatabasePages(image)
    var (count, waiting) = (0, [rootPage])
    while let number = waiting.popLast() {
      let page = try pages.page(number)
      if page.isLeaf || !page.hasRowids { count += page.cellCount }
      guard !page.isLeaf else { continue }
      for cell in 0...page.cellCount { waiting.append(try pages.child(of: page, cell)) }
    }
    return count
  }

  /// True with a row, false at the end.
  package mutating func next() throws(SQLiteError) -> Bool {
    while let frame = stack.last {
      let (page, step) = (frame.page, frame.step)
      stack[stack.count - 1].step += 1
      if page.isLeaf {
        guard step < page.cellCount else {
          stack.removeLast()
          continue
        }
        try read(page, cell: step)
        return true
      }
      // Children and, where cells hold rows too, cells by turns; one child more than cells.
      let (cell, isRow) = page.hasRowids ? (step, false) : (step / 2, step % 2 == 1)
      if cell > page.cellCount || isRow && cell == page.cellCount {
        stack.removeLast()
      } else if isRow {
        try read(page, cell: cell)
        return true
      } else {
        try descend(to: try pages.child(of: page, cell))
      }
    }
    return false
  }

  private mutating func descend(to number: Int) throws(SQLiteError) {
    stack.append(Frame(page: try pages.page(number)))
  }

  private mutating func read(_ page: DatabasePages.Page, cell: Int) throws(SQLiteError) {
    let payload = try pages.payload(of: page, cell, rowid: &rowid)
    guard record.parse(payload) else { throw .corruptPage(page.number) }
  }

  /// The integer of a column; nil for NULL. The INTEGER PRIMARY KEY is NULL in its record: ask for `key`.
  package func integer(_ column: Int) throws(SQLiteError) -> Int? {
    switch record.value(column) {
    case .null: return nil
    case .integer(let value): return Int(value)
    default: throw mismatch(column, "an integer")
    }
  }

  /// The INTEGER PRIMARY KEY of the row.
  package var key: Int { Int(rowid) }

  /// Whether the column holds NULL.
  package func isNull(_ column: Int) -> Bool { if case .null = record.value(column) { true } else { false } }

  /// The text of a column.
  package func text(_ column: Int) throws(SQLiteError) -> String {
    guard let text = String(validating: try textBytes(column), as: UTF8.self) else { throw mismatch(column, "UTF-8") }
    return text
  }

  /// Whether the column holds these bytes as text.
  package func holds(_ bytes: [UInt8], _ column: Int) throws(SQLiteError) -> Bool {
    let text = try textBytes(column)
    guard text.count == bytes.count, let start = text.baseAddress else { return text.count == bytes.count }
    return memcmp(start, bytes, bytes.count) == 0
  }

  /// Good until the next row.
  func textBytes(_ column: Int) throws(SQLiteError) -> UnsafeBufferPointer<UInt8> {
    guard case .text(let bytes) = record.value(column) else { throw mismatch(column, "text") }
    return bytes
  }

  private func mismatch(_ column: Int, _ expected: String) -> SQLiteError {
    SQLiteError(code: SQLITE_MISMATCH, message: "column \(column) of a record holds no value that is \(expected)")
  }
}

extension SQLiteError {
  static func corruptPage(_ number: Int) -> SQLiteError {
    SQLiteError(code: SQLITE_CORRUPT, message: "page \(number) is malformed")
  }
}
