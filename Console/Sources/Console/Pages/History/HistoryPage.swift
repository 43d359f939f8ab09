import HummingbirdCore
import Registry

/// The operations, newest first.
struct HistoryPage: Sendable {
  /// The number of operations on one page.
  static let pageSize = 30

  let query: ListQuery
  let operations: [RegistryOperation]
  let languages: [Language]
  /// What of the filter does not exist, such as a code.
  let problem: RegistryError?

  /// Reads a page of the history. A filter for what does not exist gives an empty page that says so.
  static func read(_ query: ListQuery, _ registry: RegistryReader) throws(RegistryError) -> HistoryPage {
    let languages = try registry.languages().map(\.value)
    // Nothing was done on a day that does not exist.
    if let day = query["day"], Timestamp("\(day)T00:00:00Z") == nil {
      return HistoryPage(query: query, operations: [], languages: languages, problem: nil)
    }
    do {
      return HistoryPage(
        query: query, operations: try registry.history(filter(query)), languages: languages, problem: nil)
    } catch {
      guard error.code.kind == .notFound || error.code.kind == .invalid else { throw error }
      return HistoryPage(query: query, operations: [], languages: languages, problem: error)
    }
  }

  /// One operation more than the page shows says whether there is another page.
  private static func filter(_ query: ListQuery) -> HistoryFilter {
    HistoryFilter(
      code: query["code"], language: query["language"], actor: query["actor"],
      since: query["day"].flatMap { Timestamp("\($0)T00:00:00Z") },
      until: query["day"].flatMap { Timestamp("\($0)T23:59:59Z") }, before: query.before, after: query.after,
      limit: pageSize + 1, shownChanges: 3)
  }

  func page(_ words: Words) -> Page {
    let hasMore = operations.count > Self.pageSize
    // Newer operations come first. Those after a number are read from the number on.
    let shown = query.after == nil ? operations.prefix(Self.pageSize) : operations.suffix(Self.pageSize)
    let rows = shown.map { operation -> HTML in
      let changes = operation.changes.filter { !$0.isBookkeeping }.map { ChangeRow($0, languages).html(words) }
      let facts = OperationFacts(operation: operation, languages: languages)
      return """
        <li class="operation"><h2><a href="/operations/\(operation.id)">\
        \(words(.operation, ["number": .text("\(operation.id)")]))</a></h2>
        \(facts.html(words))
        <ul class="changes">\(changes)</ul>
        <p class="small">\(words(.changeCount, ["count": .number(.init(facts.changeCount))]))</p></li>
        """
    }
    let problem = self.problem.map { FindingLine.lines($0, languages, words).map(\.html) } ?? []
    let list: HTML =
      rows.isEmpty ? EmptyList.html("/history", query, words) : "<ol class=\"plain\">\(rows)</ol>"
    return Page(
      title: words(.historyTitle), place: .history,
      status: self.problem.map { RegistryErrorText($0, words).status } ?? .ok,
      content: "\(filterForm(words))\(problem)\(list)\(pages(shown.first?.id, shown.last?.id, hasMore, words))")
  }

  /// Returns links to newer and older operations.
  private func pages(_ newest: Int?, _ oldest: Int?, _ hasMore: Bool, _ words: Words) -> HTML? {
    let hasNewer = query.before != nil || query.after != nil && hasMore
    let hasOlder = query.after != nil || hasMore
    return query.links(
      "/history", hasNewer ? newest.map { ("after", $0) } : nil, hasOlder ? oldest.map { ("before", $0) } : nil, words)
  }

  private func filterForm(_ words: Words) -> HTML {
    """
    <form class="filter" action="/history" method="get">
    <label>\(words(.code)) <input name="code" size="10" value="\(HTML(exactly: query["code"] ?? ""))"></label>
    \(Choice.languages(languages, chosen: query["language"], words))
    <label>\(words(.author)) <input name="actor" size="14" dir="auto" value="\(HTML(exactly: query["actor"] ?? ""))">\
    </label>
    <label>\(words(.day)) <input name="day" type="date" value="\(HTML(exactly: query["day"] ?? ""))"></label>
    <button>\(words(.filter))</button></form>
    """
  }
}
