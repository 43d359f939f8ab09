import Registry

/// The question what a change of the source text means, and for which translations.
struct ImpactQuestion {
  private let language: Language
  /// The translations that are hit.
  private let hit: [Language]
  /// The change, when a form could not be stored without an answer.
  private let change: TextDifference?
  private let chosen: SourceImpact?
  private let isNeeded: Bool

  /// Creates the question; nil when there is no translation that a change could hit.
  init?(_ content: CodePage.Content, _ language: Language, _ form: CodeForm?, isNeeded: Bool) {
    hit = content.translated
    guard !hit.isEmpty || isNeeded else { return nil }
    self.language = language
    let field = form?[language.tag]
    change = isNeeded ? field.map { TextDifference(from: $0.base, to: $0.typed) } : nil
    chosen = form?.impact
    self.isNeeded = isNeeded
  }

  func html(_ words: Words) -> HTML {
    let choices: [(impact: SourceImpact, word: Word)] = [
      (.typo, .impactTypo), (.minor, .impactMinor), (.major, .impactMajor),
    ]
    let radios = choices.map { choice -> HTML in
      let checked: HTML = choice.impact == chosen ? " checked" : ""
      return """
        <label><input type="radio" name="impact" value="\(choice.impact.rawValue)"\(checked)> \(words(choice.word))\
        </label>
        """
    }
    let error: HTML = "<p class=\"error\" role=\"alert\">\(words(.impactNeeded))</p>"
    let difference = change.map { change -> HTML in "<p>\(HTML.difference(change, in: language, words))</p>" }
    let names: HTML = "<p class=\"small\">\(words(.impactHit))\(words.space.html)\(words.names(of: hit).html)</p>"
    return """
      <fieldset class="impact"><legend>\
      \(words.phrase(.impactQuestion, ["language": words.value([language])]).html)</legend>
      \(error, if: isNeeded)\(difference)\(names, if: !hit.isEmpty)\(radios)</fieldset>
      """
  }
}
