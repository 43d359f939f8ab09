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
    let store = try shared.reading()
    let filter = TranslationFilter(language: language, state: state, isMissing: missing, isStale: stale)
    if stale { return try show(missing ? [] : store.staleTranslations(filter)) }
    let slots = try store.translations(filter)
    try shared.console.print(
      Table(
        columns: ["CODE", "LANGUAGE", "REVISION", "STATE", "STALE", "TEXT"],
        rows: slots.map { slot in
          let translation = slot.translation
          return [
            "\(slot.code)", slot.language.description, translation.map { "\($0.revision)" } ?? "0",
            translation?.state.rawValue, translation.map { $0.staleness?.rawValue ?? "no" }, translation?.text,
          ]
        }),
      json: .array(slots.map { .object($0.json) }))
  }

  /// Stale texts with their source as it was and as it is; on a terminal both in one, with the difference marked.
  private func show(_ stale: [StaleTranslation]) throws {
    let console = shared.console
    guard console.format == .table else {
      return try console.print(
        Table(
          columns: [],
          rows: stale.map {
            let translation = $0.translation
            return [
              "\(translation.code)", translation.language.description, "\(translation.revision)",
              translation.state.rawValue, translation.staleness?.rawValue, translation.text, $0.sourceThen,
              $0.sourceNow,
            ]
          }),
        json: .array(
          stale.map {
            let slot = TranslationSlot($0.translation)
            let sources: [String: JSON] = [
              "source_then": .string($0.sourceThen), "source_now": .string($0.sourceNow),
            ]
            return .object(slot.json.merging(sources) { _, new in new })
          }))
    }
    for (index, text) in stale.enumerated() {
      let translation = text.translation
      let title =
        "\(translation.code) \(translation.language), \(translation.stateForPeople), revision \(translation.revision)"
      let source = TextDifference(from: text.sourceThen, to: text.sourceNow).shown(usesColor: console.usesColor)
      try console.printText(
        (index == 0 ? "" : "\n") + console.emphasized(title) + "\n  source  "
          + Terminal.isolated(source, console.isTerminal) + "\n  text    "
          + Terminal.shown(translation.text, isolated: console.isTerminal) + "\n")
    }
  }
}

extension TranslationSlot {
  fileprivate var json: [String: JSON] {
    [
      "code": .integer(code), "language": .string(language.description),
      "revision": .integer(translation?.revision ?? 0), "stale": .bool(translation?.isStale ?? false),
      "staleness": .init(translation?.staleness?.rawValue), "state": .init(translation?.state.rawValue),
      "text": .init(translation?.text),
    ]
  }
}
