import RegistryTestSupport
import Testing

@testable import Registry

/// Rules of the schema for the gates of releases, which also apply to another client.
struct GateRulesTests {
  private static let digest = "sha256:\(String(repeating: "0", count: 64))"

  @Test(arguments: [
    ("UPDATE release_gate SET against = '0.9'", "never changed"),
    ("DELETE FROM release_gate", "never deleted"),
    ("INSERT OR REPLACE INTO release_gate SELECT * FROM release_gate", "recorded once"),
    ("INSERT INTO release_gate (release, skipped) VALUES (1, 'x')", "recorded once"),
    ("INSERT INTO release_gate (release) VALUES (3)", "CHECK constraint failed"),
    ("INSERT INTO release_gate (release, skipped) VALUES (3, ' ')", "CHECK constraint failed"),
    ("UPDATE release_allowance SET reason = 'x'", "never changed"),
    ("DELETE FROM release_allowance", "never deleted"),
    ("INSERT INTO release_allowance VALUES (3, 1, 'code-retired', '1402', 'x')", "together with its gate"),
    ("INSERT INTO release_allowance VALUES (2, 2, 'code-retired', '1402', 'x')", "together with its gate"),
    ("INSERT OR REPLACE INTO release_allowance SELECT * FROM release_allowance", "together with its gate"),
  ])
  func `the gate of a release is recorded once and kept`(sql: String, reason: String) throws {
    let registry = try RegistryFixture()
    let record = "INSERT INTO release (id, name, revision, content_digest, created_at, recorded_at, actor) VALUES"
    for statement in [
      "\(record) (1, '1', 1, '\(Self.digest)', '', '', 'x')", "\(record) (2, '2', 1, '\(Self.digest)', '', '', 'x')",
      "INSERT INTO release_gate VALUES (2, '1', '\(Self.digest)', 'major', NULL)",
      "INSERT INTO release_allowance VALUES (2, 1, 'code-retired', '1402', 'merged')",
      "\(record) (3, '3', 1, '\(Self.digest)', '', '', 'x')",
    ] {
      try #require(try registry.shell(statement).status == 0)
    }
    let before = try registry.bytes
    let result = try registry.shell(sql)
    #expect(result.status != 0, "it was accepted")
    #expect(result.error.contains(reason), "\(result.error)")
    #expect(try registry.bytes == before)
  }
}
