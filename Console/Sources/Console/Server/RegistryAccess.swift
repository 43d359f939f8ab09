import Glibc
import NIOPosix
import Registry
import Synchronization

/// Reads and edits the registry on threads of its own, because a call of SQLite may wait for a lock and must not block
/// an event loop.
///
/// Reads and edits have different threads, so that edits that wait for a long import do not hold pages up. One thread
/// makes all edits: SQLite has one writer at a time, and edits that wait here are not woken for nothing. Stores stay
/// open. They are opened again when the file was replaced, or after an error of the file.
final class RegistryAccess: Sendable {
  /// The device and inode of a file, which tell whether another file has taken its place.
  struct FileMark: Sendable, Equatable {
    fileprivate let device: UInt64
    fileprivate let inode: UInt64
  }

  /// What changes with every write to a file.
  struct FileStamp: Sendable, Equatable {
    fileprivate let mark: FileMark
    fileprivate let size: Int64
    /// The times of the last write and of the last change of the inode, in nanoseconds.
    fileprivate let written: Int64
    fileprivate let changed: Int64

    /// The nanoseconds since the last write.
    var age: Int64 {
      var now = timespec()
      clock_gettime(CLOCK_REALTIME, &now)
      return now.nanoseconds - max(written, changed)
    }
  }

  private struct Stores {
    /// The file of the stores; nil before it is known.
    var file: FileMark?
    var reading: [RegistryStore] = []
    var editing: RegistryStore?
    /// When an edit has found the registry busy, with its error; nil when the last edit did not.
    var busy: (since: ContinuousClock.Instant, error: RegistryError)?
  }

  /// How long an edit waits for another writer at most, which is as long as the library waits.
  private static let patience: Duration = .seconds(5)
  private static let readers = pool("registry-read", 8)
  private static let writer = pool("registry-edit", 1)
  private static let computer = pool("registry-work", 1)
  private static let examiner = pool("registry-examine", 1)
  private static let rehearser = pool("registry-rehearse", 1)

  /// The path of the registry.
  let path: RegistryPath
  private let stores = Mutex(Stores())

  /// Opens the registry, to report an error before the server starts.
  ///
  /// - Throws: `RegistryError` as `RegistryStore` does.
  init(_ path: RegistryPath) throws(RegistryError) {
    self.path = path
    let store = try RegistryStore(opening: path, for: .reading)
    let file = Self.mark(path)
    stores.withLock { ($0.file, $0.reading) = (file, [store]) }
  }

  private static func pool(_ name: String, _ threads: Int) -> NIOThreadPool {
    NIOThreadPool._makePerpetualStartedPool(numberOfThreads: threads, threadNamePrefix: name)
  }

  /// Returns the mark of the file that is at the path now; nil when there is none. Stores of another file are closed.
  func file() -> FileMark? {
    let file = Self.mark(path)
    stores.withLock { stores in
      guard let file, file != stores.file else { return }
      stores = Stores(file: file)
    }
    return file
  }

  /// Returns the stamp of the file that is at the path now; nil when there is none.
  func stamp() -> FileStamp? { Self.stamp(path) }

  private static func mark(_ path: RegistryPath) -> FileMark? { stamp(path)?.mark }

  private static func stamp(_ path: RegistryPath) -> FileStamp? {
    var status = stat()
    // The file is not opened: closing it again would take the locks of SQLite away, which are those of the process.
    guard stat((path.bytes + [0]).map { CChar(bitPattern: $0) }, &status) == 0 else { return nil }
    return FileStamp(
      mark: FileMark(device: UInt64(status.st_dev), inode: UInt64(status.st_ino)), size: Int64(status.st_size),
      written: status.st_mtim.nanoseconds, changed: status.st_ctim.nanoseconds)
  }

  /// Reads one consistent state of the registry.
  func read<Value: Sendable>(
    _ body: @escaping @Sendable (RegistryReader) throws -> Value
  ) async throws -> Value {
    try await using(Self.readers) { try $0.read(body) }
  }

  /// Reads a copy of the registry, for so long that a writer would wait for it. There is one such copy at a time.
  func readCopy<Value: Sendable>(
    _ body: @escaping @Sendable (RegistryReader) throws(RegistryError) -> Value
  ) async throws -> Value {
    try await using(Self.examiner) { try $0.readCopy(body) }
  }

  /// Returns what edits would do, without making them. They are made in a copy, so that no writer waits for them, and
  /// they wait for none.
  func rehearse<Value: Sendable>(
    as intent: OperationIntent, _ body: @escaping @Sendable (Editor) throws(RegistryError) -> Value
  ) async throws -> Value {
    try await using(Self.rehearser) { try $0.rehearse(as: intent, body).value }
  }

  /// Passes a store for reading to a function.
  private func using<Value: Sendable>(
    _ threads: NIOThreadPool, _ body: @escaping @Sendable (RegistryStore) throws -> Value
  ) async throws -> Value {
    try await threads.runIfActive { [self] in
      while true {
        // A store of its own for each call at the same time: with one the calls would wait for each other.
        let kept = stores.withLock { $0.reading.popLast() }
        do {
          let store = try kept ?? RegistryStore(opening: path, for: .reading)
          do {
            let value = try body(store)
            keep(store)
            return value
          } catch let error where (error as? RegistryError)?.isOfFile != true {
            keep(store)
            throw error
          }
        } catch let error as RegistryError where error.code == .fileReplaced && Self.mark(path) != nil {
          // A store that was in use when the others were closed is not kept.
          guard kept != nil else { throw error }
        } catch let error as RegistryError {
          throw described(error)
        }
      }
    }
  }

  /// Computes something for longer than a reader may hold others up: `body` reads what it needs and returns the rest of
  /// the work.
  func compute<Value: Sendable>(
    _ body: @escaping @Sendable (RegistryReader) throws -> @Sendable () throws -> Value
  ) async throws -> Value {
    let work = try await read(body)
    return try await Self.computer.runIfActive(work)
  }

  /// Edits the registry in one operation.
  func edit<Value: Sendable>(
    as intent: OperationIntent, _ body: @escaping @Sendable (Editor) throws(RegistryError) -> Value
  ) async throws -> EditResult<Value> {
    let asked = ContinuousClock.now
    return try await Self.writer.runIfActive { [self] in
      // An edit that has waited here while another found the registry busy does not wait once more.
      if let busy = stores.withLock({ $0.busy }), busy.since - asked >= Self.patience { throw busy.error }
      let kept = stores.withLock { stores in
        defer { stores.editing = nil }
        return stores.editing
      }
      do {
        let store = try kept ?? RegistryStore(opening: path, for: .editing)
        do {
          let result = try store.edit(as: intent, body)
          stores.withLock { ($0.editing, $0.busy) = (store, nil) }
          return result
        } catch {
          if (error as? RegistryError)?.isOfFile != true { stores.withLock { $0.editing = store } }
          throw error
        }
      } catch let error as RegistryError {
        if error.code == .busy { stores.withLock { $0.busy = (.now, error) } }
        throw described(error)
      }
    }
  }

  /// Returns the error that says what has happened: a file that is not there is not a replaced one.
  private func described(_ error: RegistryError) -> any Error {
    guard error.code == .fileNotFound || error.code == .fileReplaced else { return error }
    return Self.mark(path) == nil ? ConsoleError.registryGone : error
  }

  /// Keeps a store for the next call. More than eight idle stores are closed.
  private func keep(_ store: RegistryStore) { stores.withLock { if $0.reading.count < 8 { $0.reading.append(store) } } }
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

extension timespec {
  fileprivate var nanoseconds: Int64 { Int64(tv_sec) &* 1_000_000_000 &+ Int64(tv_nsec) }
}
