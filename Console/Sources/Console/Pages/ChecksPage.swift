import Hummingbird
import Registry
import RegistryChecks

/// What checks have found in the texts.
enum ChecksPage {
  static func addRoutes(to router: Router<ConsoleContext>, _ insight: RegistryInsight) {
    router.get("/checks") { request, context -> Response in
      let query = ListQuery(request.uri.formParameters)
      return page(try await insight.texts.value(), query, context.words).response(context)
    }
  }

  /// Returns the findings that the address of a list asks for.
  static func chosen(_ findings: [Finding], _ query: ListQuery) -> [Finding] {
    let (language, severity, check) = (query["language"], query["severity"], query["check"])
    return findings.filter { finding in
      (language.map { $0 == finding.row?.language?.description } ?? true)
        && (severity.map { $0 == finding.severity.rawValue } ?? true) && (check.map { $0 == finding.check } ?? true)
    }
  }

  private static func page(_ known: Knowledge<RegistryInsight.Texts>.Current, _ query: ListQuery, _ words: Words)
    -> Page
  {
    let findings = chosen(known.value.findings.open, query)
    let links = ListLinks(query, "/checks")
    let rows = findings.dropFirst(query.skipped).prefix(ListQuery.pageSize).map { finding -> HTML in
      let language = finding.row?.language.flatMap { tag in known.languages.first { $0.tag == tag } }
      return """
        <tr><td>\(finding.row?.code.map { links.link($0, finding.row?.language) })</td>\
        <td>\(language.map { words.names(of: [$0]).html })</td>\
        <td>\(words(words.word(finding.severity)))</td>\
        <td>\(Phrase(parts: [words.name(ofCheck: finding.check)]).html)</td>\
        <td>\(words.phrase(for: finding, known.languages).html)</td></tr>
        """
    }
    let table: HTML = """
      <div class="scroll"><table><thead><tr><th scope="col">\(words(.code))</th><th scope="col">\(words(.language))\
      </th>\
      <th scope="col">\(words(.severity))</th><th scope="col">\(words(.check))</th><th \
      scope="col">\(words(.finding))</th>\
      </tr></thead><tbody>\(rows)</tbody></table></div>
      """
    let count: HTML =
      findings.isEmpty
      ? (query.isFiltered
        ? EmptyList.html("/checks", query, words) : "<p><strong>\(words(.checksNothing))</strong></p>")
      : "<p>\(words(.doctorFindings, ["count": .number(.init(findings.count))]))</p>"
    let severities: [Finding.Severity] = [.error, .warning, .note]
    let names = Set(known.value.findings.open.map(\.check)).sorted()
    return Page(
      title: words(.navChecks), place: .checks,
      content: """
        <form class="filter" action="/checks" method="get">\
        \(Choice.languages(known.languages, chosen: query["language"], words))
        \(Choice.values(
          "severity", words(.severity), all: words(.allSeverities),
          severities.map { ($0.rawValue, .words(words(words.word($0)))) }, chosen: query["severity"]))
        \(Choice.values(
          "check", words(.check), all: words(.allChecks), names.map { ($0, words.name(ofCheck: $0)) },
          chosen: query["check"]))
        <button>\(words(.filter))</button></form>
        \(count)\(table, if: !rows.isEmpty)\(query.pages("/checks", of: findings.count, words))
        """)
  }
}
