import Glibc
import Registry

/// Reads standard input.
enum StandardInput {
  /// Reads one text. A longer input than the longest text with its line break is an error, and the rest is not read.
  static func line() throws -> String {
    let limit = 4 * TextRules.maximumLength + 2
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: limit + 1)
    while bytes.count <= limit {
      let count = try read(STDIN_FILENO, into: &buffer)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    guard bytes.count <= limit else {
      throw CommandFailure(
        code: "invalid-text", message: "The text is longer than \(TextRules.maximumLength) characters.", hint: nil,
        exit: 65)
    }
    // The line break at the end is not part of the text.
    if bytes.last == 0x0A { bytes.removeLast() }
    if bytes.last == 0x0D { bytes.removeLast() }
    return try TextRules.decode(bytes)
  }

  /// Reads a text of several lines. What is longer than the limit, in bytes, is not read.
  static func text(limit: Int) throws -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < limit {
      let count = try read(STDIN_FILENO, into: &buffer)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return try TextRules.decode(bytes)
  }

  /// Reads the next bytes of a descriptor and returns their number, which is 0 at the end.
  static func read(_ descriptor: Int32, into buffer: inout [UInt8]) throws(RegistryError) -> Int {
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw .unreadable(String(cString: strerror(errno))) }
    }
  }
}
