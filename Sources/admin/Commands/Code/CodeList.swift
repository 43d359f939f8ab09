import ArgumentParser
import Registry

/// Lists codes.
struct CodeList: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List codes by number.")

  @Option(help: "Only this category.", completion: .categories)
  var category: String?

  @Option(help: "Only this state.")
  var state: StatusCode.State?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let store = try shared.reading()
    let codes = try store.codes(CodeFilter(category: category, state: state))
    let source = try store.languages().first { $0.language.fallback == nil }?.language.tag.description
    let texts = Dictionary(
      try store.translations(TranslationFilter(language: source)).map { ($0.code, $0.translation?.text) },
      uniquingKeysWith: { first, _ in first })
    try shared.console.print(
      Table(
        columns: ["CODE", "CATEGORY", "STATE", "SYMBOL", "TEXT"],
        rows: codes.map { code, _ in
          ["\(code.code)", code.category, code.state.rawValue, code.symbol, texts[code.code] ?? nil]
        }),
      json: .array(codes.map { .object(JSON.code($0.code, revision: $0.revision)) }))
  }
}
