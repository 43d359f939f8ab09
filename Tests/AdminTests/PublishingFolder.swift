import Foundation
import RegistryTestSupport
import Testing

/// A registry with three releases, keys, and an object store.
struct PublishingFolder {
  let admin: AdminFolder

  /// Releases 1.0, 1.1 and 1.2 in `dist`, the keys `key` and `other`, and `signers`, which allows `key` everything.
  init() throws {
    admin = try AdminFolder()
    let made = try admin.shell(
      """
      set -e
      for release in 1.0 1.1 1.2; do
        admin translation set 200 en "Success $release" --impact typo >&2
        admin snapshot create --release $release -o dist --no-gate test >&2
      done
      for key in key other; do ssh-keygen -q -t ed25519 -N '' -C $key -f $key; done
      echo "* $(cat key.pub)" > signers
      mkdir store
      """)
    try #require(made.status == 0, "\(made.error)")
  }

  /// Starts the object store, which ends with the returned command.
  func startServer() throws -> (server: RunningCommand, url: String) {
    let server = try Command(
      "python3", ["-u", Command.package + "/Tests/Publishing/objects.py", "store"], in: admin.path
    )
    .start()
    let end = ContinuousClock.now + .seconds(30)
    while server.output.isEmpty, ContinuousClock.now < end { usleep(10_000) }
    let port = server.output.trimmingCharacters(in: .whitespacesAndNewlines)
    try #require(!port.isEmpty, "\(server.error)")
    return (server, "http://127.0.0.1:\(port)")
  }

  func publish(_ release: String, to: String = "store/objects", _ more: String...) throws -> Command.Result {
    try admin.run(
      ["snapshot", "publish", "dist/registry-\(release).db", "--channel", "production", "--to", to]
        + (more.contains("--key") ? [] : ["--key", "key"]) + more)
  }

  func follow(_ base: String = "store/objects", _ more: String...) throws -> Command.Result {
    try admin.run(
      ["snapshot", "follow", "\(base)/channels/production", "--once", "-o", "cache"]
        + (more.contains("--signers") ? [] : ["--signers", "signers"]) + more)
  }

  /// The text of 200 at the link, which is verified.
  func current() throws -> String {
    let verified = try admin.run("snapshot", "verify", "--require-manifest", "cache/current.db")
    try #require(verified.status == 0, "\(verified.error)")
    return try admin.sql("SELECT text FROM message WHERE code = 200 AND language = 'en'", file: "cache/current.db")
      .trimmingCharacters(in: .newlines)
  }

  func pointer() throws -> String {
    String(decoding: try admin.bytes("store/objects/channels/production"), as: UTF8.self)
  }
}
