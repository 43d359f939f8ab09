import RegistryCatalog

/// The number of texts of one language.
public struct LanguageCoverage: Sendable, Hashable {
  /// The language.
  public let language: LanguageTag
  /// The number of texts in each state. Texts of retired codes are not counted.
  public internal(set) var states: [Translation.State: Int]
  /// The number of codes without a text. Retired codes are not counted.
  public internal(set) var missing: Int
  /// The number of texts, in any state, whose source text has changed since they were written.
  public internal(set) var stale: Int
  /// The number of stale texts that cannot be released because the meaning of their source text has changed.
  public internal(set) var unfit: Int
}

/// A summary of a registry.
public struct RegistryStatus: Sendable {
  /// The version of the newest migration.
  public let schemaVersion: Int
  /// The number of the newest operation; 0 when the registry has no history.
  public let revision: Int
  /// The number of codes in each state.
  public let codes: [StatusCode.State: Int]
  /// The number of categories.
  public let categories: Int
  /// The number of texts of each language, ordered by position.
  public let languages: [LanguageCoverage]
  /// The newest recorded release; nil when there is none.
  public let lastRelease: ReleaseRecord?
}

extension RegistryReader {
  /// Returns a summary of the registry: the counts, the coverage of the languages and the last release.
  ///
  /// - Returns: The summary.
  /// - Throws: `RegistryError.Code.corrupt` when the file is damaged.
  public func status() throws(RegistryError) -> RegistryStatus {
    let codes = try codes().map(\.value)
    return RegistryStatus(
      schemaVersion: try database.integer("PRAGMA user_version"), revision: try revision(),
      codes: Dictionary(grouping: codes, by: \.state).mapValues(\.count), categories: try categories().count,
      languages: try textStandings(codes, try languages().map(\.value)).coverage, lastRelease: try releases().last)
  }

  /// Returns the revision of the registry, which is the number of its newest operation; 0 when there is none.
  ///
  /// - Returns: The revision.
  /// - Throws: `RegistryError.Code.corrupt` when the file is damaged.
  public func revision() throws(RegistryError) -> Int {
    try database.integer("SELECT coalesce(max(id), 0) FROM operation")
  }
}
