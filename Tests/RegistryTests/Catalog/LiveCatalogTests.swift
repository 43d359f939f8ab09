import Foundation
import RegistrySQLite
import RegistryTestSupport
import Synchronization
import Testing

@testable import Registry

struct LiveCatalogTests {
  /// What a live catalog told, in words.
  private final class Log: Sendable {
    private let lines = Mutex<[String]>([])

    func tell(_ event: LiveCatalog.Event) {
      let line =
        switch event {
        case .replaced(let catalog): "replaced by revision \(catalog.revision)"
        case .kept(let error): "kept: \(error.code)"
        case .recovered: "recovered"
        }
      lines.withLock { $0.append(line) }
    }

    var all: [String] { lines.withLock { $0 } }
  }

  /// A path at which releases of one registry come and go.
  private struct Site {
    let release: ReleaseFixture
    let link: FilePath
    let log = Log()

    init() throws {
      release = try ReleaseFixture()
      link = FilePath(release.folder.file("current.db"))
      try point(to: release.path)
    }

    /// Another release with another Arabic text for 200.
    func next(_ name: String, _ text: String) throws -> SnapshotFile.Created {
      try release.registry.set("200", "ar", text)
      return try ReleaseFixture.release(release.registry, name, in: release.folder)
    }

    /// Switches the link, as a deployment does.
    func point(to path: FilePath) throws {
      let new = release.folder.file("current.new")
      try FileManager.default.createSymbolicLink(atPath: new, withDestinationPath: path.description)
      #expect(rename(new, link.description) == 0)
    }

    func live(_ path: FilePath? = nil) throws -> LiveCatalog {
      let log = log
      return try LiveCatalog(snapshot: path ?? link, every: .milliseconds(5)) { log.tell($0) }
    }
  }

  private func text(_ live: LiveCatalog) -> String? { live.catalog.message(for: 200, in: ["ar"])?.text }

  /// Waits until something is so; false after half a minute.
  private func eventually(_ isSo: () throws -> Bool) async throws -> Bool {
    for _ in 0..<3_000 {
      if try isSo() { return true }
      try await Task.sleep(for: .milliseconds(10))
    }
    return false
  }

  /// Waits for a few looks at the file.
  private func pause() async throws { try await Task.sleep(for: .milliseconds(100)) }

  @Test func `a link that is switched is noticed, and a request keeps the catalog that it has`() async throws {
    let site = try Site()
    let live = try site.live()
    let request = live.catalog
    #expect(text(live) == "تم التنفيذ بنجاح")
    try site.point(to: try site.next("2.0", "تم").path)
    #expect(try await eventually { text(live) == "تم" })
    #expect(request.message(for: 200, in: ["ar"])?.text == "تم التنفيذ بنجاح")
    #expect(request.release == "1.0")
    #expect(live.catalog.release == "2.0")
    #expect(try await eventually { site.log.all == ["replaced by revision 3"] })
    try await pause()
    #expect(site.log.all.count == 1, "the same file is no news")
  }

  @Test func `a file that takes another one's name is noticed`() async throws {
    let site = try Site()
    let path = FilePath(site.release.folder.file("current"))
    try FileSystem.publish(try site.release.bytes, at: path.bytes, existing: .refuse)
    let live = try site.live(path)
    let next = try site.next("2.0", "تم")
    try FileSystem.publish(try FileSystem.read(next.path.bytes), at: path.bytes, existing: .replace)
    #expect(try await eventually { text(live) == "تم" })
  }

  @Test func `an edit of the live registry is noticed`() async throws {
    let registry = try RegistryFixture()
    let log = Log()
    let live = try LiveCatalog(registry: registry.path, every: .milliseconds(5)) { log.tell($0) }
    for round in 1...5 {
      try registry.set("200", "ar", "تم \(round)")
      #expect(try await eventually { text(live) == "تم \(round)" })
    }
    #expect(try await eventually { log.all == (2...6).map { "replaced by revision \($0)" } })
  }

  @Test func `a registry that was made to hang its readers leaves the old catalog serving`() async throws {
    let registry = try RegistryFixture()
    let log = Log()
    let live = try LiveCatalog(registry: registry.path, every: .milliseconds(5)) { log.tell($0) }
    let (sound, text) = (try registry.bytes, text(live))
    let root = try registry.shell("SELECT rootpage FROM sqlite_schema WHERE name = 'translation'").output
    var prepared = PreparedDatabase(sound)
    prepared.plantBomb(root: try #require(Int(root.filter(\.isNumber))))
    try FileSystem.publish(prepared.bytes, at: registry.path.bytes, existing: .replace)
    #expect(try await eventually { log.all == ["kept: corrupt"] })
    let journal = registry.folder.file("registry.db-journal")
    try #require(mkfifo(journal, 0o600) == 0)
    try FileSystem.publish(sound, at: registry.path.bytes, existing: .replace)
    #expect(try await eventually { log.all == ["kept: corrupt", "kept: sidecar"] })
    #expect(self.text(live) == text)
    try FileManager.default.removeItem(atPath: journal)
    #expect(try await eventually { log.all.last == "recovered" })
  }

  @Test func `a bad file is told once and leaves the old catalog serving, until it is mended`() async throws {
    let site = try Site()
    let path = FilePath(site.release.folder.file("current"))
    let good = try site.release.bytes
    try FileSystem.publish(good, at: path.bytes, existing: .refuse)
    let live = try site.live(path)
    var bad = good
    bad[good.count / 2] ^= 0xFF
    try FileSystem.publish(Array(bad.prefix(20_000)), at: path.bytes, existing: .replace)
    #expect(try await eventually { site.log.all.count == 1 })
    try await pause()
    #expect(text(live) == "تم التنفيذ بنجاح")
    try FileSystem.publish(Array("no database".utf8), at: path.bytes, existing: .replace)
    #expect(try await eventually { site.log.all.count == 2 })
    try FileManager.default.removeItem(atPath: path.description)
    #expect(try await eventually { site.log.all.count == 3 })
    try await pause()
    #expect(text(live) == "تم التنفيذ بنجاح")
    try FileSystem.publish(good, at: path.bytes, existing: .replace)
    #expect(try await eventually { site.log.all.count == 4 })
    #expect(site.log.all.dropFirst() == ["kept: not-a-snapshot", "kept: file-not-found", "recovered"])
    #expect(["kept: corrupt", "kept: unverified"].contains(site.log.all.first))
    #expect(text(live) == "تم التنفيذ بنجاح")
  }

  @Test func `an older revision is not served unless a person says so`() async throws {
    let site = try Site()
    let second = try site.next("2.0", "تم")
    try site.point(to: second.path)
    let live = try site.live()
    #expect(text(live) == "تم")
    try site.point(to: site.release.path)
    #expect(try await eventually { site.log.all == ["kept: downgrade"] })
    let error = try #require(throws: RegistryError.self) { try live.reload() }
    #expect(error.code == .downgrade)
    #expect(text(live) == "تم")
    #expect(try live.reload(allowsOlder: true))
    #expect(text(live) == "تم التنفيذ بنجاح")
    #expect(try !live.reload(), "and now it is the one that is served")
  }

  @Test func `a manifest that comes after its snapshot makes the snapshot good`() async throws {
    let site = try Site()
    let live = try site.live()
    let next = try site.next("2.0", "تم")
    let manifest = try FileSystem.read(next.manifestPath.bytes)
    try FileSystem.publish(
      try FileSystem.read(site.release.created.manifestPath.bytes), at: next.manifestPath.bytes, existing: .replace)
    try site.point(to: next.path)
    #expect(try await eventually { site.log.all == ["kept: manifest-mismatch"] })
    try FileSystem.publish(manifest, at: next.manifestPath.bytes, existing: .replace)
    #expect(try await eventually { text(live) == "تم" })
    #expect(try await eventually { site.log.all == ["kept: manifest-mismatch", "replaced by revision 3"] })
  }

  @Test func `what cannot be loaded at the start is an error`() throws {
    let site = try Site()
    let missing = try #require(throws: RegistryError.self) {
      try LiveCatalog(snapshot: FilePath(site.release.folder.file("none.db")))
    }
    #expect(missing.code == .fileNotFound)
    let foreign = try #require(throws: RegistryError.self) { try LiveCatalog(registry: site.link) }
    #expect(foreign.code.kind == .foreign)
  }

  @Test func `nothing is looked for once the catalog is let go`() async throws {
    let site = try Site()
    weak var gone: LiveCatalog?
    do {
      let live = try site.live()
      gone = live
      #expect(text(live) != nil)
    }
    #expect(try await eventually { gone == nil })
    try site.point(to: try site.next("2.0", "تم").path)
    try await pause()
    #expect(site.log.all == [])
  }

  @Test(arguments: [Duration.zero, .seconds(-1), .nanoseconds(1), .seconds(Int64.max)])
  func `any interval is taken for one that makes sense`(interval: Duration) throws {
    let site = try Site()
    #expect(text(try LiveCatalog(snapshot: site.link, every: interval)) == "تم التنفيذ بنجاح")
  }

  @Test func `readers that never stop see one release throughout, and memory does not grow`() throws {
    let folder = try TemporaryFolder()
    var storm = Command(try Command.products + "/swap-storm", [folder.path, "10000"], in: folder.path)
    storm.seconds = 300
    let result = try storm.run()
    print("live catalog: \(result.output)", terminator: "")
    #expect(result.status == 0, "\(result.error)")
    let growth = try #require(result.output.firstMatch(of: /growth: (-?\d+) KiB/)).1
    #expect(try #require(Int(growth)) < 4_096)
  }
}
