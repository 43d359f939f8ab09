import Foundation
import Registry
import RegistryBytes
import RegistryTestSupport
import Synchronization
import Testing

@testable import RegistryFollowing

struct ReleaseFollowerTests {
  private let channel: ChannelFixture

  init() throws { channel = try ChannelFixture() }

  @Test func `a release is fetched, verified and reachable through the link`() async throws {
    let pointer = try channel.publish(0, serial: 1)
    #expect(try await channel.follower().poll() == .accepted(pointer))
    #expect(try channel.current() == "1.0: Success 1.0")
    #expect(
      channel.requests.withLock { $0 } == ["channels/production", "registry-1.0.manifest.json", "registry-1.0.db"])
  }

  @Test func `a follower that runs asks with the tag and fetches each release once`() async throws {
    try channel.publish(0, serial: 1)
    let follower = try channel.follower()
    _ = try await follower.poll()
    #expect(try await follower.poll() == nil)
    let pointer = try channel.publish(2, serial: 2)
    #expect(try await follower.poll() == .accepted(pointer))
    #expect(try channel.current() == "1.2+a: Success 1.2+a")
    #expect(
      channel.requests.withLock { $0.filter { $0.contains("%2B") } } == [
        "registry-1.2%2Ba.manifest.json", "registry-1.2%2Ba.db",
      ])
  }

  @Test func `a new process goes on from what is stored`() async throws {
    try channel.publish(1, serial: 5)
    _ = try await channel.follower().poll()
    try channel.publish(0, serial: 4)
    let report = try await channel.follower().poll()
    guard case .kept(let error) = report else { Issue.record("\(String(describing: report))"); return }
    #expect(error.code == .downgrade)
    #expect(try channel.current() == "1.1: Success 1.1")
  }

  @Test func `the publisher can go back under a new number`() async throws {
    try channel.publish(1, serial: 1)
    let follower = try channel.follower()
    _ = try await follower.poll()
    try channel.publish(0, serial: 2, rollbackReason: "1.1 is wrong")
    _ = try await follower.poll()
    #expect(try channel.current() == "1.0: Success 1.0")
  }

  @Test func `the release before stays, and older ones are removed`() async throws {
    let follower = try channel.follower()
    for place in 0..<3 {
      try channel.publish(place, serial: place + 1)
      _ = try await follower.poll()
    }
    let releases = channel.cache.folder.appending("releases").bytes
    #expect(try FileSystem.names(in: releases).count == 2)
    #expect(try channel.current() == "1.2+a: Success 1.2+a")
  }

  @Test(arguments: ["registry-1.1.db", "registry-1.1.manifest.json"])
  func `every flipped byte of a file is refused, and the old release stays`(file: String) async throws {
    try channel.publish(0, serial: 1)
    let follower = try channel.follower()
    _ = try await follower.poll()
    try channel.publish(1, serial: 2)
    let whole = try #require(channel.objects.withLock { $0[ChannelFixture.base + file] })
    // Each place of the manifest, and of the snapshot a share; its digest covers all of them alike.
    for place in stride(from: 0, to: whole.count, by: file.hasSuffix(".db") ? 97 : 1) {
      channel.objects.withLock { $0[ChannelFixture.base + file]?[place] ^= 0x04 }
      defer { channel.objects.withLock { $0[ChannelFixture.base + file] = whole } }
      let report = try await follower.poll()
      // The same problem is reported once.
      if case .accepted = report { Issue.record("accepted with byte \(place) changed") }
    }
    #expect(try channel.current() == "1.0: Success 1.0")
    guard case .accepted = try await follower.poll() else { Issue.record("not accepted"); return }
    #expect(try channel.current() == "1.1: Success 1.1")
  }

  @Test func `files that are cut off, too long, missing or mixed are refused`() async throws {
    try channel.publish(0, serial: 1)
    let follower = try channel.follower()
    _ = try await follower.poll()
    try channel.publish(1, serial: 2)
    let name = ChannelFixture.base + "registry-1.1.db"
    let whole = try #require(channel.objects.withLock { $0[name] })
    let other = try #require(channel.objects.withLock { $0[ChannelFixture.base + "registry-1.0.db"] })
    for wrong in [Array(whole.dropLast()), whole + [0], [], other] {
      channel.objects.withLock { $0[name] = wrong }
      if case .accepted = try await follower.poll() { Issue.record("accepted") }
    }
    channel.objects.withLock { $0[name] = nil }
    if case .accepted = try await follower.poll() { Issue.record("accepted") }
    #expect(try channel.current() == "1.0: Success 1.0")
  }

  @Test func `a manifest that states something else than the pointer is refused`() async throws {
    let release = try ChannelFixture.releases.get()[0]
    let manifest = Array(
      String(decoding: release.manifest, as: UTF8.self).replacing("\"revision\" : 2", with: "\"revision\" : 3").utf8)
    #expect(manifest != release.manifest)
    let pointer = try ChannelPointer(
      to: release.claims, manifest: manifest, snapshot: release.snapshot, channel: "production", serial: 1,
      issuedAt: .now, expiresAt: nil, rollbackReason: nil)
    let object = try channel.key.sign(pointer)
    channel.objects.withLock {
      $0[ChannelFixture.address] = object
      $0[ChannelFixture.base + pointer.file] = release.snapshot
      $0[ChannelFixture.base + pointer.manifest] = manifest
    }
    let report = try await channel.follower().poll()
    guard case .kept(let error) = report else { Issue.record("\(String(describing: report))"); return }
    #expect(error.code == .manifestMismatch)
    #expect(try channel.cache.storedObject() == nil)
  }

  @Test func `errors of the server and of the network are reported, and the release stays`() async throws {
    try channel.publish(0, serial: 1)
    let follower = try channel.follower()
    _ = try await follower.poll()
    struct NoNetwork: Error {}
    for fault in [
      { (_, _) in throw NoNetwork() }, { (_, _) in .init(status: 503, retryAfter: 10) },
      { (_, _) in .init(status: 304) }, { (_, response) in .init(status: 200, body: Array(response.body.dropLast(9))) },
    ] as [@Sendable (ReleaseTransport.Request, ReleaseTransport.Response) throws -> ReleaseTransport.Response] {
      channel.fault.withLock { $0 = fault }
      if case .accepted = try await follower.poll() { Issue.record("accepted") }
      channel.fault.withLock { $0 = nil }
    }
    #expect(try channel.current() == "1.0: Success 1.0")
    #expect(try await follower.poll() == .recovered)
  }

  @Test func `what a process left between two steps is repaired at the next start`() async throws {
    try channel.publish(0, serial: 1)
    let follower = try channel.follower()
    _ = try await follower.poll()
    let pointer = try channel.publish(1, serial: 2)
    _ = try await follower.poll()
    // The pointer was stored, and the link still leads to the release before.
    let first = try #require(try ChannelFixture.releases.get().first)
    try FileSystem.switchLink(
      at: channel.cache.current.bytes, to: Array("releases/\(first.claims.fileSHA256.prefix(16))/registry-1.0.db".utf8))
    #expect(try channel.current() == "1.0: Success 1.0")
    #expect(try await channel.follower().poll() == nil)
    #expect(try channel.current() == "1.1: Success 1.1")
    // The files of the pointer are gone.
    try FileManager.default.removeItem(atPath: channel.cache.snapshot(of: pointer).description)
    #expect(try await channel.follower().poll() == .accepted(pointer))
    #expect(try channel.current() == "1.1: Success 1.1")
  }

  @Test func `two followers with one folder do not go back`() async throws {
    try channel.publish(0, serial: 1)
    let (slow, fast) = (try channel.follower(), try channel.follower())
    _ = try await slow.poll()
    _ = try await fast.poll()
    let old = try channel.publish(1, serial: 2)
    let gate = Mutex(false)
    // While the slow one fetches the files of pointer 2, the fast one stores pointer 3.
    let fixture = channel
    channel.fault.withLock {
      $0 = { request, response in
        guard request.url.hasSuffix(old.file),
          !gate.withLock({ value in
            defer { value = true }; return value
          })
        else {
          return response
        }
        try fixture.publish(2, serial: 3)
        return response
      }
    }
    let task = Task { try await slow.poll() }
    _ = try await task.value
    _ = try await fast.poll()
    channel.fault.withLock { $0 = nil }
    _ = try await slow.poll()
    #expect(try channel.current() == "1.2+a: Success 1.2+a")
  }

  @Test func `a follower that runs reports each release, and ends when its task is cancelled`() async throws {
    try channel.publish(0, serial: 1)
    let follower = try channel.follower(every: .seconds(1))
    let log = Mutex<[Int]>([])
    let task = Task {
      try await follower.run { report in
        if case .accepted(let pointer) = report { log.withLock { $0.append(pointer.serial) } }
      }
    }
    #expect(try await eventually { log.withLock { $0 } == [1] })
    try channel.publish(1, serial: 2)
    #expect(try await eventually { log.withLock { $0 } == [1, 2] })
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test func `keys that are gone at the start are reported, and nothing is asked`() async throws {
    try channel.publish(0, serial: 1)
    _ = try await channel.follower().poll()
    let file = channel.folder.file("signers")
    try channel.key.line().write(toFile: file, atomically: true, encoding: .utf8)
    let follower = ReleaseFollower(
      try ChannelAddress(ChannelFixture.address), signers: try AllowedSigners(at: RegistryPath(file)),
      cache: channel.cache, transport: channel.transport)
    try FileManager.default.removeItem(atPath: file)
    let before = channel.requests.withLock { $0.count }
    guard case .kept(let error) = try await follower.poll() else { Issue.record("not reported"); return }
    #expect(error.code == .fileNotFound)
    #expect(channel.requests.withLock { $0.count } == before)
    #expect(try channel.current() == "1.0: Success 1.0")
  }

  @Test func `an expired pointer is used, and reported once`() async throws {
    try channel.publish(0, serial: 1, expiresAt: Timestamp("2020-01-01T00:00:00Z"))
    let follower = try channel.follower(every: .seconds(1))
    let log = Mutex<[String]>([])
    let task = Task {
      try await follower.run { report in
        switch report {
        case .accepted(let pointer): log.withLock { $0.append("accepted \(pointer.serial)") }
        case .stale(let pointer): log.withLock { $0.append("stale \(pointer.serial)") }
        default: log.withLock { $0.append("\(report)") }
        }
      }
    }
    #expect(try await eventually { channel.requests.withLock { $0.count } > 5 })
    #expect(log.withLock { $0 } == ["accepted 1", "stale 1"])
    #expect(try channel.current() == "1.0: Success 1.0")
    try channel.publish(1, serial: 2)
    #expect(try await eventually { log.withLock { $0 } == ["accepted 1", "stale 1", "accepted 2"] })
    task.cancel()
  }

  @Test(arguments: ["https://releases.test/production", "production", "https://releases.test/channels/", ""])
  func `an address that is not one of a channel is refused`(address: String) {
    #expect(throws: RegistryError.self) { try ChannelAddress(address) }
  }

  @Test func `a + is %2B in an address, and itself in a path`() throws {
    let addresses = [
      "https://releases.test/a/channels/x", "s3://bucket/a/channels/x", "/srv/a+b/channels/x", "a/channels/x",
    ]
    #expect(
      try addresses.map { try ChannelAddress($0).file("registry-1+2.db") } == [
        "https://releases.test/a/registry-1%2B2.db", "s3://bucket/a/registry-1%2B2.db", "/srv/a+b/registry-1+2.db",
        "a/registry-1+2.db",
      ])
  }
}
