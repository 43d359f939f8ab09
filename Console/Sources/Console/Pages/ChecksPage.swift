import Hummingbird
import Registry

/// What checks have found in the texts.
enum ChecksPage {
  /// Returns the findings in a registry.
  static func knowledge(of registry: RegistryAccess) -> Knowledge<TextFindings> {
    Knowledge(registry) { registry in
      let examination = try registry.textExamination()
      return { examination.findings() }
    }
  }

  static func addRoutes(to router: Router<ConsoleContext>, _ knowledge: Knowledge<TextFindings>) {
    router.get("/checks") { request, context -> Response in
      let query = ListQuery(request.uri.queryParameters)
      return page(try await knowledge.value(), query, context.words).response(context)
    }
  }

  private static func page(_ known: Knowledge<TextFindings>.Current, _ query: ListQuery, _ words: Words) -> Page {
    let findings = known.value.open.filter { finding in
      query["language"].map { $0 == finding.row?.language?.description } ?? true
    }
    let rows = findings.dropFirst(query.skipped).prefix(ListQuery.pageSize).map { finding -> HTML in
      let language = finding.row?.language
      let link = finding.row?.code.map { code -> HTML in
        "<a href=\"/codes/\(code)#text-\(language?.description ?? "")\">\(code)</a>"
      }
      return """
        <tr><td>\(link)</td><td>\(language.map { Phrase(parts: [words.name(of: $0, known.languages)]).html })</td>\
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
      ? "<p><strong>\(words(.checksNothing))</strong></p>"
      : "<p>\(words(.doctorFindings, ["count": .number(.init(findings.count))]))</p>"
    return Page(
      title: words(.navChecks), place: .checks,
      content: """
        <form class="filter" action="/checks" method="get">\
        \(Choice.languages(known.languages, chosen: query["language"], words))
        <button>\(words(.filter))</button></form>
        \(count)\(table, if: !rows.isEmpty)\(query.next("/checks", of: findings.count, words))
        """)
  }
}
