import Registry

/// The question before a translation is removed. It carries what was typed elsewhere on the page.
struct RemovalPage {
  let code: StatusCode
  let language: Language
  let text: String
  /// The language that answers afterwards.
  let fallback: Language?
  let form: Form

  func page(_ words: Words) -> Page {
    let fields = form.all.filter { $0.name != "then" && $0.name != "sure" }.map { field -> HTML in
      "<input type=\"hidden\" name=\"\(HTML(exactly: field.name))\" value=\"\(HTML(exactly: field.value))\">"
    }
    return Page(
      title: words(.removeTitle, ["code": .text("\(code.number)")]), place: .codes,
      content: """
        <p>\
        \(words.phrase(.removeQuestion, ["code": .name("\(code.number)"), "language": words.value([language])]).html)\
        </p>
        <blockquote>\(HTML.text(text, in: language, as: "p"))</blockquote>
        <p>\(words.phrase(.removeEffect, ["language": words.value([fallback].compactMap(\.self))]).html)</p>
        <form action="/codes/\(code.number)/texts/\(language.tag)/remove" method="post" data-asks>\(fields)
        <p class="actions"><button formaction="/codes/\(code.number)/typed">\(words(.removeNot))</button>
        <button name="sure" value="1" class="primary">\(words(.removeSure))</button></p></form>
        """)
  }
}
