import Hummingbird
import Registry

/// Whether the registry is in order.
enum DoctorPage {
  static func addRoutes(to router: Router<ConsoleContext>, _ registry: RegistryAccess) {
    router.get("/doctor") { _, context -> Response in
      let examination = try await registry.read { try $0.examine() }
      return page(examination, context.words).response(context)
    }
  }

  static func page(_ examination: Examination, _ words: Words) -> Page {
    let findings = examination.findings.prefix(200).map { finding -> HTML in
      let link = finding.row?.code.map { code -> HTML in "<a href=\"/codes/\(code)\">\(code)</a> " }
      return "<li>\(link)\(HTML.code(finding.check)): <span lang=\"en\" dir=\"ltr\">\(finding.message)</span></li>"
    }
    let result: HTML =
      findings.isEmpty
      ? "<p><strong>\(words(.doctorFine))</strong></p>"
      : """
      <p><strong>\(words(.doctorFindings, ["count": .number(.init(examination.findings.count))]))</strong></p>
      <ul>\(findings)</ul>
      """
    return Page(
      title: words(.doctorTitle), place: .doctor,
      content: """
        \(result)<p>\(words(.doctorChecked, [
          "operations": .number(.init(examination.revision)), "changes": .number(.init(examination.changes)),
        ]))</p>
        """)
  }
}
