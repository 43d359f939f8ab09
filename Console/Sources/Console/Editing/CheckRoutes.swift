import Hummingbird
import Registry
import RegistryChecks

/// Checks a text while it is typed, by the same rules as when it is stored, and shows it as the customer gets it.
enum CheckRoutes {
  private struct Answer: Encodable, Sendable {
    let findings: [FindingLine]
    let preview: [Shown]
  }

  /// One way in which the text is shown.
  private struct Shown: Encodable, Sendable {
    /// The values that choose the form.
    let values: String
    /// The name of the category of the number; nil when there is none.
    let category: String?
    let text: String
    /// Says that the text has no form of its own for the number.
    let note: String?
  }

  static func addRoutes(to router: Router<ConsoleContext>, _ registry: RegistryAccess, _ checkers: CheckerStore) {
    router.post("/-/check") { request, context -> Response in
      let form = try await Form(of: request)
      guard let code = form["code"], let language = form["language"], let text = form["text"] else {
        throw HTTPError(.badRequest)
      }
      let (source, words) = (form["source"], context.words)
      let answer = try await registry.read { registry in
        try Self.answer(code, language, text, source, registry, checkers, words)
      }
      return try Response(json: answer)
    }
  }

  private static func answer(
    _ code: String, _ name: String, _ text: String, _ typedSource: String?, _ registry: RegistryReader,
    _ checkers: CheckerStore, _ words: Words
  ) throws(RegistryError) -> Answer {
    let language = try registry.language(named: name).value
    let details = try registry.details(ofCode: code)
    let languages = try registry.languages().map(\.value)
    let source = languages.first { $0.fallback == nil }
    let stored = details.slots.first { $0.language == source?.tag }?.translation?.text
    let sourceText = language.fallback == nil ? nil : typedSource ?? stored
    if text.isEmpty { return Answer(findings: [], preview: []) }
    do {
      try TextRules.validateMessage(text, in: language.tag)
      if let sourceText { try TextRules.validateArguments(of: text, asIn: sourceText) }
    } catch {
      return Answer(
        findings: FindingLine.lines(error, text: text, in: language, languages, words), preview: [])
    }
    let findings = try checkers.checker(registry).findings(
      code: details.code.number, language: language.tag, text: text, source: sourceText)
    return Answer(
      findings: findings.map { FindingLine($0, languages, words) },
      preview: TextPreview(text, in: language.tag).cases.map { shown in
        Shown(
          values: shown.values, category: shown.category.map { words.names.categories[$0] ?? $0 },
          text: shown.text, note: shown.lacksForm ? words(.formMissing) : nil)
      })
  }
}
