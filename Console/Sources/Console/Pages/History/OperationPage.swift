import Registry

/// One operation with all of its changes, and what an undo would do.
struct OperationPage: Sendable {
  let operation: RegistryOperation
  /// What an undo would do; nil when the operation cannot be undone.
  let plan: ReversalResult?
  let languages: [Language]
  var notice: Page.Notice?

  func page(_ words: Words) -> Page {
    let changes = operation.changes.filter { !$0.isBookkeeping }.prefix(500).map {
      ChangeRow($0, languages).html(words)
    }
    return Page(
      title: words(.operationTitle, ["number": .text("\(operation.id)")]), place: .history, notice: notice,
      content: """
        \(OperationFacts(operation: operation).html(words))
        <ul class="changes">\(changes)</ul>
        \(undo(words))
        """)
  }

  private func undo(_ words: Words) -> HTML {
    guard let plan, !(plan.changes.isEmpty && plan.conflicts.isEmpty) else {
      return "<h2>\(words(.undo))</h2><p>\(words(.cannotUndo))</p>"
    }
    let back = plan.changes.filter { !$0.isBookkeeping }.prefix(500).map { ChangeRow($0, languages).html(words) }
    let alone = plan.conflicts.prefix(500).map { conflict -> HTML in
      let language = languages.first { $0.tag == conflict.row.language }
      let fields = conflict.fields.map { field -> HTML in
        let sides: [(word: Word, value: FieldValue?)] = [
          (.before, field.before), (.after, field.after), (.now, field.current),
        ]
        return sides.map { side -> HTML in
          let value = side.value.map { words.value($0.description, ofField: field.name, language, languages) }
          return "<div><dt>\(words(side.word))</dt><dd>\(Phrase(parts: [value ?? .words("–")]).html)</dd></div>"
        }.reduce("", +)
      }
      return "<li>\(words.phrase(for: conflict, languages).html)<dl class=\"sides\">\(fields)</dl></li>"
    }
    let goesBack: HTML = back.isEmpty ? "" : "<p>\(words(.canGoBack))</p><ul class=\"changes\">\(back)</ul>"
    let stays: HTML = alone.isEmpty ? "" : "<p>\(words(.leftAlone))</p><ul>\(alone)</ul>"
    let form: HTML = """
      <form action="/operations/\(operation.id)/undo" method="post">
      <p><label for="note">\(words(.undoReason))</label> <input id="note" name="note" dir="auto" maxlength="1000"></p>
      <p class="actions"><button class="primary">\(words(.undoThis))</button></p></form>
      """
    return "<h2>\(words(.undo))</h2>\(goesBack)\(stays)\(form, if: !back.isEmpty)"
  }
}
