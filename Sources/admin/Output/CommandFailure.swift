import ArgumentParser
import Glibc
import Registry

/// The error of a command: its message for standard error, and its exit code.
struct CommandFailure: Error {
  let code: String
  let message: String
  let hint: String?
  let exit: Int32
  /// The texts on all sides of a conflict.
  let conflict: RegistryError.TextConflict?
  /// The refused lines of an import.
  let lines: [RegistryError.RefusedLine]
  /// The rows that an undo or redo did not change.
  let conflicts: [ReversalConflict]
  /// The problems that prevent a release.
  let findings: [Finding]
  /// The texts of an editor that were not stored.
  let texts: [EditConflict]
  /// Whether the command has stored a part of its edits.
  var hasStored = false

  /// Creates a failure from an error; nil when `error` only requests a help screen or a completion script.
  init?(_ error: any Error, usageOf root: any ParsableCommand.Type) {
    if let failure = error as? CommandFailure {
      self = failure
    } else if let error = error as? RegistryError {
      self.init(error)
    } else {
      guard !root.exitCode(for: error).isSuccess else { return nil }
      // The last line of ArgumentParser's message refers to the help of the subcommand that was used.
      let pointer = root.fullMessage(for: error).split(separator: "\n").last?.drop { $0 == " " }
      var message = root.message(for: error)
      if let last = message.last, !".?!".contains(last) { message += "." }
      self.init(code: "usage", message: message, hint: pointer.map(String.init), exit: 64)
    }
  }

  init(
    code: String, message: String, hint: String?, exit: Int32, conflict: RegistryError.TextConflict? = nil,
    lines: [RegistryError.RefusedLine] = [], conflicts: [ReversalConflict] = [],
    findings: [Finding] = [], texts: [EditConflict] = []
  ) {
    self.code = code
    self.message = message
    self.hint = hint
    self.exit = exit
    self.conflict = conflict
    self.lines = lines
    self.conflicts = conflicts
    self.findings = findings
    self.texts = texts
  }

  /// Creates a failure from an error of the library.
  ///
  /// - Parameters:
  ///   - error: The error.
  ///   - hint: An alternative to the error's remedy.
  init(_ error: RegistryError, hint: String? = nil) {
    self.init(
      code: error.code.description, message: error.message, hint: hint ?? error.remedy?.advice,
      exit: error.code.kind.exitCode, conflict: error.conflict, lines: error.lines, findings: error.findings)
  }

  /// Prints the message and then the texts that it refers to, or one JSON document with the notes of the command.
  func report(asJSON: Bool) {
    if asJSON {
      var members: [String: JSON] = [
        "code": .string(code), "message": .string(message), "hint": .init(hint), "exit": .integer(Int(exit)),
      ]
      members.merge(conflict?.members ?? [:]) { _, new in new }
      if !lines.isEmpty { members["rows"] = .array(lines.map(\.json)) }
      if !conflicts.isEmpty { members["conflicts"] = .array(conflicts.map(\.json)) }
      if !texts.isEmpty { members["texts"] = .array(texts.map(\.json)) }
      if !findings.isEmpty { members["findings"] = .array(findings.map(\.json)) }
      Console.writeError(JSON.object(["error": .object(members)].merging(Notes.take()) { error, _ in error }))
      return
    }
    var text: SafeText = "error: \([message, hint].compactMap(\.self).joined(separator: " "))\n"
    let isBlind = code == RegistryError.Code.replacesAcceptedText.description
    text += conflict?.lines(indented: 2, isBlind: isBlind) ?? ""
    for edit in texts where texts.count > 1 {
      text += "  \(edit.error.line)\n"
      text += edit.error.conflict?.lines(indented: 4) ?? ""
    }
    for cause in RefusalCause.all(of: lines) {
      text += "  \(cause.place): \(cause.text)\n"
      text += cause.conflict?.lines(indented: 4, isBlind: cause.isBlind) ?? ""
    }
    // The message of a failed check is that of its first finding.
    let isCheck = code == RegistryError.Code.checkFailed.description
    for finding in findings.dropFirst(isCheck ? 1 : 0) { text += "  \(finding.message)\n" }
    for conflict in conflicts { text += conflict.lines(isolated: isatty(STDERR_FILENO) != 0) }
    Console.writeError(text)
  }
}

extension RegistryError.RefusedLine {
  /// The message and the advice on one line. The advice about conflicts is given once for all lines.
  var text: String { error.conflict == nil ? error.line : error.message }

  fileprivate var json: JSON {
    let members: [String: JSON] = [
      "line": .integer(line), "code": .string(error.code.description), "message": .string(text),
    ]
    return .object(members.merging(error.conflict?.members ?? [:]) { _, new in new })
  }
}

extension EditConflict {
  fileprivate var json: JSON {
    let members: [String: JSON] = ["language": .string(language.description), "message": .string(error.message)]
    return .object(members.merging(error.conflict?.members ?? [:]) { _, new in new })
  }
}

extension RegistryError.TextConflict {
  private var sides: [(label: String, text: String?)] { [("base", base), ("theirs", theirs), ("mine", mine)] }

  /// Returns one line for each side of the conflict.
  ///
  /// - Parameters:
  ///   - spaces: The number of spaces before each line.
  ///   - isBlind: Whether the edit names no revision, so that there is no base.
  fileprivate func lines(indented spaces: Int, isBlind: Bool = false) -> SafeText {
    sides.dropFirst(isBlind ? 1 : 0).map { label, text in
      let shown = text.map { SafeText($0, isolated: isatty(STDERR_FILENO) != 0) } ?? "-"
      return "\(String(repeating: " ", count: spaces))\(label):\t\(shown)\n"
    }.joined()
  }

  fileprivate var members: [String: JSON] {
    Dictionary(sides.map { ($0.label, JSON($0.text)) }) { first, _ in first }
  }
}

extension RegistryError.Kind {
  /// The exit code that docs/cli.md specifies.
  fileprivate var exitCode: Int32 {
    switch self {
    case .mismatch: 2
    case .conflict: 3
    case .notFound: 4
    case .busy: 5
    case .foreign: 6
    case .corrupt: 7
    case .inputOutput: 8
    case .invalid: 65
    case .other: 1
    @unknown default: 1
    }
  }
}
