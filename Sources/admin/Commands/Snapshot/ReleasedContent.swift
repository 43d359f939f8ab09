import Registry

/// What a release is compared with, or is: a snapshot's file, a live registry, or a release that the registry recorded.
struct ReleasedContent {
  /// As it was named.
  let name: String
  let snapshot: Snapshot
  /// The release's name; nil for a live registry.
  let release: String?

  /// What lies at the path, verified; where nothing does, the recorded release of that name.
  init(_ argument: PathArgument, in shared: SharedOptions) throws {
    name = argument.path.description
    switch Result(catching: { try SnapshotFile(verifying: argument.path) }) {
    case .success(let file): (snapshot, release) = (file.snapshot, file.info.release)
    case .failure(let error as RegistryError) where error.code == .notASnapshot:
      do {
        (snapshot, release) = (try shared.open(argument.path, for: .reading).snapshot(), nil)
      } catch let refusal as RegistryError where refusal.code == .notARegistry {
        throw error
      }
    case .failure(let error as RegistryError) where error.code == .fileNotFound:
      (snapshot, release) = (try Self.recorded(name, in: shared), name)
    case .failure(let error): throw error
    }
  }

  private static func recorded(_ name: String, in shared: SharedOptions) throws -> Snapshot {
    switch Result(catching: { try shared.reading().snapshot(ofRelease: name) }) {
    case .success(let snapshot): return snapshot
    case .failure(let error as RegistryError) where [.releaseNotFound, .fileNotFound].contains(error.code):
      throw CommandFailure(
        code: error.code.description,
        message: "\(name) is neither a file nor a release that \(shared.path) recorded.", hint: error.hint, exit: 4)
    case .failure(let error): throw error
    }
  }

  var json: JSON {
    .object([
      "name": .string(name), "release": .init(release), "revision": .integer(snapshot.revision),
      "content_digest": .string(snapshot.contentDigest),
    ])
  }
}
