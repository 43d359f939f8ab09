/// Folds the scalars of one text from left to right.
package struct TextFolder {
  private let table = FoldingTable.shared
  /// Whether something that separates words was read since the last letter.
  private var isSeparated = false
  /// The last scalar that was written; nil before the first one.
  private var last: UInt32?

  package init() {}

  /// Appends what a scalar becomes.
  ///
  /// A separator is written only when the next letter comes, because it disappears at the end and beside Han.
  ///
  /// - Parameters:
  ///   - scalar: The next scalar of the text.
  ///   - output: The folded text.
  ///   - element: Makes an element of the output.
  /// - Returns: Whether the scalar was dropped, and separates nothing.
  @inline(__always)
  mutating func fold<Element>(_ scalar: UInt32, into output: inout [Element], _ element: (UInt32) -> Element) -> Bool {
    let entry = table.entry(of: scalar)
    switch entry {
    case FoldingTable.dropped: return true
    case FoldingTable.separator: isSeparated = true
    case FoldingTable.kept: append(scalar, to: &output, element)
    case FoldingTable.firstSequence...:
      table.forEach(of: entry) { part in
        if part == FoldingTable.separator { isSeparated = true } else { append(part, to: &output, element) }
      }
    default: append(entry, to: &output, element)
    }
    return false
  }

  @inline(__always)
  private mutating func append<Element>(
    _ scalar: UInt32, to output: inout [Element], _ element: (UInt32) -> Element
  ) {
    let isHan = scalar.isHan
    if isSeparated, let last, !last.isHan, !isHan { output.append(element(0x20)) }
    isSeparated = false
    last = scalar
    output.append(element(scalar))
  }

  /// Appends the folded form of a text as numbers, for an index that needs no way back to the text.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - output: Where the scalars are appended.
  package static func append(_ text: String, to output: inout [UInt32]) {
    var folder = TextFolder()
    for scalar in text.unicodeScalars { _ = folder.fold(scalar.value, into: &output) { $0 } }
  }
}

extension UInt32 {
  /// Whether a scalar is written without spaces between words: Han, kana and Bopomofo.
  @inlinable package var isHan: Bool {
    self >= 0x2E80 && (self <= 0x9FFF && (self <= 0x312F || self >= 0x3400) || (0x20000...0x3FFFF).contains(self))
  }
}
