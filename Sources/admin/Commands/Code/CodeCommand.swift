import ArgumentParser
import Registry

/// `admin code …`
struct CodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "code", abstract: "List, show, add, edit, deprecate and retire codes.",
    subcommands: [CodeList.self, CodeShow.self, CodeAdd.self, CodeEdit.self, CodeDeprecate.self, CodeRetire.self])
}

extension StatusCode {
  /// Returns the JSON members of the code without its translations, as every command prints them.
  func members(revision: Int) -> [String: JSON] {
    members.merging(["code": .integer(number), "revision": .integer(revision)]) { _, new in new }
  }
}

extension SharedOptions {
  /// Edits one code as one operation and prints the result.
  func editCode(
    _ name: String, as intent: OperationIntent, ifRevision revision: Int?, verb: String,
    in store: RegistryStore? = nil, _ body: (inout StatusCode) throws(RegistryError) -> Void
  ) throws {
    let result = try (store ?? editing()).edit(as: intent) { (editor) throws(RegistryError) in
      try editor.editCode(name, ifRevision: revision, body)
    }
    try printCode(result, isDryRun: intent.isDryRun, verb: verb)
  }

  func printCode(
    _ result: EditResult<Revised<StatusCode>>, isDryRun: Bool, verb: String, members: [String: JSON] = [:]
  ) throws {
    let (code, revision) = (result.value.value, result.value.revision)
    try console.print(
      WriteReport(
        result, sentence: result.sentence("\(code.number) \(code.symbol)", verb: verb, isDryRun: isDryRun),
        cells: [
          .cell("code", .integer(code.number)), .cell("symbol", .string(code.symbol)),
          .cell("state", .string(code.state.rawValue)), .cell("revision", .integer(revision)),
        ], row: code.members(revision: revision).merging(members) { _, new in new }, isDryRun: isDryRun))
  }
}
