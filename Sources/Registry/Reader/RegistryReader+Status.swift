import RegistryCatalog

/// The numbers of one language.
public struct LanguageCoverage: Sendable, Hashable {
  /// The language.
  public let language: LanguageTag
  /// How many texts are in each state, of codes that are not retired.
  public internal(set) var states: [Translation.State: Int]
  /// How many codes that are not retired have no text.
  public internal(set) var missing: Int
  /// How many texts have a source that has changed since, in any state.
  public internal(set) var stale: Int
  /// How many of the stale texts are not fit for release, because their source has changed in meaning.
  public internal(set) var unfit: Int
}

/// A summary of a registry.
public struct RegistryStatus: Sendable {
  /// The version of the newest migration.
  public let schemaVersion: Int
  /// The newest operation; 0 in a registry without history.
  public let revision: Int
  /// How many codes there are in each state.
  public let codes: [StatusCode.State: Int]
  /// How many categories there are.
  public let categories: Int
  /// The languages by position.
  public let languages: [LanguageCoverage]
  /// The release recorded last; nil when nothing was released.
  public let lastRelease: ReleaseRecord?
}

extension RegistryReader {
  /// A summary: counts, coverage, the last release.
  public func status() throws(RegistryError) -> RegistryStatus {
    let codes = try codes().map(\.value)
    return RegistryStatus(
      schemaVersion: try database.integer("PRAGMA user_version"), revision: try revision(),
      codes: Dictionary(grouping: codes, by: \.state).mapValues(\.count), categories: try categories().count,
      languages: try textStandings(codes, try languages().map(\.value)).coverage, lastRelease: try releases().last)
  }

  /// The registry's revision: the number of its newest operation; 0 when there is none.
  public func revision() throws(RegistryError) -> Int {
    try database.integer("SELECT coalesce(max(id), 0) FROM operation")
  }
}
