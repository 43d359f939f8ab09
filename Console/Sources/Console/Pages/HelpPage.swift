import Hummingbird

/// What the pages are for, and the keys.
enum HelpPage {
  static func addRoutes(to router: Router<ConsoleContext>) {
    router.get("/help") { _, context -> Response in page(context.words).response(context) }
  }

  static func page(_ words: Words) -> Page {
    let places: [(Page.Place, Word)] = [
      (.work, .helpWork), (.codes, .helpCodes), (.texts, .helpTexts), (.review, .helpReview),
      (.history, .helpHistory), (.glossary, .helpGlossary), (.checks, .helpChecks), (.doctor, .helpDoctor),
    ]
    let rows = places.map { place, word -> HTML in
      "<dt><a href=\"\(place.rawValue)\">\(words(place.word))</a></dt><dd>\(words(word))</dd>"
    }
    return Page(
      title: words(.helpTitle), place: .help,
      content: """
        <p>\(words(.helpFind))</p><dl class="help">\(rows)</dl>
        <h2>\(words(.keysTitle))</h2>
        <dl class="help"><dt><kbd>/</kbd></dt><dd>\(words(.keyFind))</dd>\
        <dt><kbd dir="ltr">Ctrl+Enter</kbd></dt><dd>\(words(.keySave))</dd></dl>
        """)
  }
}
