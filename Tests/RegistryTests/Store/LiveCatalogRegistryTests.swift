import Foundation
import RegistryBytes
import RegistryTestSupport
import Testing

@testable import Registry

/// Tests live catalogs of a live registry, and of releases that another process replaces continuously.
struct LiveCatalogRegistryTests {
  private func text(_ live: LiveCatalog) -> String? { live.catalog.message(for: 200, in: ["ar"])?.text }

  @Test func `an edit of the live registry is noticed`() async throws {
    let registry = try RegistryFixture()
    let log = LiveCatalogLog()
    let live = try LiveCatalog(registry: registry.path, every: .milliseconds(5)) { log.tell($0) }
    for round in 1...5 {
      try registry.set("200", "ar", "تم \(round)")
      #expect(try await eventually { text(live) == "تم \(round)" })
    }
    #expect(try await eventually { log.all == (2...6).map { "replaced by revision \($0)" } })
  }

  @Test func `other content of the same revision is noticed`() async throws {
    let (first, second) = (try RegistryFixture(), try RegistryFixture())
    try first.set("200", "ar", "الأول")
    try second.set("200", "ar", "الثاني")
    let log = LiveCatalogLog()
    let live = try LiveCatalog(registry: first.path, every: .milliseconds(5)) { log.tell($0) }
    #expect(text(live) == "الأول")
    try FileSystem.publish(try second.bytes, at: first.path.bytes, existing: .replace)
    #expect(try await eventually { text(live) == "الثاني" })
    #expect(log.all == ["replaced by revision 2"])
  }

  @Test func `a registry that was made to hang its readers leaves the old catalog serving`() async throws {
    let registry = try RegistryFixture()
    let log = LiveCatalogLog()
    let live = try LiveCatalog(registry: registry.path, every: .milliseconds(5)) { log.tell($0) }
    let (sound, text) = (try registry.bytes, text(live))
    let root = try registry.shell("SELECT rootpage FROM sqlite_schema WHERE name = 'translation'").output
    var prepared = PreparedDatabase(sound)
    prepared.plantBomb(root: try #require(Int(root.filter(\.isNumber))))
    try FileSystem.publish(prepared.bytes, at: registry.path.bytes, existing: .replace)
    #expect(try await eventually { log.all == ["kept: corrupt"] }, "\(log.all)")
    let journal = registry.folder.file("registry.db-journal")
    try #require(mkfifo(journal, 0o600) == 0)
    try FileSystem.publish(sound, at: registry.path.bytes, existing: .replace)
    #expect(try await eventually { log.all == ["kept: corrupt", "kept: sidecar"] }, "\(log.all)")
    #expect(self.text(live) == text)
    try FileManager.default.removeItem(atPath: journal)
    #expect(try await eventually { log.all.last == "recovered" })
  }

  @Test func `a file that cannot be loaded at the start is an error`() throws {
    let release = try ReleaseFixture()
    let foreign = try #require(throws: RegistryError.self) { try LiveCatalog(registry: release.path) }
    #expect(foreign.code.kind == .foreign)
  }

  @Test func `readers that never stop see one release throughout, and memory does not grow`() throws {
    let folder = try TemporaryFolder()
    // scripts/sanitize makes 10,000 swaps.
    var storm = Command(try Command.products + "/swap-storm", [folder.path, "2000"], in: folder.path)
    storm.seconds = 300
    let result = try storm.run()
    print("live catalog: \(result.output)", terminator: "")
    #expect(result.status == 0, "\(result.error)")
    let growth = try #require(result.output.firstMatch(of: /growth: (-?\d+) KiB/)).1
    #expect(try #require(Int(growth)) < 4_096)
  }
}
