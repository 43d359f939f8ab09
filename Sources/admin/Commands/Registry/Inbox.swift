import ArgumentParser
import Registry

/// Lists what waits for a person.
struct Inbox: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inbox", abstract: "List what waits for you: missing, unfit and stale texts, reviews, and findings.",
    discussion: """
      An unfit text is one whose English text has changed in meaning, so that it cannot be released. What you wrote \
      waits for the review of somebody else, and is not listed for that. A finding is an error or a warning of 'admin \
      check'. On a terminal, the first ten texts of each kind are \
      shown under the counts; --limit shows more or fewer.
      """)

  @Option(help: "Only this language; repeat it for more.", completion: .languages)
  var language: [String] = []

  @Option(help: ArgumentHelp("Only texts that need this; repeat it for more.", valueName: "need"))
  var need: [InboxItem.Need] = []

  @Option(
    help: ArgumentHelp(
      "The largest number of texts of each kind in each language; else 10 in a table.", valueName: "n"),
    transform: number)
  var limit: Int?

  @OptionGroup var who: ActorOption

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit is a number from 0.") }
  }

  func run() throws {
    let actor = try who.name()
    let (languages, all) = try shared.reading().read { registry in
      (try registry.languages().map(\.value.tag), try registry.inbox(of: actor, languages: language))
    }
    let console = shared.console
    let items = all.filter { need.isEmpty || need.contains($0.need) }
    let limit = limit ?? (console.format == .table ? 10 : .max)
    let groups = Dictionary(grouping: items) { Group(language: $0.language, need: $0.need) }
    let shown = languages.flatMap { language in
      InboxItem.Need.allCases.flatMap { (groups[Group(language: language, need: $0)] ?? []).prefix(limit) }
    }
    let report = Report(shown, InboxItem.columns(withFindings: shown.contains { $0.need == .finding }))
    guard console.format == .table || console.format == .markdown else { return try console.print(report) }
    if items.isEmpty { return try console.printText("Nothing waits for \(actor).\n") }
    let counts = Report(
      languages.filter { tag in items.contains { $0.language == tag } },
      [Column<LanguageTag>("LANGUAGE", nil) { .string($0.description) }]
        + InboxItem.Need.allCases.filter { need.isEmpty || need.contains($0) }.map { need in
          Column(need.rawValue.uppercased(), nil) { .integer(groups[Group(language: $0, need: need)]?.count ?? 0) }
        })
    try console.print(shown.isEmpty ? [counts.table] : [counts.table, report.table], json: report.json)
    if shown.count < items.count, limit > 0 {
      console.note("\(items.count - shown.count) more are not shown: see --limit, --language and --need.")
    }
  }

  /// The texts of one language that wait for the same.
  private struct Group: Hashable {
    let language: LanguageTag
    let need: InboxItem.Need
  }
}

extension InboxItem.Need: ExpressibleByArgument {}

extension InboxItem {
  /// The columns of a list. What checks have found is a column only where there is any, because it is wide.
  fileprivate static func columns(withFindings: Bool) -> [Column<InboxItem>] {
    [
      Column("LANGUAGE", "language") { .string($0.language.description) },
      Column("NEED", "need") { .string($0.need.rawValue) }, Column("CODE", "code") { .integer($0.code.number) },
      Column("SYMBOL", "symbol") { .string($0.code.symbol) },
      Column("SOURCE", "source") { .init($0.source) },
      Column(nil, "author") { .init($0.origin?.author) }, Column(nil, "written_at") { .init($0.origin?.writtenAt) },
      Column(withFindings ? "FINDING" : nil, "findings", cell: { $0.findings.map(\.message).joined(separator: " ") }) {
        .array($0.findings.map { .string($0.message) })
      },
      Column("TEXT", "text") { .init($0.text) },
    ]
  }
}
