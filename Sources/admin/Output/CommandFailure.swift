import ArgumentParser
import Glibc
import Registry

/// Why a command ends without success: what goes to standard error, and the exit code.
struct CommandFailure: Error {
  let code: String
  let message: String
  let hint: String?
  let exit: Int32
  let quotations: [RegistryError.Quotation]
  /// The lines of an import that were refused.
  let rows: [RegistryError.Row]
  /// The rows that an undo left alone.
  let conflicts: [ReversalConflict]
  /// What keeps a release from being made.
  let findings: [Finding]

  /// What `error` means for the caller; nil where it is no failure but a help screen or a completion script.
  init?(_ error: any Error, usageOf root: any ParsableCommand.Type) {
    if let failure = error as? CommandFailure {
      self = failure
    } else if let error = error as? RegistryError {
      self.init(
        code: error.code.description, message: error.message, hint: error.hint, exit: error.code.kind.exitCode,
        quotations: error.quotations, rows: error.rows, findings: error.findings)
    } else {
      guard !root.exitCode(for: error).isSuccess else { return nil }
      // The library's last line says where to read about the very command that was meant.
      let pointer = root.fullMessage(for: error).split(separator: "\n").last?.drop { $0 == " " }
      self.init(
        code: "usage", message: root.message(for: error), hint: pointer.map(String.init), exit: 64)
    }
  }

  init(
    code: String, message: String, hint: String?, exit: Int32, quotations: [RegistryError.Quotation] = [],
    rows: [RegistryError.Row] = [], conflicts: [ReversalConflict] = [],
    findings: [Finding] = []
  ) {
    self.code = code
    self.message = message
    self.hint = hint
    self.exit = exit
    self.quotations = quotations
    self.rows = rows
    self.conflicts = conflicts
    self.findings = findings
  }

  /// A refusal with another way to go on.
  init(_ error: RegistryError, hint: String) {
    self.init(
      code: error.code.description, message: error.message, hint: hint, exit: error.code.kind.exitCode,
      quotations: error.quotations, rows: error.rows)
  }

  /// One line, then the texts that it is about; or one JSON document.
  func report(asJSON: Bool) {
    if asJSON {
      var members: [String: JSON] = [
        "code": .string(code), "message": .string(message), "hint": .init(hint), "exit": .integer(Int(exit)),
      ]
      members.merge(quotations.members) { _, new in new }
      if !rows.isEmpty {
        members["rows"] = .array(
          rows.map { row in
            let refusal: [String: JSON] = [
              "line": .integer(row.line), "code": .string(row.code.description), "message": .string(row.message),
            ]
            return .object(refusal.merging(row.quotations.members) { _, new in new })
          })
      }
      if !conflicts.isEmpty { members["conflicts"] = .array(conflicts.map(\.json)) }
      if !findings.isEmpty { members["findings"] = .array(findings.map(\.json)) }
      Console.writeError(JSON.object(["error": .object(members)]).document)
      return
    }
    var lines = "error: " + Terminal.sanitized([message, hint].compactMap(\.self).joined(separator: " ")) + "\n"
    lines += quotations.lines(indented: 2)
    for row in rows {
      lines += "  line \(row.line): \(Terminal.sanitized(row.message))\n" + row.quotations.lines(indented: 4)
    }
    for finding in findings { lines += "  \(Terminal.sanitized(finding.message))\n" }
    for conflict in conflicts { lines += conflict.lines(isolated: isatty(STDERR_FILENO) != 0) }
    Console.writeError(lines)
  }
}

extension [RegistryError.Quotation] {
  /// One line each.
  fileprivate func lines(indented spaces: Int) -> String {
    map { quotation in
      let text = quotation.text.map { Terminal.shown($0, isolated: isatty(STDERR_FILENO) != 0) } ?? "-"
      return String(repeating: " ", count: spaces) + "\(quotation.label):\t\(text)\n"
    }.joined()
  }

  fileprivate var members: [String: JSON] {
    Dictionary(map { ($0.label, JSON($0.text)) }) { first, _ in first }
  }
}

extension RegistryError.Kind {
  /// The exit codes of docs/cli.md.
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
    }
  }
}
