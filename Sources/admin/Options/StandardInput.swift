import Glibc
import Registry

/// What is piped in.
enum StandardInput {
  /// One text: at most the longest one and its line break; more is refused without reading it.
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
    // The line break that ends the last line is the file's, not the text's.
    if bytes.last == 0x0A { bytes.removeLast() }
    if bytes.last == 0x0D { bytes.removeLast() }
    return try TextRules.decode(bytes)
  }

  /// The next bytes of a descriptor; 0 at its end.
  static func read(_ descriptor: Int32, into buffer: inout [UInt8]) throws(RegistryError) -> Int {
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw .unreadable(String(cString: strerror(errno))) }
    }
  }
}
