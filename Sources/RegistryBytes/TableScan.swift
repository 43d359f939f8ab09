import Glibc

/// Reads all rows of one table of a database image, in key order, from the pages of its b-tree.
///
/// Every service reads its whole snapshot at startup. A query through SQLite would take several times as long as
/// reading the pages (sqlite.org/fileformat2.html, sections 1.5, 1.6 and 2).
///
/// A scan supports tables with an INTEGER PRIMARY KEY and WITHOUT ROWID tables in UTF-8. It ignores indexes and
/// journals. On arbitrary bytes it returns rows or throws an error, and never reads outside the image.
package struct TableScan: ~Copyable {
  private var pages: DatabasePages
  private var record: Record
  private var stack: [Frame]
  private var rowid: Int64 = 0

  /// A page on the path to the current row, and the index of the next step in it.
  private struct Frame {
    let page: DatabasePages.Page
    var step = 0
  }

  /// Creates a scan of the table whose root page is `rootPage`.
  ///
  /// - Parameters:
  ///   - image: The database.
  ///   - rootPage: The number of the root page, from `sqlite_schema`.
  ///   - columnCount: The number of columns of each record. They have the order of the table's columns, except that the
  ///     key columns of a WITHOUT ROWID table come first.
  /// - Throws: ``ImageError`` when the root page is not a b-tree page.
  package init(_ image: DatabaseImage, rootPage: Int, columnCount: Int) throws(ImageError) {
    var pages = try DatabasePages(image)
    stack = [Frame(page: try pages.page(rootPage))]
    self.pages = pages
    record = Record(columnCount: columnCount)
  }

  /// Returns the number of rows of the table whose root page is `rootPage`, from the cell counts in its page headers.
  ///
  /// - Throws: ``ImageError`` when a page of the tree is not a b-tree page.
  package static func rowCount(_ image: DatabaseImage, rootPage: Int) throws(ImageError) -> Int {
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

  /// Moves to the next row.
  ///
  /// - Returns: False at the end of the table.
  /// - Throws: ``ImageError`` when the next page or record is malformed.
  package mutating func next() throws(ImageError) -> Bool {
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
      // An inner page of a WITHOUT ROWID table holds a row in each cell, so children and rows alternate. There is one
      // child more than there are cells.
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

  private mutating func descend(to number: Int) throws(ImageError) {
    stack.append(Frame(page: try pages.page(number)))
  }

  private mutating func read(_ page: DatabasePages.Page, cell: Int) throws(ImageError) {
    let payload = try pages.payload(of: page, cell, rowid: &rowid)
    guard record.parse(payload) else { throw .malformedPage(page.number) }
  }

  /// Returns the integer in a column; nil for NULL.
  ///
  /// The column of the INTEGER PRIMARY KEY is NULL in its record; use ``key`` instead.
  ///
  /// - Throws: ``ImageError`` when the column holds another type.
  package func integer(_ column: Int) throws(ImageError) -> Int? {
    switch record.value(column) {
    case .null: return nil
    case .integer(let value): return Int(value)
    default: throw mismatch(column, "an integer")
    }
  }

  /// The INTEGER PRIMARY KEY of the row.
  package var key: Int { Int(rowid) }

  /// Returns whether a column holds NULL.
  package func isNull(_ column: Int) -> Bool { if case .null = record.value(column) { true } else { false } }

  /// Returns whether a column holds text.
  package func isText(_ column: Int) -> Bool { if case .text = record.value(column) { true } else { false } }

  /// Returns the text in a column.
  ///
  /// - Throws: ``ImageError`` when the column holds another type, or text that is not UTF-8.
  package func text(_ column: Int) throws(ImageError) -> String {
    guard let text = String(validating: try textBytes(column), as: UTF8.self) else { throw mismatch(column, "UTF-8") }
    return text
  }

  /// Returns whether a column holds text with exactly these bytes.
  ///
  /// - Throws: ``ImageError`` when the column holds another type.
  package func holds(_ bytes: [UInt8], _ column: Int) throws(ImageError) -> Bool {
    let text = try textBytes(column)
    guard text.count == bytes.count, let start = text.baseAddress else { return text.count == bytes.count }
    return memcmp(start, bytes, bytes.count) == 0
  }

  /// Returns the bytes of the text in a column. They are valid until the next row is read.
  func textBytes(_ column: Int) throws(ImageError) -> UnsafeBufferPointer<UInt8> {
    guard case .text(let bytes) = record.value(column) else { throw mismatch(column, "text") }
    return bytes
  }

  private func mismatch(_ column: Int, _ expected: String) -> ImageError {
    ImageError("column \(column) of a record holds no value that is \(expected)")
  }
}
