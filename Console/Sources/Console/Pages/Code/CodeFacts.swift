import Registry

/// The facts about a code itself, and the ways to its neighbours and its history.
struct CodeFacts {
  let code: StatusCode
  let categories: [StatusCategory]
  let languages: [Language]
  /// The codes before and after this one in the list that the person came from, else by number.
  let previous: Int?
  let next: Int?
  /// The list that the person came from.
  let from: String?

  func html(_ words: Words) -> HTML {
    var facts: [(word: Word, value: HTML)] = [
      (.category, Phrase(parts: [words.name(ofCategory: code.category, categories, languages)]).html),
      (.state, "\(words(StateWords.word(code.state)))"),
    ]
    if let status = code.httpStatus { facts.append((.httpStatus, "\(status)")) }
    if let isRetryable = code.isRetryable { facts.append((.retryable, "\(words(isRetryable ? .yes : .no))")) }
    if let other = code.replacedBy { facts.append((.replacedBy, "<a href=\"/codes/\(other)\">\(other)</a>")) }
    if let description = code.description { facts.append((.description, HTML.note(description, languages))) }
    let rows = facts.map { fact -> HTML in "<div><dt>\(words(fact.word))</dt><dd>\(fact.value)</dd></div>" }
    let previous = self.previous.map { link($0, "prev", .olderCode, words) }
    let next = self.next.map { link($0, "next", .newerCode, words) }
    let back = from.map { from -> HTML in
      "<li><a href=\"\(HTML(exactly: from))\">\(words(.backToList))</a></li>"
    }
    return """
      <dl class="facts">\(rows)</dl>
      <ul class="links">\(back)\(previous)\(next)
      <li><a href="/history?code=\(code.number)">\(words(.codeHistory))</a></li>
      <li><button data-copy="/codes/\(code.number)" data-done="\(words(.copied))" \
      hidden>\(words(.copyLink))</button></li>
      </ul>
      """
  }

  private func link(_ number: Int, _ relation: HTML, _ word: Word, _ words: Words) -> HTML {
    """
    <li><a rel="\(relation)" href="\(HTML(exactly: CodePage.path(number, from: from)))">\
    \(words(word, ["code": .text("\(number)")]))</a></li>
    """
  }
}

/// The words for states.
enum StateWords {
  static func word(_ state: StatusCode.State) -> Word {
    switch state {
    case .active: .active
    case .deprecated: .deprecated
    case .retired: .retired
    }
  }

  /// Returns the word for the state of a text; a text in the source language is no translation.
  static func word(_ state: Translation.State, in language: Language?) -> Word {
    switch state {
    case .initial: .initial
    case .translated where language.map { $0.fallback == nil } == true: .written
    case .translated: .translated
    case .reviewed: .reviewed
    case .final: .final
    }
  }

  /// Returns the badge of a text whose source text has changed; nil for any other.
  static func badge(_ staleness: SourceImpact?, _ words: Words) -> HTML? {
    switch staleness {
    case .major: "<strong class=\"badge unfit\">\(words(.unfit))</strong>"
    case .minor: "<strong class=\"badge\">\(words(.stale))</strong>"
    default: nil
    }
  }
}
