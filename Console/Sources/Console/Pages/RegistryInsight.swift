import Registry
import RegistrySearch

/// What is computed from the whole registry and kept until it changes.
struct RegistryInsight: Sendable {
  /// The search, with the symbols that codes had before.
  struct Search: Sendable {
    let search: RegistrySearch
    let formerSymbols: [Int: [String]]
  }

  let search: Knowledge<Search>
  /// What checks find in the texts.
  let findings: Knowledge<TextFindings>

  init(of registry: RegistryAccess) {
    search = Knowledge(registry) { registry in
      let (snapshot, terms, symbols) = (
        try registry.snapshot(), try registry.readableTerms(), try registry.formerSymbols()
      )
      return {
        Search(search: RegistrySearch(snapshot, terms: terms, formerSymbols: symbols), formerSymbols: symbols)
      }
    }
    findings = Knowledge(registry) { registry in
      let examination = try registry.textExamination()
      return { examination.findings() }
    }
  }
}
