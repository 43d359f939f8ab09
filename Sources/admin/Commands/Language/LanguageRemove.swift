import ArgumentParser
import Registry

/// Removes a language.
struct LanguageRemove: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove a language that no text, name or other language refers to.")

  @Argument(help: "A BCP 47 form of a known language.", completion: .languages)
  var language: String

  @OptionGroup var confirmation: Confirmation
  @OptionGroup var revision: RevisionOption
  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let (store, language) = (try shared.editing(), language)
    let tag = try store.read { try $0.language(named: language).value.tag }
    try confirmation.confirm("Remove the language \(tag)?", in: shared, isDryRun: write.dryRun)
    let result = try store.edit(as: try write.intent("language remove")) {
      [ifRevision = revision.ifRevision] (editor) throws(RegistryError) in
      try editor.removeLanguage(language, ifRevision: ifRevision)
    }
    try shared.console.print(
      WriteReport(
        result, sentence: result.sentence("The language \(tag)", verb: "removed", isDryRun: write.dryRun),
        cells: [.cell("tag", .string(tag.description)), .cell("operation", .init(result.operation))], row: [:],
        isDryRun: write.dryRun))
  }
}
