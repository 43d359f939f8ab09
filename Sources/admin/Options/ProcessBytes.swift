import FoundationEssentials

/// The process's arguments and environment to the byte. Swift repairs what is not UTF-8, so a path with a stray byte
/// would name another file, and a broken text would be stored as if it were whole.
///
/// A byte that is not UTF-8 travels through the argument parser as a private-use character and is turned back here.
enum ProcessBytes {
  private static let firstStandIn: UInt32 = 0x10_FE00
  private static let repaired: Character = "\u{FFFD}"

  /// The arguments without the program's name.
  static let arguments: [String] = {
    let plain = Array(CommandLine.arguments.dropFirst())
    guard plain.contains(where: { $0.contains(repaired) }) else { return plain }
    let exact = Array(list("/proc/self/cmdline").dropFirst())
    return exact.count == plain.count ? exact.map(standingIn) : plain
  }()

  /// One variable of the environment; nil where it is unset or empty.
  static func environment(_ name: String) -> String? {
    guard let value = ProcessInfo.processInfo.environment[name], !value.isEmpty else { return nil }
    guard value.contains(repaired) else { return value }
    let prefix = Array("\(name)=".utf8)
    let exact = list("/proc/self/environ").first { $0.starts(with: prefix) }
    return exact.map { standingIn(Array($0.dropFirst(prefix.count))) } ?? value
  }

  /// The bytes that the user gave.
  static func bytes(of text: String) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar -> [UInt8] in
      guard (firstStandIn...firstStandIn + 0xFF).contains(scalar.value) else { return Array(String(scalar).utf8) }
      return [UInt8(truncatingIfNeeded: scalar.value)]
    }
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
      if let length, let scalar = String(validating: rest.prefix(length), as: UTF8.self)?.unicodeScalars.first {
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
