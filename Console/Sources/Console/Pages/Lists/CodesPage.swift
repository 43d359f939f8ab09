import Hummingbird
import Registry

/// The list of codes.
struct CodesPage: Sendable {
  let query: ListQuery
  let codes: WindowedRows<StatusCode>
  /// The source texts by code.
  let texts: [Int: String]
  let categories: [StatusCategory]
  let source: Language?

  static func filter(_ query: ListQuery) -> CodeFilter {
    CodeFilter(category: query["category"], state: query["state"].flatMap { StatusCode.State(rawValue: $0) })
  }

  static func addRoutes(to router: Router<ConsoleContext>, _ registry: RegistryAccess) {
    router.get("/codes") { request, context -> Response in
      let query = ListQuery(request.uri.formParameters)
      let page = try await registry.read { registry in
        let codes = try registry.codes(filter(query), window: query.window)
        let source = try registry.languages().map(\.value).first { $0.fallback == nil }
        return CodesPage(
          query: query, codes: WindowedRows(rows: codes.rows.map(\.value), hasMore: codes.hasMore),
          texts: try texts(of: codes.rows.map(\.value.number), source, query, registry),
          categories: try registry.categories().map(\.value), source: source)
      }
      return page.page(context.words).response(context)
    }
  }

  /// Returns the source texts of the codes on the page.
  private static func texts(
    of codes: [Int], _ source: Language?, _ query: ListQuery, _ registry: RegistryReader
  ) throws(RegistryError) -> [Int: String] {
    guard let first = codes.first, let last = codes.last, let source else { return [:] }
    let filter = TranslationFilter(language: source.tag.description, category: query["category"])
    var slots: [TranslationSlot] = []
    if query["state"] == nil {
      // The codes of the page follow one another.
      let window = CodeWindow(after: first - 1, before: last + 1, limit: .max)
      slots = try registry.translations(filter, window: window).rows
    } else {
      for code in codes { slots += try registry.translations(filter, ofCode: code) }
    }
    return Dictionary(
      slots.compactMap { slot in slot.translation.map { (slot.code, $0.text) } },
      uniquingKeysWith: { first, _ in first })
  }

  func page(_ words: Words) -> Page {
    let links = ListLinks(query, "/codes")
    let rows = codes.rows.map { code -> HTML in
      let text = texts[code.number].flatMap { text in source.map { HTML.text(text, in: $0) } }
      let category = Phrase(parts: [words.name(ofCategory: code.category, categories, source.map { [$0] } ?? [])]).html
      return """
        <tr><td>\(links.link(code.number))</td><td>\(HTML.code(code.symbol))</td>\
        <td>\(category)</td><td>\(words(StateWords.word(code.state)))</td><td>\(text)\
        </td></tr>
        """
    }
    let table: HTML = """
      <div class="scroll"><table><thead><tr><th scope="col">\(words(.code))</th><th scope="col">\(words(.symbol))</th>\
      <th scope="col">\(words(.category))</th><th scope="col">\(words(.state))</th><th scope="col">\(words(.source))\
      </th></tr></thead>
      <tbody>\(rows)</tbody></table></div>
      """
    let keys = categories.map { ($0.key, words.name(ofCategory: $0.key, categories, source.map { [$0] } ?? [])) }
    let states = StatusCode.State.allCases.map { ($0.rawValue, Phrase.Part.words(words(StateWords.word($0)))) }
    let form: HTML = """
      <form class="filter" action="/codes" method="get">
      \(Choice.values("category", words(.category), all: words(.allCategories), keys, chosen: query["category"]))
      \(Choice.values("state", words(.state), all: words(.allStates), states, chosen: query["state"]))
      <button>\(words(.filter))</button></form>
      """
    let list = query.content(
      "/codes", codes.rows.map(\.number), hasMore: codes.hasMore, count: .codeCount, table: table,
      none: EmptyList.html("/codes", query, words), words)
    return Page(title: words(.codesTitle), place: .codes, content: "\(form)\(list)")
  }
}

/// What a list says that has no rows.
enum EmptyList {
  /// Returns a sentence, and a way to the whole list when a filter hides it.
  static func html(_ path: String, _ query: ListQuery, _ words: Words) -> HTML {
    guard query.isFiltered || query.after != nil || query.before != nil else {
      return "<p>\(words(.nothingMatches))</p>"
    }
    return
      "<p>\(words(.nothingMatches))\(words.space.html)<a href=\"\(HTML(exactly: path))\">\(words(.showAll))</a></p>"
  }
}
