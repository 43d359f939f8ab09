import Foundation
import RegistryTestSupport
import Testing

/// Runs the bounded share of the fault injection (`scripts/faults`), and prints its figures.
@Suite struct FaultTests {
  /// What the share injects at least. A driver that finds nothing to do must not pass.
  static let least = ["kills": 80, "errors": 100, "reads": 50, "power losses": 150, "size limits": 10]

  @Test func `no kill, failed call or power loss of the share breaks a promise`() throws {
    var driver = Command(
      "python3", ["-B", "Tests/Faults", try Command.products + "/admin", "--share"], in: Command.package)
    driver.seconds = 900
    let result = try driver.run()
    #expect(result.status == 0, "\(result.output)\(result.error)")
    print(result.output)
    let counts = result.output.matches(of: /(?m)^([a-z ]+): (\d+)/).map { (String($0.1), Int($0.2) ?? 0) }
    let found = Dictionary(counts) { first, _ in first }
    for (kind, least) in Self.least { #expect(found[kind, default: 0] >= least, "\(kind): \(result.output)") }
    #expect(found["failures"] == 0, "\(result.output)")
  }
}
