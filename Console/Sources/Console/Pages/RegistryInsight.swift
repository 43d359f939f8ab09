import Registry
import RegistrySearch

/// What is computed from the whole registry and kept until it changes.
struct RegistryInsight: Sendable {
  /// The search, with the symbols that codes had before.
  struct Search: Sendable {
    let search: RegistrySearch
    let formerSymbols: [Int: [String]]
  }

  /// What checks find in the texts, and what the texts wait for.
  struct Texts: Sendable {
    let findings: TextFindings
    let waiting: WaitingTexts
  }

  let search: Knowledge<Search>
  let texts: Knowledge<Texts>

  init(of registry: RegistryAccess) {
    search = Knowledge(registry) { registry in
      let (snapshot, terms, symbols) = (
        try registry.snapshot(), try registry.readableTerms(), try registry.formerSymbols()
      )
      return {
        Search(search: RegistrySearch(snapshot, terms: terms, formerSymbols: symbols), formerSymbols: symbols)
      }
    }
    texts = Knowledge(registry) { registry in
      let (examination, inbox) = (try registry.textExamination(), try registry.inboxTexts())
      return {
        let findings = examination.findings()
        return Texts(findings: findings, waiting: WaitingTexts(inbox.items(of: nil, findings: findings)))
      }
    }
  }
}
