import ArgumentParser
import Glibc
import Registry

/// Why a command ends without success: what goes to standard error, and the exit code.
struct CommandFailure: Error {
  let code: String
  let message: String
  let hint: String?
  let exit: Int32
  var quotations: [RegistryError.Quotation] = []

  /// What `error` means for the caller; nil where it is no failure but a help screen or a completion script.
  init?(_ error: any Error, usageOf root: any ParsableCommand.Type) {
    if let failure = error as? CommandFailure {
      self = failure
    } else if let error = error as? RegistryError {
      self.init(
        code: error.code.description, message: error.message, hint: error.hint, exit: error.code.kind.exitCode,
        quotations: error.quotations)
    } else {
      guard !root.exitCode(for: error).isSuccess else { return nil }
      // The library's last line says where to read about the very command that was meant.
      let pointer = root.fullMessage(for: error).split(separator: "\n").last?.drop { $0 == " " }
      self.init(
        code: "usage", message: root.message(for: error), hint: pointer.map(String.init), exit: 64)
    }
  }

  init(
    code: String, message: String, hint: String?, exit: Int32, quotations: [RegistryError.Quotation] = []
  ) {
    self.code = code
    self.message = message
    self.hint = hint
    self.exit = exit
    self.quotations = quotations
  }

  /// One line, then the texts that it is about; or one JSON document.
  func report(asJSON: Bool) {
    if asJSON {
      var members: [String: JSON] = [
        "code": .string(code), "message": .string(message), "hint": .init(hint), "exit": .integer(Int(exit)),
      ]
      for quotation in quotations { members[quotation.label] = .init(quotation.text) }
      Console.writeError(JSON.object(["error": .object(members)]).document)
      return
    }
    var lines = "error: " + Terminal.sanitized([message, hint].compactMap(\.self).joined(separator: " ")) + "\n"
    for quotation in quotations {
      let text = quotation.text.map { Terminal.shown($0, isolated: isatty(STDERR_FILENO) != 0) } ?? "-"
      lines += "  \(quotation.label):\t\(text)\n"
    }
    Console.writeError(lines)
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
