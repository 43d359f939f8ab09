import Foundation
import RegistryTestSupport
import Testing

/// The gate of `snapshot create`, and what `snapshot gate`, `show` and `list` say about it later.
@Suite struct ReleaseGateCommandTests {
  /// Runs commands, and requires that each succeeds.
  private func run(_ admin: AdminFolder, _ lines: String...) throws {
    for line in lines {
      let result = try admin.run(line.split(separator: " ").map(String.init))
      try #require(result.status == 0, "\(line): \(result.error)")
    }
  }

  /// Creates a registry with the releases 1.0.0 and 2.0.0, in which 1403 was retired.
  private func released() throws -> AdminFolder {
    let admin = try AdminFolder()
    try run(
      admin, "snapshot create --release 1.0.0 -o dist", "code retire 1403 -y",
      "snapshot create --release 2.0.0 -o dist --also json --allow code-retired:1403=merged --allow code-removed:*=x")
    return admin
  }

  private func create(_ release: String, _ options: String...) -> [String] {
    ["snapshot", "create", "--release", release, "-o", "dist"] + options
  }

  @Test func `the result says since which release the changes suggest which version`() throws {
    let admin = try AdminFolder()
    let table = ["--format", "table"]
    let first = try admin.run(create("1.0.0") + table)
    #expect(first.output == "dist/registry-1.0.0.db written: release 1.0.0, revision 1, 61 codes, 183 messages.\n")
    try run(admin, "translation set 1402 ar نص")
    let patch = try admin.run(create("1.0.1") + table)
    #expect(patch.output.hasSuffix("183 messages. The changes since 1.0.0 suggest a patch version.\n"))
    let same = try admin.run(create("2.0.0") + table)
    #expect(same.output.hasSuffix("183 messages. Nothing has changed since 1.0.1.\n"))
    let skipped = try admin.run(create("3.0.0") + table + ["--no-gate", "another product"])
    #expect(skipped.output.hasSuffix("183 messages. It was compared with no release: another product.\n"))
    let again = try admin.run(create("1.0.1") + table)
    #expect(again.output.hasSuffix("revision 2, 61 codes, 183 messages.\n"), "a repeated one asks nothing")
  }

  @Test func `an allowance that matches no change is noted`() throws {
    let admin = try AdminFolder()
    let first = try admin.json("snapshot", "create", "--release", "1.0", "-o", "dist", "--allow", "code-retired:1403=x")
    #expect(first["notes"] == .array(["--allow code-retired:1403 matches no change."]))
    try run(admin, "code retire 1403 -y")
    let allow = [
      "--allow", "code-retired:MISSING=x", "--allow", "code-retired:1403=x", "--allow", "version-too-low:*=x",
    ]
    let next = try admin.run(create("2.0") + allow)
    #expect(next.status == 0)
    #expect(
      next.error == "note: --allow code-retired:MISSING matches no change.\n"
        + "note: --allow version-too-low:* matches no change.\n")
    #expect(try admin.run(create("2.0") + allow).error.isEmpty)
  }

  @Test func `a version is too low when it does not rise enough`() throws {
    let admin = try AdminFolder()
    try run(admin, "snapshot create --release 1.0.0 -o dist", "code edit 1402 --http-status 402")
    let allow = ["--allow", "http-status-changed:*=agreed"]
    try admin.expectRefusal(
      2, saying: "The version 1.1.0 is too low after 1.0.0. Choose a higher version, or allow this one with --allow",
      "1.1.0: version-too-low, after 1.0.0 and these changes it must be 2.0.0 or higher.", lines: 2
    ) { try admin.run(create("1.1.0") + allow) }
    let refused = try admin.run(create("1.1.0") + ["--json"])
    let error = try JSONDecoder().decode([String: JSONValue].self, from: Data(refused.errorBytes))["error"]
    guard case .array(let findings) = error?["findings"] else { throw CancellationError() }
    let keys = findings.map { finding -> Set<String> in
      if case .object(let members) = finding { Set(members.keys) } else { [] }
    }
    #expect(findings.map { $0["check"] } == ["http-status-changed", "version-too-low"])
    #expect(
      keys.first == ["category", "check", "check_id", "code", "entity", "language", "message", "severity", "term"])
    #expect(keys.last == keys.first && findings.last?["code"] == .null)
    // An allowance is for one version.
    try admin.expectRefusal(2, saying: "The version 1.1.0 is too low after 1.0.0", lines: 2) {
      try admin.run(create("1.1.0") + allow + ["--allow", "version-too-low:1.2.0=agreed"])
    }
    // The name of a release that is no version says nothing.
    #expect(try admin.run(create("2026-11-28") + allow).status == 0)
    try run(admin, "translation set 1402 ar نص")
    try admin.expectRefusal(2, saying: "after 1.0.0 and these changes it must be 1.0.1 or higher", lines: 2) {
      try admin.run(create("0.9"))
    }
  }

  @Test func `a release of an earlier revision follows the newest release up to it`() throws {
    let admin = try released()
    // Revision 1 follows 1.0.0, not 2.0.0. A new release of the current content still follows 2.0.0.
    let again = try admin.json("snapshot", "create", "--release", "1.0.1", "-o", "dist", "--revision", "1")
    #expect(again["gate"]?["against"] == "1.0.0")
    #expect(again["gate"]?["suggested"] == "none")
    try run(admin, "translation set 1402 ar نص")
    let next = try admin.json("snapshot", "create", "--release", "2.0.1", "-o", "dist")
    #expect(next["gate"]?["against"] == "2.0.0")
    #expect(next["gate"]?["suggested"] == "patch")
  }

  @Test func `the gate between two releases knows what the new one was allowed`() throws {
    let admin = try released()
    let passed = try admin.json("snapshot", "gate", "1.0.0", "2.0.0")
    #expect(passed["verdict"] == "pass")
    #expect(passed["violations"] == .array([]))
    #expect(
      passed["allowed"] == .array([.object(["kind": "code-retired", "subject": "1403", "reason": "merged"])]))
    let login = try #require(try admin.jsonList("snapshot", "list")[1]["actor"])
    guard case .string(let actor) = login else { throw CancellationError() }
    #expect(passed["notes"] == .array([.string("code-retired:1403 was allowed in 2.0.0 by \(actor): merged")]))
    #expect(try admin.run("snapshot", "gate", "1.0.0", "dist/registry-2.0.0.db").status == 2, "a file proves nothing")
    #expect(try admin.run("snapshot", "gate", "1.0.0").status == 2)
    // A reason on the command line is another one.
    let own = try admin.json("snapshot", "gate", "1.0.0", "2.0.0", "--allow", "code-retired:1403=other")
    guard case .array(let allowed) = own["allowed"] else { throw CancellationError() }
    #expect(allowed.map { $0["reason"] } == ["other", "merged"])
    try run(admin, "snapshot create --release 2.0.1 -o dist --no-gate because")
    let skipped = try admin.run("snapshot", "gate", "1.0.0", "2.0.1")
    #expect(skipped.status == 2)
    #expect(
      skipped.error.hasPrefix("note: 2.0.1 was released by \(actor) without a comparison: because\nerror: 1 change"))
  }

  @Test func `a release is shown with what was compared and allowed`() throws {
    let admin = try released()
    try run(admin, "snapshot create --release 2.0.1 -o dist --no-gate because")
    let shown = try admin.run("snapshot", "show", "2.0.0").output
    #expect(
      shown.hasSuffix("\ncompared_with\t1.0.0\nsuggested\tmajor\nallowed\tcode-retired:1403: merged\n"), "\(shown)")
    #expect(try admin.run("snapshot", "show", "2.0.1").output.hasSuffix("\ngate_skipped\tbecause\n"))
    #expect(try admin.run("snapshot", "show", "1.0.0").output.hasSuffix("\nmessages_zh-Hans\t61\n"))
    for (name, skipped) in [("2.0.0", JSONValue.null), ("2.0.1", "because")] {
      #expect(try admin.json("snapshot", "verify", name)["gate_skipped"] == skipped)
    }
  }

  @Test func `a release that is written again keeps its gate, and refuses another`() throws {
    let admin = try released()
    let manifest = try admin.bytes("dist/registry-2.0.0.manifest.json")
    try run(
      admin, "translation set 1402 ar نص", "snapshot create --release 2.0.0 -o dist",
      "snapshot create --release 2.0.0 -o new --also json")
    for folder in ["dist", "new"] { #expect(try admin.bytes("\(folder)/registry-2.0.0.manifest.json") == manifest) }
    for (options, words) in [
      (["--no-gate", "x"], "compared with 1.0.0. The comparison or what was allowed differs"),
      (["--allow", "code-retired:*=x"], "compared with 1.0.0"), (["--against", "2.0.0"], "compared with 1.0.0"),
      (["--allow", "code-removed:*=x"], "compared with 1.0.0"),
    ] {
      try admin.expectRefusal(3, saying: words) { try admin.run(create("2.0.0") + options) }
    }
    try admin.expectRefusal(3, saying: "as the first one, so it was compared with nothing") {
      try admin.run(create("1.0.0") + ["--no-gate", "x"])
    }
    #expect(try admin.bytes("dist/registry-2.0.0.manifest.json") == manifest)
    #expect(try admin.run(create("2.0.0") + ["--allow", "code-retired:1403=merged"]).status == 0)
  }

  @Test func `the newest release that the history cannot reproduce is compared as a file, or not at all`() throws {
    let admin = try AdminFolder()
    _ = try admin.sql("UPDATE translation SET text = 'raw' WHERE code = 1402 AND language = 'ar'")
    try run(admin, "snapshot create --release 1.0 -o dist", "translation set 1402 ar نص")
    try admin.expectRefusal(
      7, saying: "The history cannot reproduce the release 1.0. Compare with the release's own file"
    ) { try admin.run(create("1.1")) }
    try run(
      admin, "snapshot create --release 1.1 -o dist --against dist/registry-1.0.db",
      "snapshot create --release 1.2 -o dist --no-gate because")
  }
}
