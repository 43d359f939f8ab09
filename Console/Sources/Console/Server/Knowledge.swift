import Registry
import RegistrySearch
import Synchronization

/// A value that is computed from the whole registry, such as the index of the search. It is made again after an edit,
/// once for all requests.
///
/// Requests wait for the new value of a registry of usual size. With many codes they are answered from the old value
/// meanwhile, because the new one takes seconds.
final class Knowledge<Value: Sendable>: Sendable {
  /// The value of one revision of one file.
  struct Current: Sendable {
    fileprivate let file: RegistryAccess.FileMark?
    let revision: Int
    let languages: [Language]
    let value: Value
    fileprivate let isLarge: Bool
  }

  private struct State {
    var current: Current?
    var making: (revision: Int, task: Task<Current, any Error>)?
  }

  /// The number of codes from which requests do not wait.
  private static var large: Int { 5_000 }

  private let registry: RegistryAccess
  private let make: @Sendable (RegistryReader) throws -> @Sendable () throws -> Value
  private let state = Mutex(State())

  /// Creates a value that is not made before it is asked for.
  ///
  /// - Parameter make: Reads what the value needs, and returns a function that makes it. The registry is not held while
  ///   that runs.
  init(_ registry: RegistryAccess, make: @escaping @Sendable (RegistryReader) throws -> @Sendable () throws -> Value) {
    (self.registry, self.make) = (registry, make)
  }

  /// Returns the value for the registry as it is now; that of an older state when there are many codes and the new one
  /// is not there yet. A value of a file that was replaced is never returned.
  func value() async throws -> Current {
    let file = registry.file()
    let revision = try await registry.read { try $0.revision() }
    let (known, task) = state.withLock { state -> (Current?, Task<Current, any Error>?) in
      if state.current?.file != file { state.current = nil }
      if let current = state.current, current.revision == revision { return (current, nil) }
      // One value is made at a time. With edits every second, a new one is begun when the last one is there.
      if let making = state.making { return (state.current, making.task) }
      let task = Task.detached { [self] in try await remake() }
      state.making = (revision, task)
      return (state.current, task)
    }
    guard let task else { if let known { return known } else { return try await value() } }
    if let known, known.isLarge { return known }
    let made = try await task.value
    return made.file == file && made.revision >= revision ? made : try await value()
  }

  private func remake() async throws -> Current {
    do {
      // The mark is taken first. When the file is replaced meanwhile, the value is made again.
      let file = registry.file()
      let made = try await registry.compute { [make] registry in
        let (revision, languages) = (try registry.revision(), try registry.languages().map(\.value))
        let isLarge = try registry.codes(window: CodeWindow(limit: Self.large)).hasMore
        let finish = try make(registry)
        return { Current(file: file, revision: revision, languages: languages, value: try finish(), isLarge: isLarge) }
      }
      state.withLock { ($0.current, $0.making) = (made, nil) }
      return made
    } catch {
      state.withLock { $0.making = nil }
      throw error
    }
  }
}
