import ArgumentParser
import Registry

/// Adds a language.
struct LanguageAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a language; its messages fall back until they are translated.",
    discussion: """
      Until it has texts, the language answers that answered for its tag before. A tag that means a known language, \
      such as zh-CN beside zh-Hans, is refused without --distinct.
      """)

  @Argument(help: "A BCP 47 tag: fr, pt-BR, zh-Hant. It never changes.")
  var tag: String

  @Flag(help: "Add it although a known language has the same meaning.")
  var distinct = false

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
    guard let direction = facts.direction ?? tag.likelyDirection else {
      throw CommandFailure(
        code: "invalid-value", message: "The writing direction of \(tag) is not known.",
        hint: "Give --direction ltr or --direction rtl.", exit: 65)
    }
    let change = try facts.change()
    let result = try shared.editing().edit(as: try write.intent("language add")) {
      [distinct] (editor) throws(RegistryError) in
      let known = try editor.registry.languages().map(\.value)
      // When the command is repeated because its answer was lost, the language already exists and keeps its position.
      let place = known.first { $0.tag == tag }?.position ?? min(known.map(\.position).max() ?? 0, 999_999) + 1
      var new = Language(
        tag: tag, englishName: "", ownName: "", direction: direction,
        fallback: try editor.registry.answeringLanguage(for: tag), isRequired: false, position: place)
      try change(editor.registry, &new)
      return try editor.addLanguage(new, isDistinct: distinct)
    }
    try shared.printLanguage(result, isDryRun: write.dryRun, verb: "added")
  }
}
