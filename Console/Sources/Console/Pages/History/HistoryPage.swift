import HummingbirdCore
import Registry

/// The operations, newest first.
struct HistoryPage: Sendable {
  /// What is shown, as it is in the address.
  struct Query: Sendable {
    let code: String?
    let language: String?
    let actor: String?
    /// The number of operations that are left out because earlier pages have them.
    let skipped: Int

    init(_ parameters: FlatDictionary<Substring, Substring>) {
      let value = { (name: Substring) in parameters[name].map(String.init).flatMap { $0.isEmpty ? nil : $0 } }
      (code, language, actor) = (value("code"), value("language"), value("actor"))
      skipped = min(max(value("skip").flatMap { Int($0) } ?? 0, 0), 100_000)
    }

    /// One operation more than the page shows says whether there is a next page.
    var filter: HistoryFilter {
      HistoryFilter(
        code: code, language: language, actor: actor, limit: skipped + HistoryRoutes.pageSize + 1, shownChanges: 3)
    }
  }

  let query: Query
  let operations: [RegistryOperation]
  let languages: [Language]

  func page(_ words: Words) -> Page {
    let shown = operations.dropFirst(query.skipped).prefix(HistoryRoutes.pageSize)
    let rows = shown.map { operation -> HTML in
      let changes = operation.changes.filter { !$0.isBookkeeping }.map { ChangeRow($0, languages).html(words) }
      return """
        <li class="operation"><h2><a href="/operations/\(operation.id)">\
        \(words(.operation, ["number": .text("\(operation.id)")]))</a></h2>
        \(OperationFacts(operation: operation).html(words))
        <ul class="changes">\(changes)</ul>
        <p class="small">\(words(.changeCount, ["count": .number(.init(operation.changeCount))]))</p></li>
        """
    }
    let rest = query.skipped + HistoryRoutes.pageSize
    let next: HTML? =
      operations.count > rest
      ? "<p><a href=\"\(HTML(exactly: path(skipping: rest)))\">\(words(.next))</a></p>" : nil
    let list: HTML = rows.isEmpty ? "<p>\(words(.nothingMatches))</p>" : "<ol class=\"plain\">\(rows)</ol>"
    return Page(title: words(.historyTitle), place: .history, content: "\(filterForm(words))\(list)\(next)")
  }

  private func filterForm(_ words: Words) -> HTML {
    """
    <form class="filter" action="/history" method="get">
    <label>\(words(.code)) <input name="code" size="10" value="\(HTML(exactly: query.code ?? ""))"></label>
    \(Choice.languages(languages, chosen: query.language, words))
    <label>\(words(.author)) <input name="actor" size="14" dir="auto" value="\(HTML(exactly: query.actor ?? ""))">\
    </label>
    <button>\(words(.filter))</button></form>
    """
  }

  private func path(skipping count: Int) -> String {
    var parts = ["skip=\(count)"]
    for (name, value) in [("code", query.code), ("language", query.language), ("actor", query.actor)] {
      if let value { parts.append("\(name)=\(PathText.encoded(value))") }
    }
    return "/history?" + parts.joined(separator: "&")
  }
}
