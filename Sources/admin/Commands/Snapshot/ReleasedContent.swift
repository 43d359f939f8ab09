import Registry

/// One side of a comparison: the content of a snapshot file, a live registry, or a release recorded in the registry.
struct ReleasedContent {
  /// The name as the user gave it.
  let name: String
  let snapshot: Snapshot
  /// The release's name; nil for a live registry.
  let release: String?
  /// The record of the release; nil for a file.
  private(set) var recorded: RecordedRelease?

  /// Loads and verifies the file at a path. When there is no file, loads the recorded release of that name.
  init(_ argument: PathArgument, in registry: LazyRegistry) throws {
    name = argument.path.description
    switch Result(catching: { try SnapshotFile(verifying: argument.path) }) {
    case .success(let file): (snapshot, release) = (file.snapshot, file.info.release)
    case .failure(let error as RegistryError) where error.code == .notASnapshot:
      do {
        let store = try registry.shared.open(argument.path, for: .reading)
        (snapshot, release) = (try store.read { try $0.snapshot() }, nil)
      } catch let refusal as RegistryError where refusal.code == .notARegistry {
        throw error
      }
    case .failure(let error as RegistryError) where error.code == .fileNotFound:
      let recorded = try RecordedRelease(name, in: registry)
      (snapshot, release, self.recorded) = (recorded.snapshot, name, recorded)
    case .failure(let error): throw error
    }
  }

  /// Loads the current content of the registry on the command line.
  init(_ registry: LazyRegistry) throws {
    name = registry.shared.path.description
    (snapshot, release) = (try registry.store().read { try $0.snapshot() }, nil)
  }

  var json: JSON {
    .object([
      "name": .string(name), "release": .init(release), "revision": .integer(snapshot.revision),
      "content_digest": .string(snapshot.contentDigest),
    ])
  }
}

/// The registry on the command line. It is opened once, at its first use.
final class LazyRegistry {
  let shared: SharedOptions
  private let access: RegistryStore.Access
  private var opened: RegistryStore?

  init(_ shared: SharedOptions, for access: RegistryStore.Access = .reading) {
    self.shared = shared
    self.access = access
  }

  func store() throws -> RegistryStore {
    let store = try opened ?? shared.open(shared.path, for: access)
    opened = store
    return store
  }
}
