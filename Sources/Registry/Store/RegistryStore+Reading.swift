import RegistrySQLite

/// The numbers of one language.
public struct LanguageCoverage: Sendable, Hashable {
  /// The language.
  public let language: LanguageTag
  /// Texts by state, of codes that are not retired.
  public internal(set) var states: [Translation.State: Int]
  /// Codes that are not retired and have no text.
  public internal(set) var missing: Int
  /// Texts whose source has changed since, in any state.
  public internal(set) var stale: Int
  /// Those of the stale whose source has changed so much that they are not fit for release.
  public internal(set) var unfit: Int
}

/// Where the registry stands.
public struct RegistryStatus: Sendable {
  /// The newest migration.
  public let schemaVersion: Int
  /// The newest operation; 0 in a registry without history.
  public let revision: Int
  /// How many codes there are in each state.
  public let codes: [StatusCode.State: Int]
  /// How many categories there are.
  public let categories: Int
  /// The languages by position.
  public let languages: [LanguageCoverage]
  /// The release recorded last.
  public let lastRelease: ReleaseRecord?
}

/// Everything about one code.
public struct CodeDetails: Sendable {
  /// The code.
  public let code: StatusCode
  /// The operation that last changed the code itself, not its texts.
  public let revision: Int
  /// Every language of the registry by position, with the text where there is one.
  public let slots: [TranslationSlot]
}

extension RegistryStore {
  func read<Value: Sendable>(
    _ body: @Sendable (Connection) throws(RegistryError) -> Value
  ) throws(RegistryError) -> Value {
    try withConnection { (connection) throws(RegistryError) in
      try connection.reading { () throws(RegistryError) in try body(connection) }
    }
  }

  /// Where the registry stands: counts, coverage, last release.
  public func status() throws(RegistryError) -> RegistryStatus {
    try read { (connection) throws(RegistryError) in try connection.status() }
  }

  /// The codes by number, each with the operation that last changed it.
  ///
  /// Throws: `category-not-found` where the filter names one that the registry has not.
  public func codes(_ filter: CodeFilter = CodeFilter()) throws(RegistryError) -> [(code: StatusCode, revision: Int)] {
    try read { (connection) throws(RegistryError) in try connection.codes(filter) }
  }

  /// Everything about the code that `name` means: a number, or a symbol in any case.
  ///
  /// Throws: `code-not-found`, with the nearest one as a hint.
  public func code(_ name: String) throws(RegistryError) -> CodeDetails {
    try read { (connection) throws(RegistryError) in
      let (code, revision) = try connection.code(named: name)
      return CodeDetails(
        code: code, revision: revision, slots: try connection.slots(TranslationFilter(), code: code.code))
    }
  }

  /// The categories by position, each with the operation that last changed it.
  public func categories() throws(RegistryError) -> [(category: StatusCategory, revision: Int)] {
    try read { (connection) throws(RegistryError) in
      let revisions = try connection.categoryRevisions()
      return try connection.categories().map { ($0, revisions[$0.key] ?? 0) }
    }
  }

  /// The languages by position, each with the operation that last changed it.
  public func languages() throws(RegistryError) -> [(language: Language, revision: Int)] {
    try read { (connection) throws(RegistryError) in
      let revisions = try connection.languageRevisions()
      return try connection.languages().map { ($0, revisions[$0.tag] ?? 0) }
    }
  }

  /// The known language that `text` means, in any BCP 47 form.
  ///
  /// Throws: `invalid-language-tag`, `language-not-found`.
  public func language(_ text: String) throws(RegistryError) -> Language {
    try read { (connection) throws(RegistryError) in try connection.language(named: text) }
  }

  /// The places for texts that the filter lets through, by number and the position of the language.
  ///
  /// Throws: `language-not-found`, `invalid-language-tag` where the filter names what the registry has not.
  public func translations(_ filter: TranslationFilter) throws(RegistryError) -> [TranslationSlot] {
    try read { (connection) throws(RegistryError) in try connection.slots(filter) }
  }

  /// Everything that a release made now would contain.
  public func snapshot() throws(RegistryError) -> Snapshot {
    try read { (connection) throws(RegistryError) in try connection.snapshot() }
  }
}

extension Connection {
  /// Where the registry stands; call it inside a transaction.
  func status() throws(RegistryError) -> RegistryStatus {
    let codes = try codes().map(\.code)
    return RegistryStatus(
      schemaVersion: try integer("PRAGMA user_version"),
      revision: try revision(),
      codes: Dictionary(grouping: codes, by: \.state).mapValues(\.count),
      categories: try categories().count,
      languages: try textStandings(codes, try languages()).coverage,
      lastRelease: try releases().last)
  }
}
