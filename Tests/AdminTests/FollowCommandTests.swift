import Foundation
import RegistryTestSupport
import Testing

@Suite struct FollowCommandTests {
  private let place: PublishingFolder
  private var admin: AdminFolder { place.admin }

  init() throws { place = try PublishingFolder() }

  @Test func `follow keeps a link at the newest release`() throws {
    _ = try place.publish("1.0")
    let first = try place.follow()
    #expect(first.output == "cache/current.db\t1.0\t2\t1\ttrue\n", "\(first.error)")
    #expect(try place.current() == "Success 1.0")
    #expect(try place.follow().output == "cache/current.db\t1.0\t2\t1\tfalse\n")
    _ = try place.publish("1.1")
    #expect(try place.follow().output == "cache/current.db\t1.1\t3\t2\ttrue\n")
    #expect(try place.current() == "Success 1.1")
    #expect(try admin.folder.names.contains("cache"))
  }

  @Test func `the files in other formats come along`() throws {
    _ = try admin.run("snapshot", "create", "--release", "2.0", "-o", "dist", "--also", "json,csv", "--no-gate", "test")
    _ = try place.publish("2.0")
    #expect(try place.follow().status == 0)
    #expect(try place.current() == "Success 1.2")
    let folder = try admin.shell("cd cache/releases/* && ls && cmp registry-2.0.json ../../../dist/registry-2.0.json")
    #expect(
      folder.output == "registry-2.0.csv\nregistry-2.0.db\nregistry-2.0.json\nregistry-2.0.manifest.json\n")
    // One of them is damaged on the disk, so that it is fetched again.
    _ = try admin.shell("echo >> cache/releases/*/registry-2.0.csv")
    #expect(try place.follow().status == 0)
    #expect(try place.current() == "Success 1.2")
  }

  @Test func `the name of a release may have a +, also in a folder`() throws {
    _ = try admin.run("snapshot", "create", "--release", "2.0+build.7", "-o", "dist", "--no-gate", "test")
    _ = try place.publish("2.0+build.7")
    let result = try place.follow()
    #expect(result.status == 0, "\(result.error)")
    #expect(try place.current() == "Success 1.2")
  }

  @Test func `an older pointer and one of another key are refused, and the release stays`() throws {
    _ = try place.publish("1.0")
    let old = try admin.bytes("store/objects/channels/production")
    _ = try place.publish("1.1")
    _ = try place.follow()
    try admin.write(old, to: "store/objects/channels/production")
    let refused = try place.follow()
    #expect(refused.status == 7)
    #expect(refused.error.contains("older than 2"), "\(refused.error)")
    _ = try admin.shell("rm store/objects/channels/production")
    _ = try place.publish("1.2", to: "store/objects", "--key", "other")
    #expect(try place.follow().status == 7)
    #expect(try place.current() == "Success 1.1")
  }

  @Test func `a first follower without a channel says so and makes nothing`() throws {
    let result = try place.follow()
    #expect(result.status == 8)
    #expect(result.error.contains("404"), "\(result.error)")
    #expect(!FileManager.default.fileExists(atPath: admin.folder.file("cache")))
  }

  @Test func `what the network does to a response is not accepted`() throws {
    let (server, url) = try place.startServer()
    defer { withExtendedLifetime(server) {} }
    _ = try place.publish("1.0", to: url)
    _ = try place.follow(url)
    _ = try place.publish("1.1", to: url)
    for fault in ["500", "503 5", "cut", "flip", "404", "301"] {
      try admin.write(Array(fault.utf8), to: "store/fault")
      let result = try place.follow(url)
      #expect([7, 8].contains(result.status), "\(fault): \(result.status) \(result.error)")
      #expect(try place.current() == "Success 1.0")
    }
    #expect(try place.follow(url).status == 0)
    #expect(try place.current() == "Success 1.1")
  }

  @Test func `it runs until it is stopped, and tells a service with a command`() async throws {
    let (server, url) = try place.startServer()
    defer { withExtendedLifetime(server) {} }
    _ = try place.publish("1.0", to: url)
    let follower = try Command(
      try Command.products + "/admin",
      [
        "snapshot", "follow", "\(url)/channels/production", "-o", "cache", "--signers", "signers", "--every", "1s",
        "--exec", "echo $REGISTRY_SERIAL $REGISTRY_RELEASE $REGISTRY_FILE >> told",
      ], in: admin.path
    ).start()
    #expect(try await eventually { (try? admin.bytes("told")) == Array("1 1.0 cache/current.db\n".utf8) })
    _ = try place.publish("1.1", to: url)
    #expect(
      try await eventually {
        (try? admin.bytes("told")) == Array("1 1.0 cache/current.db\n2 1.1 cache/current.db\n".utf8)
      })
    #expect(try place.current() == "Success 1.1")
    try admin.write(Array("500".utf8), to: "store/fault")
    #expect(try await eventually { follower.error.contains("500") })
    follower.send(SIGTERM)
    #expect(try follower.end(within: 20).status == 128 + SIGTERM)
    let log = String(decoding: try admin.bytes("store/log"), as: UTF8.self)
    #expect(log.contains("GET /channels/production 304\n"))
    #expect(log.components(separatedBy: "GET /registry-1.0.db").count == 2)
  }

  @Test func `a file of keys that is not valid names the line`() throws {
    _ = try place.publish("1.0")
    try admin.write(Array("* ssh-ed25519 AAAA\n".utf8), to: "signers")
    let result = try place.follow()
    #expect(result.status == 65)
    #expect(result.error.contains("Line 1"), "\(result.error)")
  }
}
