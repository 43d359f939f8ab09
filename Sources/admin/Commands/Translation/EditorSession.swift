import FoundationEssentials
import Glibc
import Registry

/// A file that is edited in the user's editor. It is in a folder of its own, or it was kept by an earlier command. It
/// stays until `discard()`, so that nothing that was typed is lost.
struct EditorSession {
  private let folder: URL
  private let file: URL
  private let isResumed: Bool
  /// The registry, when it is not the one in the current folder.
  private let registry: RegistryPath?

  /// The path of the file, for messages.
  var path: String { file.path }

  /// The size of the largest file that is read back, in bytes.
  static let sizeLimit = 1_048_576

  /// Creates the folder, which only this user can access.
  ///
  /// - Parameters:
  ///   - name: The name of the file.
  ///   - registry: The registry, when it is not the one in the current folder.
  init(name: String, registry: RegistryPath?) throws {
    self.registry = registry
    let parent = URL(filePath: ProcessBytes.environment("TMPDIR") ?? "/tmp")
    folder = parent.appending(path: "admin-" + String(UInt64.random(in: .min ... .max), radix: 36))
    file = folder.appending(path: name)
    isResumed = false
    guard mkdir(folder.path, 0o700) == 0 else {
      throw CommandFailure(
        code: "input-output", message: "Cannot create a folder for the editor's file in \(parent.path).",
        hint: "Set TMPDIR to a folder that you may write to.", exit: 8)
    }
  }

  /// Continues with a file that was kept.
  init(resuming path: RegistryPath, registry: RegistryPath?) {
    self.registry = registry
    file = URL(filePath: String(decoding: path.bytes, as: UTF8.self))
    folder = file.deletingLastPathComponent()
    isResumed = true
  }

  /// The advice to go on with the file.
  var advice: String {
    "What you typed is kept in \(path). To go on: \(resumption)"
  }

  private var resumption: SuggestedCommand {
    SuggestedCommand("translation edit --resume \(ShellWord(path))", registry: registry)
  }

  /// Writes the file whole or not at all, because it can hold what was typed before.
  func write(_ text: String) throws {
    do {
      try Data(text.utf8).write(to: file, options: .atomic)
    } catch {
      throw CommandFailure(
        code: "input-output", message: "The editor's file \(path) cannot be written.", hint: nil, exit: 8)
    }
  }

  /// Writes the file, opens the editor, waits for it, and returns the edited text.
  func edit(_ text: String) throws -> String {
    try write(text)
    let command = try Self.command()
    let status = system("\(command) '\(path.replacing("'", with: "'\\''"))'")
    guard status == 0 else {
      let isUnchanged = (try? Data(contentsOf: file)) == Data(text.utf8)
      if isUnchanged, !isResumed { discard() }
      throw CommandFailure(
        code: "editor-failed",
        message: "The editor '\(command)' failed or was left with an error; nothing was changed.",
        hint: isUnchanged && !isResumed
          ? Self.isNotFound(status) ? "Name an editor that is installed in VISUAL or EDITOR." : nil
          : "What it left is in \(path). To go on: \(resumption)", exit: 1)
    }
    let bytes = try readBack()
    guard bytes.count <= Self.sizeLimit else {
      throw TranslationDocument.Refusal(message: "The file is longer than \(Self.sizeLimit) bytes.")
    }
    do {
      return try TextRules.decode(bytes)
    } catch {
      throw TranslationDocument.Refusal(message: error.message)
    }
  }

  /// Whether a status of `system` is that of a shell which does not find a command.
  private static func isNotFound(_ status: Int32) -> Bool { status >> 8 & 0xFF == 127 }

  /// Returns what the editor left in the file, up to one byte more than the limit.
  private func readBack() throws -> [UInt8] {
    do {
      return try DatabaseFile.read(RegistryPath(path), limit: Self.sizeLimit + 1)
    } catch  where error.code == .fileNotFound {
      throw CommandFailure(
        code: "editor-failed", message: "The editor took its file \(path) away; nothing was changed.", hint: nil,
        exit: 1)
    } catch {
      throw error.withNothingChanged
    }
  }

  /// Removes the folder with all files that the editor created in it. Of a file that was kept, the folder is removed
  /// only when nothing else is in it and it is one of these folders.
  ///
  /// - Parameter isDryRun: Whether nothing was stored; a file that was kept then stays.
  func discard(isDryRun: Bool = false) {
    guard isResumed else {
      try? FileManager.default.removeItem(at: folder)
      return
    }
    if isDryRun { return }
    unlink(path)
    if folder.lastPathComponent.hasPrefix("admin-") { rmdir(folder.path) }
  }

  /// Returns the user's editor. As in git, a shell runs it, so that it can have arguments.
  private static func command() throws -> String {
    for name in ["VISUAL", "EDITOR"] {
      if let command = ProcessBytes.environment(name) { return command }
    }
    guard isatty(STDIN_FILENO) != 0 else {
      throw CommandFailure(
        code: "editor-failed", message: "There is no terminal, and neither VISUAL nor EDITOR names an editor.",
        hint: "Use \(SuggestedCommand("translation set").quoted).", exit: 1)
    }
    // Debian's default editor, when it is installed.
    return access("/usr/bin/editor", X_OK) == 0 ? "editor" : "vi"
  }
}
