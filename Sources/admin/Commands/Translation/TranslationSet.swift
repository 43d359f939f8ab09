import ArgumentParser
import Glibc
import Registry

/// Sets one text.
struct TranslationSet: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Add or change the text of a code in a language.",
    discussion: """
      The text is an ICU MessageFormat pattern: named arguments such as {amount}, and '{' for a literal brace. It is \
      kept as typed. A text that begins with a dash follows '--'.
      """)

  @Argument(help: "A number, or a symbol in any case.", completion: .codes)
  var code: String

  @Argument(help: "A BCP 47 form of a known language.", completion: .languages)
  var language: String

  @Argument(help: "The text, or '-' to read one line from standard input.")
  var text: String

  @OptionGroup var revision: RevisionOption
  @OptionGroup var write: WriteOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    // Before the lock: a person may still be typing.
    let text = try text == "-" ? Self.readStandardInput() : TextArgument(argument: text).text()
    let outcome = try shared.editing().edit(as: try write.intent("translation set")) {
      [code, language, ifRevision = revision.ifRevision] (editor) throws(RegistryError) in
      try editor.setTranslation(code: code, language: language, text: text, ifRevision: ifRevision)
    }
    let edit = outcome.value
    let console = shared.console
    console.remark(on: edit)
    try console.print(
      outcome.sentence("\(edit.code) in \(edit.language)", verb: "set", isDryRun: write.dryRun),
      row: ["\(edit.code)", edit.language.description, "\(edit.revision)", "\(edit.isChanged)"],
      json: .object([
        "code": .integer(edit.code), "language": .string(edit.language.description),
        "revision": .integer(edit.revision), "changed": .bool(edit.isChanged), "dry_run": .bool(write.dryRun),
        // Of a text that was so already: the operation that made it so.
        "operation": .integer(edit.revision),
      ]))
  }

  /// At most one longest text and its line break; more is refused without reading it.
  private static func readStandardInput() throws -> String {
    let limit = 4 * TextRules.maximumLength + 2
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: limit + 1)
    while bytes.count <= limit {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      if count < 0 {
        throw CommandFailure(
          code: "input-output", message: "Standard input cannot be read: \(String(cString: strerror(errno))).",
          hint: nil, exit: 8)
      }
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    guard bytes.count <= limit else {
      throw CommandFailure(
        code: "invalid-text", message: "The text is longer than \(TextRules.maximumLength) characters.", hint: nil,
        exit: 65)
    }
    // The line break that ends the last line is the file's, not the text's.
    if bytes.last == 0x0A { bytes.removeLast() }
    if bytes.last == 0x0D { bytes.removeLast() }
    return try TextRules.decode(bytes)
  }
}
