import ArgumentParser
import Registry

/// Adds a code.
struct CodeAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a code with its English text.",
    discussion: "The number must lie in a range of the category, and neither it nor the symbol was ever used.")

  @Argument(help: "The number.")
  var code: String

  @Option(help: "The name in programs: upper-case letters, digits and '_'.")
  var symbol: String

  @Option(help: "The category.", completion: .categories)
  var category: String

  @Option(help: "The English text.")
  var text: TextArgument

  @OptionGroup var facts: CodeFacts
  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    guard let number = Int(code) else {
      throw CommandFailure(
        code: "invalid-number", message: "'\(code)' is not a number.", hint: "A code is a number from 1 to 999999999.",
        exit: 65)
    }
    var new = StatusCode(number: number, symbol: symbol, category: category)
    try facts.change()(&new)
    let (text, added) = (try text.text(), new)
    let result = try shared.editing().edit(as: try write.intent("code add")) { (editor) throws(RegistryError) in
      try editor.addCode(added, text: text)
    }
    try shared.printCode(result, isDryRun: write.dryRun, verb: "added")
  }
}

/// The fields of a code other than its number, symbol, category and state.
struct CodeFacts: ParsableArguments {
  @Option(help: "The HTTP status that carries it, or none.")
  var httpStatus: HTTPStatusArgument?

  @Option(help: "Whether the same request can succeed later: yes, no or unknown.")
  var retryable: Ternary?

  @Option(help: "Context for translators and developers; an empty one takes it away.")
  var description: TextArgument?

  /// Whether no option was given.
  var isEmpty: Bool { httpStatus == nil && retryable == nil && description == nil }

  /// Returns the change that the options describe.
  func change() throws -> @Sendable (inout StatusCode) -> Void {
    let description = try description?.text()
    return { [httpStatus, retryable] code in
      if let httpStatus { code.httpStatus = httpStatus.status }
      if let retryable { code.isRetryable = retryable.value }
      if let description { code.description = description.isEmpty ? nil : description }
    }
  }
}
