import ArgumentParser
import MessageFormat
import Registry

/// Shows one text as the customer of a service sees it.
struct TranslationPreview: SharedCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview", abstract: "Show a text as the customer sees it, with fallback, values and direction.",
    discussion: """
      The text is the one that a release of the registry would answer now. An argument without a value is shown as it \
      is, such as {amount}, and a note names it. Each form of a plural or select without a value is shown with a \
      sample value.
      """)

  @Argument(help: "A number, or a symbol in any case.", completion: .codes)
  var code: String

  @Argument(help: "A BCP 47 form of a known language.", completion: .languages)
  var language: String

  @Argument(
    help: ArgumentHelp("The values of its arguments, such as amount='12.50 SAR'.", valueName: "name=value"),
    transform: spelled)
  var values: [ValueArgument] = []

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    let names = values.map(\.name)
    if let name = names.first(where: { name in names.count { $0 == name } > 1 }) {
      throw ValidationError("{\(name)} has two values.")
    }
  }

  func run() throws {
    let (code, language) = (code, language)
    var given: [String: String] = [:]
    for value in values { given[value.name] = try value.text() }
    let preview = try shared.reading().read { try $0.preview(ofCode: code, in: language) }
    let renderings = try preview.renderings(given)
    let missing = preview.arguments.filter { name in renderings.contains { $0.missing.contains(name) } }
    remark(on: preview, missing: missing, unknown: values.map(\.name).filter { !preview.arguments.contains($0) })
    let facts = facts(of: preview, renderings, missing: missing)
    let rows = renderings.map { [$0.name(in: preview.arguments), isolated($0.text, preview.direction)] }
    try shared.console.print(Table(columns: facts.title, rows: facts.table.rows + rows), json: facts.json)
  }

  /// Returns a text that has the direction that a page of the customer gives it, whatever it begins with.
  private func isolated(_ text: String, _ direction: Direction) -> String {
    guard shared.console.format == .table, shared.console.isTerminal else { return text }
    return "\(direction == .rightToLeft ? "\u{2067}" : "\u{2066}")\(text)\u{2069}"
  }

  private func remark(on preview: MessagePreview, missing: [String], unknown: [String]) {
    let console = shared.console
    let subject = "The text of \(preview.code.number) in \(preview.textLanguage)"
    if preview.isFallback {
      console.note("\(preview.code.number) has no text in \(preview.language): \(preview.textLanguage) answers.")
    }
    if preview.staleness == .major {
      console.note("\(subject) is unfit for release: its source text has had a major change.")
    }
    if !missing.isEmpty { console.note("No value is given for \(Self.list(missing)).") }
    if !unknown.isEmpty { console.note("\(subject) has no argument \(Self.list(unknown)).") }
  }

  private static func list(_ names: [String]) -> String { names.map { "{\($0)}" }.joined(separator: ", ") }

  private func facts(
    of preview: MessagePreview, _ renderings: [MessagePreview.Rendering], missing: [String]
  ) -> Facts {
    Facts(
      title: ["\(preview.code.number)", preview.code.symbol],
      values: [
        (name: "language", value: .string(preview.language.description)),
        (name: "text_language", value: .string(preview.textLanguage.description)),
        (name: "direction", value: .string(preview.direction.rawValue)),
        (name: "fallback", value: .bool(preview.isFallback)),
        (name: "missing", value: .array(missing.map(JSON.string))),
      ],
      besides: [
        "arguments": .array(preview.arguments.map(JSON.string)), "code": .integer(preview.code.number),
        "forms": .array(renderings.map(\.json)), "pattern": .string(preview.text),
        "symbol": .string(preview.code.symbol), "text": .string(renderings.first?.text ?? ""),
      ])
  }
}

extension MessagePreview.Rendering {
  /// The name of its row: `text`, or the sample values such as `count=3`.
  fileprivate func name(in arguments: [String]) -> String {
    let values = arguments.compactMap { name in samples[name].map { "\(name)=\($0)" } }
    return values.isEmpty ? "text" : values.joined(separator: " ")
  }

  fileprivate var json: JSON {
    .object(["text": .string(text), "values": .object(samples.mapValues { .string("\($0)") })])
  }
}

/// The value of an argument of a text, such as `amount=12.50 SAR`.
struct ValueArgument: SpelledArgument {
  static let form = "Write NAME=VALUE, such as amount=12.50."
  let name: String
  private let value: TextArgument

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return nil }
    name = String(parts[0])
    value = TextArgument(argument: String(parts[1]))
  }

  func text() throws(RegistryError) -> String { try value.text() }
}
