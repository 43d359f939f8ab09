import RegistryCatalog

extension RegistryReader {
  /// The languages by position, then tag.
  public func languages() throws(RegistryError) -> [Revised<Language>] {
    let table = RegistryTables.language
    let rows = try database.query("\(table.select) ORDER BY position, tag")
    var languages: [Revised<Language>] = []
    while try rows.next() {
      languages.append(Revised(try Language(rows, table.fields), revision: try rows.integer(table.revision)))
    }
    return languages
  }

  /// The known language that `name` means, in any BCP 47 form.
  ///
  /// - Throws: `RegistryError.Code.invalidLanguageTag` for text that is not a tag;
  ///   `RegistryError.Code.languageNotFound` for a tag that matches no language.
  public func language(named name: String) throws(RegistryError) -> Revised<Language> {
    guard let tag = LanguageTag(name) else {
      throw RegistryError(
        .invalidLanguageTag, "'\(name)' is not a language tag.",
        .follow(rule: "Write it as in BCP 47: en, ar, zh-Hans."))
    }
    let languages = try languages()
    guard let match = tag.lookup(in: languages.map(\.value.tag)),
      let language = languages.first(where: { $0.value.tag == match })
    else {
      throw RegistryError(
        .languageNotFound, "The registry has no language \(tag).",
        .addLanguage(known: languages.map(\.value.tag.description)))
    }
    return language
  }

  /// The language with exactly this tag; nil when there is none.
  func language(_ tag: LanguageTag) throws(RegistryError) -> Revised<Language>? {
    try languages().first { $0.value.tag == tag }
  }

  /// The tag of the source language, the one without a fallback; nil in a registry without languages.
  func sourceLanguage() throws(RegistryError) -> Language? {
    try languages().map(\.value).first { $0.fallback == nil }
  }
}
