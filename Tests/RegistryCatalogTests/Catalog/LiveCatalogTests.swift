import Foundation
import RegistryBytes
import RegistryTestSupport
import Synchronization
import Testing

@testable import RegistryCatalog

struct LiveCatalogTests {
  /// A path at which releases come and go.
  private struct Site {
    let fixture: SnapshotFixture
    let link: RegistryPath
    let log = LiveCatalogLog()

    init() throws {
      fixture = try SnapshotFixture()
      link = RegistryPath(fixture.folder.file("current.db"))
      try point(to: fixture.path)
    }

    /// Another release with another Arabic text for 200.
    func next(_ name: String, _ text: String) throws -> SnapshotFixture.Release {
      try fixture.release(name, text: text, of: 200, in: "ar")
    }

    /// Switches the link, as a deployment does.
    func point(to path: RegistryPath) throws {
      let new = fixture.folder.file("current.new")
      try FileManager.default.createSymbolicLink(atPath: new, withDestinationPath: path.description)
      #expect(rename(new, link.description) == 0)
    }

    func live(_ path: RegistryPath? = nil, requiresManifest: Bool = false) throws -> LiveCatalog {
      let log = log
      return try LiveCatalog(
        snapshot: path ?? link, requiresManifest: requiresManifest, every: .milliseconds(5)
      ) { log.tell($0) }
    }
  }

  private func text(_ live: LiveCatalog) -> String? { live.catalog.message(for: 200, in: ["ar"])?.text }

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
    let path = RegistryPath(site.fixture.folder.file("current"))
    try FileSystem.publish(try site.fixture.bytes, at: path.bytes, existing: .refuse)
    let live = try site.live(path)
    let next = try site.next("2.0", "تم")
    try FileSystem.publish(try FileSystem.read(next.path.bytes), at: path.bytes, existing: .replace)
    #expect(try await eventually { text(live) == "تم" })
  }

  @Test func `a bad file is told once and leaves the old catalog serving, until it is mended`() async throws {
    let site = try Site()
    let path = RegistryPath(site.fixture.folder.file("current"))
    let good = try site.fixture.bytes
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

  @Test func `a file that changes twice in one tick of the clock is read again`() async throws {
    let folder = try TemporaryFolder()
    try Data("x".utf8).write(to: URL(filePath: folder.file("file")))
    // The file always counts as just written, however long the test takes.
    let attributes: [FileAttributeKey: Any] = [.modificationDate: Date(timeIntervalSinceNow: 86_400)]
    try FileManager.default.setAttributes(attributes, ofItemAtPath: folder.file("file"))
    let identity = try FileSystem.identity(Array(folder.file("file").utf8))
    let reads = Mutex(0)
    let source = LiveCatalog.Source {
      [identity]
    } load: {
      () throws(RegistryError) in
      let revision = reads.withLock { reads in
        reads += 1
        return reads
      }
      return try Catalog(Snapshot(revision: revision, languages: [], categories: [], codes: [], messages: []))
    }
    let live = try LiveCatalog(source, "file", every: .milliseconds(5)) { _ in }
    #expect(try await eventually { live.catalog.revision > 1 })
  }

  @Test func `an older revision is not served unless a person says so`() async throws {
    let site = try Site()
    let second = try site.next("2.0", "تم")
    try site.point(to: second.path)
    let live = try site.live()
    #expect(text(live) == "تم")
    try site.point(to: site.fixture.path)
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
      try FileSystem.read(site.fixture.manifestPath.bytes), at: next.manifestPath.bytes, existing: .replace)
    try site.point(to: next.path)
    #expect(try await eventually { site.log.all == ["kept: manifest-mismatch"] })
    try FileSystem.publish(manifest, at: next.manifestPath.bytes, existing: .replace)
    #expect(try await eventually { text(live) == "تم" })
    #expect(try await eventually { site.log.all == ["kept: manifest-mismatch", "replaced by revision 3"] })
  }

  @Test func `a snapshot without its required manifest is not used until the manifest is there`() async throws {
    let site = try Site()
    let live = try site.live(requiresManifest: true)
    let next = try site.next("2.0", "تم")
    let manifest = try FileSystem.read(next.manifestPath.bytes)
    try FileManager.default.removeItem(atPath: next.manifestPath.description)
    try site.point(to: next.path)
    #expect(try await eventually { site.log.all == ["kept: unverified"] })
    #expect(text(live) == "تم التنفيذ بنجاح")
    try FileSystem.publish(manifest, at: next.manifestPath.bytes, existing: .replace)
    #expect(try await eventually { text(live) == "تم" })
  }

  @Test func `what cannot be loaded at the start is an error`() throws {
    let site = try Site()
    let missing = try #require(throws: RegistryError.self) {
      try LiveCatalog(snapshot: RegistryPath(site.fixture.folder.file("none.db")))
    }
    #expect(missing.code == .fileNotFound)
    let other = try DatabaseFixture()
    let foreign = try #require(throws: RegistryError.self) {
      try withExtendedLifetime(other) { try LiveCatalog(snapshot: RegistryPath(bytes: other.path)) }
    }
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
}
