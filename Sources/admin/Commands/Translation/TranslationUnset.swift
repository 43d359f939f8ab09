import ArgumentParser
import Registry

/// Removes one text.
struct TranslationUnset: WritingCommand {
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
    let (store, code, language) = (try shared.editing(), code, language)
    let (number, known) = try store.read {
      (try $0.code(named: code).value.number, try $0.language(named: language).value)
    }
    let tag = known.tag
    // The source text is never removed, so there is nothing to ask.
    if known.fallback != nil {
      try confirmation.confirm("Remove the text of \(number) in \(tag)?", in: shared, isDryRun: write.dryRun)
    }
    let result = try store.edit(as: try write.intent("translation unset")) {
      [ifRevision = revision.ifRevision] (editor) throws(RegistryError) in
      try editor.unsetTranslation(code: code, language: language, ifRevision: ifRevision)
    }
    try shared.console.print(
      WriteReport(
        result, sentence: result.sentence("\(number) in \(tag)", verb: "unset", isDryRun: write.dryRun),
        cells: [
          .cell("code", .integer(number)), .cell("language", .string(tag.description)),
          .cell("operation", .init(result.operation)),
        ], row: ["revision": .integer(0)], isDryRun: write.dryRun))
  }
}
