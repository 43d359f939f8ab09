import Hummingbird
import Registry
import RegistrySearch

/// The codes that what somebody saw can mean.
struct FindPage: Sendable {
  /// The largest number of hits.
  static let limit = 20

  let query: String
  let hits: [SearchHit]
  let languages: [Language]
  /// The texts of the hits that fit well.
  let slots: [Int: [TranslationSlot]]
  let formerSymbols: [Int: [String]]
  /// The code that a number or symbol without a hit probably means.
  var near: StatusCode?

  static func addRoutes(
    to router: Router<ConsoleContext>, _ registry: RegistryAccess, _ insight: RegistryInsight
  ) {
    router.get("/find") { request, context -> Response in
      let query = request.uri.formParameters["q"].map { String($0.prefix(1_000)) } ?? ""
      let known = try await insight.search.value()
      let hits = query.isEmpty ? [] : known.value.search.search(query, limit: limit)
      // A number or symbol that is typed alone goes straight to its page.
      if let first = hits.first, first.score == 1, first.reason == .number || first.reason == .symbol,
        hits.dropFirst().allSatisfy(\.isWeak), former(first, query, known.value.formerSymbols) == nil
      {
        return .redirect(to: "/codes/\(first.code)", type: .normal)
      }
      let (slots, near) = try await registry.read { registry -> ([Int: [TranslationSlot]], StatusCode?) in
        let near = hits.isEmpty ? try Self.near(query, registry) : nil
        let slots = try hits.filter { !$0.isWeak }.reduce(into: [Int: [TranslationSlot]]()) { slots, hit in
          slots[hit.code] = try registry.translations(ofCode: hit.code)
        }
        return (slots, near)
      }
      return FindPage(
        query: query, hits: hits, languages: known.languages, slots: slots, formerSymbols: known.value.formerSymbols,
        near: near
      ).page(context.words).response(context)
    }
  }

  /// Returns the code whose number or symbol is most similar to a query.
  private static func near(_ query: String, _ registry: RegistryReader) throws(RegistryError) -> StatusCode? {
    guard !query.isEmpty, query.utf8.count <= 64 else { return nil }
    do {
      return try registry.code(named: query).value
    } catch {
      guard error.code == .codeNotFound, case .didYouMean(let name) = error.remedy else { return nil }
      return try registry.code(named: name).value
    }
  }

  /// Returns the former symbol of a hit that a query contains.
  private static func former(_ hit: SearchHit, _ query: String, _ symbols: [Int: [String]]) -> String? {
    let query = query.uppercased()
    return query.contains(hit.symbol) ? nil : symbols[hit.code]?.first { query.contains($0) && $0 != hit.symbol }
  }

  func page(_ words: Words) -> Page {
    let strong = hits.filter { !$0.isWeak }
    let weak = hits.filter(\.isWeak)
    let ties = strong.first?.tiedWith.count ?? 0
    let answer: HTML
    if query.isEmpty {
      answer = "<p>\(words(.findHint))</p>"
    } else if strong.isEmpty {
      answer = "<p><strong>\(words(.findNothing))</strong>\(words.space.html)\(words(.findHint))</p>"
    } else if ties > 0 {
      answer = "<p>\(words(.findTied, ["count": .number(.init(ties + 1))]))</p>"
    } else {
      answer = "<p>\(words(.findCount, ["count": .number(.init(strong.count))]))</p>"
    }
    let guess = near.map { code -> HTML in
      """
      <h2>\(words(.didYouMean))</h2>
      <p><a href="/codes/\(code.number)">\(HTML.code("\(code.number) \(code.symbol)"))</a></p>
      """
    }
    let from = PathText.encoded("/find?q=\(PathText.encoded(query))")
    let similar: HTML = """
      <h2>\(words(strong.isEmpty ? .didYouMean : .findWeak))</h2>
      <ol class="plain">\(weak.map { row($0, from, words) })</ol>
      """
    return Page(
      title: words(.find), status: .ok, query: query,
      content: """
        \(answer)<ol class="plain">\(strong.map { row($0, from, words) })</ol>\(similar, if: !weak.isEmpty)\(guess)
        """)
  }

  private func row(_ hit: SearchHit, _ from: String, _ words: Words) -> HTML {
    let language = hit.language.flatMap { tag in languages.first { $0.tag == tag } }
    let text = hit.text.flatMap { text in language.map { HTML.text(text, in: $0, as: "p") } }
    let values = hit.arguments.map { argument -> HTML in
      """
      <div><dt>\(HTML.code(argument.names.joined(separator: ", ")))</dt><dd>\(HTML.isolated(argument.value))</dd></div>
      """
    }
    let others = (slots[hit.code] ?? []).compactMap { slot -> HTML? in
      guard slot.language != hit.language, let text = slot.translation?.text,
        let other = languages.first(where: { $0.tag == slot.language })
      else { return nil }
      return "<li>\(HTML.text(text, in: other))</li>"
    }
    let former = Self.former(hit, query, formerSymbols).map { symbol -> HTML in
      "<p class=\"small\">\(words.phrase(.findFormer, ["symbol": .code(symbol)]).html)</p>"
    }
    let retired: HTML? = hit.state == .retired ? " <strong class=\"badge\">\(words(.retired))</strong>" : nil
    let copy: HTML = """
      <p><button data-copy="/codes/\(hit.code)" data-done="\(words(.copied))" hidden>\(words(.copyLink))\
      <span class="spoken"> \(hit.code)</span></button></p>
      """
    return """
      <li class="operation"><h2><a href="/codes/\(hit.code)?from=\(from)">\(HTML.code("\(hit.code) \(hit.symbol)"))</a>\
      \(retired)</h2>
      <p class="small">\(words(Self.word(hit.reason)))</p>\(former)\(text)\
      \("<dl class=\"facts\">\(values)</dl>", if: !values.isEmpty)\
      \("<ul class=\"plain small\">\(others)</ul>", if: !others.isEmpty)\(copy, if: !hit.isWeak)</li>
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
