import HTTPTypes
import Registry
import RegistryChecks

/// The texts of others that wait for review, with their source texts and what they replaced, to be accepted together.
struct ReviewPage: Sendable {
  let query: ListQuery
  let items: WindowedRows<ReviewItem>
  let languages: [Language]
  /// The texts in which a check finds an error, with the first one.
  let errors: [RegistryRow: Finding]
  /// The number of texts that the person wrote and that wait for somebody else.
  let ownCount: Int
  /// The texts that were ticked, as CODE-LANGUAGE-REVISION.
  var ticked: Set<String> = []
  /// The texts that have changed since they were shown.
  var changed: Set<RegistryRow> = []
  var notice: Page.Notice?
  var status: HTTPResponse.Status = .ok

  static func read(
    _ query: ListQuery, for person: String, _ registry: RegistryAccess, _ checkers: CheckerStore
  ) async throws -> ReviewPage {
    try await registry.read { registry in
      let items = try registry.reviewQueue(of: person, language: query["language"], window: query.window)
      let checker = try checkers.checker(registry)
      var errors: [RegistryRow: Finding] = [:]
      for code in items.rows.map(\.translation.code).withoutRepeats {
        for finding in try registry.textFindings(ofCode: code, with: checker) where finding.severity == .error {
          if let row = finding.row, errors[row] == nil { errors[row] = finding }
        }
      }
      return ReviewPage(
        query: query, items: items, languages: try registry.languages().map(\.value), errors: errors,
        ownCount: try registry.countOfTextsInReview(writtenBy: person, language: query["language"]))
    }
  }

  func page(_ words: Words) -> Page {
    let rows = items.rows.compactMap { row($0, words) }
    let filter: HTML = """
      <form class="filter" action="/review" \
      method="get">\(Choice.languages(languages, chosen: query["language"], words))
      <button>\(words(.filter))</button></form>
      """
    let table: HTML = """
      <form action="\(HTML(exactly: query.address("/review")))" method="post">
      <div class="scroll"><table><thead><tr><th scope="col"><span class="spoken">\(words(.accept))</span></th>\
      <th scope="col">\(words(.code))</th><th scope="col">\(words(.language))</th><th scope="col">\(words(.text))</th>\
      <th scope="col">\(words(.author))</th></tr></thead>
      <tbody>\(rows)</tbody></table></div>
      <p class="small" id="accept-hint">\(words(.acceptHint))</p>
      <p class="actions bar"><label hidden><input type="checkbox" data-all>\(words(.pickAll))</label>
      <span id="picked" role="status" hidden>\(words(.picked))\(words.space.html)<span></span></span>
      <button name="as" value="reviewed" class="primary" aria-describedby="accept-hint">\(words(.accept))</button>
      <button name="as" value="final" aria-describedby="accept-hint">\(words(.acceptFinal))</button></p></form>
      """
    let own: HTML = "<p>\(words(.reviewOwn, ["count": .number(.init(ownCount))]))</p>"
    let list = query.content(
      "/review", items.rows.map(\.translation.code), hasMore: items.hasMore, count: .reviewCount, table: table,
      none: "<p>\(words(.reviewNothing))</p>", words)
    return Page(
      title: words(.reviewTitle), place: .review, status: status, notice: notice,
      content: "\(filter)\(own, if: ownCount > 0)\(list)")
  }

  private func row(_ item: ReviewItem, _ words: Words) -> HTML? {
    let text = item.translation
    guard let language = languages.first(where: { $0.tag == text.language }) else { return nil }
    let row = RegistryRow.translation(text.code, text.language)
    let name = "\(text.code)-\(text.language)"
    let source = languages.first { $0.fallback == nil }
    let original = item.source.flatMap { text in source.map { HTML.text(text, in: $0, as: "p") } }
    let shown =
      item.before.map { before -> HTML in
        "<p>\(HTML.difference(TextDifference(from: before, to: text.text), in: language, words))</p>"
      } ?? HTML.text(text.text, in: language, as: "p")
    let author = item.origin?.author.map { HTML.isolated($0) } ?? "\(words(.seedText))"
    let tick: HTML
    var remark: HTML?
    if let error = errors[row] {
      tick = ""
      remark = "\(FindingLine(error, languages, words).html)<p class=\"small\">\(words(.reviewHasErrors))</p>"
    } else {
      let isTicked = ticked.contains("\(name)-\(text.revision)")
      tick = """
        <input type="checkbox" name="pick-\(name)" value="\(text.revision)" \
        aria-label="\(words(.accept)) \(text.code) \(words.names(of: [language]).text)"\(" checked", if: isTicked)>
        """
    }
    if changed.contains(row) {
      remark = "<p><strong class=\"badge\">\(words(.reviewChangedHere))</strong></p>\(remark)"
    }
    return """
      <tr><td>\(tick)</td><td>\(ListLinks(query, "/review").link(text.code, text.language))</td>\
      <td>\(words.names(of: [language]).html)</td>\
      <td>\(original)\(shown)\(remark)</td><td>\(author)</td></tr>
      """
  }
}
