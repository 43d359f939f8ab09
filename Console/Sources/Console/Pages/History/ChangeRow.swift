import Registry

/// One changed field, with the difference of its values.
struct ChangeRow {
  private let change: FieldChange
  private let language: Language?

  init(_ change: FieldChange, _ languages: [Language]) {
    self.change = change
    language = change.row.language.flatMap { tag in languages.first { $0.tag == tag } }
  }

  func html(_ words: Words) -> HTML {
    let subject: HTML =
      if let code = change.row.code {
        "<a href=\"/codes/\(code)\">\(code)</a>\(change.row.language.map { tag -> HTML in " " + HTML.code("\(tag)") })"
      } else {
        HTML.isolated("\(change.row)")
      }
    let (before, after) = (change.before?.description ?? "", change.after?.description ?? "")
    let difference: HTML
    if let language, change.field == "text" || change.field == "name" {
      difference = HTML.difference(TextDifference(from: before, to: after), in: language, words)
    } else {
      let old: HTML = before.isEmpty ? "" : "<del>\(HTML.spoken(.removed, words))\(before)</del> "
      let new: HTML = after.isEmpty ? "" : "<ins>\(HTML.spoken(.added, words))\(after)</ins>"
      difference = "<bdi class=\"diff\">\(old)\(new)</bdi>"
    }
    return "<li>\(subject) \(HTML.code(change.field)): \(difference)</li>"
  }
}
