import ArgumentParser
import Registry

/// Adds a code, or all codes of a file.
struct CodeAdd: WritingCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a code with its English text, or the codes of a file.",
    discussion: """
      The number must lie in a range of the category, and neither it nor the symbol was ever used.

      A file for --from has comma-, semicolon- or tab-separated values. Its header names the columns: code, symbol, \
      category and text; and, if you like, http_status, retryable, description, state and replaced_by. All codes are \
      added, or none when one of them is wrong.
      """)

  @Argument(help: "The number.")
  var code: String?

  @Option(help: "The name in programs: upper-case letters, digits and '_'.")
  var symbol: String?

  @Option(help: "The category.", completion: .categories)
  var category: String?

  @Option(help: "The English text.")
  var text: TextArgument?

  @Option(help: ArgumentHelp("Take the codes from this file, or '-' from standard input.", valueName: "file"))
  var from: PathArgument?

  @OptionGroup var literal: LiteralOption
  @OptionGroup var facts: CodeFacts
  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if from != nil {
      guard code == nil, symbol == nil, category == nil, text == nil, facts.isEmpty else {
        throw ValidationError("With --from, everything about the codes comes from the file.")
      }
      return
    }
    if code == nil { throw ValidationError("Missing expected argument '<code>'") }
    let options = [("symbol", symbol == nil), ("category", category == nil), ("text", text == nil)]
    for (name, isMissing) in options where isMissing {
      throw ValidationError("Missing expected argument '--\(name) <\(name)>'")
    }
    if literal.literal { throw ValidationError("--literal belongs to --from.") }
  }

  func run() throws {
    if let from { return try addCodes(of: from.path) }
    guard let code, let symbol, let category, let text else { return }
    guard let number = Int(DecimalDigits.ascii(in: code)) else { throw CommandFailure(Self.notANumber(code)) }
    var new = StatusCode(number: number, symbol: symbol, category: category)
    try facts.change()(&new)
    try add(new, text: try text.text())
  }

  private func add(_ code: StatusCode, text: String) throws {
    let result = try shared.editing().edit(as: try write.intent("code add")) { (editor) throws(RegistryError) in
      try editor.addCode(code, text: text)
    }
    let removed = TextRules.cleaned(text).removed
    shared.console.remark(removed: removed)
    try shared.printCode(
      result, isDryRun: write.dryRun, verb: "added", members: ["removed": .array(removed.map(JSON.string))])
  }
}

/// The fields of a code other than its number, symbol, category and state.
struct CodeFacts: ParsableArguments {
  @Option(help: "The HTTP status that carries it, or none.", transform: spelled)
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
