import ArgumentParser
import Registry
import RegistrySearch

/// Finds codes from what a customer sent.
struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find codes by a number, a symbol, words in any language, or a pasted message.",
    discussion: """
      Case, marks, width, spelling variants and traditional characters make no difference, and texts with mistakes, \
      parts of texts and messages with values in them are found too. The best hit comes first. A weak hit is only \
      similar; when there is no other, the exit code is 4. Words that begin with a dash follow '--'.
      """)

  @Argument(help: "What to look for, in one or more words; '-' reads it from standard input.")
  var query: [TextArgument]

  @Option(help: "Search only the texts of this language; repeat it for more.", completion: .languages)
  var language: [String] = []

  @Option(help: ArgumentHelp("Show at most so many hits.", valueName: "n"), transform: number)
  var limit: Int = 10

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit is at least 1.") }
  }

  func run() throws {
    let (query, names, limit) = (try text(), language, limit)
    let hits = try shared.reading().read { (registry) throws(RegistryError) in
      var languages: Set<LanguageTag> = []
      for name in names { languages.insert(try registry.language(named: name).value.tag) }
      return try registry.search().search(query, languages: languages.isEmpty ? nil : languages, limit: limit)
    }
    let console = shared.console
    guard let best = hits.first else { throw CommandFailure.nothingFits(query) }
    if !best.isWeak, !best.tiedWith.isEmpty {
      let codes = ([best.code] + best.tiedWith).sorted()
      let shown = codes.prefix(Console.shownChanges).map { "\($0)" }.joined(separator: ", ")
      let rest = codes.count - Console.shownChanges
      console.note(
        "\(codes.count) codes fit equally well: \(shown)\(rest > 0 ? " and \(rest) more" : ""). More words would tell.")
    }
    try console.print(Report(hits, SearchHit.columns(showingValues: hits.contains { !$0.arguments.isEmpty }, console)))
    if best.isWeak { throw CommandFailure.nothingFits(query, isSimilar: true) }
  }

  /// The query: the words of the command line, or standard input.
  private func text() throws -> String {
    let words = try query.map { try $0.text() }
    let text = words == ["-"] ? try StandardInput.text(limit: 1 << 20) : words.joined(separator: " ")
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw CommandFailure(
        code: "usage", message: "The query is empty.", hint: "Give a number or some words.", exit: 64)
    }
    return text
  }
}

extension SearchHit {
  /// The columns of a list. Tables show values only when there are some; TSV always has the same columns.
  fileprivate static func columns(showingValues: Bool, _ console: Console) -> [Column<SearchHit>] {
    let showsValues = showingValues || console.format == .tsv
    return [
      Column("CODE", "code") { .integer($0.code) }, Column("SYMBOL", "symbol") { .string($0.symbol) },
      Column("REASON", "reason") { .string($0.reason.rawValue) }, Column("SCORE", "score") { .share($0.score) },
      Column("WEAK", "weak") { .bool($0.isWeak) },
      Column("LANGUAGE", "language") { .init($0.language?.description) },
      Column(
        showsValues ? "VALUES" : nil, "arguments",
        cell: { hit in hit.values.map { "\($0.name)=\($0.value)" }.joined(separator: " ") },
        { hit in .object(Dictionary(hit.values.map { ($0.name, .string($0.value)) }) { first, _ in first }) }),
      Column(nil, "tied_with") { .array($0.tiedWith.map(JSON.integer)) },
      Column(nil, "state") { .string($0.state.rawValue) }, Column("TEXT", "text") { .init($0.text) },
    ]
  }
}

extension CommandFailure {
  /// The error of a search without an answer.
  ///
  /// - Parameters:
  ///   - query: What was looked for.
  ///   - isSimilar: Whether similar codes were listed.
  fileprivate static func nothingFits(_ query: String, isSimilar: Bool = false) -> CommandFailure {
    let start = String(query.prefix(60))
    let shown = start.count < query.count ? start + "…" : start
    return CommandFailure(
      code: RegistryError.Code.codeNotFound.description, message: "No code fits '\(shown)'.",
      hint: isSimilar
        ? "The codes that are listed are only similar."
        : "Give a number, a symbol, or words of a message in any language of the registry.", exit: 4)
  }
}
