import Hummingbird
import Registry

/// Whether the registry is in order.
enum DoctorPage {
  static func addRoutes(to router: Router<ConsoleContext>, _ registry: RegistryAccess) {
    router.get("/doctor") { _, context -> Response in
      let (examination, languages) = try await registry.readCopy { (registry) throws(RegistryError) in
        (try registry.examine(), try registry.languages().map(\.value))
      }
      return page(examination, languages, context.words).response(context)
    }
  }

  static func page(_ examination: Examination, _ languages: [Language], _ words: Words) -> Page {
    let findings = examination.findings.prefix(200).map { finding -> HTML in
      let subject = finding.row.map { row -> HTML in
        let subject = words.subject(row, languages).html
        return row.code.map { code -> HTML in "<a href=\"/codes/\(code)\">\(subject)</a>" } ?? subject
      }
      let name = Phrase(parts: [words.name(ofCheck: finding.check)]).html
      return "<li><strong>\(name)</strong> \(subject)<br>\(words.phrase(for: finding, languages).html)</li>"
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
