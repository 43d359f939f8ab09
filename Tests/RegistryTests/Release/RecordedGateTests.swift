import RegistryTestSupport
import Testing

@testable import Registry

struct RecordedGateTests {
  private let registry: RegistryFixture
  private let folder: TemporaryFolder

  init() throws {
    registry = try RegistryFixture()
    folder = try TemporaryFolder()
  }

  private func release(
    _ name: String, at revision: Int? = nil, in folder: TemporaryFolder? = nil, policy: ReleasePolicy = ReleasePolicy(),
    isDryRun: Bool = false
  ) throws -> SnapshotFile.Created {
    try registry.open().release(
      name, in: RegistryPath((folder ?? self.folder).path), revision: revision, policy: policy, actor: "amal",
      isDryRun: isDryRun)
  }

  private func against(_ gate: RecordedGate?) -> String? {
    if case .passed(let gate) = gate { gate.against } else { nil }
  }

  @Test func `a policy asks the gate unless it says why not`() throws {
    #expect(try release("1.0").gate == nil, "there is nothing to compare the first release with")
    try registry.edit { (editor) throws(RegistryError) in try editor.editCode("1403") { $0.state = .retired } }
    for isDryRun in [true, false] {
      let error = try #require(throws: RegistryError.self) { try release("2.0", isDryRun: isDryRun) }
      #expect(error.code == .unfit)
      #expect(error.findings.map(\.check) == ["code-retired"])
      let reason = try #require(throws: RegistryError.self) {
        try release("2.0", policy: ReleasePolicy(gate: .skipped(reason: " ")), isDryRun: isDryRun)
      }
      #expect(reason.code == .invalidText)
    }
    let merged = try ReleaseGate.Allowance(kind: "code-retired", subject: "1403", reason: "merged")
    let made = try release("2.0", policy: ReleasePolicy(gate: .newestRelease(allowing: [merged])))
    let skipped = try release("3.0", policy: ReleasePolicy(gate: .skipped(reason: "because")))
    #expect(try Manifest(at: skipped.manifestPath).gateSkipped == "because")
    let gates = try registry.open(.reading).read { try $0.gates() }
    #expect(gates == ["2.0": try #require(made.gate), "3.0": .skipped(reason: "because")])
    guard case .passed(let gate) = made.gate else { throw CancellationError() }
    #expect(try Manifest(at: made.manifestPath).gate == gate)
    #expect(gate.allowed == [merged])
    #expect(gate.contentDigest == (try SnapshotFile(verifying: folder.path("registry-1.0.db")).info.contentDigest))
  }

  @Test func `the newest release is the one of the highest revision that is not a later one`() throws {
    for text in ["أ", "ب", "ج"] { try registry.set("1402", "ar", text) }
    #expect(try against(release("b", at: 3).gate) == nil)
    #expect(try against(release("a", at: 2).gate) == "b", "there is no earlier one")
    #expect(try against(release("c").gate) == "b")
    #expect(try against(release("a-1", at: 2).gate) == "a")
    #expect(try against(release("a-2", at: 2).gate) == "a-1", "of one revision it is the last one")
    #expect(try against(release("c-1").gate) == "c")
    #expect(try against(release("b-1", at: 3).gate) == "b")
    #expect(try registry.open(.reading).read { try $0.examine() }.findings.isEmpty)
  }

  @Test func `of a release that was made before gates were recorded the manifest is believed`() throws {
    let first = try release("1.0")
    let sql = "UPDATE schema_migration SET applied_at = '2999-01-01T00:00:00Z' WHERE version >= 9"
    try #require(try Command("sqlite3", ["registry.db", sql], in: registry.folder.path).run().status == 0)
    let (elsewhere, plain) = (try TemporaryFolder(), try TemporaryFolder())
    let snapshot = try SnapshotFile(verifying: first.path).snapshot
    let policy = ReleasePolicy(gate: .comparison(against: "0.9", old: snapshot))
    let asked = try release("1.0", in: elsewhere, policy: policy)
    #expect(asked.manifest.gate?.against == "0.9")
    #expect(try release("1.0", in: elsewhere).manifest == asked.manifest, "the manifest keeps its gate")
    for gate in [ReleasePolicy.Gate.skipped(reason: "x"), .comparison(against: "0.8", old: snapshot)] {
      let error = try #require(throws: RegistryError.self) {
        try release("1.0", in: elsewhere, policy: ReleasePolicy(gate: gate))
      }
      #expect(error.code == .releaseExists)
    }
    #expect(try !release("1.0", in: elsewhere, policy: policy).isChanged)
    let skipped = try release("1.0", in: plain, policy: ReleasePolicy(gate: .skipped(reason: "x")))
    #expect(try release("1.0", in: plain).manifest == skipped.manifest)
    #expect(try registry.values("SELECT count(*) FROM release_gate") == [0], "a record is not made later")
  }
}

extension TemporaryFolder {
  fileprivate func path(_ name: String) -> RegistryPath { RegistryPath(file(name)) }
}
