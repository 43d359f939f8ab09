import FoundationEssentials
import Glibc

/// The process's arguments and environment to the byte. Swift repairs what is not UTF-8, so a path with a stray byte
/// would name another file, and a broken text would be stored as if it were whole.
///
/// Where a byte is not UTF-8, it travels through the argument parser as a private-use character, and so does each byte of
/// such a character; `bytes(of:)` turns both back.
enum ProcessBytes {
  private static let firstStandIn: UInt32 = 0x10_FE00
  /// A scalar: as a character, with a mark behind it, it would not be found.
  private static let repaired: Unicode.Scalar = "\u{FFFD}"

  /// The arguments, the program's name among them, and the environment, where Swift had to repair one of them.
  private static let exact: (arguments: [[UInt8]], environment: [[UInt8]])? = {
    // The variables that hold a path or a text.
    let values = ["REGISTRY_DB", "REGISTRY_ACTOR"].compactMap(repairedVariable)
    guard (CommandLine.arguments + values).contains(where: { $0.unicodeScalars.contains(repaired) }) else { return nil }
    let arguments = list("/proc/self/cmdline")
    return arguments.count == CommandLine.arguments.count ? (arguments, list("/proc/self/environ")) : nil
  }()

  /// The arguments without the program's name.
  static let arguments: [String] =
    exact?.arguments.dropFirst().map(standingIn) ?? Array(CommandLine.arguments.dropFirst())

  /// One variable of the environment; nil where it is unset or empty.
  static func environment(_ name: String) -> String? {
    guard let value = repairedVariable(name), !value.isEmpty else { return nil }
    let prefix = Array("\(name)=".utf8)
    let bytes = exact?.environment.first { $0.starts(with: prefix) }
    return bytes.map { standingIn(Array($0.dropFirst(prefix.count))) } ?? value
  }

  /// The bytes that the user gave.
  static func bytes(of text: String) -> [UInt8] {
    guard exact != nil else { return Array(text.utf8) }
    return text.unicodeScalars.flatMap { scalar in
      isStandIn(scalar) ? [UInt8(truncatingIfNeeded: scalar.value)] : Array(String(scalar).utf8)
    }
  }

  /// Not by ProcessInfo, which makes a dictionary of the whole environment each time.
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
