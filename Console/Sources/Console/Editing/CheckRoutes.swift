import FoundationEssentials
import Hummingbird
import Registry

/// Checks a text while it is typed, by the same rules as when it is stored.
enum CheckRoutes {
  /// One line under the field.
  private struct Line: Encodable, Sendable {
    let severity: String
    /// What is wrong, in the language of the interface.
    let message: Phrase
  }

  static func addRoutes(to router: Router<ConsoleContext>, _ registry: RegistryAccess) {
    router.post("/-/check") { request, context -> Response in
      let form = try await Form(of: request)
      guard let code = form["code"], let language = form["language"], let text = form["text"] else {
        throw HTTPError(.badRequest)
      }
      let source = form["source"]
      let lines = try await registry.read { (registry) -> [Line] in
        try Self.lines(code, language, text, source, registry, context.words)
      }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      let body = ByteBuffer(bytes: try encoder.encode(lines))
      return Response(status: .ok, headers: [.contentType: "application/json"], body: .init(byteBuffer: body))
    }
  }

  private static func lines(
    _ code: String, _ name: String, _ text: String, _ typedSource: String?, _ registry: RegistryReader, _ words: Words
  ) throws(RegistryError) -> [Line] {
    let language = try registry.language(named: name).value
    let details = try registry.details(ofCode: code)
    let languages = try registry.languages().map(\.value)
    let source = languages.first { $0.fallback == nil }
    let stored = details.slots.first { $0.language == source?.tag }?.translation?.text
    let sourceText = language.fallback == nil ? nil : typedSource ?? stored
    if text.isEmpty { return [] }
    do {
      try TextRules.validateMessage(text, in: language.tag)
      if let sourceText { try TextRules.validateArguments(of: text, asIn: sourceText) }
    } catch {
      return words.phrases(for: error, text: text, in: language, languages).map { Line(severity: "error", message: $0) }
    }
    let checker = TextChecker(languages: languages, terms: try registry.terms())
    return checker.findings(code: details.code.number, language: language.tag, text: text, source: sourceText).map {
      Line(severity: $0.severity.rawValue, message: words.phrase(for: $0, languages))
    }
  }
}
