import Dispatch
import RegistryBytes
import Synchronization

/// A catalog that follows a file: it loads a new version of the file when there is one.
///
/// ```swift
/// let live = try LiveCatalog(snapshot: "/srv/registry/current.db", every: .seconds(5)) { event in
///   if case .kept(let error) = event { print("keeping the old catalog: \(error)") }
/// }
/// let message = live.catalog.message(for: 1402, in: "ar, en;q=0.8")
/// ```
///
/// The file can be replaced by a rename or by switching a symbolic link; a live registry can also be edited in place.
/// The new file is read and verified while the old catalog stays in use, and then takes its place. When the new file is
/// damaged, older or missing, the old catalog stays in use.
///
/// Read ``catalog`` once at the start of a request and use that value until its end. Reading it never waits, even while
/// a new version is being loaded.
public final class LiveCatalog: Sendable {
  /// A change of the file, or of its state. Events are reported on a private queue of the catalog.
  @nonexhaustive
  public enum Event: Sendable {
    /// A catalog with different content is in use from now on.
    case replaced(by: Catalog)
    /// The file cannot be used, so the previous catalog stays in use. This is reported once, until the reason changes.
    case kept(because: RegistryError)
    /// After ``kept(because:)``, the file is usable again and has the content that is in use.
    case recovered
  }

  /// The place from which a catalog is loaded.
  package struct Source: Sendable {
    let identity: @Sendable () -> [FileSystem.Identity?]
    let decidesOrder: Bool
    let load: @Sendable () throws(RegistryError) -> Catalog

    /// Creates a source.
    ///
    /// - Parameters:
    ///   - identity: Returns the identities of the files that are read, with nil for a file that does not exist. They
    ///     are equal as long as nothing has changed.
    ///   - decidesOrder: Whether the source itself refuses to go back, so that a lower revision is meant.
    ///   - load: Loads the catalog in its current state.
    package init(
      identity: @escaping @Sendable () -> [FileSystem.Identity?], decidesOrder: Bool = false,
      load: @escaping @Sendable () throws(RegistryError) -> Catalog
    ) {
      (self.identity, self.decidesOrder, self.load) = (identity, decidesOrder, load)
    }
  }

  private struct State {
    /// The identities of the file that was read last and its manifest; nil when the file must be read again.
    var read: [FileSystem.Identity?]?
    var refusal: RegistryError?
  }

  private let path: RegistryPath
  private let source: Source
  private let current: PublishedReference<CatalogContent>
  private let state: Mutex<State>
  private let tell: @Sendable (Event) -> Void
  /// The queue on which the file is checked and events are reported.
  private let looking = DispatchQueue(label: "registry.live-catalog.looking", qos: .utility)
  /// The queue on which the file is read, one read at a time. The mutex around the state would be enough, but
  /// ThreadSanitizer does not recognize it on Linux and would report a race.
  private let reading = DispatchQueue(label: "registry.live-catalog.reading", qos: .utility)
  private let interval: DispatchTimeInterval

  /// Loads and verifies the released snapshot at a path, and checks regularly for a new one.
  ///
  /// - Parameters:
  ///   - path: The path of the snapshot, or of a symbolic link to it.
  ///   - requiresManifest: Whether a snapshot without a manifest is refused.
  ///   - interval: The time between two checks, from 1 ms to 1 day.
  ///   - tell: Handles the events. It must return soon, because no check takes place until then.
  /// - Throws: ``RegistryError``, as ``Catalog/init(snapshot:manifest:requiresManifest:verifies:)`` does.
  public convenience init(
    snapshot path: RegistryPath, requiresManifest: Bool = false, every interval: Duration = .seconds(5),
    onEvent tell: @escaping @Sendable (Event) -> Void = { _ in }
  ) throws(RegistryError) {
    try self.init(.snapshot(path, requiresManifest: requiresManifest), path, every: interval, onEvent: tell)
  }

  /// Loads a catalog from a source, and checks regularly for a new one.
  ///
  /// - Parameters:
  ///   - source: Loads the catalog.
  ///   - path: The path of the file, for messages.
  ///   - interval: The time between two checks, from 1 ms to 1 day.
  ///   - tell: Handles the events.
  /// - Throws: ``RegistryError``, as `source` does.
  package init(
    _ source: Source, _ path: RegistryPath, every interval: Duration, onEvent tell: @escaping @Sendable (Event) -> Void
  ) throws(RegistryError) {
    let identity = source.identity()
    current = PublishedReference(try source.load().content)
    (self.source, self.path, self.tell) = (source, path, tell)
    state = Mutex(State(read: Self.settled(identity)))
    // The interval is limited to between a millisecond and a day.
    let (seconds, attoseconds) = min(max(interval, .milliseconds(1)), .seconds(86_400)).components
    self.interval = .nanoseconds(Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000))
    lookLater()
  }

  /// Schedules the next check. The checks end when the last reference to this object is released.
  private func lookLater() {
    looking.asyncAfter(deadline: .now() + interval) { [weak self] in
      self?.look()
      self?.lookLater()
    }
  }

  /// The catalog that is in use.
  public var catalog: Catalog { Catalog(current.object) }

  /// Reads the file now, even if it does not seem to have changed.
  ///
  /// Use it to handle a signal or an operator's request. No event is reported; the result is returned instead.
  ///
  /// - Parameter allowsOlder: Whether a file with a lower revision may be used. Only a person should decide that.
  /// - Returns: Whether the catalog was replaced by one with different content.
  /// - Throws: ``RegistryError`` with the code ``RegistryError/Code/downgrade`` when the file has a lower revision;
  ///   otherwise as loading does. The previous catalog stays in use.
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
    // Called here and not on the reading queue, because the handler may call `reload`.
    if let event { tell(event) }
  }

  private func look(_ state: inout State) -> Event? {
    if state.refusal == nil, let read = state.read, read == source.identity() { return nil }
    let before = state.refusal
    do throws(RegistryError) {
      if try read(&state, allowsOlder: false) { return .replaced(by: catalog) }
      return before == nil ? nil : .recovered
    } catch {
      return before == error ? nil : .kept(because: error)
    }
  }

  private func read(_ state: inout State, allowsOlder: Bool) throws(RegistryError) -> Bool {
    // The identity is read before the file, so that a change in between is found at the next check.
    let identity = source.identity()
    do throws(RegistryError) {
      let (old, new) = (catalog, try source.load())
      guard new.revision >= old.revision || allowsOlder || source.decidesOrder else {
        throw RegistryError(
          .downgrade, "\(path) holds revision \(new.revision); \(old.revision) is being served.",
          .allowOlder)
      }
      (state.read, state.refusal) = (Self.settled(identity), nil)
      let isSame =
        (new.revision, new.release) == (old.revision, old.release) && new.contentDigest == old.contentDigest
      if !isSame { current.publish(new.content) }
      return !isSame
    } catch {
      // The file is read again at the next check even if it has not changed, because the cause may be outside the file.
      (state.read, state.refusal) = (nil, error)
      throw error
    }
  }

  /// Returns nil for files that changed in the last 3 s, so that they are read again.
  ///
  /// The clock for file times is coarse, so a second change can have the same time as the first.
  private static func settled(_ identity: [FileSystem.Identity?]) -> [FileSystem.Identity?]? {
    let recent = FileSystem.now - 3_000_000_000
    return identity.contains { $0.map { max($0.modified, $0.changed) > recent } ?? false } ? nil : identity
  }
}

extension LiveCatalog.Source {
  /// Creates the source of a released snapshot, or of a symbolic link to one. Its manifest is the one beside the file
  /// that the link leads to.
  static func snapshot(_ path: RegistryPath, requiresManifest: Bool) -> LiveCatalog.Source {
    LiveCatalog.Source {
      let file = (try? FileSystem.resolved(path.bytes)).map(RegistryPath.init(bytes:)) ?? path
      return [file, ManifestClaims.path(beside: file)].map { path in path.flatMap { try? FileSystem.identity($0.bytes) }
      }
    } load: {
      () throws(RegistryError) in
      try Catalog(snapshot: path, requiresManifest: requiresManifest)
    }
  }
}
