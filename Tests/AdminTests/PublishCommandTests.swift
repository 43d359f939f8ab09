import Foundation
import RegistryTestSupport
import Testing

@Suite struct PublishCommandTests {
  private let place: PublishingFolder
  private var admin: AdminFolder { place.admin }

  init() throws { place = try PublishingFolder() }

  @Test func `publish stores the files and a pointer that ssh-keygen verifies`() throws {
    let result = try place.publish("1.0")
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output == "production\t1\t1.0\t2\ttrue\n")
    #expect(
      try FileManager.default.subpathsOfDirectory(atPath: admin.folder.file("store/objects")).sorted()
        == ["channels", "channels/production", "registry-1.0.db", "registry-1.0.manifest.json"])
    #expect(try admin.bytes("store/objects/registry-1.0.db") == admin.bytes("dist/registry-1.0.db"))
    let verified = try admin.shell(
      """
      sed '/^-----BEGIN/,$d' store/objects/channels/production > json
      sed -n '/^-----BEGIN/,$p' store/objects/channels/production > signature
      python3 -m json.tool json >&2 && \
        ssh-keygen -Y verify -f signers -I production -n status-code-registry -s signature < json
      """)
    #expect(verified.status == 0, "\(verified.error)")
  }

  @Test func `the serial number rises with each release, and the same release again changes nothing`() throws {
    _ = try place.publish("1.0")
    #expect(try place.publish("1.1").output == "production\t2\t1.1\t3\ttrue\n")
    let before = try place.pointer()
    #expect(try place.publish("1.1").output == "production\t2\t1.1\t3\tfalse\n")
    #expect(try place.pointer() == before)
  }

  @Test func `an older release is refused without a reason, and goes with one`() throws {
    _ = try place.publish("1.1")
    let before = try place.pointer()
    let refused = try place.publish("1.0")
    #expect(refused.status == 7)
    #expect(refused.error.contains("--rollback REASON"), "\(refused.error)")
    #expect(try place.pointer() == before)
    #expect(try place.publish("1.0", to: "store/objects", "--rollback", "1.1 is wrong").status == 0)
    #expect(try place.pointer().contains("  \"rollback_reason\": \"1.1 is wrong\",\n"))
  }

  @Test func `a reason that a pointer cannot have is refused`() throws {
    _ = try place.publish("1.1")
    let refused = try place.publish("1.0", to: "store/objects", "--rollback", "the \"new\" one is wrong")
    #expect(refused.status == 65)
    #expect(refused.error.contains("without \""), "\(refused.error)")
  }

  @Test func `a name means one content for ever`() throws {
    _ = try place.publish("1.0")
    // Another program has replaced the object.
    try admin.write(Array("other".utf8), to: "store/objects/registry-1.1.db")
    let refused = try place.publish("1.1")
    #expect(refused.status == 3)
    #expect(refused.error.contains("already published with other content"), "\(refused.error)")
    #expect(try place.pointer().contains("\"release\": \"1.0\""))
  }

  @Test func `a pointer that followers would refuse is not published`() throws {
    let refused = try place.publish("1.0", to: "store/objects", "--key", "other", "--signers", "signers")
    #expect(refused.status == 7)
    #expect(refused.error.contains("is not signed by a key that may sign"), "\(refused.error)")
    #expect(try admin.folder.names.contains("store"))
    #expect(!FileManager.default.fileExists(atPath: admin.folder.file("store/objects")))
  }

  @Test func `a pointer of an unknown key is not built on`() throws {
    _ = try place.publish("1.0")
    let refused = try place.publish("1.1", to: "store/objects", "--key", "other")
    #expect(refused.status == 7)
    #expect(refused.error.contains("--signers"), "\(refused.error)")
    // With both keys, the next one can be signed by the new key alone.
    #expect(try place.publish("1.1", to: "store/objects", "--key", "key", "--key", "other").status == 0)
    #expect(try place.publish("1.2", to: "store/objects", "--key", "other").status == 0)
  }

  @Test func `a pointer that only claims to be of the same key is not taken for the one that is there`() throws {
    _ = try place.publish("1.0")
    let forged = try place.pointer().replacing("\"serial\": 1,", with: "\"serial\": 7,")
    try admin.write(Array(forged.utf8), to: "store/objects/channels/production")
    #expect(try place.publish("1.0").status == 7)
    #expect(try place.publish("1.1").status == 7)
    #expect(try place.pointer() == forged)
  }

  @Test func `after a key was stolen, the number is given, and only then`() throws {
    _ = try place.publish("1.0", to: "store/objects", "--key", "other")
    #expect(try place.publish("1.1", to: "store/objects", "--signers", "signers").status == 7)
    #expect(try place.publish("1.1", to: "store/objects", "--serial", "40").status == 64)
    let result = try place.publish("1.1", to: "store/objects", "--signers", "signers", "--serial", "40")
    #expect(result.output == "production\t40\t1.1\t3\ttrue\n", "\(result.error)")
    #expect(try place.publish("1.2", to: "store/objects", "--signers", "signers", "--serial", "90").status == 65)
  }

  @Test func `a dry run writes nothing`() throws {
    let result = try place.publish("1.0", to: "store/objects", "--dry-run")
    #expect(result.output == "production\t1\t1.0\t2\ttrue\tdry-run\n", "\(result.error)")
    #expect(!FileManager.default.fileExists(atPath: admin.folder.file("store/objects")))
  }

  @Test(arguments: ["Production", "a/b", "", "../x"])
  func `a name that no channel has is refused`(channel: String) throws {
    let result = try admin.run(
      "snapshot", "publish", "dist/registry-1.0.db", "--channel", channel, "--to", "store", "--key", "key")
    #expect(result.status == 65)
  }

  @Test func `a damaged snapshot and one without a manifest are refused`() throws {
    var bytes = try admin.bytes("dist/registry-1.0.db")
    bytes[5_000] ^= 1
    try admin.write(bytes, to: "dist/registry-1.0.db")
    #expect(try place.publish("1.0").status == 2)
    try FileManager.default.removeItem(atPath: admin.folder.file("dist/registry-1.1.manifest.json"))
    #expect(try place.publish("1.1").status == 7)
    #expect(!FileManager.default.fileExists(atPath: admin.folder.file("store/objects")))
  }

  @Test func `a key that cannot sign is named`() throws {
    let result = try place.publish("1.0", to: "store/objects", "--key", "missing")
    #expect(result.status == 1)
    #expect(result.error.contains("missing"), "\(result.error)")
  }

  @Test func `an agent signs with a public key`() throws {
    let result = try admin.shell(
      """
      set -e
      eval "$(ssh-agent -s)" >&2; trap 'ssh-agent -k >&2' EXIT
      ssh-add -q key; mv key elsewhere
      admin snapshot publish dist/registry-1.0.db --channel production --to store/objects --key key.pub \
        --signers signers
      """)
    #expect(result.status == 0, "\(result.error)")
  }

  @Test func `a server that stores with conditions is published to`() throws {
    let (server, url) = try place.startServer()
    defer { withExtendedLifetime(server) {} }
    #expect(try place.publish("1.0", to: url + "/codes").output == "production\t1\t1.0\t2\ttrue\n")
    #expect(try place.publish("1.1", to: url + "/codes/").output == "production\t2\t1.1\t3\ttrue\n")
    #expect(try place.follow(url + "/codes").status == 0)
    #expect(try place.current() == "Success 1.1")
  }

  @Test func `somebody else who publishes meanwhile is noticed`() throws {
    let (server, url) = try place.startServer()
    defer { withExtendedLifetime(server) {} }
    _ = try place.publish("1.0", to: url)
    let racing = try admin.shell(
      """
      for n in 1 2 3 4 5 6; do
        for release in 1.1 1.2; do
          admin snapshot publish dist/registry-$release.db --channel production --to \(url) --key key \
            --rollback race --quiet 2> error.$release; echo $release $? &
        done; wait
      done
      """)
    let results = racing.output.split(separator: "\n")
    #expect(results.count == 12)
    #expect(results.allSatisfy { $0.hasSuffix(" 0") || $0.hasSuffix(" 3") }, "\(racing.output)\(racing.error)")
    let won = results.filter { $0.hasSuffix(" 0") }.count
    #expect(won >= 6)
    #expect(try place.pointer().contains("\"serial\": \(won + 1),"), "\(racing.output)")
  }

  @Test func `a server that is not there or refuses is reported`() throws {
    let gone = try place.publish("1.0", to: "http://127.0.0.1:9/codes")
    #expect(gone.status == 8)
    #expect(gone.error.contains("cannot be reached"), "\(gone.error)")
    let (server, url) = try place.startServer()
    defer { withExtendedLifetime(server) {} }
    try admin.write(Array("403".utf8), to: "store/fault")
    let refused = try place.publish("1.0", to: url)
    #expect(refused.status == 8)
    #expect(refused.error.contains("403"), "\(refused.error)")
  }
}
