import HTTPTypes
import Hummingbird
import Registry

/// One code with its texts in all languages, one below the other and to be edited together.
struct CodePage: Sendable {
  let content: Content
  /// The person who looks at the page.
  let person: String
  /// The list that the person came from.
  var trail: CodeTrail?
  /// What was typed and is not stored, to be shown in the fields.
  var form: CodeForm?
  /// The text that was refused, and why.
  var refusal: CodeEdit.Refusal?
  /// Whether the person must say what the change of the source text means.
  var needsImpact = false
  var notice: Page.Notice?
  /// The operation that the answer to this form has made; nil when it made none, or when the address says so.
  var done: Int?
  var status: HTTPResponse.Status = .ok

  /// Returns the path of the page of a code.
  ///
  /// - Parameters:
  ///   - done: The number of the operation that the page tells about, or `same`.
  ///   - from: The list that the person came from.
  static func path(_ code: Int, done: String? = nil, from: String? = nil) -> String {
    let parts = [done.map { "done=\($0)" }, from.map { "from=\(PathText.encoded($0))" }].compactMap(\.self)
    return "/codes/\(code)" + (parts.isEmpty ? "" : "?" + parts.joined(separator: "&"))
  }

  func page(_ words: Words) -> Page {
    let code = content.details.code
    let (previous, next) =
      trail.map { ($0.previous, $0.next) } ?? (content.neighbours.previous, content.neighbours.next)
    let facts = CodeFacts(
      code: code, categories: content.categories, languages: content.languages, previous: previous, next: next,
      from: trail?.from)
    let sections = content.languages.map { language in
      TextSection(
        content: content, language: language, person: person, form: form,
        refusal: refusal?.language == language.tag.description ? refusal : nil, needsImpact: needsImpact
      ).html(words)
    }
    let from = trail.map { trail -> HTML in
      "<input type=\"hidden\" name=\"from\" value=\"\(HTML(exactly: trail.from))\">"
    }
    let saveNext = next.map { next -> HTML in
      "<button name=\"then\" value=\"\(next)\">\(words(.saveNext))</button>"
    }
    // The first button is the one that Enter in the field of the reason presses.
    let texts: HTML = """
      <form class="texts" action="/codes/\(code.number)" method="post" data-edits="\(done.map { "\($0)" } ?? "")">
      <button class="spoken" name="then" value="stay" tabindex="-1" aria-hidden="true">\(words(.save))</button>
      \(from)\(KeptForm.readerField(person))\(sections)
      \(NoteField.html(form?.note, words))
      <p class="actions bar"><button name="then" value="stay" class="primary">\(words(.save))</button>
      \(saveNext)</p>
      </form>
      """
    let beside = trail.map { trail -> HTML in "<div class=\"beside\">\(texts)\(trail.html(words))</div>" }
    return Page(
      title: "\(code.number) \(code.symbol)", heading: HTML.code("\(code.number) \(code.symbol)"), place: .codes,
      status: status, notice: notice,
      content: """
        \(facts.html(words))
        <div id="changed" role="status" data-code="\(code.number)" data-revision="\(content.revision)" \
        data-word="\(words(.changedNow))" data-code-word="\(words(.changedCode))" \
        data-space="\(words(.sentenceSpace))" data-show="\(words(.show))"></div>
        \(beside ?? texts)
        """)
  }
}
