import Registry

/// One changed field, with the difference of its values.
struct ChangeRow {
  private let change: FieldChange
  private let language: Language?
  private let languages: [Language]

  init(_ change: FieldChange, _ languages: [Language]) {
    (self.change, self.languages) = (change, languages)
    language = change.row.language.flatMap { tag in languages.first { $0.tag == tag } }
  }

  func html(_ words: Words) -> HTML {
    let row = words.subject(change.row, languages).html
    let subject = change.row.code.map { code -> HTML in "<a href=\"/codes/\(code)\">\(row)</a>" } ?? row
    let (before, after) = (change.before?.description ?? "", change.after?.description ?? "")
    let difference: HTML
    if let language, change.field == "text" || change.field == "name" {
      difference = HTML.difference(TextDifference(from: before, to: after), in: language, words)
    } else {
      let shown = { (value: String) in
        Phrase(parts: [words.value(value, ofField: change.field, language, languages)]).html
      }
      let old: HTML =
        before.isEmpty ? "" : "<del>\(HTML.spoken(.removed, words))\(shown(before))</del> "
      let new: HTML = after.isEmpty ? "" : "<ins>\(HTML.spoken(.added, words))\(shown(after))</ins>"
      difference = "<span class=\"diff\">\(old)\(new)</span>"
    }
    let field = Phrase(parts: [words.name(ofField: change.field)]).html
    return "<li>\(subject) · \(field)\(words(.colon))\(difference)</li>"
  }
}
