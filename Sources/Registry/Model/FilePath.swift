/// A file's path as the operating system has it: bytes, not necessarily UTF-8.
public struct FilePath: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The path's bytes, without a terminating NUL.
  public let bytes: [UInt8]

  /// A path from its bytes; one that holds a NUL is refused when it is used.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// A path from its UTF-8 text.
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// A path from its UTF-8 text.
  public init(stringLiteral text: String) { self.init(text) }

  /// The path of `name` in this folder.
  public func appending(_ name: String) -> FilePath {
    let separator = bytes.isEmpty || bytes.last == UInt8(ascii: "/") ? "" : "/"
    return FilePath(bytes: bytes + separator.utf8 + name.utf8)
  }

  /// The path with `suffix` behind its last part.
  public func suffixed(_ suffix: String) -> FilePath { FilePath(bytes: bytes + suffix.utf8) }

  /// What follows the last slash.
  public var lastComponent: FilePath {
    FilePath(bytes: Array(bytes[(bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...]))
  }

  /// What precedes the last slash; `.` where there is none.
  public var folder: FilePath {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return FilePath(bytes: slash == 0 ? Array("/".utf8) : Array(bytes[..<slash]))
  }

  /// The path for people: line breaks, other controls and bytes that are not UTF-8 are escaped, so it stays one line.
  public var description: String {
    var shown = ""
    var rest = bytes[...]
    while !rest.isEmpty {
      // The longest valid run first; then one escaped byte.
      var length = min(4, rest.count)
      while length > 0, String(validating: rest.prefix(length), as: UTF8.self)?.unicodeScalars.count != 1 {
        length -= 1
      }
      if length > 0, let scalar = String(validating: rest.prefix(length), as: UTF8.self)?.unicodeScalars.first {
        shown += scalar.isControlForDisplay ? scalar.escapedForDisplay : String(scalar)
        rest = rest.dropFirst(length)
      } else {
        shown += "\\x" + hexadecimal(rest.removeFirst())
      }
    }
    return shown
  }
}

private func hexadecimal(_ byte: UInt8) -> String {
  (byte < 16 ? "0" : "") + String(byte, radix: 16)
}
