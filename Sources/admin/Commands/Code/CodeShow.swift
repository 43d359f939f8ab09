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
    let details = try shared.reading().code(code)
    let console = shared.console
    if console.format == .tsv {
      return try console.print(Table(columns: [], rows: facts(details) + texts(details)), json: json(details))
    }
    try console.print(
      Table(columns: ["\(details.code.code)", details.code.symbol], rows: Array(facts(details).dropFirst(2))),
      Table(
        columns: ["LANGUAGE", "REVISION", "STATE", "TEXT"],
        rows: details.slots.map { slot in
          let state = slot.translation?.stateForPeople
          return [
            slot.language.description, slot.translation.map { "\($0.revision)" }, state ?? "missing",
            slot.translation?.text,
          ]
        }),
      json: json(details))
  }

  private func facts(_ details: CodeDetails) -> [[String?]] {
    let code = details.code
    return [
      ["code", "\(code.code)"], ["symbol", code.symbol], ["category", code.category], ["state", code.state.rawValue],
      ["replaced_by", code.replacedBy.map { "\($0)" }], ["http_status", code.httpStatus.map { "\($0)" }],
      ["retryable", code.isRetryable.map { $0 ? "yes" : "no" }], ["description", code.description],
      ["revision", "\(details.revision)"],
    ]
  }

  private func texts(_ details: CodeDetails) -> [[String?]] {
    details.slots.map { [$0.language.description, $0.translation?.text] }
  }

  private func json(_ details: CodeDetails) -> JSON {
    var members = JSON.code(details.code, revision: details.revision)
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
    members["translations"] = .object(Dictionary(translations) { first, _ in first })
    return .object(members)
  }
}
