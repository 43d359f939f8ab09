import Registry

/// One operation with its changes, and what an undo would do.
struct OperationPage: Sendable {
  /// What is known about an undo.
  enum Undo: Sendable {
    /// Nobody has asked what it would do, and finding out takes long.
    case notAsked
    /// Nothing can be undone.
    case impossible
    case possible(ReversalResult)
  }

  /// The largest number of changes that are shown.
  static let limit = 500

  let operation: RegistryOperation
  let undo: Undo
  let languages: [Language]
  /// The reason that was typed.
  var note = ""
  var notice: Page.Notice?

  func page(_ words: Words) -> Page {
    let changes = operation.changes.filter { !$0.isBookkeeping }.prefix(Self.limit).map {
      ChangeRow($0, languages).html(words)
    }
    let count: HTML = "<p>\(words(.changeCount, ["count": .number(.init(operation.changeCount))]))</p>"
    return Page(
      title: words(.operationTitle, ["number": .text("\(operation.id)")]), place: .history, notice: notice,
      content: """
        \(OperationFacts(operation: operation, languages: languages).html(words))
        \(count, if: operation.changeCount > Self.limit)<ul class="changes">\(changes)</ul>
        <h2>\(words(.undo))</h2>\(undo(words))
        """)
  }

  private func undo(_ words: Words) -> HTML {
    switch undo {
    case .notAsked:
      "<p><a href=\"/operations/\(operation.id)?preview=1\">\(words(.undoPreview))</a></p>"
    case .impossible: "<p>\(words(.cannotUndo))</p>"
    case .possible(let plan): html(plan, words)
    }
  }

  private func html(_ plan: ReversalResult, _ words: Words) -> HTML {
    let back = plan.changes.filter { !$0.isBookkeeping }.prefix(Self.limit).map { ChangeRow($0, languages).html(words) }
    let alone = plan.conflicts.prefix(Self.limit).map { conflict -> HTML in
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
      <p><label for="note">\(words(.undoReason))</label> <input id="note" name="note" dir="auto" maxlength="1000" \
      value="\(HTML(exactly: note))"></p>
      <p class="actions"><button class="primary">\(words(.undoThis))</button></p></form>
      """
    return "\(goesBack)\(stays)\(form, if: !back.isEmpty)"
  }
}
