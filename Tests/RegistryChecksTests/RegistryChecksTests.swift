import Testing

@testable import RegistryChecks

@Suite struct RegistryChecksTests {
}
