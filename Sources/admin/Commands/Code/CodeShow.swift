import ArgumentParser
import Registry

/// Shows one code.
struct CodeShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show everything about one code, in all languages.")

  @Argument(help: "A number, or a symbol in any case.", completion: .codes)
  var code: String

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let code = code
    let details = try shared.reading().read { try $0.details(ofCode: code) }
    let facts = Self.facts(of: details)
    let texts = Self.texts(of: details)
    let console = shared.console
    switch console.format {
    case .tsv:
      let rows = details.slots.map { [$0.language.description, $0.translation?.text] }
      try console.print(Table(columns: [], rows: facts.table.rows + rows), json: .null)
    case .table, .markdown, .json:
      // The table shows the first two facts as its heading.
      let table = Table(
        columns: ["\(details.code.number)", details.code.symbol], rows: Array(facts.table.rows.dropFirst(2)))
      try console.print([table, texts.table], json: facts.json)
    }
  }

  private static func facts(of details: CodeDetails) -> Facts {
    let (code, arguments) = (details.code, details.arguments)
    let fields = StatusCode.fields.map { (name: $0.name, value: JSON($0.value(code), role: $0.role)) }
    let translations = details.slots.compactMap(\.translation).map { translation in
      (
        translation.language.description,
        JSON.object([
          "text": .string(translation.text), "state": .string(translation.state.rawValue),
          "stale": .bool(translation.isStale), "staleness": .init(translation.staleness?.rawValue),
          "revision": .integer(translation.revision),
        ])
      )
    }
    return Facts(
      title: [],
      values: [(name: "code", value: .integer(code.number))] + fields + [
        (name: "arguments", value: .array(arguments.map(JSON.string))),
        (name: "revision", value: .integer(details.revision)),
      ], besides: ["translations": .object(Dictionary(translations) { first, _ in first })])
  }

  private static func texts(of details: CodeDetails) -> Report<TranslationSlot> {
    Report(
      details.slots,
      [
        Column("LANGUAGE", nil) { .string($0.language.description) },
        Column("REVISION", nil) { .init($0.translation?.revision) },
        Column("STATE", nil) { .string($0.translation?.stateForPeople ?? "missing") },
        Column("TEXT", nil) { .init($0.translation?.text) },
      ])
  }
}
