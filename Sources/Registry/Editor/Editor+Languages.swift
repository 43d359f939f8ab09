import RegistryCatalog

extension Editor {
  /// Adds a language.
  ///
  /// A message without a text in the language is answered in its fallback. Adding the same language again changes
  /// nothing when this actor added it and nobody has changed it since.
  ///
  /// - Parameters:
  ///   - language: The language.
  ///   - isDistinct: Whether to add it although a known language has the same meaning, such as `zh-CN` beside
  ///     `zh-Hans`.
  /// - Returns: The language with its new revision.
  /// - Throws: `RegistryError.Code.alreadyExists` when the tag is already used, or means a known language;
  ///   `RegistryError.Code.languageNotFound` when the fallback does not exist; `RegistryError.Code.invalidValue` when
  ///   there is already a source language, the fallbacks form a cycle, or the position is out of range;
  ///   `RegistryError.Code.invalidText` when a name is not valid.
  @discardableResult
  public func addLanguage(
    _ language: Language, isDistinct: Bool = false
  ) throws(RegistryError) -> Revised<Language> {
    if let taken = try registry.language(language.tag) {
      let row = RegistryRow.language(language.tag)
      if try isRepeatedAddition(row, at: taken.revision, isSame: taken.value == language) { return taken }
      throw RegistryError(.alreadyExists, "The language \(language.tag) exists.")
    }
    let known = try registry.languages().map(\.value.tag)
    if !isDistinct, let same = known.first(where: { $0.meansTheSame(as: language.tag) }) {
      throw RegistryError(.alreadyExists, "\(language.tag) means the language \(same) already.", .useLanguage(same))
    }
    if language.fallback == nil, let source = try registry.sourceLanguage() {
      throw RegistryError(
        .invalidValue, "\(language.tag) needs a fallback: \(source.tag) is the source language already.")
    }
    try validate(language)
    try insert(language, as: .language(language.tag), key: [.init(language.tag)], into: RegistryTables.language)
    return Revised(language, revision: revision(after: 0))
  }

  /// Changes the properties of a language.
  ///
  /// The tag of a language never changes.
  ///
  /// - Parameters:
  ///   - name: A language of the registry, in any BCP 47 form.
  ///   - revision: The revision that the change is based on; nil accepts every revision.
  ///   - body: Changes the language.
  /// - Returns: The language with its new revision.
  /// - Throws: The error that `body` throws; `RegistryError.Code.languageNotFound` when the language or its fallback
  ///   does not exist; `RegistryError.Code.invalidLanguageTag` when `name` is not a language tag;
  ///   `RegistryError.Code.ruleBroken` when the tag was changed; `RegistryError.Code.invalidText` when a name is not
  ///   valid; `RegistryError.Code.invalidValue` when the fallbacks form a cycle, the position is out of range, or the
  ///   source language would change; `RegistryError.Code.changedSince` when the language is at another revision.
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

  /// Validates the language against all others and replaces it.
  @discardableResult
  func replace(_ current: Revised<Language>, by language: Language) throws(RegistryError) -> Revised<Language> {
    try validate(language)
    try update(
      current, to: language, as: .language(language.tag), key: [.init(language.tag)], in: RegistryTables.language)
    return Revised(language, revision: revision(after: current.revision))
  }

  private func validate(_ language: Language) throws(RegistryError) {
    try validatePosition(language.position)
    try TextRules.validateLine(language.englishName, name: "The English name", limit: TextRules.maximumNameLength)
    try TextRules.validateLine(language.ownName, name: "The language's own name", limit: TextRules.maximumNameLength)
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
