/// The path of a file as the operating system stores it: bytes that need not be UTF-8.
public struct RegistryPath: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The bytes of the path, without a NUL at the end.
  public let bytes: [UInt8]

  /// Creates a path from its bytes. A path that contains a NUL is refused when it is used.
  public init(bytes: [UInt8]) { self.bytes = bytes }

  /// Creates a path from a string.
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// Creates a path from a string literal.
  public init(stringLiteral text: String) { self.init(text) }

  /// Returns the path of a file in this folder.
  public func appending(_ name: String) -> RegistryPath {
    let separator = bytes.isEmpty || bytes.last == UInt8(ascii: "/") ? "" : "/"
    return RegistryPath(bytes: bytes + separator.utf8 + name.utf8)
  }

  /// Returns the path with a suffix after its last component.
  public func suffixed(_ suffix: String) -> RegistryPath { RegistryPath(bytes: bytes + suffix.utf8) }

  /// The component after the last slash.
  public var lastComponent: RegistryPath {
    RegistryPath(bytes: Array(bytes[(bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...]))
  }

  /// The path before the last slash; `.` when there is no slash.
  public var folder: RegistryPath {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return RegistryPath(bytes: slash == 0 ? Array("/".utf8) : Array(bytes[..<slash]))
  }

  /// The path for people, on one line: line breaks, other control characters and bytes that are not UTF-8 are escaped.
  public var description: String {
    var shown = ""
    var rest = bytes[...]
    while !rest.isEmpty {
      // Take one valid scalar of up to four bytes, or escape one byte.
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
