import RegistrySQLite

extension Editor {
  /// Adds a language; its messages fall back until they are translated.
  ///
  /// Throws: `already-exists`; `language-not-found` for a fallback that the registry has not; `invalid-value` for a
  /// second source language; `invalid-text`.
  public func addLanguage(_ language: Language) throws(RegistryError) {
    let languages = try connection.languages()
    if let taken = languages.first(where: { $0.tag == language.tag }) {
      if Self.areEqual(fields(of: taken), fields(of: language)),
        try wasRepeated(.language(taken.tag), from: 0, at: connection.languageRevisions()[taken.tag] ?? 0)
      {
        return
      }
      throw RegistryError(.alreadyExists, "The language \(language.tag) exists.")
    }
    if language.fallback == nil, let source = languages.first(where: { $0.fallback == nil }) {
      throw RegistryError(
        .invalidValue, "\(language.tag) needs a fallback: \(source.tag) is the source language already.")
    }
    try check(language, among: languages)
    try beginOperation()
    try connection.change(
      """
      INSERT INTO language (english_name, own_name, direction, fallback, required, position, revision, tag)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """, fields(of: language).map(\.value) + [.init(operation), .text(language.tag.description)])
    try record(.language(language.tag), from: [], to: fields(of: language))
  }

  /// Changes what is said of a language; its tag never changes.
  ///
  /// Throws: `language-not-found`, `invalid-text`; `invalid-value` for a chain of fallbacks that does not end at the
  /// source language; `changed-since` where it is at another revision than `revision`.
  @discardableResult
  public func editLanguage(
    _ name: String, ifRevision revision: Int? = nil, _ body: (inout Language) throws(RegistryError) -> Void
  ) throws(RegistryError) -> Language {
    let current = try connection.language(named: name)
    var language = current
    try body(&language)
    guard language.tag == current.tag else {
      throw RegistryError(.ruleBroken, "The tag of the language \(current.tag) never changes.")
    }
    let isUnchanged = Self.areEqual(fields(of: language), fields(of: current))
    let currentRevision = try connection.languageRevisions()[language.tag] ?? 0
    try checkRevision(
      .language(language.tag), from: revision, at: currentRevision,
      isRepeated: isUnchanged, remedy: "admin language list")
    guard !isUnchanged else { return current }
    guard (language.fallback == nil) == (current.fallback == nil) else {
      throw RegistryError(
        .invalidValue,
        "\(language.tag) cannot change whether it has a fallback: the source language is the one without.")
    }
    try replace(current, at: currentRevision, by: language)
    return language
  }

  /// Writes the language where its fields are right beside all the others.
  func replace(_ current: Language, at revision: Int, by language: Language) throws(RegistryError) {
    try check(language, among: try connection.languages())
    try beginOperation()
    try compared(
      try connection.change(
        """
        UPDATE language SET english_name = ?, own_name = ?, direction = ?, fallback = ?, required = ?, position = ?,
          revision = ?
        WHERE tag = ? AND revision = ?
        """,
        fields(of: language).map(\.value) + [.init(operation), .text(language.tag.description), .init(revision)]))
    try record(.language(language.tag), from: fields(of: current), to: fields(of: language))
  }

  /// Takes a language away that nothing uses.
  func remove(_ language: Language) throws(RegistryError) {
    try beginOperation()
    try compared(
      try connection.change("DELETE FROM language WHERE tag = ?", [.text(language.tag.description)]))
    try record(.language(language.tag), from: fields(of: language), to: [])
  }

  func fields(of language: Language) -> Fields {
    [
      ("english_name", .text(language.englishName)), ("own_name", .text(language.ownName)),
      ("direction", .text(language.direction.rawValue)), ("fallback", .init(language.fallback?.description)),
      ("required", .init(language.isRequired)), ("position", .init(language.position)),
    ]
  }

  private func check(_ language: Language, among languages: [Language]) throws(RegistryError) {
    try checkPosition(language.position)
    try TextRules.line(language.englishName, name: "The English name", limit: 200)
    try TextRules.line(language.ownName, name: "The language's own name", limit: 200)
    var next = language.fallback
    while let tag = next {
      guard tag != language.tag else {
        throw RegistryError(.invalidValue, "The fallbacks of \(language.tag) would lead back to itself.")
      }
      guard let known = languages.first(where: { $0.tag == tag }) else {
        throw RegistryError(.languageNotFound, "The fallback \(tag) is not a language of the registry.")
      }
      next = known.fallback
    }
  }
}
