import RegistryCatalog
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

  /// Calls `body`, which keeps this object as long as a closure that calls it.
  func during<Value>(_ body: () throws(RegistryError) -> Value) throws(RegistryError) -> Value { try body() }

  deinit { task.withLock { $0?.cancel() } }
}
