import ArgumentParser
import Registry

/// Lists translations.
struct TranslationList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the texts of every code in every language, the missing ones too.",
    discussion: """
      All given conditions must be met. With --author, --since or --until, a text is listed by who wrote it and when, \
      as 'admin code show' says; a review does not count.
      """)

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

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if missing, text != nil || author != nil || since != nil || until != nil {
      throw ValidationError("A missing text has no words, author or date: do not give --missing with these.")
    }
    if symbol?.isEmpty == true { throw ValidationError("--symbol is empty.") }
  }

  func run() throws {
    let filter = TranslationFilter(
      language: language, state: state, isMissing: missing, isStale: stale, codes: code, category: category,
      symbol: symbol, text: try text?.text())
    let writers = TextOriginFilter(author: try author?.text(), since: since?.time, until: until?.time)
    let store = try shared.reading()
    if stale {
      return try show(
        missing
          ? []
          : store.read { registry in
            let origins = try registry.origins(for: writers, filter)
            return try registry.staleTranslations(filter).filter { writers.accepts(origins[$0.translation.row]) }
          })
    }
    let (slots, origins) = try store.read { registry in
      let origins = try registry.origins(for: writers, filter)
      return (try registry.translations(filter).filter { writers.accepts(origins[$0.row]) }, origins)
    }
    try shared.console.print(
      Report(slots, TranslationSlot.columns(origins: writers.isEmpty ? nil : origins, in: shared.console.format)))
  }

  /// Prints stale texts with the old and the new source text. A terminal shows both in one line, with the difference
  /// marked.
  private func show(_ stale: [StaleTranslation]) throws {
    let console = shared.console
    guard console.format == .table else { return try console.print(Report(stale, StaleTranslation.columns)) }
    let texts = stale.map { text -> SafeText in
      let translation = text.translation
      let title: SafeText =
        "\(translation.code) \(translation.language), \(translation.stateForPeople), revision \(translation.revision)"
      let source = TextDifference(from: text.sourceThen, to: text.sourceNow).shown(usesColor: console.usesColor)
      return """
        \(console.emphasized(title))
          source  \(source.isolated(console.isTerminal))
          text    \(translation.text, isolated: console.isTerminal)

        """
    }
    // One text, so that one pager shows all of it.
    try console.printText(texts.joined(separator: "\n"))
  }
}

extension TranslationSlot {
  fileprivate var row: RegistryRow { .translation(code, language) }

  /// The columns of a list. Who wrote the texts is added to all formats but TSV, which an import reads back.
  fileprivate static func columns(
    origins: [RegistryRow: TextOrigin]?, in format: Format
  ) -> [Column<TranslationSlot>] {
    guard let origins, format != .tsv else { return columns }
    return columns.dropLast() + [
      Column("AUTHOR", "author") { .init(origins[$0.row]?.author) },
      Column("WRITTEN", "written_at") { .init(origins[$0.row]?.writtenAt) },
    ] + columns.suffix(1)
  }

  private static let columns: [Column<TranslationSlot>] = [
    Column("CODE", "code") { .integer($0.code) }, Column("LANGUAGE", "language") { .string($0.language.description) },
    Column("REVISION", "revision") { .integer($0.translation?.revision ?? 0) },
    Column("STATE", "state") { .init($0.translation?.state.rawValue) },
    Column("STALE", "staleness", cell: { slot in slot.translation.map { $0.staleness?.rawValue ?? "no" } }) {
      .init($0.translation?.staleness?.rawValue)
    },
    Column(nil, "stale") { .bool($0.translation?.isStale ?? false) },
    Column("TEXT", "text") { .init($0.translation?.text) },
  ]
}

extension StaleTranslation {
  fileprivate static let columns: [Column<StaleTranslation>] = [
    Column("CODE", "code") { .integer($0.translation.code) },
    Column("LANGUAGE", "language") { .string($0.translation.language.description) },
    Column("REVISION", "revision") { .integer($0.translation.revision) },
    Column("STATE", "state") { .string($0.translation.state.rawValue) },
    Column("STALE", "staleness") { .init($0.translation.staleness?.rawValue) },
    Column(nil, "stale") { .bool($0.translation.isStale) }, Column("TEXT", "text") { .string($0.translation.text) },
    Column("SOURCE THEN", "source_then") { .string($0.sourceThen) },
    Column("SOURCE NOW", "source_now") { .string($0.sourceNow) },
  ]
}

extension Translation {
  fileprivate var row: RegistryRow { .translation(code, language) }
}

extension RegistryReader {
  /// Returns who wrote the texts that a filter for it needs; nothing when it accepts everything.
  fileprivate func origins(
    for writers: TextOriginFilter, _ filter: TranslationFilter
  ) throws(RegistryError) -> [RegistryRow: TextOrigin] {
    guard !writers.isEmpty else { return [:] }
    let language = try filter.language.map { (name) throws(RegistryError) in try self.language(named: name).value.tag }
    return try textOrigins(language: language)
  }
}
