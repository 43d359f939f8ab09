import ArgumentParser
import Registry
import RegistrySearch

/// Shows one code.
struct CodeShow: SharedCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show everything about one code, in all languages.",
    discussion: """
      A symbol that a code had before it was renamed finds the code too. Words of a message find it when they fit one \
      code much better than all others, as in 'admin search'.
      """)

  @Argument(help: "A number, a symbol in any case, or words of a message.", completion: .codes)
  var code: String

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let name = code
    let shown = try shared.reading().read { registry in
      let (code, rename, hit) = try registry.code(namedOrDescribed: name)
      return Shown(
        details: try registry.details(ofCode: "\(code)"), rename: rename, hit: hit,
        origins: try registry.textOrigins(ofCode: code))
    }
    let (details, console) = (shown.details, shared.console)
    if let rename = shown.rename {
      console.note(
        "\(rename.symbol) was renamed by \(rename.actor) in operation \(rename.operation) (\(rename.at)): "
          + "it is \(details.code.number) \(details.code.symbol) now.")
    }
    if let hit = shown.hit {
      console.note(
        "\(hit.name) was found by its \(hit.reason == .symbol ? "symbol" : "text"), which fits '\(name)' best.")
    }
    let (facts, texts) = (shown.facts, shown.texts)
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

  /// A code with what the history says about it.
  fileprivate struct Shown {
    let details: CodeDetails
    let rename: SymbolRename?
    /// What a search has found; nil when the code was named.
    let hit: SearchHit?
    let origins: [RegistryRow: TextOrigin]
  }
}

extension CodeShow.Shown {
  fileprivate var facts: Facts {
    let (code, arguments) = (details.code, details.arguments)
    let fields = StatusCode.fields.map { (name: $0.name, value: JSON($0.value(code), role: $0.role)) }
    let translations = details.slots.compactMap(\.translation).map { translation in
      let origin = origins[.translation(code.number, translation.language)]
      return (
        translation.language.description,
        JSON.object([
          "text": .string(translation.text), "state": .string(translation.state.rawValue),
          "stale": .bool(translation.isStale), "staleness": .init(translation.staleness?.rawValue),
          "revision": .integer(translation.revision), "author": .init(origin?.author),
          "written_at": .init(origin?.writtenAt),
        ])
      )
    }
    return Facts(
      title: [],
      values: [(name: "code", value: .integer(code.number))] + fields + [
        (name: "arguments", value: .array(arguments.map(JSON.string))),
        (name: "revision", value: .integer(details.revision)),
      ],
      besides: [
        "translations": .object(Dictionary(translations) { first, _ in first }),
        "renamed_from": rename.map(\.json) ?? .null,
      ])
  }

  fileprivate var texts: Report<TranslationSlot> {
    let origins = origins
    return Report(
      details.slots,
      [
        Column("LANGUAGE", nil) { .string($0.language.description) },
        Column("REVISION", nil) { .init($0.translation?.revision) },
        Column("STATE", nil) { .string($0.translation?.stateForPeople ?? "missing") },
        Column("AUTHOR", nil) { .init(origins[.translation($0.code, $0.language)]?.author) },
        Column("TEXT", nil) { .init($0.translation?.text) },
      ])
  }
}

extension SymbolRename {
  fileprivate var json: JSON {
    .object([
      "actor": .string(actor), "at": .string(at), "operation": .integer(operation), "symbol": .string(symbol),
    ])
  }
}
