import ArgumentParser
import Registry

/// Removes a term.
struct TermRemove: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove a term with its words in all languages.")

  @Argument(help: "The term in English, in any case.", completion: .terms)
  var term: TextArgument

  @OptionGroup var confirmation: Confirmation
  @OptionGroup var revision: RevisionOption
  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let (store, name) = (try shared.editing(), try term.text())
    let source = try store.read { try $0.term(named: name).value.source }
    try confirmation.confirm("Remove the term \(source)?", in: shared, isDryRun: write.dryRun)
    let result = try store.edit(as: try write.intent("term remove")) {
      [ifRevision = revision.ifRevision] (editor) throws(RegistryError) in
      try editor.removeTerm(name, ifRevision: ifRevision)
    }
    try shared.console.print(
      WriteReport(
        result, sentence: result.sentence("The term \(source)", verb: "removed", isDryRun: write.dryRun),
        cells: [.cell("source", .string(source)), .cell("operation", .init(result.operation))], row: [:],
        isDryRun: write.dryRun))
  }
}
