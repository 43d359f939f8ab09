import Hummingbird
import Registry

/// The list of texts, with those that are missing.
struct TextsPage: Sendable {
  let query: ListQuery
  let slots: WindowedRows<TranslationSlot>
  let languages: [Language]
  let categories: [StatusCategory]

  /// Returns the filter of a list. Texts of retired codes wait for nothing, so they need no look.
  static func filter(_ query: ListQuery) -> TranslationFilter {
    TranslationFilter(
      language: query["language"], state: query["state"].flatMap { Translation.State(rawValue: $0) },
      isMissing: query["missing"] == "1", isStale: query["stale"] != nil,
      staleness: query["stale"].flatMap { SourceImpact(rawValue: $0) }, isInUse: query["stale"] != nil,
      category: query["category"], text: query["text"])
  }

  /// Returns the findings for which a text waits for somebody. A remark is none.
  static func findings(_ texts: RegistryInsight.Texts) -> [Finding] {
    texts.findings.open.filter { $0.severity != .note }
  }

  static func addRoutes(
    to router: Router<ConsoleContext>, _ registry: RegistryAccess, _ insight: RegistryInsight
  ) {
    router.get("/texts") { request, context -> Response in
      let query = ListQuery(request.uri.formParameters)
      let found = query["findings"] == "1" ? findings(try await insight.texts.value().value) : nil
      let page = try await registry.read { registry in
        TextsPage(
          query: query,
          slots: try found.map { try slots(with: $0, query, registry) }
            ?? registry.translations(filter(query), window: query.window),
          languages: try registry.languages().map(\.value), categories: try registry.categories().map(\.value))
      }
      return page.page(context.words).response(context)
    }
  }

  /// Returns the page of the texts that have findings.
  private static func slots(
    with findings: [Finding], _ query: ListQuery, _ registry: RegistryReader
  ) throws(RegistryError) -> WindowedRows<TranslationSlot> {
    let rows = Set(findings.compactMap(\.row))
    let numbers = Set(rows.compactMap(\.code)).sorted()
    let isBackward = query.before != nil
    let candidates = numbers.filter { $0 > query.after ?? .min && $0 < query.before ?? .max }
    var found: [[TranslationSlot]] = []
    var count = 0
    for number in isBackward ? candidates.reversed() : candidates {
      let slots = try registry.translations(filter(query), ofCode: number).filter {
        rows.contains(.translation($0.code, $0.language))
      }
      guard !slots.isEmpty else { continue }
      if count > 0, count + slots.count > ListQuery.pageSize {
        return WindowedRows(rows: (isBackward ? found.reversed() : found).flatMap(\.self), hasMore: true)
      }
      found.append(slots)
      count += slots.count
    }
    return WindowedRows(rows: (isBackward ? found.reversed() : found).flatMap(\.self), hasMore: false)
  }

  func page(_ words: Words) -> Page {
    let byTag = Dictionary(languages.map { ($0.tag, $0) }, uniquingKeysWith: { first, _ in first })
    let links = ListLinks(query, "/texts")
    let rows = slots.rows.compactMap { slot -> HTML? in
      guard let language = byTag[slot.language] else { return nil }
      let text: HTML =
        slot.translation.map { HTML.text($0.text, in: language) }
        ?? "<strong class=\"badge\">\(words(.missing))</strong>"
      let state: HTML? = slot.translation.map { translation in
        StateWords.badge(translation.staleness, words)
          ?? "\(words(StateWords.word(translation.state, in: language)))"
      }
      return """
        <tr><td>\(links.link(slot.code, slot.language))</td>\
        <td>\(words.names(of: [language]).html)</td><td>\(state)</td><td>\(text)</td></tr>
        """
    }
    let table: HTML = """
      <div class="scroll"><table><thead><tr><th scope="col">\(words(.code))</th><th scope="col">\(words(.language))\
      </th>\
      <th scope="col">\(words(.state))</th><th scope="col">\(words(.text))</th></tr></thead><tbody>\(rows)</tbody>\
      </table></div>
      """
    let list = query.content(
      "/texts", slots.rows.map(\.code), hasMore: slots.hasMore, count: .textCount, table: table,
      none: EmptyList.html("/texts", query, words), words)
    return Page(title: words(.textsTitle), place: .texts, content: "\(form(words))\(list)")
  }

  private func form(_ words: Words) -> HTML {
    let keys = categories.map { ($0.key, words.name(ofCategory: $0.key, categories, languages)) }
    let states = Translation.State.allCases.map {
      ($0.rawValue, Phrase.Part.words(words(StateWords.word($0, in: nil))))
    }
    let stale = query["stale"]
    return """
      <form class="filter" action="/texts" method="get">
      \(Choice.languages(languages, chosen: query["language"], words))
      \(Choice.values("category", words(.category), all: words(.allCategories), keys, chosen: query["category"]))
      \(Choice.values("state", words(.state), all: words(.allStates), states, chosen: query["state"]))
      <label>\(words(.text)) <input name="text" dir="auto" value="\(HTML(exactly: query["text"] ?? ""))"></label>
      \(Choice.box("missing", words(.onlyMissing), isChecked: query["missing"] == "1"))
      \(Choice.box(
        "stale", words(stale == "major" ? .onlyUnfit : .onlyStale), value: stale ?? "1", isChecked: stale != nil))
      \(Choice.box("findings", words(.onlyFindings), isChecked: query["findings"] == "1"))
      <button>\(words(.filter))</button></form>
      """
  }
}
