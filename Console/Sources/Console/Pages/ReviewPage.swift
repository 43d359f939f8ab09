import Registry

/// The texts of others that wait for review, with their source texts, to be accepted together.
struct ReviewPage: Sendable {
  let query: ListQuery
  let items: [InboxItem]
  let languages: [Language]
  /// The revisions of the texts.
  let revisions: [RegistryRow: Int]
  /// The number of texts that the person wrote and that wait for somebody else.
  let ownCount: Int
  /// The texts that were ticked, as CODE-LANGUAGE-REVISION.
  var ticked: Set<String> = []
  var notice: Page.Notice?

  static func read(_ query: ListQuery, for person: String, _ registry: RegistryAccess) async throws -> ReviewPage {
    try await registry.read { registry in
      let chosen = query["language"].map { [$0] } ?? []
      let items = try registry.inbox(of: person, languages: chosen).filter { $0.need == .review }
      let slots = try registry.translations(TranslationFilter(language: query["language"]))
      let waiting = slots.compactMap(\.translation).filter {
        !$0.isStale && ($0.state == .initial || $0.state == .translated)
      }
      let codes = Set(try registry.codes().map(\.value).filter { $0.state != .retired }.map(\.number))
      return ReviewPage(
        query: query, items: items, languages: try registry.languages().map(\.value),
        revisions: Dictionary(
          slots.compactMap { slot in
            slot.translation.map { (.translation(slot.code, slot.language), $0.revision) }
          }, uniquingKeysWith: { first, _ in first }),
        ownCount: waiting.count { codes.contains($0.code) } - items.count)
    }
  }

  func page(_ words: Words) -> Page {
    let byTag = Dictionary(languages.map { ($0.tag, $0) }, uniquingKeysWith: { first, _ in first })
    let source = languages.first { $0.fallback == nil }
    let rows = items.dropFirst(query.skipped).prefix(ListQuery.pageSize).compactMap { item -> HTML? in
      guard let language = byTag[item.language], let text = item.text else { return nil }
      let revision = revisions[.translation(item.code.number, item.language)] ?? 0
      let name = "pick-\(item.code.number)-\(item.language)"
      let isTicked = ticked.contains("\(item.code.number)-\(item.language)-\(revision)")
      let original = item.source.flatMap { text in source.map { HTML.text(text, in: $0, as: "p") } }
      let author = item.origin?.author.map { HTML.isolated($0) } ?? "\(words(.seedText))"
      return """
        <tr><td><input type="checkbox" name="\(name)" value="\(revision)" \
        aria-label="\(words(.accept)) \(item.code.number) \(Phrase(parts: [words.name(of: language.tag, [language])]).text)"\(" checked", if: isTicked)></td>\
        <td><a href="/codes/\(item.code.number)#text-\(item.language)">\(item.code.number)</a></td>\
        <td>\(original)\(HTML.text(text, in: language, as: "p"))</td><td>\(author)</td></tr>
        """
    }
    let filter: HTML = """
      <form class="filter" action="/review" \
      method="get">\(Choice.languages(languages, chosen: query["language"], words))
      <button>\(words(.filter))</button></form>
      """
    let address = "/review" + (query["language"].map { "?language=\(PathText.encoded($0))" } ?? "")
    let table: HTML = """
      <form action="\(HTML(exactly: address))" method="post">
      <div class="scroll"><table><thead><tr><th scope="col"><span class="spoken">\(words(.accept))</span></th>\
      <th scope="col">\(words(.code))</th><th scope="col">\(words(.text))</th><th scope="col">\(words(.author))</th>\
      </tr></thead>
      <tbody>\(rows)</tbody></table></div>
      <p class="actions"><button name="as" value="reviewed" class="primary">\(words(.accept))</button>
      <button name="as" value="final">\(words(.acceptFinal))</button></p></form>
      """
    let count: HTML =
      items.isEmpty
      ? "<p>\(words(.reviewNothing))</p>"
      : "<p>\(words(.reviewCount, ["count": .number(.init(items.count))]))</p>"
    return Page(
      title: words(.reviewTitle), place: .review, notice: notice,
      content: """
        \(filter)\(count)<p>\(words(.reviewOwn, ["count": .number(.init(max(ownCount, 0)))]))</p>
        \(table, if: !rows.isEmpty)\(query.next("/review", of: items.count, words))
        """)
  }
}
