import RegistrySQLite

extension Connection {
  /// The languages by position, then tag.
  func languages() throws(RegistryError) -> [Language] {
    var rows = try rows(
      """
      SELECT tag, english_name, own_name, direction, fallback, required, position
      FROM language ORDER BY position, tag
      """)
    return try Language.all(&rows)
  }

  /// The operation that last changed each language.
  func languageRevisions() throws(RegistryError) -> [LanguageTag: Int] {
    var revisions: [LanguageTag: Int] = [:]
    let rows = try rows("SELECT tag, revision FROM language")
    while try rows.next() { revisions[try rows.tag(0)] = try rows.integer(1) }
    return revisions
  }

  /// The known language that `text` means, in any BCP 47 form.
  ///
  /// Throws: `invalid-language-tag` for what is no tag; `language-not-found` for one that no known language answers to.
  func language(named text: String) throws(RegistryError) -> Language {
    guard let tag = LanguageTag(text) else {
      throw RegistryError(
        .invalidLanguageTag, "'\(text)' is not a language tag.", hint: "Write it as in BCP 47: en, ar, zh-Hans.")
    }
    let languages = try languages()
    guard let match = tag.lookup(in: languages.map(\.tag)), let language = languages.first(where: { $0.tag == match })
    else {
      let known = languages.map(\.tag.description).joined(separator: ", ")
      throw RegistryError(
        .languageNotFound, "The registry has no language \(tag).",
        hint: "It has \(known). Add one with 'admin language add'.")
    }
    return language
  }
}

extension Language {
  /// The languages of rows with the columns of the table, in its order.
  static func all(_ rows: inout some RowReading & ~Copyable) throws(RegistryError) -> [Language] {
    var languages: [Language] = []
    while try rows.next() {
      languages.append(
        Language(
          tag: try rows.tag(0), englishName: try rows.text(1), ownName: try rows.text(2),
          direction: try rows.word(3, as: Direction.self), fallback: try rows.optionalTag(4),
          isRequired: try rows.flag(5), position: try rows.integer(6)))
    }
    return languages
  }
}
