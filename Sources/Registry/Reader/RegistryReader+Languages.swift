import RegistryCatalog

extension RegistryReader {
  /// Returns the languages, ordered by position, then tag.
  ///
  /// - Returns: The languages with their revisions.
  /// - Throws: `RegistryError.Code.corrupt` when the file is damaged.
  public func languages() throws(RegistryError) -> [Revised<Language>] {
    let table = RegistryTables.language
    let rows = try database.query("\(table.select) ORDER BY position, tag")
    var languages: [Revised<Language>] = []
    while try rows.next() {
      languages.append(Revised(try Language(rows, table.fields), revision: try rows.integer(table.revision)))
    }
    return languages
  }

  /// Returns the language of the registry that matches a tag.
  ///
  /// - Parameter name: A language tag in any BCP 47 form.
  /// - Returns: The language with its revision.
  /// - Throws: `RegistryError.Code.invalidLanguageTag` when the text is not a language tag;
  ///   `RegistryError.Code.languageNotFound` when it matches no language of the registry. The remedy is the language
  ///   with such a name, if there is one.
  public func language(named name: String) throws(RegistryError) -> Revised<Language> {
    let languages = try languages()
    guard let tag = LanguageTag(name) else {
      throw RegistryError(
        .invalidLanguageTag, "'\(name)' is not a language tag.",
        Self.language(called: name, in: languages).map { .didYouMean($0) }
          ?? .follow(rule: "Write it as in BCP 47: en, ar, zh-Hans."))
    }
    guard let match = tag.lookup(in: languages.map(\.value.tag)),
      let language = languages.first(where: { $0.value.tag == match })
    else {
      throw RegistryError(
        .languageNotFound, "The registry has no language \(tag).",
        Self.language(called: name, in: languages).map { .didYouMean($0) }
          ?? .addLanguage(known: languages.map(\.value.tag.description)))
    }
    return language
  }

  /// Returns the tag of the only language whose name has a word that begins so, or whose own name contains the text.
  private static func language(called text: String, in languages: [Revised<Language>]) -> String? {
    let text = text.lowercased()
    // Shorter texts are tags.
    guard text.count >= (text.utf8.count == text.count ? 4 : 2) else { return nil }
    let found = languages.map(\.value).filter { language in
      language.ownName.lowercased().contains(text)
        || language.englishName.lowercased().split(separator: " ").contains { $0.hasPrefix(text) }
    }
    return found.count == 1 ? found.first?.tag.description : nil
  }

  /// Returns the language that answers for a tag: the one that it refers to, or else the source language.
  ///
  /// This is the default fallback of a new language with this tag, so that adding it moves no caller to another
  /// language.
  ///
  /// - Parameter tag: A language tag, which need not be in the registry.
  /// - Returns: A language of the registry other than `tag`; nil when the registry has no other language.
  /// - Throws: `RegistryError.Code.corrupt` when the file is damaged.
  public func answeringLanguage(for tag: LanguageTag) throws(RegistryError) -> LanguageTag? {
    let known = try languages().map(\.value).filter { $0.tag != tag }
    return tag.lookup(in: known.map(\.tag)) ?? known.first { $0.fallback == nil }?.tag
  }

  /// Returns the language with exactly this tag; nil when there is none.
  func language(_ tag: LanguageTag) throws(RegistryError) -> Revised<Language>? {
    try languages().first { $0.value.tag == tag }
  }

  /// Returns the source language, which is the one without a fallback; nil when the registry has no languages.
  func sourceLanguage() throws(RegistryError) -> Language? {
    try languages().map(\.value).first { $0.fallback == nil }
  }
}
