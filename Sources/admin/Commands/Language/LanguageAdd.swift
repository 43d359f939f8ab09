import ArgumentParser
import Registry

/// Adds a language.
struct LanguageAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a language; its messages fall back until they are translated.")

  @Argument(help: "A BCP 47 tag: fr, pt-BR, zh-Hant. It never changes.")
  var tag: String

  @OptionGroup var facts: LanguageFacts
  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if facts.englishName == nil { throw ValidationError("Missing expected argument '--english-name <english-name>'") }
    if facts.ownName == nil { throw ValidationError("Missing expected argument '--own-name <own-name>'") }
  }

  func run() throws {
    guard let tag = LanguageTag(tag) else {
      throw CommandFailure(
        code: "invalid-language-tag", message: "'\(tag)' is not a language tag.",
        hint: "Write it as in BCP 47: fr, pt-BR, zh-Hant.", exit: 65)
    }
    let store = try shared.editing()
    let known = try store.languages().map(\.language)
    // Where the answer to a first try was lost, the language is there already, in its place.
    let place = known.first { $0.tag == tag }?.position ?? min(known.map(\.position).max() ?? 0, 999_999) + 1
    var new = Language(
      tag: tag, englishName: "", ownName: "", direction: tag.likelyDirection,
      fallback: known.first { $0.fallback == nil }?.tag, isRequired: false,
      position: place)
    try facts.change(in: store)(&new)
    let outcome = try store.edit(as: try write.intent("language add")) { [new] (editor) throws(RegistryError) in
      try editor.addLanguage(new)
      return new
    }
    try shared.printLanguage(outcome, isDryRun: write.dryRun, verb: "added")
  }
}
