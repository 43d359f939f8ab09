import Hummingbird
import Registry

/// What waits for the person, and what was done lately.
enum WorkPage {
  static func addRoutes(
    to router: Router<ConsoleContext>, _ registry: RegistryAccess, _ insight: RegistryInsight
  ) {
    router.get("/") { _, context -> Response in
      let person = try context.requirePerson()
      let waiting = try await insight.texts.value().value.waiting
      let work = try await registry.read { registry in
        Work(
          person: person, languages: try registry.languages().map(\.value), waiting: waiting,
          lately: try registry.history(HistoryFilter(limit: 5, shownChanges: 3)), status: try registry.status())
      }
      return page(work, context.words).response(context)
    }
  }

  struct Work: Sendable {
    let person: String
    let languages: [Language]
    let waiting: WaitingTexts
    let lately: [RegistryOperation]
    let status: RegistryStatus
  }

  static func page(_ work: Work, _ words: Words) -> Page {
    let rows = work.languages.compactMap { language -> HTML? in
      let counts = InboxItem.Need.allCases.compactMap { need -> HTML? in
        let count = work.waiting.count(need, language.tag, for: work.person)
        guard count > 0 else { return nil }
        let text = words(word(of: need), ["count": .number(.init(count))])
        return "<li><a href=\"\(path(need, language))\">\(text)</a></li>"
      }
      if counts.isEmpty { return nil }
      return "<li><h2>\(HTML.text(language.ownName, in: language))</h2><ul>\(counts)</ul></li>"
    }
    let lately = work.lately.map { operation -> HTML in
      let changes = operation.changes.filter { !$0.isBookkeeping }.map { ChangeRow($0, work.languages).html(words) }
      let facts = OperationFacts(operation: operation, languages: work.languages)
      let count = facts.changeCount
      let more: HTML = "<p class=\"small\">\(words(.changeCount, ["count": .number(.init(count))]))</p>"
      return """
        <li class="operation"><a href="/operations/\(operation.id)">\
        \(words(.operation, ["number": .text("\(operation.id)")]))</a>
        \(facts.html(words))\
        \("<ul class=\"changes\">\(changes)</ul>", if: count <= 3)\
        \(more, if: count > 1)\
        </li>
        """
    }
    let waiting: HTML =
      rows.isEmpty
      ? "<p>\(words(.workNothing))\(words.space.html)<a href=\"/texts\">\(words(.workNext))</a></p>"
      : "<ul class=\"work\">\(rows)</ul>"
    let release: HTML =
      if let last = work.status.lastRelease {
        """
        <p>\(HTML.code(last.name)) · \(words.time(last.recordedAt)) · \
        \(words(.workSince, ["count": .number(.init(work.status.revision - last.revision))]))</p>
        """
      } else {
        "<p>\(words(.noRelease))</p>"
      }
    return Page(
      title: words(.workTitle), place: .work,
      content: """
        \(waiting)
        <h2>\(words(.lately))</h2><ul class="plain">\(lately)</ul>
        <h2>\(words(.release))</h2>\(release)
        """)
  }

  private static func word(of need: InboxItem.Need) -> Word {
    switch need {
    case .missing: .workMissing
    case .unfit: .workUnfit
    case .stale: .workStale
    case .finding: .workFinding
    default: .workReview
    }
  }

  private static func path(_ need: InboxItem.Need, _ language: Language) -> String {
    switch need {
    case .missing: "/texts?language=\(language.tag)&missing=1"
    case .unfit: "/texts?language=\(language.tag)&stale=major"
    case .stale: "/texts?language=\(language.tag)&stale=minor"
    case .finding: "/texts?language=\(language.tag)&findings=1"
    default: "/review?language=\(language.tag)"
    }
  }
}
