import Registry

extension Words {
  /// Returns the names of languages in the language of the interface, as a list.
  func names(of languages: [Language]) -> Phrase {
    let names = languages.map { [name(of: $0.tag, languages)] }
    return Phrase(parts: Array(names.joined(separator: [.words(self(.listSeparator))])))
  }

  /// Returns the names of languages as a value of a phrase.
  func value(_ languages: [Language]) -> Phrase.Value { .parts(names(of: languages).parts) }
}
