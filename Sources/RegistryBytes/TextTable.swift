import Synchronization

/// Columns of texts with the same rows.
///
/// The texts are stored as UTF-8. The first access to a text creates the `String`s of its block of 16 rows, which are
/// kept, so that later accesses allocate nothing. No access takes a lock or waits for another thread.
package final class TextTable: Sendable {
  /// The columns, as UTF-8.
  package let columns: [TextColumn]
  /// The number of rows of each column.
  @usableFromInline package let rowCount: Int
  @usableFromInline let columnCount: Int
  @usableFromInline let blocksPerColumn: Int
  /// The cached strings, with one slot for each column and block of 16 rows. A slot is nil until its first use, then
  /// constant until `deinit`. An empty string stands for a missing text.
  // `nonisolated(unsafe)`: the pointer is constant, and its slots are atomic.
  @usableFromInline nonisolated(unsafe) let blocks: UnsafeMutablePointer<Atomic<UnsafeMutablePointer<String>?>>

  @usableFromInline static var blockSize: Int { 16 }

  /// Creates a table of columns that all have `rowCount` places.
  package init(_ columns: [TextColumn], rowCount: Int) {
    self.columns = columns
    columnCount = columns.count
    self.rowCount = rowCount
    blocksPerColumn = (rowCount + Self.blockSize - 1) / Self.blockSize
    let count = columns.count * blocksPerColumn
    blocks = .allocate(capacity: count)
    for block in 0..<count { (blocks + block).initialize(to: Atomic(nil)) }
  }

  deinit {
    let count = columns.count * blocksPerColumn
    for block in 0..<count {
      if let strings = blocks[block].load(ordering: .acquiring) { Self.discard(strings) }
    }
    blocks.deinitialize(count: count)
    blocks.deallocate()
  }

  /// Returns the text of a row in a column; nil when there is none. Invalid UTF-8 is repaired.
  ///
  /// - Parameters:
  ///   - column: The index of the column.
  ///   - row: The index of the row.
  @inlinable
  package func text(_ column: Int, _ row: Int) -> String? {
    guard row >= 0, row < rowCount, column >= 0, column < columnCount else { return nil }
    let block = column * blocksPerColumn + row / Self.blockSize
    let strings = blocks[block].load(ordering: .acquiring) ?? make(column, row / Self.blockSize)
    let text = strings[row % Self.blockSize]
    return text.isEmpty ? nil : text
  }

  @usableFromInline
  func make(_ column: Int, _ block: Int) -> UnsafeMutablePointer<String> {
    let strings = UnsafeMutablePointer<String>.allocate(capacity: Self.blockSize)
    for offset in 0..<Self.blockSize {
      (strings + offset).initialize(to: columns[column][block * Self.blockSize + offset] ?? "")
    }
    // Two threads may create the same block at once. The first one to publish wins; the other discards its own.
    let (isOurs, kept) = blocks[column * blocksPerColumn + block].compareExchange(
      expected: nil, desired: strings, ordering: .acquiringAndReleasing)
    guard !isOurs, let kept else { return strings }
    Self.discard(strings)
    return kept
  }

  private static func discard(_ strings: UnsafeMutablePointer<String>) {
    strings.deinitialize(count: blockSize)
    strings.deallocate()
  }
}
