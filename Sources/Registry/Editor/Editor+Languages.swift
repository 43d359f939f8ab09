import RegistryCatalog

extension Editor {
  /// Adds a language; its messages fall back until they are translated.
  ///
  /// - Returns: the language as it is now.
  /// - Throws: `RegistryError.Code.alreadyExists`; `RegistryError.Code.languageNotFound` for a fallback that does not
  ///   exist; `RegistryError.Code.invalidValue` for a second source language; `RegistryError.Code.invalidText`.
  @discardableResult
  public func addLanguage(_ language: Language) throws(RegistryError) -> Revised<Language> {
    if let taken = try registry.language(language.tag) {
      let row = RegistryRow.language(language.tag)
      if try isRepeatedAddition(row, at: taken.revision, isSame: taken.value == language) { return taken }
      throw RegistryError(.alreadyExists, "The language \(language.tag) exists.")
    }
    if language.fallback == nil, let source = try registry.sourceLanguage() {
      throw RegistryError(
        .invalidValue, "\(language.tag) needs a fallback: \(source.tag) is the source language already.")
    }
    try validate(language)
    try insert(language, as: .language(language.tag), key: [.init(language.tag)], into: RegistryTables.language)
    return Revised(language, revision: revision(after: 0))
  }

  /// Changes what is known of a language; its tag never changes.
  ///
  /// - Parameters:
  ///   - name: any BCP 47 form of a known language.
  ///   - revision: the revision that the change was made from; nil accepts any.
  ///   - body: changes the language.
  /// - Returns: the language as it is now.
  /// - Throws: `RegistryError.Code.languageNotFound`, `RegistryError.Code.invalidText`;
  ///   `RegistryError.Code.invalidValue` for a chain of fallbacks that does not end at the source language;
  ///   `RegistryError.Code.changedSince` when the language is at another revision.
  @discardableResult
  public func editLanguage(
    _ name: String, ifRevision revision: Int? = nil, _ body: (inout Language) throws(RegistryError) -> Void
  ) throws(RegistryError) -> Revised<Language> {
    let current = try registry.language(named: name)
    var language = current.value
    try body(&language)
    guard language.tag == current.value.tag else {
      throw RegistryError(.ruleBroken, "The tag of the language \(current.value.tag) never changes.")
    }
    let goesOn = try requireRevision(
      .language(language.tag), base: revision, current: current.revision, changesNothing: language == current.value)
    guard goesOn else { return current }
    guard (language.fallback == nil) == (current.value.fallback == nil) else {
      throw RegistryError(
        .invalidValue,
        "\(language.tag) cannot change whether it has a fallback: the source language is the one without.")
    }
    return try replace(current, by: language)
  }

  /// Replaces the language if it is right beside all the others.
  @discardableResult
  func replace(_ current: Revised<Language>, by language: Language) throws(RegistryError) -> Revised<Language> {
    try validate(language)
    try update(
      current, to: language, as: .language(language.tag), key: [.init(language.tag)], in: RegistryTables.language)
    return Revised(language, revision: revision(after: current.revision))
  }

  /// Removes a language that nothing uses.
  func remove(_ language: Revised<Language>) throws(RegistryError) {
    let tag = language.value.tag
    try delete(language, as: .language(tag), key: [.init(tag)], from: RegistryTables.language)
  }

  private func validate(_ language: Language) throws(RegistryError) {
    try validatePosition(language.position)
    try TextRules.validateLine(language.englishName, name: "The English name", limit: 200)
    try TextRules.validateLine(language.ownName, name: "The language's own name", limit: 200)
    let languages = try registry.languages().map(\.value)
    var next = language.fallback
    while let tag = next {
      guard tag != language.tag else {
        throw RegistryError(.invalidValue, "The fallbacks of \(language.tag) would form a cycle.")
      }
      guard let known = languages.first(where: { $0.tag == tag }) else {
        throw RegistryError(.languageNotFound, "The fallback \(tag) is not a language of the registry.")
      }
      next = known.fallback
    }
  }
}
