/// One column of texts, stored as UTF-8 in a single array and indexed by place. A place can be empty.
package final class TextColumn: Sendable {
  private let bytes: [UInt8]
  /// The offset of each text in `bytes`, followed by the end of the last text.
  private let starts: [UInt32]

  fileprivate init(bytes: [UInt8], starts: [UInt32]) {
    self.bytes = bytes
    self.starts = starts
  }

  /// The number of places.
  package var count: Int { starts.count - 1 }

  /// The text of a place; nil when the place is empty or out of range. Invalid UTF-8 is repaired.
  package subscript(place: Int) -> String? {
    isEmpty(place) ? nil : String(decoding: bytes[range(place)], as: UTF8.self)
  }

  /// Returns whether a place has no text; true when the place is out of range.
  package func isEmpty(_ place: Int) -> Bool {
    guard place >= 0, place < count else { return true }
    return starts[place] == starts[place + 1]
  }

  /// Calls `body` with the UTF-8 bytes of a place, which are none when the place is empty.
  package func withBytes(_ place: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard !isEmpty(place) else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range(place)])) }
  }

  /// Whether every text is valid UTF-8.
  ///
  /// All bytes are validated in one pass. This is equivalent because no text starts with a continuation byte.
  package var isUTF8: Bool {
    for place in 0..<count where !isEmpty(place) && bytes[Int(starts[place])] & 0xC0 == 0x80 { return false }
    return bytes.withUnsafeBufferPointer { (try? UTF8Span(validating: Span(_unsafeElements: $0))) != nil }
  }

  /// Returns the bytes of a place that is not empty.
  private func range(_ place: Int) -> Range<Int> { Int(starts[place])..<Int(starts[place + 1]) }
}

extension TextColumn {
  /// Builds a column by appending texts in the order of their places.
  package struct Builder: ~Copyable {
    private var bytes: [UInt8] = []
    private var starts: [UInt32] = []

    /// Creates a builder without texts.
    package init() {}

    /// Leaves all places before `place` empty.
    package mutating func skip(to place: Int) {
      while starts.count < place { begin() }
    }

    /// Appends the text of a column of the current row.
    ///
    /// - Throws: ``ImageError`` when the column does not hold text.
    package mutating func append(_ scan: borrowing TableScan, _ column: Int) throws(ImageError) {
      let text = try scan.textBytes(column)
      begin()
      bytes.append(contentsOf: text)
    }

    /// Appends a text.
    package mutating func append(_ text: String) {
      begin()
      bytes.append(contentsOf: text.utf8)
    }

    /// Returns the column.
    ///
    /// - Parameter places: The number of places of the column. Places without a text are empty; texts after the last
    ///   place are dropped.
    package consuming func finish(places: Int) -> TextColumn {
      // The last start is the end of the last text.
      skip(to: places + 1)
      // Copying a slice drops the spare capacity.
      return TextColumn(bytes: Array(bytes[...]), starts: Array(starts.prefix(places + 1)))
    }

    /// Starts the next text. The offset fits into 32 bits: an image has fewer than 2^31 bytes, and a scan returns each
    /// byte at most once.
    private mutating func begin() { starts.append(UInt32(truncatingIfNeeded: bytes.count)) }
  }
}
