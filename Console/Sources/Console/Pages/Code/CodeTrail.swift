import Hummingbird
import HummingbirdCore
import Registry

/// The part around a code of the list that a person came from.
struct CodeTrail: Sendable {
  struct Row: Sendable {
    let code: Int
    /// A text that tells what the code is about, with its language.
    let text: (text: String, language: Language)?
  }

  /// The list, as a path with a query.
  let from: String
  let current: Int
  let rows: [Row]

  /// The code before this one in the list.
  var previous: Int? { index.flatMap { $0 > 0 ? rows[$0 - 1].code : nil } }
  /// The code after this one in the list.
  var next: Int? { index.flatMap { $0 + 1 < rows.count ? rows[$0 + 1].code : nil } }

  private var index: Int? { rows.firstIndex { $0.code == current } }

  /// The rows that are shown before and after the current one.
  private static let (before, after) = (8, 25)

  /// Returns whether a text is the address of a list of this console.
  static func isList(_ text: String) -> Bool {
    guard InterfaceLanguage.ownPath(text) == text, text.utf8.count <= 2_000 else { return false }
    return ["/codes", "/texts", "/review", "/checks", "/find"].contains(URI(text).path)
  }

  /// Reads the part of a list around a code; nil when there is no such list any more. A code that has left the list,
  /// because its texts are done, keeps its place.
  static func read(
    _ from: String?, around code: Int, for person: String, _ registry: RegistryAccess, _ insight: RegistryInsight
  ) async throws -> CodeTrail? {
    guard let from, isList(from) else { return nil }
    let uri = URI(from)
    let query = ListQuery(uri.formParameters)
    if uri.path == "/find" {
      let known = try await insight.search.value()
      let hits = known.value.search.search(query["q"] ?? "", limit: FindPage.limit)
      let rows = hits.map { hit in
        Row(
          code: hit.code,
          text: hit.text.flatMap { text in
            known.languages.first { $0.tag == hit.language }.map { (text, $0) }
          })
      }
      return CodeTrail(from: from, current: code, rows: rows)
    }
    var found: [Int]?
    if uri.path == "/checks" || query["findings"] == "1" {
      let texts = try await insight.texts.value().value
      let open = uri.path == "/checks" ? texts.findings.open : TextsPage.findings(texts)
      let findings = ChecksPage.chosen(open, query)
      let numbers = findings.compactMap(\.row?.code).withoutRepeats
      found = Array(
        numbers.filter { $0 < code }.suffix(before) + numbers.filter { $0 > code }.prefix(after))
    }
    let (path, numbers) = (uri.path, found)
    do {
      return try await registry.read { registry in
        let languages = try registry.languages().map(\.value)
        let around: [Int]
        if let numbers {
          around = numbers
        } else {
          around =
            try Self.codes(path, query, person, CodeWindow(before: code, limit: before), registry).suffix(before)
            + Self.codes(path, query, person, CodeWindow(after: code, limit: after), registry).prefix(after)
        }
        let language = languages.first { $0.tag.description == query["language"] } ?? languages.first
        let rows = try (around + [code]).sorted().map { number in
          let slots = try registry.translations(
            TranslationFilter(language: language?.tag.description), ofCode: number)
          return Row(
            code: number, text: slots.first?.translation.flatMap { text in language.map { (text.text, $0) } })
        }
        return CodeTrail(from: from, current: code, rows: rows)
      }
    } catch let error as RegistryError where error.code.kind == .notFound || error.code.kind == .invalid {
      return nil
    }
  }

  /// Returns the codes of a part of a list, each once.
  private static func codes(
    _ path: String, _ query: ListQuery, _ person: String, _ window: CodeWindow, _ registry: RegistryReader
  ) throws(RegistryError) -> [Int] {
    if path == "/codes" { return try registry.codes(CodesPage.filter(query), window: window).rows.map(\.value.number) }
    // Each code has at most as many texts as there are languages.
    var wide = window
    wide.limit *= query["language"] == nil ? max(1, try registry.languages().count) : 1
    let numbers =
      path == "/texts"
      ? try registry.translations(TextsPage.filter(query), window: wide).rows.map(\.code)
      : try registry.reviewQueue(of: person, language: query["language"], window: wide).rows.map(\.translation.code)
    return numbers.withoutRepeats
  }

  func html(_ words: Words) -> HTML {
    let items = rows.map { row -> HTML in
      let text =
        row.text.map { shown -> HTML in " \(HTML.text(String(shown.text.prefix(60)), in: shown.language))" }
        ?? " — \(words(.missing))"
      let isCurrent: HTML = row.code == current ? " aria-current=\"true\"" : ""
      return """
        <li><a href="\(HTML(exactly: CodePage.path(row.code, from: from)))"\(isCurrent)>\(row.code)\(text)</a></li>
        """
    }
    return """
      <nav class="trail" aria-label="\(words(.trailTitle))"><p><a href="\(HTML(exactly: from))">\
      \(words(.trailTitle))</a></p><ol class="plain">\(items)</ol></nav>
      """
  }
}

extension [Int] {
  /// The numbers of a list that is ordered by number, each once.
  var withoutRepeats: [Int] { indices.filter { $0 == 0 || self[$0] != self[$0 - 1] }.map { self[$0] } }
}
