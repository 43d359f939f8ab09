import Hummingbird
import Registry
import RegistrySearch

/// The codes that what somebody saw can mean.
struct FindPage: Sendable {
  let query: String
  let hits: [SearchHit]
  let languages: [Language]

  /// Returns the search of a registry.
  static func knowledge(of registry: RegistryAccess) -> Knowledge<RegistrySearch> {
    Knowledge(registry) { registry in
      let (snapshot, terms, symbols) = (
        try registry.snapshot(), try registry.terms(), try registry.formerSymbols()
      )
      return { RegistrySearch(snapshot, terms: terms, formerSymbols: symbols) }
    }
  }

  static func addRoutes(to router: Router<ConsoleContext>, _ knowledge: Knowledge<RegistrySearch>) {
    router.get("/find") { request, context -> Response in
      let query = request.uri.queryParameters["q"].map { String($0.prefix(4_000)) } ?? ""
      let known = try await knowledge.value()
      let hits = query.isEmpty ? [] : known.value.search(query, limit: 20)
      // A number or symbol that is typed alone goes straight to its page.
      if let first = hits.first, first.score == 1, first.reason == .number || first.reason == .symbol,
        hits.dropFirst().allSatisfy(\.isWeak)
      {
        return .redirect(to: "/codes/\(first.code)", type: .normal)
      }
      return FindPage(query: query, hits: hits, languages: known.languages).page(context.words).response(context)
    }
  }

  func page(_ words: Words) -> Page {
    let strong = hits.filter { !$0.isWeak }
    let weak = hits.filter(\.isWeak)
    let ties = strong.first?.tiedWith.count ?? 0
    let answer: HTML
    if query.isEmpty {
      answer = "<p>\(words(.findHint))</p>"
    } else if strong.isEmpty {
      answer = "<p><strong>\(words(.findNothing))</strong></p>"
    } else if ties > 0 {
      answer = "<p>\(words(.findTied, ["count": .number(.init(ties + 1))]))</p>"
    } else {
      answer = ""
    }
    let similar: HTML =
      weak.isEmpty ? "" : "<h2>\(words(.findWeak))</h2><ol class=\"plain\">\(weak.map { row($0, words) })</ol>"
    return Page(
      title: words(.find), status: .ok, query: query,
      content: "\(answer)<ol class=\"plain\">\(strong.map { row($0, words) })</ol>\(similar)")
  }

  private func row(_ hit: SearchHit, _ words: Words) -> HTML {
    let language = hit.language.flatMap { tag in languages.first { $0.tag == tag } }
    let text = hit.text.flatMap { text in language.map { HTML.text(text, in: $0, as: "p") } }
    let values = hit.arguments.map { argument -> HTML in
      """
      <div><dt>\(HTML.code(argument.names.joined(separator: ", ")))</dt><dd>\(HTML.isolated(argument.value))</dd></div>
      """
    }
    let retired: HTML? = hit.state == .retired ? " <strong class=\"badge\">\(words(.retired))</strong>" : nil
    return """
      <li class="operation"><h3><a href="/codes/\(hit.code)">\(hit.code) \(HTML.code(hit.symbol))</a>\(retired)</h3>
      <p class="small">\(words(Self.word(hit.reason)))</p>\(text)\
      \("<dl class=\"facts\">\(values)</dl>", if: !values.isEmpty)</li>
      """
  }

  private static func word(_ reason: SearchHit.Reason) -> Word {
    switch reason {
    case .number: .findNumber
    case .symbol: .findSymbol
    case .text: .findText
    case .pattern: .findPattern
    case .part: .findPart
    case .near: .findNear
    }
  }
}
