import RegistryCatalog
import Testing

@testable import RegistrySearch

@Suite struct RegistrySearchTests {
  @Test func `a search of an empty registry finds nothing`() {
    let empty = Snapshot(revision: 0, languages: [], categories: [], codes: [], messages: [])
    #expect(RegistrySearch(empty).search("balance").isEmpty)
  }
}
