import Synchronization

/// Columns of texts with the same rows, as bytes until somebody asks for one: then the `String`s of its neighbourhood
/// are made once and kept, so that asking again allocates nothing. Asking takes no lock and waits for nobody.
package final class TextTable: Sendable {
  package let columns: [TextColumn]
  @usableFromInline package let rowCount: Int
  @usableFromInline let columnCount: Int
  @usableFromInline let blocksPerColumn: Int
  /// For each block of rows, column by column, its strings, once they were made. A missing text is an empty string.
  /// What is published here stays until `deinit`.
  @usableFromInline nonisolated(unsafe) let blocks: UnsafeMutablePointer<Atomic<UnsafeMutablePointer<String>?>>

  @usableFromInline static var blockSize: Int { 16 }

  /// A table of columns that all have `rowCount` places.
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

  /// The text of a row in a column; nil where there is none. What is not UTF-8 is repaired.
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
    // Two threads may make the same block; the first one's is kept.
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
