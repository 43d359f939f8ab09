import ArgumentParser
import Registry

/// `admin code …`
struct CodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "code", abstract: "List, show, add, edit, deprecate and retire codes.",
    subcommands: [CodeList.self, CodeShow.self, CodeAdd.self, CodeEdit.self, CodeDeprecate.self, CodeRetire.self])
}

extension JSON {
  /// A code as every command prints it, without its translations.
  static func code(_ code: StatusCode, revision: Int) -> [String: JSON] {
    [
      "code": .integer(code.code), "symbol": .string(code.symbol), "category": .string(code.category),
      "state": .string(code.state.rawValue), "replaced_by": .init(code.replacedBy),
      "http_status": .init(code.httpStatus), "retryable": .init(code.isRetryable),
      "description": .init(code.description), "revision": .integer(revision),
    ]
  }
}

extension SharedOptions {
  /// Edits one code as one operation and prints what came of it.
  func editCode(
    _ name: String, as intent: OperationIntent, ifRevision revision: Int?, verb: String,
    _ body: @Sendable @escaping (inout StatusCode) throws(RegistryError) -> Void
  ) throws {
    let outcome = try editing().edit(as: intent) { (editor) throws(RegistryError) in
      try editor.editCode(name, ifRevision: revision, body)
    }
    try printCode(outcome, isDryRun: intent.isDryRun, verb: verb)
  }

  func printCode(_ outcome: EditOutcome<StatusCode>, isDryRun: Bool, verb: String) throws {
    let code = outcome.value
    // Of an unchanged code, or in a dry run, the row's own.
    let revision = outcome.operation ?? (try? reading().code("\(code.code)"))?.revision
    let members = JSON.code(code, revision: revision ?? 0)
    try console.print(
      outcome.sentence("\(code.code) \(code.symbol)", verb: verb, isDryRun: isDryRun),
      row: ["\(code.code)", code.symbol, code.state.rawValue, revision.map { "\($0)" }, "\(outcome.isChanged)"],
      json: outcome.json(members, isDryRun: isDryRun))
  }
}
