import Hummingbird
import HTTPTypes
import Registry

/// One code with its texts in all languages, side by side and to be edited together.
struct CodePage: Sendable {
  /// What the page shows, read from one state of the registry.
  struct Content: Sendable {
    let details: CodeDetails
    let languages: [Language]
    /// The stale texts of the code by language.
    let stale: [LanguageTag: StaleTranslation]
    let origins: [RegistryRow: TextOrigin]
    let categories: [StatusCategory]
    /// The numbers before and after this one.
    let neighbours: (previous: Int?, next: Int?)

    init(_ name: String, _ registry: RegistryReader) throws(RegistryError) {
      details = try registry.details(ofCode: name)
      languages = try registry.languages().map(\.value)
      categories = try registry.categories().map(\.value)
      let stale = try registry.staleTranslations(code: "\(details.code.number)")
      self.stale = Dictionary(stale.map { ($0.translation.language, $0) }) { first, _ in first }
      origins = try registry.textOrigins(ofCode: details.code.number)
      neighbours = try registry.neighbors(ofCode: details.code.number)
    }

    /// The source language.
    var source: Language? { languages.first { $0.fallback == nil } }

    /// Returns the text in a language.
    func translation(_ language: Language) -> Translation? {
      details.slots.first { $0.language == language.tag }?.translation
    }
  }

  let content: Content
  /// What was typed and could not be stored, to be shown in the fields.
  var form: CodeForm?
  /// The text that was refused, and why.
  var refusal: CodeEdit.Refusal?
  /// Whether the person must say what the change of the source text means.
  var needsImpact = false
  var notice: Page.Notice?
  var status: HTTPResponse.Status = .ok

  func page(_ words: Words) -> Page {
    let code = content.details.code
    let source = content.source
    let sourceRevision = source.flatMap { content.translation($0) }?.revision ?? 0
    let sections = content.languages.map { section($0, words) }
    return Page(
      title: "\(code.number) \(code.symbol)", heading: HTML.code("\(code.number) \(code.symbol)"), place: .codes,
      status: status, notice: notice,
      content: """
        \(CodeFacts(content: content).html(words))
        <form class="texts" action="/codes/\(code.number)" method="post" data-edits>
        <input type="hidden" name="source-revision" value="\(sourceRevision)">
        \(sections)
        <p><label for="note">\(words(.why))</label>
        <input id="note" name="note" dir="auto" maxlength="1000" value="\(HTML(exactly: form?.note ?? ""))" \
        aria-describedby="note-hint"><span id="note-hint" class="small">\(words(.whyHint))</span></p>
        <p class="actions"><button name="then" value="stay" class="primary">\(words(.save))</button>
        \(saveNext(words))</p>
        </form>
        """)
  }

  private func saveNext(_ words: Words) -> HTML? {
    content.neighbours.next.map { next in
      "<button name=\"then\" value=\"\(next)\">\(words(.saveNext))</button>"
    }
  }

  /// Returns the fieldset of one language.
  private func section(_ language: Language, _ words: Words) -> HTML {
    let translation = content.translation(language)
    let typed = form?.fields.first { $0.language == language.tag.description }
    let id = HTML(text: "text-\(language.tag)")
    let stored = translation?.text ?? ""
    let refused = refusal?.language == language.tag.description ? refusal : nil
    let error = refused.map { refusal -> HTML in
      let lines = words.phrases(for: refusal.error, text: typed?.typed, in: language, content.languages)
      return
        "<div class=\"error\" id=\"error-\(language.tag)\">\(lines.map { line -> HTML in "<p>\(line.html)</p>" })</div>"
    }
    let origin = translation.flatMap { content.origins[.translation($0.code, $0.language)] }
    let dropsReview = translation?.state == .reviewed || translation?.state == .final
    let question: HTML? =
      language.fallback == nil
      ? ImpactQuestion(language: language, chosen: form?.impact, isNeeded: needsImpact).html(words) : nil
    let invalid: HTML =
      refused == nil ? "" : " aria-invalid=\"true\" aria-errormessage=\"error-\(language.tag)\""
    return """
      <fieldset>
      <legend>\(HTML.text(language.ownName, in: language)) \(HTML.code("\(language.tag)"))</legend>
      \(TextFacts(translation, origin: origin).html(words))
      \(stale(language, words))
      \(error)
      <label class="spoken" for="\(id)">\(words(.text)) \(Phrase(parts: [words.name(of: language.tag, [language])]).html)</label>
      <textarea id="\(id)" name="\(id)" rows="2" maxlength="4000" lang="\(language.tag)" \
      dir="\(language.direction.rawValue)"\(invalid) \
      data-language="\(language.tag)"\(" data-source", if: language.fallback == nil)>
      \(HTML(exactly: typed?.typed ?? stored))</textarea>
      <input type="hidden" name="base-\(language.tag)" value="\(HTML(exactly: typed?.base ?? stored))">
      <input type="hidden" name="revision-\(language.tag)" value="\(typed?.revision ?? translation?.revision ?? 0)">
      <div class="findings" id="findings-\(language.tag)" role="status"></div>
      \(arguments(language, words))
      \("<p class=\"small\">\(words(.dropsReview))</p>", if: dropsReview)
      \(question)
      </fieldset>
      """
  }

  /// Returns what changed in the source text since this translation was made, and how to confirm the translation.
  private func stale(_ language: Language, _ words: Words) -> HTML? {
    guard let stale = content.stale[language.tag], let source = content.source else { return nil }
    let difference = TextDifference(from: stale.sourceThen, to: stale.sourceNow)
    return """
      <div class="stale"><p>\(words(.sourceChanged)) \(HTML.difference(difference, in: source, words))</p>
      <p><label><input type="checkbox" name="confirm-\(language.tag)" value="1"> \(words(.confirm))</label>
      <span class="small">\(words(.confirmHint))</span></p></div>
      """
  }

  /// Returns buttons that insert the arguments of the source text. Without a script they do nothing, so the script
  /// shows them.
  private func arguments(_ language: Language, _ words: Words) -> HTML? {
    let names = content.details.arguments
    guard !names.isEmpty, language.fallback != nil else { return nil }
    let buttons = names.map { name -> HTML in
      """
      <button type="button" class="insert" data-insert="{\(name)}" hidden>\(words(.insertArgument)) \
      \(HTML.code("{\(name)}"))</button>
      """
    }
    return
      "<p class=\"insert\">\(words(.arguments))\(words(.colon))\(names.map { HTML.code("{\($0)}") + " " }) \(buttons)</p>"
  }
}
