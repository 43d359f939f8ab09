import FoundationEssentials
import Glibc

/// Writes Swift source that contains the seed and the migrations as string literals, byte for byte.
///
/// Usage: `embed-sql OUTPUT SEED MIGRATION…`. When a file name, a version number or a text breaks a rule, the build
/// fails with one line that states the rule.
@main
enum EmbedSQL {
  /// A broken rule.
  struct Refusal: Error { let message: String }

  static func main() {
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      guard arguments.count >= 2 else { throw Refusal(message: "usage: embed-sql OUTPUT SEED MIGRATION…") }
      let source = try source(seed: arguments[1], migrations: Array(arguments.dropFirst(2)))
      try Data(source.utf8).write(to: URL(filePath: arguments[0]), options: .atomic)
    } catch let refusal as Refusal {
      fail(refusal.message)
    } catch {
      fail("\(error)")
    }
  }

  /// Returns the Swift source for the given files.
  static func source(seed: String, migrations: [String]) throws -> String {
    var lines = ["enum EmbeddedSQL {", "  static let migrations: [Migration] = ["]
    for (index, path) in migrations.sorted(by: { name($0) < name($1) }).enumerated() {
      let (version, verb) = try parse(name(path))
      guard version == index + 1 else {
        throw Refusal(
          message: "\(path): migrations are numbered 0001, 0002, … without gap or duplicate; "
            + "expected \(fourDigits(index + 1)), found \(fourDigits(version))")
      }
      let sql = try text(path)
      guard sql.hasPrefix("-- ") else {
        throw Refusal(message: "\(path): the first line of a migration says why it exists: '-- Why: …'")
      }
      lines.append("    Migration(version: \(version), name: \"\(verb)\", sql: \(literal(sql))),")
    }
    lines += ["  ]", "  static let seed = \(literal(try text(seed)))", "}", ""]
    return lines.joined(separator: "\n")
  }

  /// Splits a file name such as `0001_create_history.sql` into the version 1 and the name `create_history`.
  static func parse(_ file: String) throws -> (version: Int, name: String) {
    let refusal = Refusal(
      message: "migrations/\(file): a migration is named NNNN_verb_object.sql: four digits, then lower-case words "
        + "joined by '_', such as 0002_create_catalog.sql")
    guard file.hasSuffix(".sql") else { throw refusal }
    let stem = file.dropLast(4)
    let digits = stem.prefix(4)
    guard digits.count == 4, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let version = Int(digits),
      stem.dropFirst(4).first == "_"
    else { throw refusal }
    let words = stem.dropFirst(5).split(separator: "_", omittingEmptySubsequences: false)
    guard words.count >= 2, words.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isWordByte) }) else { throw refusal }
    return (version, String(stem.dropFirst(5)))
  }

  /// Reads a text file. A character that a raw Swift literal or a checksum would not preserve is an error and is never
  /// converted.
  static func text(_ path: String) throws -> String {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Refusal(message: "\(path): not UTF-8") }
    guard bytes.allSatisfy({ $0 == 0x0A || $0 == 0x09 || $0 >= 0x20 && $0 != 0x7F }) else {
      throw Refusal(message: "\(path): SQL files end their lines with LF and hold no control characters")
    }
    return text
  }

  static func literal(_ text: String) -> String {
    var pounds = "#"
    while text.contains("\"\"\"" + pounds) || text.contains("\\" + pounds) { pounds += "#" }
    return "\(pounds)\"\"\"\n\(text)\n\"\"\"\(pounds)"
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  static func fourDigits(_ number: Int) -> String {
    String(repeating: "0", count: max(0, 4 - "\(number)".count)) + "\(number)"
  }

  static func name(_ path: String) -> String { URL(filePath: path).lastPathComponent }

  static func fail(_ message: String) -> Never {
    let line = Array("error: \(message)\n".utf8)
    _ = write(STDERR_FILENO, line, line.count)
    exit(1)
  }
}
