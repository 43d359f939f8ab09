import ArgumentParser
import Registry

/// Lists codes.
struct CodeList: SharedCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List codes by number.")

  @Option(help: "Only this category.", completion: .categories)
  var category: String?

  @Option(help: "Only this state.")
  var state: StatusCode.State?

  @OptionGroup var shared: SharedOptions

  /// A code with its text in the source language.
  private struct Row {
    let code: Revised<StatusCode>
    let text: String?
  }

  func run() throws {
    let filter = CodeFilter(category: category, state: state)
    let rows = try shared.reading().read { registry in
      let codes = try registry.codes(filter)
      let source = try registry.languages().map(\.value).first { $0.fallback == nil }?.tag.description
      let slots = try registry.translations(TranslationFilter(language: source))
      let texts = Dictionary(slots.map { ($0.code, $0.translation?.text) }) { first, _ in first }
      return codes.map { Row(code: $0, text: texts[$0.value.number] ?? nil) }
    }
    let fields = StatusCode.fields.map { field in
      Column<Row>(nil, field.name) { JSON(field.value($0.code.value), role: field.role) }
    }
    try shared.console.print(
      Report(
        rows,
        [
          Column("CODE", "code") { .integer($0.code.value.number) },
          Column("CATEGORY", "category") { .string($0.code.value.category) },
          Column("STATE", "state") { .string($0.code.value.state.rawValue) },
          Column("SYMBOL", "symbol") { .string($0.code.value.symbol) }, Column("TEXT", nil) { .init($0.text) },
          Column(nil, "revision") { .integer($0.code.revision) },
        ] + fields))
  }
}
