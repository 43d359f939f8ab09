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
    let slots = try shared.reading().translations(
      TranslationFilter(language: language, state: state, isMissing: missing, isStale: stale))
    try shared.console.print(
      Table(
        columns: ["CODE", "LANGUAGE", "REVISION", "STATE", "STALE", "TEXT"],
        rows: slots.map { slot in
          let translation = slot.translation
          return [
            "\(slot.code)", slot.language.description, translation.map { "\($0.revision)" } ?? "0",
            translation?.state.rawValue, translation.map { $0.isStale ? "yes" : "no" }, translation?.text,
          ]
        }),
      json: .array(
        slots.map { slot in
          .object([
            "code": .integer(slot.code), "language": .string(slot.language.description),
            "revision": .integer(slot.translation?.revision ?? 0), "stale": .bool(slot.translation?.isStale ?? false),
            "state": .init(slot.translation?.state.rawValue), "text": .init(slot.translation?.text),
          ])
        }))
  }
}
