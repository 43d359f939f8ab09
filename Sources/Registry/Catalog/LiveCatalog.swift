import Dispatch
import RegistrySQLite
import Synchronization

/// The catalog of a path whose file is replaced now and then: by a rename, by a link that is switched, or, for a live
/// registry, by edits. It looks for a new file, reads and verifies that beside the old catalog, and exchanges the two. A
/// file that is bad, older or gone leaves the old catalog serving.
///
/// Take `catalog` once at the start of a request and use it to its end: what it says never changes. Taking it waits for
/// nobody, whatever is being loaded.
public final class LiveCatalog: Sendable {
  /// What happened to the file; told from a queue of the catalog's own.
  public enum Event: Sendable {
    /// Another content is served from now on.
    case replaced(by: Catalog)
    /// The file cannot be served, and the catalog from before goes on; told once, until the reason changes.
    case kept(because: RegistryError)
    /// The file is again the one that is served, after a reason to keep the catalog.
    case recovered
  }

  /// What lies at the path.
  private enum Source: Sendable {
    case snapshot
    case registry
  }

  private struct State {
    /// The file that was read last, and its manifest; nil where it must be read again in any case.
    var read: [FileSystem.Identity?]?
    var refusal: RegistryError?
  }

  private let path: FilePath
  private let source: Source
  private let current: PublishedReference<CatalogContent>
  private let state: Mutex<State>
  private let tell: @Sendable (Event) -> Void
  /// On which the file is looked for and news are told.
  private let looking = DispatchQueue(label: "registry.live-catalog.looking", qos: .utility)
  /// On which the file is read, one reading at a time. The lock around the state would do, but ThreadSanitizer cannot
  /// see it on Linux.
  private let reading = DispatchQueue(label: "registry.live-catalog.reading", qos: .utility)
  private let interval: DispatchTimeInterval

  /// Loads the released snapshot at `path`, or at the end of the link there, verified, and looks for another one.
  ///
  /// - Parameters:
  ///   - path: the snapshot, or a link to it.
  ///   - interval: how often to look.
  ///   - tell: what to do with news; it must not wait long, as nothing is looked for in the meantime.
  ///
  /// Throws: as `Catalog.init(snapshot:manifest:verifies:)`.
  public convenience init(
    snapshot path: FilePath, every interval: Duration = .seconds(5),
    onEvent tell: @escaping @Sendable (Event) -> Void = { _ in }
  ) throws(RegistryError) {
    try self.init(.snapshot, path, interval, tell)
  }

  /// Loads the live registry at `path`, and looks for edits. For a tool that must see an edit at once; production is
  /// better served by releases.
  ///
  /// - Parameters:
  ///   - path: the registry.
  ///   - interval: how often to look.
  ///   - tell: what to do with news; it must not wait long, as nothing is looked for in the meantime.
  ///
  /// Throws: as `Catalog.init(registry:)`.
  public convenience init(
    registry path: FilePath, every interval: Duration = .seconds(5),
    onEvent tell: @escaping @Sendable (Event) -> Void = { _ in }
  ) throws(RegistryError) {
    try self.init(.registry, path, interval, tell)
  }

  private init(
    _ source: Source, _ path: FilePath, _ interval: Duration, _ tell: @escaping @Sendable (Event) -> Void
  ) throws(RegistryError) {
    let identity = Self.identity(path, source)
    current = PublishedReference(try Self.load(source, path).content)
    (self.source, self.path, self.tell) = (source, path, tell)
    state = Mutex(State(read: Self.settled(identity)))
    // From a millisecond to a day.
    let (seconds, attoseconds) = min(max(interval, .milliseconds(1)), .seconds(86_400)).components
    self.interval = .nanoseconds(Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000))
    lookLater()
  }

  /// Ends by itself with the last reference to the catalog.
  private func lookLater() {
    looking.asyncAfter(deadline: .now() + interval) { [weak self] in
      self?.look()
      self?.lookLater()
    }
  }

  /// The catalog that is served now.
  public var catalog: Catalog { Catalog(current.object) }

  /// Reads the file now, whether it seems to have changed or not, as for a signal or an operator's request. The events
  /// are not told: the caller learns it here.
  ///
  /// - Parameter allowsOlder: whether a lower revision may be served. Only a person should say so.
  /// - Returns: whether another content is served now.
  ///
  /// Throws: `downgrade` for a lower revision, and what loading throws; the old catalog goes on.
  @discardableResult
  public func reload(allowsOlder: Bool = false) throws(RegistryError) -> Bool {
    try reading.sync {
      state.withLock { state in
        Result { () throws(RegistryError) in try read(&state, allowsOlder: allowsOlder) }
      }
    }.get()
  }

  private func look() {
    let event = reading.sync { state.withLock { state in look(&state) } }
    // Here and not on the other queue: it may call `reload`.
    if let event { tell(event) }
  }

  private func look(_ state: inout State) -> Event? {
    if state.refusal == nil, let read = state.read, read == Self.identity(path, source) { return nil }
    let before = state.refusal
    do throws(RegistryError) {
      if try read(&state, allowsOlder: false) { return .replaced(by: catalog) }
      return before == nil ? nil : .recovered
    } catch {
      return before == error ? nil : .kept(because: error)
    }
  }

  private func read(_ state: inout State, allowsOlder: Bool) throws(RegistryError) -> Bool {
    // Before the file, so that a change in the meantime is seen next time.
    let identity = Self.identity(path, source)
    do throws(RegistryError) {
      let (old, new) = (catalog, try Self.load(source, path))
      guard new.revision >= old.revision || allowsOlder else {
        throw RegistryError(
          .downgrade, "\(path) holds revision \(new.revision); \(old.revision) is being served.",
          hint: "Release the older content anew, or allow it by reloading.")
      }
      (state.read, state.refusal) = (Self.settled(identity), nil)
      let isSame =
        (new.revision, new.release) == (old.revision, old.release) && new.contentDigest == old.contentDigest
      if !isSame { current.publish(new.content) }
      return !isSame
    } catch {
      // Read again next time, whatever the file looks like: the reason may lie outside it.
      (state.read, state.refusal) = (nil, error)
      throw error
    }
  }

  private static func load(_ source: Source, _ path: FilePath) throws(RegistryError) -> Catalog {
    switch source {
    case .snapshot: try Catalog(snapshot: path)
    case .registry: try Catalog(registry: path)
    }
  }

  /// Of the file and, for a snapshot, of the manifest beside where the path leads; nil for what is not there.
  private static func identity(_ path: FilePath, _ source: Source) -> [FileSystem.Identity?] {
    guard source == .snapshot else { return [try? FileSystem.identity(path.bytes)] }
    let file = (try? FileSystem.resolved(path.bytes)).map(FilePath.init(bytes:)) ?? path
    let manifest = SnapshotFile.manifestPath(of: file)
    return [file, manifest].map { path in path.flatMap { try? FileSystem.identity($0.bytes) } }
  }

  /// Nil for a file that was changed just now: the clock that stamps files is so coarse that another change can give
  /// the same time, so it is read once more.
  private static func settled(_ identity: [FileSystem.Identity?]) -> [FileSystem.Identity?]? {
    let recent = FileSystem.now - 3_000_000_000
    return identity.contains { $0.map { max($0.modified, $0.changed) > recent } ?? false } ? nil : identity
  }
}
