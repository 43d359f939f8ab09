import RegistryTestSupport
import Testing

/// Keeps the lists of `scripts/prove-defences` true, which is too long for every run of the tests.
struct DefenceListTests {
  @Test func `the text of every mutation occurs once, and every test that must notice it exists`() throws {
    if try Command("python3", ["-c", "import tomllib"], in: Command.package).run().status != 0 {
      try Test.cancel("python3 is older than 3.11")
    }
    let check = try Command("python3", ["-B", "Tests/Defences", "--check"], in: Command.package).run()
    #expect(check.status == 0, "\(check.error)")
    let count = try #require(check.output.firstMatch(of: /^(\d+) mutations/)?.1)
    #expect(try #require(Int(count)) >= 200)
  }
}
