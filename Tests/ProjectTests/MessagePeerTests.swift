import RegistryTestSupport
import Testing

/// Compares the texts of MessageFormat with those of ICU 78, as scripts/messages does with more patterns.
struct MessagePeerTests {
  @Test func `random patterns, and the numbers and plural forms of every locale, are as in ICU`() throws {
    let python = Command.package + "/.build/icu/bin/python3"
    if (try? Command(python, ["-c", "import icu4py"], in: Command.package).run().status) != 0 {
      try Test.cancel("icu4py is not installed: scripts/setup --icu")
    }
    var command = Command(
      python, ["-B", "Tests/Messages", try Command.products + "/format-message", "--patterns", "3000"],
      in: Command.package)
    command.seconds = 300
    let result = try command.run()
    #expect(result.status == 0, "\(result.output)\(result.error)")
    #expect(result.output.contains(" 0 different of "))
    #expect(result.output.contains(" 0 unexplained of 3000"))
  }
}
