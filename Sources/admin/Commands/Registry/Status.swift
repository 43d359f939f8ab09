import ArgumentParser
import Registry

/// Shows the state of the registry.
struct Status: SharedCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Show schema, revision, counts, the coverage of each language and the last release.")

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let status = try shared.reading().read { try $0.status() }
    let languages = Self.languages(status)
    let counts = StatusCode.State.allCases.map { (name: $0.rawValue, count: status.codes[$0] ?? 0) }
    let release = status.lastRelease.map { "\($0.name) at revision \($0.revision), \($0.recordedAt), by \($0.actor)" }
    let besides: [String: JSON] = [
      "codes": .object(Dictionary(counts.map { ($0.name, .integer($0.count)) }) { first, _ in first }),
      "languages": .object(
        Dictionary(
          languages.rows.map { ($0.language.description, .object(languages.members(of: $0))) }
        ) { first, _ in first }),
      "last_release": status.lastRelease.map { .object($0.members) } ?? .null,
    ]
    let facts = Facts(
      title: ["REGISTRY", shared.path.description],
      values: [
        (name: "schema_version", value: .integer(status.schemaVersion)),
        (name: "revision", value: .integer(status.revision)), (name: "categories", value: .integer(status.categories)),
      ], besides: besides)
    // Values that are nested in JSON are rows of the table.
    let nested = counts.map { ["codes_\($0.name)", "\($0.count)"] as [String?] } + [["last_release", release]]
    try shared.console.print(
      [Table(columns: facts.title, rows: facts.table.rows + nested), languages.table], json: facts.json)
  }

  private static func languages(_ status: RegistryStatus) -> Report<LanguageCoverage> {
    let states = Translation.State.allCases.map { state in
      Column<LanguageCoverage>(state.rawValue.uppercased(), state.rawValue) { .integer($0.states[state] ?? 0) }
    }
    return Report(
      status.languages,
      [Column("LANGUAGE", nil) { .string($0.language.description) }] + states + [
        Column("MISSING", "missing") { .integer($0.missing) }, Column("STALE", "stale") { .integer($0.stale) },
        Column("UNFIT", "unfit") { .integer($0.unfit) },
      ])
  }
}
