import ArgumentParser
import Registry

/// Adds a language, or all languages of a file.
struct LanguageAdd: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a language, or those of a file; messages fall back until they are translated.",
    discussion: """
      Until it has texts, the language answers that answered for its tag before. A tag that means a known language, \
      such as zh-CN beside zh-Hans, is refused without --distinct.

      A file for --from has comma-, semicolon- or tab-separated values. Its header names the columns: tag, \
      english_name and own_name; and, if you like, direction, fallback, required and position. All languages are \
      added, or none when one of them is wrong.
      """)

  @Argument(help: "A BCP 47 tag: fr, pt-BR, zh-Hant. It never changes.")
  var tag: String?

  @Option(help: ArgumentHelp("Take the languages from this file, or '-' from standard input.", valueName: "file"))
  var from: PathArgument?

  @Flag(help: "Add it although a known language has the same meaning.")
  var distinct = false

  @OptionGroup var facts: LanguageFacts
  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if from != nil {
      guard tag == nil, facts.isEmpty else {
        throw ValidationError("With --from, everything about the languages comes from the file.")
      }
      return
    }
    if tag == nil { throw ValidationError("Missing expected argument '<tag>'") }
    if facts.englishName == nil { throw ValidationError("Missing expected argument '--english-name <english-name>'") }
    if facts.ownName == nil { throw ValidationError("Missing expected argument '--own-name <own-name>'") }
  }

  func run() throws {
    if let from { return try addLanguages(of: from.path) }
    guard let tag else { return }
    let (new, change, isDistinct) = (try Self.validated(tag), try facts.change(), distinct)
    let result = try shared.editing().edit(as: try write.intent("language add")) { (editor) throws(RegistryError) in
      try editor.addLanguage(new, change, isDistinct: isDistinct)
    }
    try shared.printLanguage(result, isDryRun: write.dryRun, verb: "added")
  }

  /// Returns the tag that a text means.
  static func validated(_ text: String) throws(RegistryError) -> LanguageTag {
    if let tag = LanguageTag(text) { return tag }
    throw RegistryError(
      .invalidLanguageTag, "'\(text)' is not a language tag.",
      .follow(rule: "Write it as in BCP 47: fr, pt-BR, zh-Hant."))
  }
}

extension Editor {
  /// Adds a language whose other properties follow from its tag, unless they are changed.
  func addLanguage(
    _ tag: LanguageTag, _ change: LanguageChange, isDistinct: Bool
  ) throws(RegistryError) -> Revised<Language> {
    guard let direction = change.direction ?? tag.likelyDirection else {
      throw RegistryError(
        .invalidValue, "The writing direction of \(tag) is not known.",
        .follow(rule: "Give --direction ltr or --direction rtl, or the column direction of a file."))
    }
    let known = try registry.languages().map(\.value)
    // When the command is repeated because its answer was lost, the language already exists and keeps its place and
    // its fallback.
    let present = known.first { $0.tag == tag }
    let fallback = if let present { present.fallback } else { try registry.answeringLanguage(for: tag) }
    let place = present?.position ?? min(known.map(\.position).max() ?? 0, 999_999) + 1
    var new = Language(
      tag: tag, englishName: "", ownName: "", direction: direction,
      fallback: fallback, isRequired: false, position: place)
    try change.apply(to: &new, in: registry)
    return try addLanguage(new, isDistinct: isDistinct)
  }
}
