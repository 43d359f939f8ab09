import RegistryCatalog

/// Follows a channel: keeps a ``ReleaseCache`` at the newest release that is signed.
///
/// It does what a ``Follower`` decides, with a real network and real files.
///
/// ```swift
/// let follower = ReleaseFollower(
///   try ChannelAddress("https://releases.example.com/channels/production"),
///   signers: try AllowedSigners(at: "/etc/registry/signers"), cache: ReleaseCache(at: "/var/lib/registry"),
///   transport: transport)
/// try await follower.run { report in print(report) }
/// ```
public actor ReleaseFollower {
  private let address: ChannelAddress
  private let signers: AllowedSigners
  private let cache: ReleaseCache
  private let transport: ReleaseTransport
  private var follower: Follower
  private var hasStarted = false
  /// The number of the last pointer that was reported as stale.
  private var staleSerial = 0
  private var generator = SystemRandomNumberGenerator()

  /// Creates a follower. Nothing is read, asked or written before ``run(_:)`` or ``poll()``.
  ///
  /// - Parameters:
  ///   - address: The address of the channel.
  ///   - signers: The keys that may sign.
  ///   - cache: The folder in which everything is kept.
  ///   - transport: Fetches the objects.
  ///   - interval: The time between two questions, at least one second.
  public init(
    _ address: ChannelAddress, signers: AllowedSigners, cache: ReleaseCache, transport: ReleaseTransport,
    every interval: Duration = .seconds(60)
  ) {
    (self.address, self.signers, self.cache, self.transport) = (address, signers, cache, transport)
    follower = Follower(channel: address.channel, signers: signers, every: interval)
  }

  /// The pointer that is in use; nil when there is none yet.
  public var accepted: ChannelPointer? { follower.accepted }

  /// Follows until the task is cancelled.
  ///
  /// - Parameter report: Is called with what an operator should know. The next question is asked after it returns.
  /// - Throws: `CancellationError` when the task is cancelled; `RegistryError` when the folder cannot be read at the
  ///   start.
  public func run(_ report: @Sendable (Follower.Report) async throws -> Void) async throws {
    var event = try start()
    while true {
      for action in follower.receive(event, using: &generator) {
        switch action {
        case .report(let text): try await report(text)
        case .wait(let time):
          if let stale = newlyStale() { try await report(.stale(stale)) }
          try await Task.sleep(for: time, tolerance: .zero)
          event = .waited
        default: event = await answer(to: action)
        }
      }
    }
  }

  /// Asks once, and stores what is accepted.
  ///
  /// - Returns: What an operator should know about this question; nil when nothing has changed.
  /// - Throws: `RegistryError` when the folder cannot be read at the start.
  public func poll() async throws(RegistryError) -> Follower.Report? {
    var (event, last, hasAsked): (Follower.Event, Follower.Report?, Bool) = (
      hasStarted ? .waited : try start(), nil, false
    )
    while true {
      for action in follower.receive(event, using: &generator) {
        switch action {
        case .report(let report): last = report
        case .wait:
          // Nothing is asked while the keys cannot be read.
          if hasAsked { return last }
          if case .kept = last { return last }
          // A follower that has a release waits before its first question, so that many do not ask together.
          (event, last) = (.waited, nil)
        default:
          hasAsked = true
          event = await answer(to: action)
        }
      }
    }
  }

  /// Returns the pointer in use when it has expired, and that was not reported yet.
  private func newlyStale() -> ChannelPointer? {
    guard let accepted = follower.accepted, accepted.serial != staleSerial, accepted.isExpired(at: .now) else {
      return nil
    }
    staleSerial = accepted.serial
    return accepted
  }

  private func start() throws(RegistryError) -> Follower.Event {
    hasStarted = true
    guard let stored = try cache.storedObject() else { return .started(stored: nil, hasFiles: false) }
    guard let object = try? SignedPointer(stored),
      let pointer = try? object.verified(by: try signers.reread(), for: address.channel), try cache.holds(pointer)
    else { return .started(stored: stored, hasFiles: false) }
    try cache.repairLink(to: pointer)
    return .started(stored: stored, hasFiles: true)
  }

  private func answer(to action: Follower.Action) async -> Follower.Event {
    switch action {
    case .fetchPointer(let etag): return await fetchPointer(etag)
    case .install(let object, let pointer):
      do throws(RegistryError) {
        try await install(object, pointer)
        return .installed
      } catch { return .notInstalled(error) }
    case .wait, .report: return .waited
    }
  }

  private func fetchPointer(_ etag: String?) async -> Follower.Event {
    let request = ReleaseTransport.Request(
      url: address.description, etag: etag, limit: SignedPointer.sizeLimit + 1)
    do throws(RegistryError) {
      let response = try await transport.send(request)
      switch response.status {
      case 200: return .received(response.body, etag: response.etag)
      case 304 where etag != nil: return .unchanged
      default:
        return .failed(
          Self.wrongStatus(response.status, request.url), retryAfter: response.retryAfter.map { .seconds($0) })
      }
    } catch {
      return .failed(error, retryAfter: nil)
    }
  }

  private func install(_ object: SignedPointer, _ pointer: ChannelPointer) async throws(RegistryError) {
    let files = try cache.holds(pointer) ? [] : try await files(of: pointer)
    let (signers, channel) = (self.signers, address.channel)
    let isStored = try cache.install(object, pointer, files: files) { stored in
      // Another follower may have stored a newer pointer meanwhile. One that is not accepted may be replaced.
      guard let stored else { return true }
      do throws(RegistryError) {
        let other = try SignedPointer(stored).verified(by: try signers.reread(), for: channel)
        return other.serial <= pointer.serial
      } catch { return error.refusesPointer }
    }
    guard isStored else {
      throw RegistryError(.busy, "Another follower has stored a newer pointer in \(cache.folder).", .tryAgain)
    }
  }

  /// Fetches the manifest, the snapshot, and the files that the manifest lists.
  private func files(of pointer: ChannelPointer) async throws(RegistryError) -> [(name: String, bytes: [UInt8])] {
    let manifest = try await fetch(pointer.manifest, size: pointer.manifestSize, sha256: pointer.manifestSHA256)
    var files = [(pointer.file, try await fetch(pointer.file, size: pointer.size, sha256: pointer.fileSHA256))]
    for (name, file) in try ManifestClaims(manifest, named: pointer.manifest).companions(of: pointer) {
      files.append((name, try await fetch(name, size: file.size, sha256: file.sha256)))
    }
    return files + [(pointer.manifest, manifest)]
  }

  private func fetch(_ name: String, size: Int, sha256: String) async throws(RegistryError) -> [UInt8] {
    let url = address.file(name)
    let response = try await transport.send(ReleaseTransport.Request(url: url, etag: nil, limit: size + 1))
    guard response.status == 200 else { throw Self.wrongStatus(response.status, url) }
    guard response.body.count == size, SHA256Text.hexadecimal(of: response.body) == sha256 else {
      throw RegistryError(.manifestMismatch, "\(url) is not the file of the pointer.", .waitForPublisher)
    }
    return response.body
  }

  private static func wrongStatus(_ status: Int, _ url: String) -> RegistryError {
    RegistryError(.unreachable, "\(url) cannot be fetched: the server has answered with \(status).", .tryAgain)
  }
}
