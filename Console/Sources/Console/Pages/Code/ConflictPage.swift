import Registry

/// The page about texts that somebody else changed meanwhile: where both began, what is stored now, and what was typed.
struct ConflictPage {
  let code: StatusCode
  let languages: [Language]
  /// The person who typed.
  let person: String
  let outcome: CodeEdit.Outcome
  let form: CodeForm

  func page(_ words: Words) -> Page {
    let parts = outcome.conflicts.map { part($0, words) }
    let others: HTML = "<p>\(words(.conflictOthersSaved))</p>"
    let from = form.from.map { from -> HTML in
      "<input type=\"hidden\" name=\"from\" value=\"\(HTML(exactly: from))\">"
    }
    let back = CodePage.path(code.number, from: form.from)
    return Page(
      title: words(.conflictTitle), place: .codes, status: .conflict,
      content: """
        <p>\(words(.conflictSafe))</p>
        \(others, if: outcome.results.contains(where: \.isChanged))
        <form class="texts" action="/codes/\(code.number)" method="post" data-edits>
        \(parts)\(from)\(KeptForm.readerField(person))
        \(NoteField.html(form.note, words))
        <p class="actions"><button name="then" value="stay">\(words(.conflictUseMine))</button>
        <button formaction="/codes/\(code.number)/typed">\(words(.conflictEditMine))</button>
        <a class="button" href="\(HTML(exactly: back))" data-forget>\(words(.conflictKeepTheirs))</a></p>
        </form>
        """)
  }

  private func part(_ conflict: CodeEdit.Conflict, _ words: Words) -> HTML {
    let (language, field, tag) = (conflict.language, conflict.field, conflict.language.tag)
    let stored = conflict.stored?.text ?? ""
    let name = HTML.text(language.ownName, in: language)
    let actor = conflict.change.flatMap { $0.id > 1 ? $0.actor : nil }
    var values: [String: Phrase.Value] = ["code": .name("\(code.number)"), "language": words.value([language])]
    values["name"] = actor.map { .name($0) }
    let who = words.phrase(sentence(conflict, isNamed: actor != nil), values).html
    let reason = conflict.change?.note.map { reason -> HTML in
      "<br>\(words(.conflictReason))\(words.space.html)\(HTML.note(reason, languages))"
    }
    let when = conflict.change.map { change -> HTML in
      """
      <br><span class="small">\(actor.map { HTML.isolated($0) }) \(words.time(change.at)) \
      <a href="/operations/\(change.id)">\(words(.operation, ["number": .text("\(change.id)")]))</a>\(reason)</span>
      """
    }
    let none: HTML = "\(words(.missingText))"
    let base = field.base.isEmpty ? none : HTML.text(field.base, in: language)
    let theirs = HTML.difference(TextDifference(from: field.base, to: stored), in: language, words)
    let mine = HTML.difference(TextDifference(from: stored, to: field.typed), in: language, words)
    return """
      <fieldset>
      <legend>\(name) \(HTML.code("\(tag)"))</legend>
      <p>\(who)</p>
      <dl class="sides">
      <div><dt>\(words(.conflictBase))</dt><dd>\(base)</dd></div>
      <div><dt>\(words(.conflictTheirs))</dt><dd>\(theirs)\(when)</dd></div>
      <div><dt>\(words(.conflictMine))</dt><dd>\(mine)</dd></div>
      </dl>
      <label for="text-\(tag)">\(words(.conflictField))</label>
      <textarea id="text-\(tag)" name="text-\(tag)" rows="2" maxlength="4000" lang="\(tag)" \
      dir="\(language.direction.rawValue)" data-language="\(tag)">
      \(HTML(exactly: field.typed))</textarea>
      <input type="hidden" name="base-\(tag)" value="\(HTML(exactly: stored))">
      <input type="hidden" name="revision-\(tag)" value="\(conflict.stored?.revision ?? 0)">
      </fieldset>
      """
  }

  /// Returns what happened to a text. A replaced file has other texts that nobody changed meanwhile.
  private func sentence(_ conflict: CodeEdit.Conflict, isNamed: Bool) -> Word {
    let isReplaced = conflict.field.isReplaced(by: conflict.stored)
    return switch conflict.stored {
    case _ where !isNamed || isReplaced: .conflictOther
    case nil: .conflictRemoved
    case let stored? where conflict.field.isBased(on: stored): .conflictSame
    case _?: .conflictWho
    }
  }
}
