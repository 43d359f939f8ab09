import Hummingbird
import Registry

/// The terms of the glossary.
enum GlossaryPage {
  static func addRoutes(to router: Router<ConsoleContext>, _ registry: RegistryAccess) {
    router.get("/glossary") { request, context -> Response in
      let query = request.uri.formParameters["q"].map { String($0.prefix(200)) } ?? ""
      let (terms, languages) = try await registry.read { registry in
        (try registry.readableTerms(), try registry.languages().map(\.value))
      }
      return page(terms.filter { $0.hasWord(containing: query) }, languages, query, context.words).response(context)
    }
  }

  static func page(_ terms: [Term], _ languages: [Language], _ query: String, _ words: Words) -> Page {
    let targets = languages.filter { $0.fallback != nil }
    let source = languages.first { $0.fallback == nil }
    let headings = targets.map { language -> HTML in
      "<th scope=\"col\">\(HTML.text(language.ownName, in: language))</th>"
    }
    let rows = terms.map { term -> HTML in
      let cells = targets.map { language -> HTML in
        guard let rendering = term.renderings[language.tag] else { return "<td></td>" }
        let lists: [(word: Word, values: [String])] = [
          (.termForms, rendering.otherForms), (.termSynonyms, rendering.synonyms),
          (.termForbidden, rendering.forbidden),
        ]
        let others = lists.filter { !$0.values.isEmpty }.map { list -> HTML in
          let values = list.values.enumerated().map { index, value -> HTML in
            "\(" · ", if: index > 0)\(HTML.text(value, in: language))"
          }
          return "<br><span class=\"small\">\(words(list.word))\(words(.colon))\(values)</span>"
        }
        return "<td>\(HTML.text(rendering.text, in: language))\(others)</td>"
      }
      let name = source.map { HTML.text(term.source, in: $0) } ?? HTML.isolated(term.source)
      let note = term.note.map { note -> HTML in
        "<br><span class=\"small\">\(HTML.note(note, languages))</span>"
      }
      return "<tr><th scope=\"row\">\(name)\(note)</th>\(cells)</tr>"
    }
    let table: HTML = """
      <div class="scroll"><table><thead><tr><th scope="col">\(words(.term))</th>\(headings)</tr></thead>
      <tbody>\(rows)</tbody></table></div>
      """
    let none: HTML =
      query.isEmpty
      ? "<p>\(words(.glossaryEmpty))</p>"
      : "<p>\(words(.nothingMatches))\(words.space.html)<a href=\"/glossary\">\(words(.showAll))</a></p>"
    return Page(
      title: words(.navGlossary), place: .glossary,
      content: """
        <form class="filter" action="/glossary" method="get">
        <label>\(words(.glossaryFind)) <input name="q" type="search" dir="auto" maxlength="200" \
        value="\(HTML(exactly: query))"></label> <button>\(words(.find))</button></form>
        \(none, if: terms.isEmpty)\(table, if: !terms.isEmpty)
        """)
  }
}
