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
    private let starts: UnsafeMutableRawPointer
    private let places: Int
    private var place = 0

    /// A builder for exactly `places` texts.
    ///
    /// Throws: `ENOMEM`.
    package init(places: Int) throws(FileError) {
      self.places = places
      let starts = malloc((places + 1) * MemoryLayout<UInt32>.stride)
      guard let starts, let bytes = malloc(capacity) else {
        free(starts)
        throw .noMemory
      }
      (self.bytes, self.starts) = (bytes, starts)
    }

    deinit {
      free(bytes)
      free(starts)
    }

    /// Leaves places empty up to `place`.
    package mutating func skip(to place: Int) {
      while self.place < min(place, places) {
        begin(self.place)
        self.place += 1
      }
    }

    /// Puts the text of a row's column into the next place.
    ///
    /// Throws: a mismatch where it is no text; out of memory, also beyond 4 GiB or the last place.
    package mutating func append(_ scan: borrowing TableScan, _ column: Int) throws(SQLiteError) {
      let text = try scan.textBytes(column)
      guard place < places, size + text.count <= UInt32.max, reserve(size + text.count) else { throw .noMemory }
      begin(place)
      place += 1
      if let start = text.baseAddress { (bytes + size).copyMemory(from: start, byteCount: text.count) }
      size += text.count
    }

    /// The column; the places that were not reached stay empty.
    package consuming func finish() -> TextColumn {
      skip(to: places)
      begin(places)
      // Gives back what was taken in advance; where that fails, the block is good as it is.
      let bytes = realloc(bytes, max(size, 1)) ?? bytes
      let column = TextColumn(
        bytes: bytes.bindMemory(to: UInt8.self, capacity: size),
        starts: starts.bindMemory(to: UInt32.self, capacity: places + 1), count: places)
      discard self
      return column
    }

    private func begin(_ place: Int) {
      starts.storeBytes(of: UInt32(truncatingIfNeeded: size), toByteOffset: 4 * place, as: UInt32.self)
    }

    private mutating func reserve(_ wanted: Int) -> Bool {
      guard wanted > capacity else { return true }
      let larger = max(capacity * 2, wanted)
      guard let grown = realloc(bytes, larger) else { return false }
      (bytes, capacity) = (grown, larger)
      return true
    }
  }
}
