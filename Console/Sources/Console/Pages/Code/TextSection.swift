import Registry

/// The fieldset of one language on the page of a code.
struct TextSection {
  let content: CodePage.Content
  let language: Language
  let person: String
  let form: CodeForm?
  let refusal: CodeEdit.Refusal?
  let needsImpact: Bool

  private var translation: Translation? { content.translation(language) }
  private var tag: LanguageTag { language.tag }

  func html(_ words: Words) -> HTML {
    // Only what the person changed is shown again; another field has what is stored by now.
    let typed = form?[tag].flatMap { $0.isEdit ? $0 : nil }
    let stored = translation?.text ?? ""
    let shown = typed?.typed ?? stored
    let dropsReview = translation?.state == .reviewed || translation?.state == .final
    let reviewNote: HTML = "<p class=\"small\" id=\"drops-\(tag)\">\(words(.dropsReview))</p>"
    let question = language.fallback == nil ? ImpactQuestion(content, language, form, isNeeded: needsImpact) : nil
    let invalid: HTML =
      refusal == nil ? "" : " aria-invalid=\"true\" aria-errormessage=\"findings-\(tag)\""
    return """
      <fieldset>
      <legend>\(HTML.text(language.ownName, in: language)) \(HTML.code("\(tag)"))</legend>
      \(TextFacts(translation, in: language, origin: content.origin(language)).html(words))
      \(invitation(words), if: translation == nil)\(stale(words))
      <label class="spoken" for="text-\(tag)">\
      \(words.phrase(.textIn, ["language": words.value([language])]).html)\
      <span hidden><span data-name>\(words.names(of: [language]).html)</span></span></label>
      <textarea id="text-\(tag)" name="text-\(tag)" rows="2" maxlength="4000" lang="\(tag)" \
      dir="\(language.direction.rawValue)"\(invalid) aria-describedby="findings-\(tag)" \
      data-language="\(tag)"\(" data-source", if: language.fallback == nil)>
      \(HTML(exactly: shown))</textarea>
      <input type="hidden" name="base-\(tag)" value="\(HTML(exactly: typed?.base ?? stored))">
      <input type="hidden" name="revision-\(tag)" value="\(typed?.revision ?? translation?.revision ?? 0)">
      <div class="findings" id="findings-\(tag)" role="status">\(findings(isTyped: typed != nil, words))</div>
      <div id="preview-\(tag)" data-word="\(words(.previewTitle))">\
      \(TextPreview(shown, in: tag).html(in: language, words))\
      </div>
      \(tools(shown, words))
      \(reviewNote, if: dropsReview)
      \(question?.html(words))
      \(TextActions(content: content, language: language, person: person).html(words))
      </fieldset>
      """
  }

  /// Returns what checks say about the text in the field. What was typed and not stored is checked when it is stored.
  private func findings(isTyped: Bool, _ words: Words) -> [HTML] {
    if let refusal {
      return FindingLine.lines(refusal.error, text: form?[tag]?.typed, in: language, content.languages, words).map(
        \.html)
    }
    return isTyped ? [] : content.findings(language).map { FindingLine($0, content.languages, words).html }
  }

  /// Returns what customers get while there is no text.
  private func invitation(_ words: Words) -> HTML {
    let fallback = language.fallback.flatMap { tag in content.languages.first { $0.tag == tag } } ?? content.source
    let text = fallback.flatMap { language in
      content.translation(language).map { HTML.text($0.text, in: language) }
    }
    return """
      <p>\(words.phrase(.missingInvite, ["language": words.value([fallback].compactMap(\.self))]).html)\
      \(words.space.html)\(text)</p>
      """
  }

  /// Returns what changed in the source text since this translation was made.
  private func stale(_ words: Words) -> HTML? {
    guard let stale = content.stale[tag], let source = content.source else { return nil }
    let difference = TextDifference(from: stale.sourceThen, to: stale.sourceNow)
    return """
      <div class="stale"><p>\(words(.sourceChanged))\(words.space.html)\
      \(HTML.difference(difference, in: source, words))</p></div>
      """
  }

  /// Returns the arguments and plurals of the source text, and its terms with all forms of their renderings. The script
  /// makes them buttons that insert.
  private func tools(_ shown: String, _ words: Words) -> HTML? {
    guard language.fallback != nil, let source = content.source else { return nil }
    let arguments = content.details.arguments.map { name in insertion(HTML.code("{\(name)}")) }
    let frames = PluralFrames.missing(
      in: shown, tag, source: content.translation(source)?.text ?? "", source.tag
    ).map { frame in insertion(HTML.code(frame)) }
    let terms = (content.terms[tag] ?? []).compactMap { term -> HTML? in
      guard let rendering = term.renderings[tag] else { return nil }
      let forms = Self.forms(of: rendering, in: shown).map { form in insertion(HTML.text(form, in: language)) }
      let note = term.note.map { note -> HTML in
        "<span class=\"small\">\(HTML.note(note, content.languages))</span>"
      }
      return "<li>\(HTML.text(term.source, in: source)) = \(forms)\(note)</li>"
    }
    let list: HTML = "<p class=\"small\">\(words(.termsTitle))</p><ul class=\"terms\">\(terms)</ul>"
    let rows: [(word: Word, values: [HTML])] = [(.arguments, arguments), (.pluralForms, frames)]
    let names = rows.filter { !$0.values.isEmpty }.map { row -> HTML in
      """
      <p class="insert"><span class="small">\(words(row.word))\(words(.colon))</span>\(row.values)</p>
      """
    }
    return "\(names)\(list, if: !terms.isEmpty)"
  }

  /// Returns the forms of a term. The longest one that the text has comes first, as the one that fits there.
  private static func forms(of rendering: TermRendering, in text: String) -> [String] {
    let forms = [rendering.text] + rendering.otherForms
    guard let fitting = forms.filter({ text.contains($0) }).max(by: { $0.count < $1.count }) else { return forms }
    return [fitting] + forms.filter { $0 != fitting }
  }

  private func insertion(_ html: HTML) -> HTML { "<span data-insert>\(html)</span> " }
}
