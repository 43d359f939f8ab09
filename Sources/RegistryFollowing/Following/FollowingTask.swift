import Synchronization

/// A reference that does not keep its object.
struct WeakReference<Object: AnyObject & Sendable>: Sendable {
  weak let object: Object?

  init(_ object: Object) { self.object = object }
}

/// A task that is cancelled when the last reference to this object is released.
final class FollowingTask: Sendable {
  private let task = Mutex<Task<Void, any Error>?>(nil)

  func start(_ body: @escaping @Sendable () async throws -> Void) {
    task.withLock { $0 = Task.detached(priority: .utility) { try await body() } }
  }

  deinit { task.withLock { $0?.cancel() } }
}
