import HTTPTypes
import Hummingbird
import NIOCore

/// One page: its title and content. The layout adds everything that all pages have.
struct Page: Sendable {
  /// A place in the navigation.
  enum Place: String, CaseIterable, Sendable {
    case work = "/"
    case codes = "/codes"
    case texts = "/texts"
    case review = "/review"
    case history = "/history"
    case glossary = "/glossary"
    case checks = "/checks"
    case doctor = "/doctor"
    case help = "/help"

    /// The word for the place.
    var word: Word {
      switch self {
      case .work: .navWork
      case .codes: .navCodes
      case .texts: .navTexts
      case .review: .navReview
      case .history: .navHistory
      case .glossary: .navGlossary
      case .checks: .navChecks
      case .doctor: .navDoctor
      case .help: .navHelp
      }
    }
  }

  /// A sentence about what was just done, above the content.
  struct Notice: Sendable {
    var text: HTML
    /// Whether something was refused.
    var isError = false
  }

  let title: String
  /// The heading; nil when it is the title.
  var heading: HTML?
  /// The place in the navigation; nil when the page is in none.
  var place: Place?
  var status: HTTPResponse.Status = .ok
  var notice: Notice?
  /// What was typed into the search.
  var query = ""
  let content: HTML

  /// Returns the response for a request.
  func response(_ context: ConsoleContext) -> Response {
    let bytes = ByteBuffer(bytes: layout(context).bytes)
    return Response(
      status: status,
      headers: [
        .contentType: "text/html; charset=utf-8", .contentLanguage: context.words.language.tag.description,
      ], body: .init(byteBuffer: bytes))
  }

  private func layout(_ context: ConsoleContext) -> HTML {
    let words = context.words
    let language = words.language
    // A title that begins with Latin letters in a page from right to left is set in its direction with RLM.
    let mark = language.direction == .rightToLeft ? "\u{200F}" : ""
    let name = HTML(exactly: "\(mark)\(title) – \(words(.title))")
    return """
      <!DOCTYPE html>
      <html lang="\(language.tag)" dir="\(language.direction.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <meta name="color-scheme" content="light dark">
      <title>\(name)</title>
      <link rel="stylesheet" href="\(Assets.style.path)">
      <link rel="icon" href="\(Assets.icon.path)">
      <script src="\(Assets.script.path)" defer></script>
      </head>
      <body data-draft="\(words(.draft))" data-insert-word="\(words(.insertArgument))">
      <a class="skip" href="#content">\(words(.skip))</a>
      \(header(context))
      <main id="content" tabindex="-1">
      \(notice.map(banner))
      <h1>\(heading ?? "\(title)")</h1>
      \(content)
      </main>
      \(footer(context))
      </body>
      </html>
      """
  }

  private func banner(_ notice: Notice) -> HTML {
    notice.isError
      ? "<div class=\"notice refused\" role=\"alert\" tabindex=\"-1\">\(notice.text)</div>"
      : "<div class=\"notice\" role=\"status\" tabindex=\"-1\">\(notice.text)</div>"
  }

  private func header(_ context: ConsoleContext) -> HTML {
    let words = context.words
    guard context.person != nil else {
      return "<header><p class=\"brand\">\(words(.title))</p></header>"
    }
    let links = Place.allCases.map { place -> HTML in
      let current: HTML = place == self.place ? " aria-current=\"page\"" : ""
      return "<li><a href=\"\(place.rawValue)\"\(current)>\(words(place.word))</a></li>"
    }
    return """
      <header>
      <p class="brand"><a href="/">\(words(.title))</a></p>
      <form class="search" role="search" action="/find" method="get">
      <label for="find">\(words(.findLabel))</label>
      <input id="find" name="q" type="search" dir="auto" value="\(HTML(exactly: query))" maxlength="1000">
      <button>\(words(.find))</button>
      </form>
      <nav aria-label="\(words(.title))"><ul>\(links)</ul></nav>
      </header>
      """
  }

  private func footer(_ context: ConsoleContext) -> HTML {
    let words = context.words
    let languages = Words.languages.map { other -> HTML in
      let language = other.language
      let current: HTML = language.tag == words.language.tag ? " aria-pressed=\"true\"" : " aria-pressed=\"false\""
      return """
        <button name="language" value="\(language.tag)" lang="\(language.tag)" \
        dir="\(language.direction.rawValue)"\(current)>\(language.ownName)</button>
        """
    }
    let person = context.person.map { name -> HTML in
      """
      <form action="/sign-out" method="post"><p>\(words.phrase(.signedInAs, ["name": .name(name)]).html) \
      <button>\(words(.signOut))</button></p></form>
      """
    }
    let choice = context.location.map { location -> HTML in
      """
      <form action="/interface-language" method="post" aria-label="\(words(.interfaceLanguage))">
      <input type="hidden" name="back" value="\(HTML(exactly: location))">
      \(languages)
      </form>
      """
    }
    return """
      <footer>
      \(choice)
      \(person)
      </footer>
      """
  }
}
