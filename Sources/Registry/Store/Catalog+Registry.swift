import RegistryBytes
import RegistryCatalog

extension Catalog {
  /// Creates a catalog of the current content of a live registry.
  ///
  /// - Parameter path: The path of the registry.
  /// - Throws: The errors of ``RegistryStore/init(opening:for:)``.
  public init(registry path: RegistryPath) throws(RegistryError) {
    try self.init(try Self.snapshot(of: path))
  }

  private static func snapshot(of path: RegistryPath) throws(RegistryError) -> Snapshot {
    let read = { () throws(RegistryError) in
      try RegistryStore(opening: path, for: .reading).read { (registry) throws(RegistryError) in
        try registry.snapshot()
      }
    }
    do { return try read() } catch {
      // A file that was replaced between opening and reading is read again.
      guard error.code == .fileReplaced else { throw error }
      return try read()
    }
  }
}

extension LiveCatalog {
  /// Loads a live registry, and checks regularly for edits.
  ///
  /// This is for tools that must show an edit at once. A service in production should use releases.
  ///
  /// - Parameters:
  ///   - path: The path of the registry.
  ///   - interval: The time between two checks, from 1 ms to 1 day.
  ///   - tell: Handles the events. It must return soon, because no check takes place until then.
  /// - Throws: The errors of ``RegistryStore/init(opening:for:)``.
  public convenience init(
    registry path: RegistryPath, every interval: Duration = .seconds(5),
    onEvent tell: @escaping @Sendable (Event) -> Void = { _ in }
  ) throws(RegistryError) {
    let source = Source {
      [try? FileSystem.identity(path.bytes)]
    } load: {
      () throws(RegistryError) in
      try Catalog(registry: path)
    }
    try self.init(source, path, every: interval, onEvent: tell)
  }
}
