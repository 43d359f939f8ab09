import FoundationEssentials
import Glibc

/// The exact bytes of the process's arguments and environment.
///
/// Swift repairs invalid UTF-8 in them. A path with an invalid byte would then name another file, and an invalid text
/// would be stored in its repaired form.
///
/// So each invalid byte is passed through the argument parser as a private-use character. Private-use characters in the
/// input are encoded in the same way, byte by byte. `bytes(of:)` decodes both.
enum ProcessBytes {
  private static let firstStandIn: UInt32 = 0x10_FE00
  /// The replacement character. It is a scalar, because a Character with a combining mark after it would not be found.
  private static let repaired: Unicode.Scalar = "\u{FFFD}"

  /// The bytes of the arguments, with the program's name, and of the environment; nil when Swift did not repair any of
  /// them.
  private static let exact: (arguments: [[UInt8]], environment: [[UInt8]])? = {
    // These variables contain a path or a text.
    let values = ["REGISTRY_DB", "REGISTRY_ACTOR"].compactMap(repairedVariable)
    guard (CommandLine.arguments + values).contains(where: { $0.unicodeScalars.contains(repaired) }) else { return nil }
    let arguments = list("/proc/self/cmdline")
    return arguments.count == CommandLine.arguments.count ? (arguments, list("/proc/self/environ")) : nil
  }()

  /// The arguments without the program's name.
  static let arguments: [String] =
    exact?.arguments.dropFirst().map(standingIn) ?? Array(CommandLine.arguments.dropFirst())

  /// Returns an environment variable; nil when it is unset or empty.
  static func environment(_ name: String) -> String? {
    guard let value = repairedVariable(name), !value.isEmpty else { return nil }
    let prefix = Array("\(name)=".utf8)
    let bytes = exact?.environment.first { $0.starts(with: prefix) }
    return bytes.map { standingIn(Array($0.dropFirst(prefix.count))) } ?? value
  }

  /// Returns the bytes that the user typed.
  static func bytes(of text: String) -> [UInt8] {
    guard exact != nil else { return Array(text.utf8) }
    return text.unicodeScalars.flatMap { scalar in
      isStandIn(scalar) ? [UInt8(truncatingIfNeeded: scalar.value)] : Array(String(scalar).utf8)
    }
  }

  /// Returns an environment variable as Swift repairs it. ProcessInfo is not used, because it creates a dictionary of
  /// the whole environment each time.
  private static func repairedVariable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  private static func isStandIn(_ scalar: Unicode.Scalar) -> Bool {
    (firstStandIn...firstStandIn + 0xFF).contains(scalar.value)
  }

  private static func list(_ path: String) -> [[UInt8]] {
    guard let data = try? Data(contentsOf: URL(filePath: path)) else { return [] }
    return data.split(separator: 0, omittingEmptySubsequences: false).dropLast().map(Array.init)
  }

  private static func standingIn(_ bytes: [UInt8]) -> String {
    var text = String.UnicodeScalarView()
    var rest = bytes[...]
    while let byte = rest.first {
      let length = (1...4).first { String(validating: rest.prefix($0), as: UTF8.self) != nil }
      if let length, let scalar = String(validating: rest.prefix(length), as: UTF8.self)?.unicodeScalars.first,
        !isStandIn(scalar)
      {
        text.append(scalar)
        rest = rest.dropFirst(length)
      } else {
        if let standIn = Unicode.Scalar(firstStandIn + UInt32(byte)) { text.append(standIn) }
        rest = rest.dropFirst()
      }
    }
    return String(text)
  }
}
