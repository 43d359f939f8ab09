import ArgumentParser
import Registry

/// Lists translations.
struct TranslationList: SharedCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the texts of every code in every language, the missing ones too.",
    discussion: """
      All given conditions must be met. With --author, --since or --until, a text is listed by who wrote it and when, \
      as 'admin code show' says; a review does not count.
      """)

  @OptionGroup var filter: TranslationFilterOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let filter = filter
    let store = try shared.reading()
    if filter.stale {
      return try show(filter.missing ? [] : store.read { try filter.staleTranslations(in: $0) })
    }
    let (slots, origins) = try store.read { try filter.slots(in: $0) }
    try shared.console.print(Report(slots, TranslationSlot.columns(origins: origins, in: shared.console.format)))
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
  /// The columns of a list. Who wrote the texts is added to all formats but TSV, which an import reads back.
  fileprivate static func columns(
    origins: [RegistryRow: TextOrigin]?, in format: Format
  ) -> [Column<TranslationSlot>] {
    guard let origins, format != .tsv else { return columns }
    return columns.dropLast() + [
      Column("AUTHOR", "author") { .init(origins[.translation($0.code, $0.language)]?.author) },
      Column("WRITTEN", "written_at") { .init(origins[.translation($0.code, $0.language)]?.writtenAt) },
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
