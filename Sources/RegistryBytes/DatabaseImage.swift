import Glibc

/// The bytes of a whole database file, in memory that never moves.
///
/// The bytes are checked, hashed and read by SQLite in place. Nothing is copied, and the bytes that were checked are
/// the bytes that are used.
package final class DatabaseImage: Sendable {
  // `nonisolated(unsafe)`: only `init` writes the bytes, before any other thread can see the image.
  nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  private let capacity: Int

  /// The number of zero bytes after the image. A reader of a damaged page may read a few bytes past the end.
  private static let padding = 64

  /// Creates an image and lets `fill` write its bytes.
  ///
  /// - Parameters:
  ///   - capacity: The largest size of the image, in bytes.
  ///   - fill: Writes the bytes to the memory that it receives, and returns how many it wrote.
  /// - Throws: The error of `fill`; ``FileError`` with `ENOMEM` when the memory cannot be allocated.
  init(capacity: Int, _ fill: (UnsafeMutableRawBufferPointer) throws(FileError) -> Int) throws(FileError) {
    // MAP_POPULATE maps all pages at once: thousands of page faults would take longer than reading the file.
    let memory = mmap(
      nil, capacity + Self.padding, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0)
    guard let memory, memory != MAP_FAILED else { throw .noMemory }
    self.capacity = capacity
    do {
      let count = try fill(UnsafeMutableRawBufferPointer(start: memory, count: capacity))
      bytes = UnsafeRawBufferPointer(start: memory, count: count)
    } catch {
      munmap(memory, capacity + Self.padding)
      throw error
    }
  }

  /// Creates an image from a copy of an array.
  ///
  /// - Throws: ``FileError`` with `ENOMEM` when the memory cannot be allocated.
  package convenience init(_ array: [UInt8]) throws(FileError) {
    try self.init(capacity: array.count) { (memory) throws(FileError) in
      memory.copyBytes(from: array)
      return array.count
    }
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), capacity + Self.padding) }

  /// The size of the image in bytes.
  package var count: Int { bytes.count }

  /// The first 100 bytes of the image, or all of them when there are fewer.
  package var header: [UInt8] { Array(bytes.prefix(100)) }

  /// The start of the bytes, for `sqlite3_deserialize`. Its parameter is a mutable pointer, but with
  /// `SQLITE_DESERIALIZE_READONLY` SQLite never writes to it.
  package var mutableStart: UnsafeMutablePointer<UInt8>? {
    UnsafeMutableRawPointer(mutating: bytes.baseAddress)?.assumingMemoryBound(to: UInt8.self)
  }

  /// Calls `body` with all bytes of the image.
  ///
  /// - Parameter body: A closure that must not keep the pointer after it returns.
  /// - Returns: The result of `body`.
  package func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    body(bytes)
  }
}
