import FoundationEssentials
import Glibc
import Registry

/// A file in a folder of its own that the user's editor is opened on. The folder goes with `discard`; until then what was
/// typed is safe.
struct EditorSession {
  private let folder: URL
  private let file: URL

  /// Where the file is, for messages.
  var path: String { file.path }

  /// The largest file that is read back, in bytes.
  private static let sizeLimit = 1_048_576

  /// Makes the folder, which nobody else can look into.
  init(name: String) throws {
    let parent = URL(filePath: ProcessBytes.environment("TMPDIR") ?? "/tmp")
    folder = parent.appending(path: "admin-" + String(UInt64.random(in: .min ... .max), radix: 36))
    file = folder.appending(path: name)
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw CommandFailure(
        code: "input-output", message: "No folder for the editor's file can be made in \(parent.path).",
        hint: "Set TMPDIR to a folder that you may write to.", exit: 8)
    }
  }

  /// Writes the file, opens the editor on it, waits, and gives what it left.
  func edit(_ text: String) throws -> String {
    do {
      try Data(text.utf8).write(to: file)
    } catch {
      throw CommandFailure(
        code: "input-output", message: "The editor's file \(path) cannot be written.", hint: nil, exit: 8)
    }
    let command = try Self.command()
    guard system("\(command) '\(path.replacing("'", with: "'\\''"))'") == 0 else {
      let isUnchanged = (try? Data(contentsOf: file)) == Data(text.utf8)
      if isUnchanged { discard() }
      throw CommandFailure(
        code: "editor-failed",
        message: "The editor '\(command)' failed or was left with an error; nothing was changed.",
        hint: isUnchanged ? nil : "What it left is in \(path).", exit: 1)
    }
    guard let data = try? Data(contentsOf: file) else {
      throw CommandFailure(
        code: "editor-failed", message: "The editor took its file \(path) away; nothing was changed.", hint: nil,
        exit: 1)
    }
    guard data.count <= Self.sizeLimit else {
      throw TranslationDocument.Refusal(message: "The file is longer than \(Self.sizeLimit) bytes.")
    }
    do {
      return try TextRules.decode(Array(data))
    } catch {
      throw TranslationDocument.Refusal(message: error.message)
    }
  }

  /// Removes the folder with everything that the editor put there.
  func discard() { try? FileManager.default.removeItem(at: folder) }

  /// The user's editor; a shell runs it, so that it can carry arguments, as in git.
  private static func command() throws -> String {
    for name in ["VISUAL", "EDITOR"] {
      if let command = ProcessBytes.environment(name) { return command }
    }
    guard isatty(STDIN_FILENO) != 0 else {
      throw CommandFailure(
        code: "editor-failed", message: "Nobody can type here, and neither VISUAL nor EDITOR names an editor.",
        hint: "Use 'admin translation set'.", exit: 1)
    }
    // Debian's own choice, where there is one.
    return access("/usr/bin/editor", X_OK) == 0 ? "editor" : "vi"
  }
}
