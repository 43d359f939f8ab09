import Testing

@testable import RegistrySearch

@Suite struct RegistrySearchTests {
}
