import ArgumentParser
import Registry

/// Lists translations.
struct TranslationList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the texts of every code in every language, the missing ones too.")

  @Option(help: "Only this language.", completion: .languages)
  var language: String?

  @Option(help: "Only this state.")
  var state: Translation.State?

  @Flag(help: "Only those that are missing.")
  var missing = false

  @Flag(help: "Only those whose source text has changed since.")
  var stale = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let filter = TranslationFilter(language: language, state: state, isMissing: missing, isStale: stale)
    let store = try shared.reading()
    if stale { return try show(missing ? [] : store.read { try $0.staleTranslations(filter) }) }
    try shared.console.print(Report(try store.read { try $0.translations(filter) }, TranslationSlot.columns))
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
  fileprivate static let columns: [Column<TranslationSlot>] = [
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
