import RegistryCatalog

extension Term {
  /// Checks the texts of a term and of its renderings.
  ///
  /// - Parameter source: The source language; nil when the registry has none.
  /// - Throws: `RegistryError.Code.invalidText` when a text is not valid; `RegistryError.Code.invalidValue` when the
  ///   term has no rendering in the source language, or a rendering has a word twice.
  func validate(source language: LanguageTag?) throws(RegistryError) {
    try Self.validate(source, name: "The term")
    if let note { try TextRules.validateLine(note, name: "The note", limit: TextRules.maximumNoteLength) }
    if let language, renderings[language] == nil {
      throw RegistryError(.invalidValue, "The term \(source) has no rendering in the source language \(language).")
    }
    for (tag, rendering) in renderings.sorted(by: { $0.key < $1.key }) { try rendering.validate(in: tag) }
  }

  /// Checks one word of a term.
  static func validate(_ word: String, name: String) throws(RegistryError) {
    try TextRules.validateLine(word, name: name, limit: TextRules.maximumNameLength)
    if let control = word.unicodeScalars.first(where: \.isControlForDisplay) {
      throw RegistryError(
        .invalidText, "\(name) contains the invisible character \(control.escapedForDisplay).",
        .follow(rule: "A term is compared with the words of texts; remove it."))
    }
    guard word.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil }) else {
      throw RegistryError(
        .invalidText, "\(name), '\(word)', has neither a letter nor a digit.", .follow(rule: "A term is made of words.")
      )
    }
    let edges = [word.unicodeScalars.first, word.unicodeScalars.last].compactMap(\.self)
    if edges.contains(where: \.properties.isWhitespace) {
      throw RegistryError(
        .invalidText, "\(name), '\(word)', begins or ends with a space.", .follow(rule: "Remove the space."))
    }
  }
}

extension TermRendering {
  /// Checks the words of a rendering.
  func validate(in tag: LanguageTag) throws(RegistryError) {
    var seen: Set<String> = []
    for (name, words) in [
      ("The text", [text]), ("A form", otherForms), ("A synonym", synonyms), ("A forbidden word", forbidden),
    ] {
      for word in words {
        try Term.validate(word, name: "\(name) in \(tag)")
        if word.unicodeScalars.contains("|") {
          throw RegistryError(
            .invalidText, "\(name) in \(tag), '\(word)', contains '|', which separates words.",
            .follow(rule: "Give each word on its own."))
        }
        guard seen.insert(word).inserted else {
          throw RegistryError(
            .invalidValue, "'\(word)' is there twice in \(tag).",
            .follow(rule: "A word is the text, another form, a synonym or forbidden."))
        }
      }
      if let list = WordList.text(of: words), list.unicodeScalars.count > TextRules.maximumLength {
        throw RegistryError(
          .invalidText,
          "\(name) in \(tag) has too many others: they have more than \(TextRules.maximumLength) characters.")
      }
    }
  }
}

extension RegistryReader {
  /// Returns a finding for each row of the glossary that cannot be read, and for each term that breaks a rule. Another
  /// program can have written them.
  func brokenTerms() throws(RegistryError) -> [Finding] {
    let source = try sourceLanguage()?.tag
    let stored = try storedTerms()
    let unreadable = Set(stored.unreadable.map(\.row))
    let broken = stored.terms.map(\.value).compactMap { (term) -> Finding? in
      // A rendering that cannot be read is not missing.
      let required = source.flatMap { unreadable.contains(.termRendering(term.source, $0)) ? nil : $0 }
      do throws(RegistryError) {
        try term.validate(source: required)
        return nil
      } catch {
        return Finding(invalid: .term(term.source), error)
      }
    }
    return stored.unreadable.map { Finding(invalid: $0.row, says: $0.error.message) } + broken
  }
}
