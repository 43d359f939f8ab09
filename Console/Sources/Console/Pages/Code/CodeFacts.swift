import Registry

/// The facts about a code itself, and the ways to its neighbours and its history.
struct CodeFacts {
  let content: CodePage.Content

  func html(_ words: Words) -> HTML {
    let code = content.details.code
    let category = words.name(ofCategory: code.category, content.categories, content.languages)
    var facts: [(word: Word, value: HTML)] = [
      (.category, Phrase(parts: [category]).html), (.state, "\(words(StateWords.word(code.state)))"),
    ]
    if let status = code.httpStatus { facts.append((.httpStatus, "\(status)")) }
    if let isRetryable = code.isRetryable { facts.append((.retryable, "\(words(isRetryable ? .yes : .no))")) }
    if let other = code.replacedBy { facts.append((.replacedBy, "<a href=\"/codes/\(other)\">\(other)</a>")) }
    if let description = code.description { facts.append((.description, HTML.isolated(description))) }
    let rows = facts.map { fact -> HTML in "<div><dt>\(words(fact.word))</dt><dd>\(fact.value)</dd></div>" }
    let previous = content.neighbours.previous.map { number -> HTML in
      "<li><a rel=\"prev\" href=\"/codes/\(number)\">\(words(.olderCode, ["code": .text("\(number)")]))</a></li>"
    }
    let next = content.neighbours.next.map { number -> HTML in
      "<li><a rel=\"next\" href=\"/codes/\(number)\">\(words(.newerCode, ["code": .text("\(number)")]))</a></li>"
    }
    return """
      <dl class="facts">\(rows)</dl>
      <ul class="links">\(previous)\(next)
      <li><a href="/history?code=\(code.number)">\(words(.codeHistory))</a></li></ul>
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

  static func word(_ state: Translation.State) -> Word {
    switch state {
    case .initial: .initial
    case .translated: .translated
    case .reviewed: .reviewed
    case .final: .final
    }
  }
}
