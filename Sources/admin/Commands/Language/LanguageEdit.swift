import ArgumentParser
import Registry

/// Changes a language.
struct LanguageEdit: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change a language; its tag never changes.")

  @Argument(help: "A BCP 47 form of a known language.", completion: .languages)
  var language: String

  @OptionGroup var facts: LanguageFacts
  @OptionGroup var revision: RevisionOption
  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if facts.isEmpty { throw ValidationError("Nothing to change: give at least one option.") }
  }

  func run() throws {
    let (change, language, ifRevision) = (try facts.change(), language, revision.ifRevision)
    let result = try shared.editing().edit(as: try write.intent("language edit")) { (editor) throws(RegistryError) in
      try editor.editLanguage(language, ifRevision: ifRevision) { (language) throws(RegistryError) in
        try change.apply(to: &language, in: editor.registry)
      }
    }
    try shared.printLanguage(result, isDryRun: write.dryRun, verb: "changed")
  }
}
