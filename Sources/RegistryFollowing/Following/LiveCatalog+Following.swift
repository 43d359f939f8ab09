import RegistryCatalog

extension LiveCatalog {
  /// Loads the newest release of a channel, and follows the channel.
  ///
  /// ```swift
  /// let live = try await LiveCatalog(
  ///   following: "https://releases.example.com/channels/production",
  ///   signers: AllowedSigners(at: "/etc/registry/signers"), cache: "/var/lib/registry", transport: transport)
  /// let message = live.catalog.message(for: 1402, in: "ar, en;q=0.8")
  /// ```
  ///
  /// When the folder has a release, it is loaded without the network, and the channel is asked some time later. Only
  /// the first start of all needs the channel. Several processes may use one folder.
  ///
  /// The channel decides which release is in use: an older one is used when the publisher has gone back to it under a
  /// new number. It is followed until the last reference to the object is released.
  ///
  /// - Parameters:
  ///   - address: The address of the channel: `…/channels/NAME`.
  ///   - signers: The keys that may sign.
  ///   - cache: The folder in which everything is kept. Its parent must exist.
  ///   - transport: Fetches the objects.
  ///   - interval: The time between two questions, from 1 second to 1 day.
  ///   - tell: Handles the events, also those about the channel: `Event.kept(because:)` when it cannot be reached, or
  ///     has something that cannot be accepted, or nothing newer although its pointer has expired. It must return soon.
  /// - Throws: `RegistryError.Code.invalidValue` when the address is not one of a channel; when the folder has no
  ///   release that can be used, `RegistryError.Code.unreachable`, `RegistryError.Code.invalidPointer`,
  ///   `RegistryError.Code.untrustedPointer` or `RegistryError.Code.manifestMismatch`, as the channel gives reason;
  ///   otherwise as loading a catalog does, and when a system call fails.
  public convenience init(
    following address: String, signers: AllowedSigners, cache folder: RegistryPath, transport: ReleaseTransport,
    every interval: Duration = .seconds(60), onEvent tell: @escaping @Sendable (Event) -> Void = { _ in }
  ) async throws(RegistryError) {
    let (address, cache) = (try ChannelAddress(address), ReleaseCache(at: folder))
    let follower = ReleaseFollower(
      address, signers: signers, cache: cache, transport: transport, every: min(interval, .seconds(86_400)))
    let stored = try? Self.stored(in: cache, signers, address.channel)
    if stored == nil, case .kept(let error) = try await follower.poll() { throw error }
    let task = FollowingTask()
    // The source owns the task, so the task ends with the catalog.
    let source = Source(identity: { cache.identity() }, decidesOrder: true) { () throws(RegistryError) in
      defer { withExtendedLifetime(task) {} }
      return try cache.catalog(of: try Self.stored(in: cache, signers, address.channel))
    }
    try self.init(source, folder, every: interval, onEvent: tell)
    let this = WeakReference(self)
    task.start {
      try await follower.run { report in
        guard let self = this.object else { throw CancellationError() }
        switch report {
        case .accepted:
          if try self.reload() { tell(.replaced(by: self.catalog)) }
        case .kept(let error), .forgotten(let error): tell(.kept(because: error))
        case .recovered: tell(.recovered)
        case .stale(let pointer): tell(.kept(because: pointer.staleness))
        }
      }
    }
  }

  /// Returns the pointer that is stored, verified.
  private static func stored(
    in cache: ReleaseCache, _ signers: AllowedSigners, _ channel: String
  ) throws(RegistryError) -> ChannelPointer {
    guard let object = try cache.storedObject() else {
      throw RegistryError(.fileNotFound, "\(cache.folder) has no release yet.")
    }
    return try SignedPointer(object).verified(by: try signers.reread(), for: channel)
  }
}
