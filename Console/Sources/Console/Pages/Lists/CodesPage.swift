import Hummingbird
import Registry

/// The list of codes.
struct CodesPage: Sendable {
  let query: ListQuery
  let codes: [StatusCode]
  /// The source texts by code.
  let texts: [Int: String]
  let categories: [StatusCategory]
  let source: Language?

  static func addRoutes(to router: Router<ConsoleContext>, _ registry: RegistryAccess) {
    router.get("/codes") { request, context -> Response in
      let query = ListQuery(request.uri.queryParameters)
      let page = try await registry.read { registry in
        let codes = try registry.codes(
          CodeFilter(category: query["category"], state: query["state"].flatMap { StatusCode.State(rawValue: $0) }))
        let source = try registry.languages().map(\.value).first { $0.fallback == nil }
        let slots = try registry.translations(TranslationFilter(language: source?.tag.description))
        let texts = Dictionary(
          slots.compactMap { slot in slot.translation.map { (slot.code, $0.text) } },
          uniquingKeysWith: { first, _ in first })
        return CodesPage(
          query: query, codes: codes.map(\.value), texts: texts, categories: try registry.categories().map(\.value),
          source: source)
      }
      return page.page(context.words).response(context)
    }
  }

  func page(_ words: Words) -> Page {
    let name = { (key: String) in words.name(ofCategory: key, categories, source.map { [$0] } ?? []) }
    let rows = codes.dropFirst(query.skipped).prefix(ListQuery.pageSize).map { code -> HTML in
      let text = texts[code.number].flatMap { text in source.map { HTML.text(text, in: $0) } }
      return """
        <tr><td><a href="/codes/\(code.number)">\(code.number)</a></td><td>\(HTML.code(code.symbol))</td>\
        <td>\(Phrase(parts: [name(code.category)]).html)</td><td>\(words(StateWords.word(code.state)))</td><td>\(text)\
        </td></tr>
        """
    }
    let table: HTML = """
      <div class="scroll"><table><thead><tr><th scope="col">\(words(.code))</th><th scope="col">\(words(.symbol))</th>\
      <th scope="col">\(words(.category))</th><th scope="col">\(words(.state))</th><th scope="col">\(words(.source))\
      </th></tr></thead>
      <tbody>\(rows)</tbody></table></div>
      """
    let keys = categories.map { ($0.key, name($0.key)) }
    let states = StatusCode.State.allCases.map { ($0.rawValue, Phrase.Part.words(words(StateWords.word($0)))) }
    let form: HTML = """
      <form class="filter" action="/codes" method="get">
      \(Choice.values("category", words(.category), all: words(.allCategories), keys, chosen: query["category"]))
      \(Choice.values("state", words(.state), all: words(.allStates), states, chosen: query["state"]))
      <button>\(words(.filter))</button></form>
      """
    return Page(
      title: words(.codesTitle), place: .codes,
      content: """
        \(form)<p>\(words(.codeCount, ["count": .number(.init(codes.count))]))</p>\(table)
        \(query.next("/codes", of: codes.count, words))
        """)
  }
}
