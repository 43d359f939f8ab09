import Registry

/// The buttons beside a text, each of which makes one operation.
struct TextActions {
  let content: CodePage.Content
  let language: Language
  let person: String

  func html(_ words: Words) -> HTML? {
    guard let translation = content.translation(language), content.details.code.state != .retired else { return nil }
    var buttons: [HTML] = []
    let hasErrors = content.findings(language).contains { $0.severity == .error }
    if translation.isStale, !hasErrors {
      buttons.append(
        """
        \(button(.confirm, .confirm, words)) <span class="small">\(words(.confirmHint))</span>
        """)
    }
    let isOwn = TextOriginFilter(author: person).accepts(content.origin(language))
    switch translation.state {
    case .final where !translation.isStale: break
    case _ where hasErrors: buttons.append("<span class=\"small\">\(words(.reviewHasErrors))</span>")
    case _ where isOwn: buttons.append("<span class=\"small\">\(words(.reviewIsOwn))</span>")
    case .reviewed where !translation.isStale: buttons.append(button(.finish, .markFinal, words))
    default: buttons.append(button(.review, .markReviewed, words))
    }
    if language.fallback != nil { buttons.append(button(.remove, .removeText, words)) }
    return buttons.isEmpty ? nil : "<p class=\"actions\">\(buttons.map { $0 + " " })</p>"
  }

  private func button(_ action: TextAction, _ label: Word, _ words: Words) -> HTML {
    """
    <button formaction="/codes/\(content.details.code.number)/texts/\(language.tag)/\(action.rawValue)">\(words(label))\
    <span class="spoken"> \(words.names(of: [language]).html)</span></button>
    """
  }
}
