import Glibc

/// A growing buffer of bytes that will be hashed or written to a file.
package struct OutputBuffer: ~Copyable {
  private var bytes: UnsafeMutableRawPointer
  private var capacity: Int
  /// The number of bytes in the buffer.
  package private(set) var count = 0

  /// Creates an empty buffer.
  ///
  /// - Parameter capacity: The number of bytes to reserve. The buffer grows when it needs more.
  package init(capacity: Int) {
    self.capacity = max(capacity, 64)
    bytes = .allocate(byteCount: self.capacity, alignment: 16)
  }

  deinit { bytes.deallocate() }

  /// Appends one byte.
  package mutating func append(_ byte: UInt8) {
    reserve(1)
    bytes.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count += 1
  }

  /// Appends the bytes of another buffer.
  package mutating func append(_ other: UnsafeBufferPointer<UInt8>) {
    guard let start = other.baseAddress else { return }
    reserve(other.count)
    (bytes + count).copyMemory(from: start, byteCount: other.count)
    count += other.count
  }

  /// Appends a byte, a number in decimal digits, and another byte.
  package mutating func append(_ first: UInt8, decimal value: Int, _ last: UInt8) {
    append(first)
    if value < 0 { append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    if rest >= 100_000_000 {
      for digit in "\(rest / 100_000_000)".utf8 { append(digit) }
      rest = rest % 100_000_000 + 100_000_000
    }
    append(upToNineDigits: UInt32(truncatingIfNeeded: rest))
    append(last)
  }

  /// Appends a number of up to eight digits, or the last eight digits of a nine-digit number. The digits are assembled
  /// in a register and stored in one step.
  private mutating func append(upToNineDigits number: UInt32) {
    var (rest, digits, length) = (number, UInt64(0), 0)
    while length < 8, rest > 0 || length == 0 {
      digits = digits << 8 | UInt64(0x30 + rest % 10)
      rest /= 10
      length += 1
    }
    reserve(8)
    bytes.storeBytes(of: digits.littleEndian, toByteOffset: count, as: UInt64.self)
    count += length
  }

  /// Calls `body` with all bytes, then empties the buffer and keeps its memory.
  package mutating func empty(_ body: (UnsafeRawBufferPointer) -> Void) {
    body(UnsafeRawBufferPointer(start: bytes, count: count))
    count = 0
  }

  private mutating func reserve(_ more: Int) {
    guard count + more > capacity else { return }
    let larger = max(2 * capacity, count + more)
    let grown = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 16)
    grown.copyMemory(from: bytes, byteCount: count)
    bytes.deallocate()
    (bytes, capacity) = (grown, larger)
  }
}
