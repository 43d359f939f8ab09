import Registry

/// The page about texts that somebody else changed meanwhile: where both began, what is stored now, and what was typed.
struct ConflictPage {
  let code: StatusCode
  let outcome: CodeEdit.Outcome
  let note: String?

  func page(_ words: Words) -> Page {
    let parts = outcome.conflicts.map { part($0, words) }
    let others: HTML = "<p>\(words(.conflictOthersSaved))</p>"
    return Page(
      title: words(.conflictTitle), place: .codes, status: .conflict,
      content: """
        <p>\(words(.conflictSafe))</p>
        \(others, if: outcome.results.contains(where: \.isChanged))
        <form class="texts" action="/codes/\(code.number)" method="post" data-edits>
        \(parts)
        <input type="hidden" name="note" value="\(HTML(exactly: note ?? ""))">
        <p class="actions"><a class="button" href="/codes/\(code.number)">\(words(.conflictKeepTheirs))</a>
        <button name="then" value="stay" class="primary">\(words(.conflictUseMine))</button></p>
        </form>
        """)
  }

  private func part(_ conflict: CodeEdit.Conflict, _ words: Words) -> HTML {
    let language = conflict.language
    let field = conflict.field
    let stored = conflict.stored?.text ?? ""
    let author: Phrase.Part = conflict.origin?.author.map { .value(nil, [.words($0)]) } ?? .words(words(.seedText))
    let who = words.phrase(
      .conflictWho,
      [
        "name": .part(author), "code": .name("\(code.number)"),
        "language": .part(words.name(of: language.tag, [language])),
      ]
    ).html
    let reason = conflict.reason.map { reason -> HTML in "<br>\(words(.conflictReason)) \(HTML.isolated(reason))" }
    let when = conflict.origin.map { origin -> HTML in " \(words.time(origin.writtenAt))" }
    let theirs = HTML.difference(TextDifference(from: field.base, to: stored), in: language, words)
    let mine = HTML.difference(TextDifference(from: field.base, to: field.typed), in: language, words)
    let base: HTML =
      field.base.isEmpty ? "\(words(.missingText))" : HTML.text(field.base, in: language)
    return """
      <fieldset>
      <legend>\(HTML.text(language.ownName, in: language)) \(HTML.code("\(language.tag)"))</legend>
      <p>\(who)</p>
      <dl class="sides">
      <div><dt>\(words(.conflictBase))</dt><dd>\(base)</dd></div>
      <div><dt>\(words(.conflictTheirs))</dt><dd>\(theirs)<span class="small">\(when)\(reason)</span></dd></div>
      <div><dt>\(words(.conflictMine))</dt><dd>\(mine)</dd></div>
      </dl>
      <label for="text-\(language.tag)">\(words(.conflictEditMine))</label>
      <textarea id="text-\(language.tag)" name="text-\(language.tag)" rows="2" maxlength="4000" lang="\(language.tag)" \
      dir="\(language.direction.rawValue)" data-language="\(language.tag)">
      \(HTML(exactly: field.typed))</textarea>
      <input type="hidden" name="base-\(language.tag)" value="\(HTML(exactly: stored))">
      <input type="hidden" name="revision-\(language.tag)" value="\(conflict.stored?.revision ?? 0)">
      </fieldset>
      """
  }
}
