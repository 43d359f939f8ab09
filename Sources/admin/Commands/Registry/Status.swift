import ArgumentParser
import Registry

/// Shows where the registry stands.
struct Status: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show schema, revision, counts, coverage a language and the last release.")

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let status = try shared.reading().status()
    let columns = ["LANGUAGE", "INITIAL", "TRANSLATED", "REVIEWED", "FINAL", "MISSING", "STALE", "UNFIT"]
    try shared.console.print(
      Table(columns: ["REGISTRY", shared.path.description], rows: overview(status)),
      Table(
        columns: columns,
        rows: status.languages.map { language in
          [language.language.description]
            + Translation.State.allCases.map { "\(language.states[$0] ?? 0)" }
            + ["\(language.missing)", "\(language.stale)", "\(language.unfit)"]
        }),
      json: json(status))
  }

  private func overview(_ status: RegistryStatus) -> [[String?]] {
    let release = status.lastRelease.map { "\($0.name) at revision \($0.revision), \($0.recordedAt), by \($0.actor)" }
    return [
      ["schema_version", "\(status.schemaVersion)"], ["revision", "\(status.revision)"],
      ["categories", "\(status.categories)"],
    ] + StatusCode.State.allCases.map { ["codes_\($0.rawValue)", "\(status.codes[$0] ?? 0)"] }
      + [["last_release", release]]
  }

  private func json(_ status: RegistryStatus) -> JSON {
    let languages = status.languages.map { language -> (String, JSON) in
      var members = Dictionary(
        uniqueKeysWithValues: Translation.State.allCases.map {
          ($0.rawValue, JSON.integer(language.states[$0] ?? 0))
        })
      members["missing"] = .integer(language.missing)
      members["stale"] = .integer(language.stale)
      members["unfit"] = .integer(language.unfit)
      return (language.language.description, .object(members))
    }
    let codes = StatusCode.State.allCases.map { ($0.rawValue, JSON.integer(status.codes[$0] ?? 0)) }
    return .object([
      "schema_version": .integer(status.schemaVersion), "revision": .integer(status.revision),
      "codes": .object(Dictionary(uniqueKeysWithValues: codes)), "categories": .integer(status.categories),
      "languages": .object(Dictionary(languages) { first, _ in first }),
      "last_release": status.lastRelease.map { release in
        .object(release.json)
      } ?? .null,
    ])
  }
}
