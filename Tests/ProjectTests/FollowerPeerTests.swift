import RegistryTestSupport
import Testing

/// Gives pointers to `admin snapshot follow` and to the followers in Examples/follow/, as scripts/follow-bench does
/// with six times as many that are refused.
struct FollowerPeerTests {
  @Test func `three independent followers accept and refuse the same pointers`() throws {
    let python = Command.package + "/.build/follow/bin/python3"
    if (try? Command(python, ["-c", "import cryptography"], in: Command.package).run().status) != 0 {
      try Test.cancel("cryptography is not installed: scripts/setup --follow")
    }
    var command = Command(
      python, ["-B", "Tests/Publishing/pointers.py", try Command.products + "/admin", "--share"], in: Command.package)
    command.seconds = 600
    let result = try command.run()
    #expect(result.status == 0, "\(result.output)\(result.error)")
    #expect(result.output.hasPrefix("0 differences in "))
  }
}
