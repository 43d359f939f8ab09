import Hummingbird
import Registry

/// The list of texts, with those that are missing.
struct TextsPage: Sendable {
  let query: ListQuery
  let slots: [TranslationSlot]
  let languages: [Language]
  let categories: [StatusCategory]

  static func addRoutes(to router: Router<ConsoleContext>, _ registry: RegistryAccess) {
    router.get("/texts") { request, context -> Response in
      let query = ListQuery(request.uri.queryParameters)
      let filter = TranslationFilter(
        language: query["language"], state: query["state"].flatMap { Translation.State(rawValue: $0) },
        isMissing: query["missing"] == "1", isStale: query["stale"] == "1", category: query["category"],
        text: query["text"])
      let page = try await registry.read { registry in
        TextsPage(
          query: query, slots: try registry.translations(filter), languages: try registry.languages().map(\.value),
          categories: try registry.categories().map(\.value))
      }
      return page.page(context.words).response(context)
    }
  }

  func page(_ words: Words) -> Page {
    let byTag = Dictionary(languages.map { ($0.tag, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = slots.dropFirst(query.skipped).prefix(ListQuery.pageSize).compactMap { slot -> HTML? in
      guard let language = byTag[slot.language] else { return nil }
      let text: HTML =
        slot.translation.map { HTML.text($0.text, in: language) }
        ?? "<strong class=\"badge\">\(words(.missing))</strong>"
      let state: HTML? = slot.translation.map { translation in
        switch translation.staleness {
        case .major: "<strong class=\"badge unfit\">\(words(.unfit))</strong>"
        case .minor: "<strong class=\"badge\">\(words(.stale))</strong>"
        default: "\(words(StateWords.word(translation.state)))"
        }
      }
      return """
        <tr><td><a href="/codes/\(slot.code)#text-\(slot.language)">\(slot.code)</a></td>\
        <td>\(HTML.text(language.ownName, in: language))</td><td>\(state)</td><td>\(text)</td></tr>
        """
    }
    let table: HTML = """
      <div class="scroll"><table><thead><tr><th scope="col">\(words(.code))</th><th scope="col">\(words(.language))\
      </th>\
      <th scope="col">\(words(.state))</th><th scope="col">\(words(.text))</th></tr></thead><tbody>\(rows)</tbody>\
      </table></div>
      """
    let names = categories.map { ($0.key, words.name(ofCategory: $0.key, categories, languages)) }
    let states = Translation.State.allCases.map { ($0.rawValue, Phrase.Part.words(words(StateWords.word($0)))) }
    let form: HTML = """
      <form class="filter" action="/texts" method="get">
      \(Choice.languages(languages, chosen: query["language"], words))
      \(Choice.values("category", words(.category), all: words(.allCategories), names, chosen: query["category"]))
      \(Choice.values("state", words(.state), all: words(.allStates), states, chosen: query["state"]))
      <label>\(words(.text)) <input name="text" dir="auto" value="\(HTML(exactly: query["text"] ?? ""))"></label>
      \(Choice.box("missing", words(.onlyMissing), isChecked: query["missing"] == "1"))
      \(Choice.box("stale", words(.onlyStale), isChecked: query["stale"] == "1"))
      <button>\(words(.filter))</button></form>
      """
    return Page(
      title: words(.textsTitle), place: .texts,
      content: """
        \(form)<p>\(words(.textCount, ["count": .number(.init(slots.count))]))</p>\
        \(table, if: !rows.isEmpty)\("<p>\(words(.nothingMatches))</p>", if: rows.isEmpty)
        \(query.next("/texts", of: slots.count, words))
        """)
  }
}
