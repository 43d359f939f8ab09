import Registry

/// What a check or a rule says about a text, in one line.
struct FindingLine: Sendable, Encodable {
  /// The name of the severity, for the style.
  let severity: String
  /// The severity in a word, with a colon.
  let label: String
  let message: Phrase

  init(_ finding: Finding, _ languages: [Language], _ words: Words) {
    self.init(finding.severity, words.phrase(for: finding, languages), words)
  }

  private init(_ severity: Finding.Severity, _ message: Phrase, _ words: Words) {
    self.severity = severity.rawValue
    label = words(words.word(severity)) + words(.colon)
    self.message = message
  }

  /// Returns what an error says, and what to do about it.
  ///
  /// - Parameters:
  ///   - text: The text that was refused; nil when the error is not about one text.
  ///   - language: The language of the text.
  ///   - languages: The languages of the registry.
  static func lines(
    _ error: RegistryError, text: String? = nil, in language: Language? = nil, _ languages: [Language] = [],
    _ words: Words
  ) -> [FindingLine] {
    words.phrases(for: error, text: text, in: language, languages).map { FindingLine(.error, $0, words) }
  }

  var html: HTML {
    """
    <p class="\(severity == "error" ? "error" : "finding")"><strong>\(label)</strong><span>\(message.html)</span></p>
    """
  }
}
