import Glibc

/// The texts of one column in one block of memory, as bytes, each at the place of its row. A place can be empty.
package final class TextColumn: Sendable {
  /// How many places there are.
  package let count: Int
  // Never written after `Builder.finish`; freed in `deinit` alone.
  nonisolated(unsafe) let bytes: UnsafeMutablePointer<UInt8>
  /// Where the text of each place begins, and behind the last one the end.
  nonisolated(unsafe) let starts: UnsafeMutablePointer<UInt32>

  fileprivate init(bytes: UnsafeMutablePointer<UInt8>, starts: UnsafeMutablePointer<UInt32>, count: Int) {
    self.bytes = bytes
    self.starts = starts
    self.count = count
  }

  deinit {
    free(starts)
    free(bytes)
  }

  /// The text of a place; nil where it is empty or there is no such place. What is not UTF-8 is repaired.
  package subscript(place: Int) -> String? {
    isEmpty(place) ? nil : String(decoding: self.bytes(place), as: UTF8.self)
  }

  /// Whether the place has no text; true where there is no such place.
  package func isEmpty(_ place: Int) -> Bool {
    guard place >= 0, place < count else { return true }
    return starts[place] == starts[place + 1]
  }

  /// Lends the bytes of a place's text; none where it is empty.
  package func withBytes(_ place: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    body(isEmpty(place) ? UnsafeBufferPointer(start: nil, count: 0) : bytes(place))
  }

  /// Whether every text is UTF-8: all bytes in one pass, as no text begins inside a character.
  package var isUTF8: Bool {
    for place in 0..<count where !isEmpty(place) && bytes[Int(starts[place])] & 0xC0 == 0x80 { return false }
    let whole = UnsafeBufferPointer(start: bytes, count: Int(starts[count]))
    return (try? UTF8Span(validating: Span(_unsafeElements: whole))) != nil
  }

  /// The place is not empty.
  func bytes(_ place: Int) -> UnsafeBufferPointer<UInt8> {
    let (start, end) = (Int(starts[place]), Int(starts[place + 1]))
    return UnsafeBufferPointer(start: bytes + start, count: end - start)
  }
}

extension TextColumn {
  /// Takes the texts in the order of their places.
  package struct Builder: ~Copyable {
    private var bytes: UnsafeMutableRawPointer
    private var capacity = 4_096
    private var size = 0
    private var starts: UnsafeMutableRawPointer
    private var startCapacity = 256
    private var place = 0

    /// A builder without texts.
    ///
    /// Throws: `ENOMEM`.
    package init() throws(FileError) {
      guard let starts = malloc(4 * startCapacity), let bytes = malloc(capacity) else { throw .noMemory }
      (self.bytes, self.starts) = (bytes, starts)
    }

    deinit {
      free(bytes)
      free(starts)
    }

    /// Leaves places empty up to `place`.
    ///
    /// Throws: `ENOMEM`.
    package mutating func skip(to place: Int) throws(SQLiteError) {
      while self.place < place { try begin() }
    }

    /// Puts the text of a row's column into the next place.
    ///
    /// Throws: a mismatch where it is no text; out of memory, also beyond 4 GiB.
    package mutating func append(_ scan: borrowing TableScan, _ column: Int) throws(SQLiteError) {
      let text = try scan.textBytes(column)
      let end = size + text.count
      guard end <= UInt32.max else { throw .noMemory }
      if end > capacity {
        let larger = max(capacity * 2, end)
        guard let grown = realloc(bytes, larger) else { throw .noMemory }
        (bytes, capacity) = (grown, larger)
      }
      try begin()
      if let start = text.baseAddress { (bytes + size).copyMemory(from: start, byteCount: text.count) }
      size = end
    }

    /// The column, with exactly so many places; those that were not reached are empty.
    ///
    /// Throws: `ENOMEM`, also where more were filled.
    package consuming func finish(places: Int) throws(SQLiteError) -> TextColumn {
      let fits = place <= places
      // The last one is the end of the last text.
      let isFilled = Result { () throws(SQLiteError) in try skip(to: places + 1) }
      guard fits, case .success = isFilled else {
        _ = consume self
        throw .noMemory
      }
      // Gives back what was taken in advance; where that fails, the block is good as it is.
      let bytes = realloc(bytes, max(size, 1)) ?? bytes
      let starts = realloc(starts, 4 * (places + 1)) ?? starts
      let column = TextColumn(
        bytes: bytes.bindMemory(to: UInt8.self, capacity: size),
        starts: starts.bindMemory(to: UInt32.self, capacity: places + 1), count: places)
      discard self
      return column
    }

    private mutating func begin() throws(SQLiteError) {
      if place == startCapacity {
        guard let grown = realloc(starts, 8 * startCapacity) else { throw .noMemory }
        (starts, startCapacity) = (grown, 2 * startCapacity)
      }
      starts.storeBytes(of: UInt32(truncatingIfNeeded: size), toByteOffset: 4 * place, as: UInt32.self)
      place += 1
    }
  }
}
