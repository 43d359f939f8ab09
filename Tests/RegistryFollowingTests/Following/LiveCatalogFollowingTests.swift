import Registry
import FollowModel
import RegistryTestSupport
import Testing

@testable import RegistryFollowing

struct LiveCatalogFollowingTests {
  private let channel: ChannelFixture
  private let log = LiveCatalogLog()

  init() throws { channel = try ChannelFixture() }

  private func live(every interval: Duration = .seconds(60)) async throws -> LiveCatalog {
    try await LiveCatalog(
      following: ChannelFixture.address, signers: try channel.key.signers(), cache: channel.cache.folder,
      transport: channel.transport, every: interval, onEvent: log.tell)
  }

  @Test func `the first start fetches the release`() async throws {
    try channel.publish(0, serial: 1)
    #expect(try await live().catalog.release == "1.0")
  }

  @Test func `a later start needs no network`() async throws {
    try channel.publish(0, serial: 1)
    _ = try await live()
    let before = channel.requests.withLock { $0.count }
    let start = ContinuousClock.now
    #expect(try await live().catalog.release == "1.0")
    let time = ContinuousClock.now - start
    #expect(channel.requests.withLock { $0.count } == before)
    print("A start from the folder took \(time / .milliseconds(1)) ms.")
  }

  @Test func `a first start without a channel says why`() async throws {
    await #expect(throws: RegistryError.self) { try await live() }
    let object = try TestKey().sign(.test())
    channel.objects.withLock { $0[ChannelFixture.address] = object }
    do {
      _ = try await live()
      Issue.record("accepted")
    } catch let error as RegistryError { #expect(error.code == .untrustedPointer) }
  }

  @Test func `new releases are taken, also older ones that the publisher goes back to`() async throws {
    try channel.publish(0, serial: 1)
    let live = try await live(every: .seconds(1))
    try channel.publish(1, serial: 2)
    #expect(try await eventually { live.catalog.release == "1.1" })
    try channel.publish(0, serial: 3, rollbackReason: "1.1 is wrong")
    #expect(try await eventually { live.catalog.release == "1.0" })
    #expect(!log.all.contains { $0.hasPrefix("kept") })
  }

  @Test func `what is refused is reported and changes nothing`() async throws {
    try channel.publish(1, serial: 2)
    let live = try await live(every: .seconds(1))
    try channel.publish(0, serial: 1)
    #expect(try await eventually { log.all.contains("kept: downgrade") })
    #expect(live.catalog.release == "1.1")
    try channel.publish(2, serial: 3)
    #expect(try await eventually { live.catalog.release == "1.2+a" })
  }

  @Test func `the channel is asked no more when the catalog is gone`() async throws {
    try channel.publish(0, serial: 1)
    var live: LiveCatalog? = try await live(every: .seconds(1))
    #expect(try await eventually { channel.requests.withLock { $0.count } > 3 })
    #expect(live?.catalog.release == "1.0")
    live = nil
    try await Task.sleep(for: .seconds(2))
    let count = channel.requests.withLock { $0.count }
    try await Task.sleep(for: .seconds(3))
    #expect(channel.requests.withLock { $0.count } == count)
  }
}
