import ArgumentParser
import Registry

/// The options that choose texts.
struct TranslationFilterOptions: ParsableArguments {
  @Option(help: "Only this language.", completion: .languages)
  var language: String?

  @Option(help: "Only this state.")
  var state: Translation.State?

  @Flag(help: "Only those that are missing.")
  var missing = false

  @Flag(help: "Only those whose source text has changed since.")
  var stale = false

  @Option(
    help: ArgumentHelp(
      "Only this code, or this range such as 1400-1499; repeat it for more.", valueName: "code"),
    completion: .codes)
  var code: [String] = []

  @Option(help: "Only the codes of this category.", completion: .categories)
  var category: String?

  @Option(
    help: ArgumentHelp(
      "Only symbols with this part, in any case; or the whole symbol, with * and ?.", valueName: "part"))
  var symbol: String?

  @Option(
    help: ArgumentHelp("Only texts with this part, in any case and without Arabic vowel marks.", valueName: "part"))
  var text: TextArgument?

  @Option(help: ArgumentHelp("Only what this person or program wrote.", valueName: "name"))
  var author: TextArgument?

  @Option(
    help: ArgumentHelp("Only what was written since this day or time, as in 'admin history'.", valueName: "time"),
    transform: spelled)
  var since: SinceArgument?

  @Option(
    help: ArgumentHelp("Only what was written up to this time, or the end of this day.", valueName: "time"),
    transform: spelled)
  var until: UntilArgument?

  func validate() throws {
    if missing, text != nil || author != nil || since != nil || until != nil {
      throw ValidationError("A missing text has no words, author or date: do not give --missing with these.")
    }
    if symbol?.isEmpty == true { throw ValidationError("--symbol is empty.") }
  }

  /// The conditions about the texts themselves.
  private func filter() throws(RegistryError) -> TranslationFilter {
    TranslationFilter(
      language: language, state: state, isMissing: missing, isStale: stale, codes: code, category: category,
      symbol: symbol, text: try text?.text())
  }

  /// The conditions about who wrote the texts, and when.
  private func writers() throws(RegistryError) -> TextOriginFilter {
    TextOriginFilter(author: try author?.text(), since: since?.time, until: until?.time)
  }

  /// Returns the texts that meet the conditions, the missing ones too.
  ///
  /// - Returns: The texts, and who wrote them; nil when no option asks for that.
  func slots(
    in registry: RegistryReader
  ) throws(RegistryError) -> (slots: [TranslationSlot], origins: [RegistryRow: TextOrigin]?) {
    let (filter, writers) = (try filter(), try writers())
    let origins = try registry.origins(for: writers, filter)
    let slots = try registry.translations(filter).filter {
      writers.accepts(origins[.translation($0.code, $0.language)])
    }
    return (slots, writers.isEmpty ? nil : origins)
  }

  /// Returns the stale texts that meet the conditions, with their source texts.
  func staleTranslations(in registry: RegistryReader) throws(RegistryError) -> [StaleTranslation] {
    let (filter, writers) = (try filter(), try writers())
    let origins = try registry.origins(for: writers, filter)
    return try registry.staleTranslations(filter).filter { stale in
      writers.accepts(origins[.translation(stale.translation.code, stale.translation.language)])
    }
  }
}

extension RegistryReader {
  /// Returns who wrote the texts that a filter for it needs; nothing when it accepts everything.
  fileprivate func origins(
    for writers: TextOriginFilter, _ filter: TranslationFilter
  ) throws(RegistryError) -> [RegistryRow: TextOrigin] {
    guard !writers.isEmpty else { return [:] }
    if let author = writers.author { try requireActor(author) }
    let language = try filter.language.map { (name) throws(RegistryError) in try self.language(named: name).value.tag }
    return try textOrigins(language: language)
  }
}
