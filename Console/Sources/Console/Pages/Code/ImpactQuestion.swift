import Registry

/// The question what a change of the source text means for its translations.
struct ImpactQuestion {
  let language: Language
  /// The answer so far.
  let chosen: SourceImpact?
  /// Whether the form could not be stored without an answer.
  let isNeeded: Bool

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
    let name = words.name(of: language.tag, [language])
    return """
      <fieldset class="impact"><legend>\(words.phrase(.impactQuestion, ["language": .part(name)]).html)</legend>
      \(error, if: isNeeded)\(radios)</fieldset>
      """
  }
}
