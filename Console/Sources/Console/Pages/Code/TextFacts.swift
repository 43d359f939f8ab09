import Registry

/// The facts about one text: its state, whether its source has changed, who wrote it.
struct TextFacts {
  private let translation: Translation?
  private let language: Language
  private let origin: TextOrigin?

  init(_ translation: Translation?, in language: Language, origin: TextOrigin?) {
    (self.translation, self.language, self.origin) = (translation, language, origin)
  }

  func html(_ words: Words) -> HTML {
    guard let translation else { return "<p class=\"small\"><strong class=\"badge\">\(words(.missing))</strong></p>" }
    let badge = StateWords.badge(translation.staleness, words).map { badge -> HTML in " \(badge)" }
    let author: HTML =
      if let author = origin?.author, let origin {
        """
        \(words(.author))\(words(.colon))\(HTML.isolated(author))\(words(.comma))\
        \(words.time(origin.writtenAt))
        """
      } else {
        "\(words(.seedText))"
      }
    return "<p class=\"small\">\(words(StateWords.word(translation.state, in: language)))\(badge) · \(author)</p>"
  }
}
