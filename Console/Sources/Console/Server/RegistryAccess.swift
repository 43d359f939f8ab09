import NIOPosix
import Registry
import Synchronization

/// Reads and edits the registry on a pool of threads, because a call of SQLite may wait for a lock and must not block
/// an event loop.
///
/// A store is kept open. It is opened again after an error of the file, such as when the file was replaced.
final class RegistryAccess: Sendable {
  /// The path of the registry.
  let path: RegistryPath
  private let reading = Mutex<[RegistryStore]>([])
  private let editing = Mutex<RegistryStore?>(nil)

  /// Opens the registry, to report an error before the server starts.
  ///
  /// - Throws: `RegistryError` as `RegistryStore` does.
  init(_ path: RegistryPath) throws(RegistryError) {
    self.path = path
    let store = try RegistryStore(opening: path, for: .reading)
    reading.withLock { $0 = [store] }
  }

  /// Reads one consistent state of the registry.
  func read<Value: Sendable>(
    _ body: @escaping @Sendable (RegistryReader) throws -> Value
  ) async throws -> Value {
    try await NIOThreadPool.singleton.runIfActive { [self] in
      // A reader of its own for each call at the same time: one store would let the calls wait for each other.
      let store = try reading.withLock { $0.popLast() } ?? RegistryStore(opening: path, for: .reading)
      do {
        let value = try store.read(body)
        keep(store)
        return value
      } catch let error as RegistryError where error.isOfFile {
        throw error
      } catch {
        keep(store)
        throw error
      }
    }
  }

  /// Edits the registry in one operation.
  func edit<Value: Sendable>(
    as intent: OperationIntent, _ body: @escaping @Sendable (Editor) throws(RegistryError) -> Value
  ) async throws -> EditResult<Value> {
    try await NIOThreadPool.singleton.runIfActive { [self] in
      let store =
        try editing.withLock { kept in
          defer { kept = nil }
          return kept
        } ?? RegistryStore(opening: path, for: .editing)
      do {
        let result = try store.edit(as: intent, body)
        editing.withLock { $0 = store }
        return result
      } catch {
        if (error as? RegistryError)?.isOfFile != true { editing.withLock { $0 = store } }
        throw error
      }
    }
  }

  /// Keeps a store for the next call. More than four idle stores are closed.
  private func keep(_ store: RegistryStore) { reading.withLock { if $0.count < 4 { $0.append(store) } } }
}

extension RegistryError {
  /// Whether the error says that the file must be opened again.
  fileprivate var isOfFile: Bool {
    switch code.kind {
    case .foreign, .corrupt, .inputOutput: true
    default: code == .fileReplaced || code == .migrationPending
    }
  }
}
