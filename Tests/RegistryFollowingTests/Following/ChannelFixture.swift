import Registry
import RegistryBytes
import FollowModel
import RegistryTestSupport
import Synchronization

@testable import RegistryFollowing

/// A channel in memory, whose releases are real, and a folder that follows it.
final class ChannelFixture: Sendable {
  struct Release {
    let claims: ManifestClaims
    let snapshot: [UInt8]
    let manifest: [UInt8]
  }

  let folder: TemporaryFolder
  let key = TestKey()
  /// The objects on the server.
  let objects = Mutex<[String: [UInt8]]>([:])
  /// The addresses that were asked for.
  let requests = Mutex<[String]>([])
  /// What happens to a response.
  let fault = Mutex<
    (@Sendable (ReleaseTransport.Request, ReleaseTransport.Response) throws -> ReleaseTransport.Response)?
  >(
    nil)

  static let base = "https://releases.test/"
  static let address = base + "channels/production"

  /// Three releases with different texts, made once.
  static let releases = Result { () throws -> [Release] in
    let folder = try TemporaryFolder()
    let path = RegistryPath(folder.file("registry.db"))
    try RegistryStore.create(at: path, contents: .seed, as: OperationIntent(actor: "seeder", command: "init"))
    return try ["1.0", "1.1", "1.2+a"].map { name in
      let store = try RegistryStore(opening: path, for: .editing)
      _ = try store.edit(as: OperationIntent(actor: "layla", command: "test")) { (editor) throws(RegistryError) in
        try editor.setTranslation(code: "200", language: "en", text: "Success \(name)", impact: .typo)
      }
      let created = try store.release(
        name, in: RegistryPath(folder.path), createdAt: Timestamp(secondsSinceEpoch: 1_769_860_800), actor: "layla")
      return Release(
        claims: try ManifestClaims(at: created.manifestPath), snapshot: try FileSystem.read(created.path.bytes),
        manifest: try FileSystem.read(created.manifestPath.bytes))
    }
  }

  init() throws { folder = try TemporaryFolder() }

  var cache: ReleaseCache { ReleaseCache(at: RegistryPath(folder.file("cache"))) }

  /// Publishes a release, as the server sees it.
  @discardableResult
  func publish(_ place: Int, serial: Int, rollbackReason: String? = nil, expiresAt: Timestamp? = nil) throws
    -> ChannelPointer
  {
    let release = try Self.releases.get()[place]
    let pointer = try ChannelPointer(
      to: release.claims, manifest: release.manifest, snapshot: release.snapshot, channel: "production", serial: serial,
      issuedAt: .now, expiresAt: expiresAt, rollbackReason: rollbackReason)
    let object = try key.sign(pointer)
    objects.withLock {
      $0[Self.base + pointer.file.replacing("+", with: "%2B")] = release.snapshot
      $0[Self.base + pointer.manifest.replacing("+", with: "%2B")] = release.manifest
      $0[Self.address] = object
    }
    return pointer
  }

  var transport: ReleaseTransport {
    ReleaseTransport { [self] request in
      requests.withLock { $0.append(String(request.url.dropFirst(Self.base.count))) }
      let body = objects.withLock { $0[request.url] }
      let etag = body.map { "\"\(SHA256Text.hexadecimal(of: $0))\"" }
      var response = ReleaseTransport.Response(status: body == nil ? 404 : 200, etag: etag, body: body ?? [])
      if let etag, request.etag == etag { response = .init(status: 304, etag: etag) }
      return try fault.withLock { $0 }?(request, response) ?? response
    }
  }

  func follower(every interval: Duration = .seconds(60)) throws -> ReleaseFollower {
    ReleaseFollower(
      try ChannelAddress(Self.address), signers: try key.signers(), cache: cache, transport: transport, every: interval)
  }

  /// Returns the release and the text of 200 that a service reads at the link.
  func current() throws -> String {
    let catalog = try Catalog(snapshot: cache.current, requiresManifest: true)
    return "\(catalog.release ?? "-"): \(catalog.message(for: 200, in: ["en"])?.text ?? "-")"
  }
}
