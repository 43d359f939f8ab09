import ArgumentParser
import Registry

/// Removes one text.
struct TranslationUnset: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unset", abstract: "Remove the text of a code in a language; its fallback answers from then on.")

  @Argument(help: "A number, or a symbol in any case.", completion: .codes)
  var code: String

  @Argument(help: "A BCP 47 form of a known language.", completion: .languages)
  var language: String

  @OptionGroup var confirmation: Confirmation
  @OptionGroup var revision: RevisionOption
  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let store = try shared.reading()
    let (number, tag) = (try store.code(code).code.code, try store.language(language).tag)
    try confirmation.confirm("Remove the text of \(number) in \(tag)?", isDryRun: write.dryRun)
    let outcome = try shared.editing().edit(as: try write.intent("translation unset")) {
      [code, language, ifRevision = revision.ifRevision] (editor) throws(RegistryError) in
      try editor.unsetTranslation(code: code, language: language, ifRevision: ifRevision)
    }
    try shared.console.print(
      outcome.sentence("\(number) in \(tag)", verb: "unset", isDryRun: write.dryRun),
      row: ["\(number)", tag.description, outcome.operation.map { "\($0)" }, "\(outcome.isChanged)"],
      json: .object([
        "code": .integer(number), "language": .string(tag.description), "revision": .integer(0),
        "operation": .init(outcome.operation), "changed": .bool(outcome.isChanged), "dry_run": .bool(write.dryRun),
      ]))
  }
}
