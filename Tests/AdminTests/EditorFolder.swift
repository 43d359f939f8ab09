import Foundation
import RegistryTestSupport
import Testing

/// A folder with its own registry, and an editor that is a line of bash.
struct EditorFolder {
  let admin: AdminFolder

  /// Creates a folder whose `editor` is this line of bash: `$1` is the file.
  init(_ line: String) throws {
    admin = try AdminFolder()
    try FileManager.default.createDirectory(atPath: admin.folder.file("tmp"), withIntermediateDirectories: false)
    try use(line)
  }

  /// Replaces the editor.
  func use(_ line: String) throws {
    let script = """
      cd '\(admin.path)'; cp "$1" seen
      admin() { '\(try Command.products)/admin' "$@"; }
      \(line)
      """
    try admin.write(Array(script.utf8), to: "editor")
  }

  var environment: [String: String?] {
    ["VISUAL": "bash \(admin.folder.file("editor"))", "TMPDIR": admin.folder.file("tmp")]
  }

  func edit(_ arguments: String...) throws -> Command.Result {
    try admin.run(["translation", "edit"] + arguments, environment: environment)
  }

  /// Returns the content of the file as the editor saw it last.
  func seen() throws -> String { String(decoding: try admin.bytes("seen"), as: UTF8.self) }

  /// Whether the editor was opened.
  var wasOpened: Bool { FileManager.default.fileExists(atPath: admin.folder.file("seen")) }

  /// Returns the names of the folders that the editor's files are kept in.
  func kept() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: admin.folder.file("tmp"))
  }

  /// Returns the path of the kept file that a message names.
  func keptFile(in result: Command.Result) throws -> String {
    String(try #require(result.error.firstMatch(of: /kept in (\S+\.txt)/)).1)
  }

  /// Returns the stored text of 1402 in a language.
  func text(_ language: String) throws -> String {
    try admin.sql("SELECT text FROM message WHERE code = 1402 AND language = '\(language)'")
      .trimmingCharacters(in: .newlines)
  }
}
