import ArgumentParser
import Registry

/// Changes the fields of a code.
struct CodeEdit: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change a code; its number never changes.",
    discussion: "Its texts are changed with 'admin translation'.")

  @Argument(help: "A number, or a symbol in any case.", completion: .codes)
  var code: String

  @Option(help: "The new symbol.")
  var symbol: String?

  @Option(help: "The new category; one of its ranges must hold the number.", completion: .categories)
  var category: String?

  @OptionGroup var facts: CodeFacts
  @OptionGroup var revision: RevisionOption
  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if symbol == nil, category == nil, facts.isEmpty {
      throw ValidationError("Nothing to change: give at least one option.")
    }
  }

  func run() throws {
    let change = try facts.change()
    try shared.editCode(
      code, as: try write.intent("code edit"), ifRevision: revision.ifRevision, verb: "changed"
    ) { [symbol, category] code in
      if let symbol { code.symbol = symbol }
      if let category { code.category = category }
      change(&code)
    }
  }
}
